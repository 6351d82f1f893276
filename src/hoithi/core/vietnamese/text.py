"""Text as people type it: cleaned, folded for searching, compared and sorted as in Vietnamese."""

import re
import unicodedata
from dataclasses import dataclass

# The five written tones of Vietnamese as combining marks, in the order of the dictionary
# (huyền, hỏi, ngã, sắc, nặng); a syllable without a mark comes first.
_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
# Letters in the order of the Vietnamese alphabet; f, j, w and z stand where Latin puts them.
_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANK = {letter: rank for rank, letter in enumerate(_ALPHABET)}
# Format characters that show nothing: soft hyphen, zero-width, direction marks, byte-order mark.
_INVISIBLE = re.compile("[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")
_SPACES = re.compile(r"\s+")
_APOSTROPHES = re.compile("['’‘ʼ´`]")
_NUMBERS_OR_ONE = re.compile(r"[0-9]+|.", re.DOTALL)

SortKey = tuple[tuple[tuple[int, int], ...], tuple[int, ...], tuple[int, ...]]


@dataclass(eq=False)
class ControlCharacterRefused(ValueError):
    """The text holds a control character (NUL and the like) or half of a surrogate pair."""

    code_point: int
    position: int


def clean(text: str) -> str:
    """One line of text as it may be stored: NFC, spaces folded, invisible characters removed.

    Tabs and line ends become spaces. Zero-width characters, direction marks and soft hyphens are
    removed, since they only come from copying. Refuses every other control character and lone
    surrogates, which no database can be trusted with.
    """
    visible = _INVISIBLE.sub("", text)
    for position, character in enumerate(visible):
        category = unicodedata.category(character)
        if category == "Cs" or (category == "Cc" and not character.isspace()):
            raise ControlCharacterRefused(ord(character), position)
    return _SPACES.sub(" ", unicodedata.normalize("NFC", visible)).strip()


def clean_lines(text: str) -> str:
    """Text of several lines: every line as `clean` leaves it, at most one empty line in a row."""
    lines = "\n".join(clean(line) for line in text.splitlines())
    return re.sub(r"\n{3,}", "\n\n", lines).strip("\n")


def fold(text: str) -> str:
    """The key by which text is searched: lower case, no diacritics, đ as d, spaces folded.

    Alike for NFC and NFD and for both placements of a tone (hòa, hoà). Refuses nothing.
    """
    bare = _without_marks(_INVISIBLE.sub("", text).casefold())
    return _SPACES.sub(" ", bare.replace("đ", "d")).strip()


def _without_marks(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", text)
    return "".join(c for c in decomposed if unicodedata.category(c) != "Mn")


def has_diacritics(text: str) -> bool:
    """Whether any letter carries a mark, so that it was typed with a Vietnamese keyboard."""
    lowered = text.casefold()
    return "đ" in lowered or _without_marks(lowered) != unicodedata.normalize("NFD", lowered)


def spelling_key(name: str) -> str:
    """The key of a name as it is spelled: alike for case, normal form and placement of tones."""
    words = _APOSTROPHES.sub("'", _INVISIBLE.sub("", name)).casefold().split()
    return " ".join("".join(_letters_and_tone(word)) for word in words)


def same_name(a: str, b: str) -> bool:
    """Whether two names are spelled alike, whatever the case, normal form or placement of tones.

    Diacritics count: "An" and "Ân" differ. Compare `fold` where they must not count.
    """
    return spelling_key(a) == spelling_key(b)


def _letters_and_tone(word: str) -> tuple[str, str]:
    decomposed = unicodedata.normalize("NFD", word)
    letters = "".join(c for c in decomposed if c not in _TONES)
    tone = "".join(c for c in decomposed if c in _TONES)
    return unicodedata.normalize("NFC", letters), tone


def sort_key(text: str) -> SortKey:
    """Vietnamese order: letters a ă â b c d đ e ê … first, then tones, then case.

    Tones are compared over the whole text and only when all letters are equal, as the Unicode
    collation for Vietnamese does. Numbers are ordered by value: "Đội 2" before "Đội 10".
    """
    letters: list[tuple[int, int]] = []
    tones: list[int] = []
    capitals: list[int] = []
    for piece in _NUMBERS_OR_ONE.findall(_INVISIBLE.sub("", text)):
        letter, tone = _letters_and_tone(piece.lower())
        letters.append(_place(letter))
        tones.append(_TONES.get(tone, 0))
        capitals.append(int(piece != piece.lower()))
    return tuple(letters), tuple(tones), tuple(capitals)


def _place(letter: str) -> tuple[int, int]:
    """Spaces, then signs, then numbers, then letters of the alphabet, then everything else."""
    if letter.isspace() or not letter:
        return 0, 0
    if letter.isascii() and letter.isdigit():
        return 2, int(letter)
    if letter in _RANK:
        return 3, _RANK[letter]
    code_point = ord(letter[0])
    return (4, code_point) if letter[0].isalpha() else (1, code_point)


def name_sort_key(full_name: str) -> tuple[SortKey, SortKey]:
    """The order of name lists: by given name (the last word), then by family and middle names."""
    rest, _, given = clean(full_name).rpartition(" ")
    return sort_key(given), sort_key(rest)


def title_name(name: str) -> str:
    """A person's name with capitals as in a decision: "NGUYỄN ÁNH TUYẾT" → "Nguyễn Ánh Tuyết".

    Words of one case only are changed; a word in mixed case ("McDonald") stays as it was written.
    After an apostrophe or hyphen a capital follows: "h'hen niê" → "H'Hen Niê".
    """
    return " ".join(_title_word(word) for word in clean(name).split(" "))


def _title_word(word: str) -> str:
    if word not in {word.upper(), word.lower()}:
        return word
    pieces = re.split(r"(['’-])", word.lower())
    return "".join(piece[:1].upper() + piece[1:] for piece in pieces)


def masked_name(name: str) -> str:
    """A name on public lists before consent: family name, then initials: "Nguyễn V. A**".

    The family name stays whole and middle names become initials, as newspapers and police notices
    do; two stars after the given name's initial, however long it is, so that length tells nothing.
    """
    words = clean(name).split(" ")
    given = f"{words[-1][:1]}**" if words[-1] else ""
    if len(words) == 1:
        return given
    middles = [f"{word[:1]}." for word in words[1:-1]]
    return " ".join([words[0], *middles, given])


def masked_number(number: str, *, shown: int = 3) -> str:
    """A number of a paper or account with all but its last characters starred.

    A number too short to hide anything is starred whole.
    """
    digits = clean(number)
    if len(digits) < 2 * shown:
        return "*" * len(digits)
    return "*" * (len(digits) - shown) + digits[len(digits) - shown :]


def masked_phone(number: str) -> str:
    """A telephone number with only its last three digits: "*******678".

    The start names the network and stays hidden too; the number is shown in its ten-digit form.
    """
    digits = re.sub(r"[^0-9]", "", number)
    national = (
        f"0{digits[2:]}"
        if digits.startswith("84") and len(digits) == len("84912345678")
        else digits
    )
    return masked_number(national)


def words_key(text: str) -> str:
    """`fold` without apostrophes and with other signs as spaces: for names of places and units."""
    return " ".join(re.findall(r"[^\W_]+", _APOSTROPHES.sub("", fold(text))))
