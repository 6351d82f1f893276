"""A text as it comes from a scan, a web page or a word processor, as lines that can be read.

Every character of a line knows the character of the source it came from, so that a fact can name
its place. `bare` is the line folded (no diacritics, lower case, one kind of quotes and dashes),
letter for letter: keywords are looked for there, so that lost tones and capitals do no harm.
"""

import html
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from hoithi.core.plans.lexicon import slips

MAX_CHARACTERS = 500_000
"""A plan of two hundred pages; what follows is no plan."""

# One character after a letter that belongs to it: the marks of a decomposed text.
_CLUSTER = re.compile("[^\u0300-\u036f][\u0300-\u036f]*|[\u0300-\u036f]+", re.DOTALL)
_INVISIBLE = "[\u0000-\u0008\u000e-\u001f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]"
_PICTURES = "[\U0001f000-\U0001faff\ufe0f\u20e3\u23e9-\u23fa\u26a1]"
"""The little pictures by which posts mark their lines."""
_STYLED = {
    code: unicodedata.normalize("NFKC", chr(code))
    for code in range(0x1D400, 0x1D800)
    if len(unicodedata.normalize("NFKC", chr(code))) == 1
}
"""Letters of mathematics, with which posts write in bold."""
_MARKUP = (
    r"</?[a-zA-Z][^<>\n]{0,200}>|\*+(?=\S)|(?<=\S)\*+|__+|\\(?=[-.*_#>+()\[\]])|"
    r"^\s*#{1,6}\s+|^\s*>\s+|^\s*(?:null|undefined)\s+(?=\w)"
)
_NOISE = re.compile(f"{_INVISIBLE}|{_PICTURES}|{_MARKUP}")
_COUNTRY = re.compile(r"CỘNG HO?[ÒÀ]A? XÃ|Độc [Ll]ập\s*[-–]\s*Tự do|ĐẢNG CỘNG SẢN VIỆT")
"""What stands in the right column of a header."""
_UNTIDY = re.compile(
    rf"{_NOISE.pattern}|[\U0001d400-\U0001d7ff]|[|&\t\xa0]|\s\s|^\s|\s$|\S\s(?:{_COUNTRY.pattern})"
)
_ENTITY = re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{1,6});")
_SPACE = re.compile(r"\s*(?:\|\s*)+|\s+")
_COLUMNS_APART = 5
"""Spaces in a row by which a plain text sets two columns side by side."""
_LEFT_BLANK = re.compile(r"(?:số|ngày|tháng|năm)\s*:?$", re.IGNORECASE)
BREAKS = re.compile("\r\n|[\n\r\f\v\x1c-\x1e\x85\u2028\u2029]")
"""Where a line ends, whatever wrote the text."""
_ALIKE = dict(zip("“”„‟«»″", '"""""""', strict=True)) | dict(zip("’‘‛′´`", "''''''", strict=True))
_ALIKE |= dict.fromkeys("–—−‐‑‒―", "-") | dict.fromkeys("đĐ", "d")


_VOWELS = "".join(
    letter
    for letter in map(chr, range(0xC0, 0x1EFA))
    if unicodedata.normalize("NFD", letter)[0] in "AEIOUYaeiouy" and letter.isalpha()
)
CAPITAL = "A-ZĐ" + "".join(filter(str.isupper, _VOWELS))
"""The capital letters of Vietnamese, for a class of a regular expression."""
SMALL = "a-zđ" + "".join(filter(str.islower, _VOWELS))


class _Folding(dict[int, str]):
    def __missing__(self, code: int) -> str:
        letter = chr(code)
        if letter in _ALIKE:
            folded = _ALIKE[letter]
        else:
            folded = unicodedata.normalize("NFD", letter)[0].lower()
        self[code] = folded if len(folded) == 1 else letter
        return self[code]


_FOLDING = _Folding()


def folded(text: str) -> str:
    """NFC text without diacritics and capitals, of the same length."""
    return text.translate(_FOLDING)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the source, cleaned; `columns` holds the place of each character, and the end."""

    number: int
    text: str
    bare: str
    columns: Sequence[int]

    def source(self, at: int) -> int:
        """The character of the source that stands at `at` of the text; after it, where it ends."""
        return self.columns[at]


def read_lines(source: str) -> list[Line]:
    """All lines of a text, empty ones too. Refuses nothing."""
    raw = BREAKS.split(source[:MAX_CHARACTERS])
    return [_line(number, line) for number, line in enumerate(raw, 1)]


def _line(number: int, raw: str) -> Line:
    if unicodedata.is_normalized("NFC", raw) and not _UNTIDY.search(raw):
        text = slips("letters")(raw)
        return Line(number, text, folded(text), range(len(raw) + 1))
    letters, columns = _composed(raw)
    letters, columns = _tidied(letters, [*columns, len(raw)])
    text = slips("letters")("".join(letters))
    return Line(number, text, folded(text), tuple(columns))


def _composed(raw: str) -> tuple[list[str], list[int]]:
    """The characters in NFC without markup, each with its place in the raw line."""
    letters: list[str] = []
    columns: list[int] = []
    for start, styled in _pieces(raw):
        piece = styled.translate(_STYLED)
        if piece.isascii() or unicodedata.is_normalized("NFC", piece):
            letters.extend(piece)
            columns.extend(range(start, start + len(piece)))
            continue
        for cluster in _CLUSTER.finditer(piece):
            for letter in unicodedata.normalize("NFC", cluster[0]):
                letters.append(letter)
                columns.append(start + cluster.start())
    return letters, columns


def _pieces(raw: str) -> list[tuple[int, str]]:
    """What stands between tags, emphasis and invisible characters."""
    pieces: list[tuple[int, str]] = []
    at = 0
    for noise in _NOISE.finditer(raw):
        pieces.extend(_without_entities(raw, at, noise.start()))
        at = noise.end()
    pieces.extend(_without_entities(raw, at, len(raw)))
    return pieces


def _without_entities(raw: str, start: int, end: int) -> list[tuple[int, str]]:
    pieces: list[tuple[int, str]] = []
    at = start
    for entity in _ENTITY.finditer(raw, start, end):
        meant = html.unescape(entity[0])
        if len(meant) == 1:
            pieces += [(at, raw[at : entity.start()]), (entity.start(), meant)]
            at = entity.end()
    return [*pieces, (at, raw[at:end])]


def _parts_columns(text: str, run: re.Match[str]) -> bool:
    """Whether a run of space lies between columns; a blank left for a number or day does not."""
    if {"\t", "|"} & set(run[0]):
        return True
    if _COUNTRY.match(text, run.end()):
        return True
    return len(run[0]) >= _COLUMNS_APART and not _LEFT_BLANK.search(text, 0, run.start())


def _tidied(letters: list[str], columns: list[int]) -> tuple[list[str], list[int]]:
    """Runs of space as one space, or one tab between cells of a table; none at the ends.

    `columns` has one place more than there are letters: where the last one ends.
    """
    text = "".join(letters)
    kept: list[str] = []
    places: list[int] = []
    at = 0
    for run in _SPACE.finditer(text):
        kept.extend(letters[at : run.start()])
        places.extend(columns[at : run.start()])
        at = run.end()
        if run.start() and run.end() < len(text):
            kept.append("\t" if _parts_columns(text, run) else " ")
            places.append(columns[run.start()])
        elif run.start():
            return kept, [*places, columns[run.start()]]
    return kept + letters[at:], places + columns[at:]
