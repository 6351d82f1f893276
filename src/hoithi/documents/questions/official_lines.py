"""What a line of an official's questions is: question, option, answer, label, heading."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from hoithi.documents.questions.records import Attachment

_POINTS = r"(?:[(\[]\s?\d{1,2}(?:[.,]\d{1,2})?\s{0,3}(?i:điểm|đ)\s?[)\]]\s{0,5}[.:\-–]?\s{0,5})?"
"""What the question is worth: a paper says that, not a bank."""
QUESTION = re.compile(
    r"\s*(?i:câu)\s*(?i:hỏi\s*)?(?i:số\s*)?(\d{1,4})\s*"
    rf"{_POINTS}[.:)\-–/]?\s*{_POINTS}(.*)",
    re.DOTALL,
)
NUMBERED = re.compile(rf"(\d{{1,4}})\s?[.)/]\s*{_POINTS}(\S.*)", re.DOTALL)
OPTION = re.compile(r"([*✓✔√]?)\s{0,5}\(?([A-Ha-h])\s?[.)/:\-–]\s*(.*)", re.DOTALL)
ANSWER = re.compile(
    r"(?:=>\s*)?(?:Đáp án|ĐÁP ÁN|đáp án|Trả lời|TRẢ LỜI|ANSWER|Answer|Chọn|ĐA|Đ/A)"
    r"\s{0,5}(?:đúng)?\s{0,5}(?:là)?\s{0,5}[:.\-–]\s*(\S.*)",
    re.DOTALL,
)
_ANSWER_BARE = re.compile(
    r"(?:Đáp án|ĐÁP ÁN|ĐA)\s{1,5}(?:đúng\s{1,5})?(?:là\s{1,5})?([A-Ha-h])\s?\.?"
)
LETTERS = re.compile(r"\(?([A-Ha-h](?:\s?(?:,|;|\+|&|và|\s)\s?[A-Ha-h]\b)*|[A-H]{2,8})\)?\s?\.?")
LETTER_AND_TEXT = re.compile(r"\(?([A-Ha-h])\s?[.):]\s*\S.*", re.DOTALL)
ANSWERS_BEGIN = re.compile(
    r"(?:[IVX]{1,5}\.\s?|[A-Z]\.\s?)?(?:PHẦN|BẢNG|Phần|Bảng)?\s{0,5}(?:ĐÁP ÁN|Đáp án|đáp án)"
    r"(?:[^:A-Za-zÀ-ỹ]*|\s[^:]{1,60}):?\s*"
)
PAIR = re.compile(
    r"(?<!\d)(\d{1,4})\s{0,3}[.:)\-–]?\s{0,3}"
    r"([A-Ha-h](?:\s?[,;&]\s?[A-Ha-h])*|[A-H]{2,6})(?![A-Za-zÀ-ỹ])"
)
NUMBERS = re.compile(r"(?:Câu|CÂU)?[\s|:.]*((?:\d{1,4}[\s|]{1,20}){1,200}\d{1,4})\s*")
OF_NUMBERS = re.compile(
    r"(?:Đáp án|ĐÁP ÁN|ĐA|Đ/A)?[\s|:.]*((?:[A-Ha-h][\s|]{1,20}){1,200}[A-Ha-h])\s*"
)
HEADING = re.compile(
    r"(?:(?:[IVX]{1,6}|\d{1,2}|[A-H])\s?[.)\-–]\s*)?(LĨNH VỰC|Lĩnh vực|CHỦ ĐỀ|Chủ đề|CHUYÊN ĐỀ|"
    r"Chuyên đề|PHẦN|Phần|CHƯƠNG|Chương|MỤC|NỘI DUNG)\b\s*(?:(?:[IVX]{1,6}|\d{1,2}|thứ \w+)\b)?"
    r"\s*[:.\-–]?\s*(.*)"
)
_ROMAN = re.compile(r"(?:[IVX]{1,6})\s?[.)\-–]\s*([A-ZÀ-ỸĐ][^a-zà-ỹđ]{3,120})")
FIELD_WORDS = frozenset({"lĩnh vực", "chủ đề", "chuyên đề"})
ALIKE = str.maketrans("АВСЕНасеΑΒΕΗ", "ABCEHaceABEH")
"""Cyrillic and Greek letters that a reader takes for Latin ones."""
ALIKE_LETTERS = "".join(map(chr, ALIKE))
_ALIKE_MARK = re.compile(rf"[*✓✔√]?\s{{0,5}}\(?[{ALIKE_LETTERS}](?=\s?[.)/:\-–])")
_ALIKE_ALONE = re.compile(rf"(?<![^\W\d_])[{ALIKE_LETTERS}A-H]{{1,8}}(?![^\W\d_])")
STRAY_OPTION = re.compile(
    r"[*✓✔√]?\s{0,5}\(?([A-Ia-i])(?:\s?[.)]\s*\S|\s?[:/\-–]\s+\S).*", re.DOTALL
)
"""A line that begins as an option does, whatever its letter."""
_WIDE_OPTION = re.compile(r"(?:\t|\s\s)\(?[A-Ha-h]\s?[.)]\s?\S")
_ANY_OPTION = re.compile(r"\s\(?[A-H][.)]\s\S")
GUARD = "\u2060"
"""A sign that shows nothing: what stands behind it is text, however much it looks like a mark."""

GOES_ON = GUARD * 2
"""Begins a further line of what a label says."""


_LABEL = re.compile(r"\s{0,20}[*✓✔√]?\s{0,5}(?:\(?(?:[A-Ha-h]|\d{1,2})\s?[.)/:\-–]|[-–—•●○▪■+])\s*")
NO_LOOKS = (frozenset[str](), frozenset[str]())
"""Of a line and its mark: nothing stands out."""


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A paragraph, what all of it or its mark looks like, and what hangs on it."""

    text: str
    looks: frozenset[str] = frozenset()
    """"bold", "underline", "colour", "highlight", where all its words are so."""
    mark_looks: frozenset[str] = frozenset()
    """The same of the letter before an option."""
    is_counted: bool = False
    """Whether Word counts the mark itself, perhaps on from the question before."""
    answers: tuple[tuple[int, str], ...] = ()
    """Of a table of answers: number of the question and what is right."""
    pictures: tuple[Attachment, ...] = ()
    looks_at: tuple[frozenset[str], ...] = ()
    """What each letter of `plain` looks like, where they do not all look alike."""

    @property
    def plain(self) -> str:
        """The words in NFC without blanks around; a letter that marks an option is Latin."""
        return latin_mark(unicodedata.normalize("NFC", self.text).strip())


def parts_of(line: SourceLine, parts: Iterable[str]) -> Iterator[SourceLine]:
    """These options of a line, each with what it looks like itself."""
    text, at = line.plain, 0
    told = list(parts)
    for part in told:
        at += len(text[at:]) - len(text[at:].lstrip())
        here = line.looks_at[at : at + len(part)]
        if here:
            yield SourceLine(part, *looks_of(part, here), line.is_counted, looks_at=here)
        else:
            looks = (line.looks, line.mark_looks) if len(told) == 1 else NO_LOOKS
            yield SourceLine(part, *looks, line.is_counted)
        at += len(part)


def looks_of(part: str, looks: Sequence[frozenset[str]]) -> tuple[frozenset[str], frozenset[str]]:
    """What all words of a line look like, and what the mark before them does."""
    label = _LABEL.match(part)
    begins = label.end() if label else 0
    return _common(part[begins:], looks[begins:]), _common(part[:begins], looks[:begins])


def _common(text: str, looks: Sequence[frozenset[str]]) -> frozenset[str]:
    pairs = zip(looks, text, strict=True)
    told = {look for look, letter in pairs if letter.strip(" \t\xa0.)")}
    return frozenset.intersection(*told) if told else frozenset()


def latin_mark(text: str) -> str:
    """The text, in which the letter before an option is Latin."""
    found = _ALIKE_MARK.match(text)
    return found[0].translate(ALIKE) + text[found.end() :] if found else text


def latin(text: str) -> str:
    """The text with Latin letters for look-alikes that are no part of a word."""
    return _ALIKE_ALONE.sub(lambda found: found[0].translate(ALIKE), text)


def answer_in(text: str) -> str:
    """What a line says is right; "" for a line that says nothing of it."""
    found = ANSWER.fullmatch(text) or _ANSWER_BARE.fullmatch(text)
    return found[1].strip() if found else ""


def pairs_in(answer: str) -> list[tuple[str, str]]:
    """Numbers of questions with what is right: "1A, 2-B"; none where anything else is said."""
    told = latin(answer) if answer else ""
    if PAIR.sub("", told).strip("CcâuÂU .;,|\t-–"):
        return []
    return [(found[1], found[2]) for found in PAIR.finditer(told)]


def letters_in(answer: str) -> frozenset[str]:
    """The letters of an answer: "A, C" or "B. Bộ phận Một cửa"; none for other words."""
    told = latin(answer.strip())
    if found := LETTERS.fullmatch(told):
        return frozenset(re.findall(r"[A-H]", found[1].replace("và", ",").upper()))
    found = LETTER_AND_TEXT.fullmatch(told)
    return frozenset({found[1].upper()}) if found else frozenset()


def heading_in(text: str) -> tuple[str, bool] | None:
    """What a heading is about, and whether it names a field."""
    if found := HEADING.fullmatch(text):
        return found[2].strip() or text, found[1].lower() in FIELD_WORDS
    if found := _ROMAN.fullmatch(text):
        return found[1].strip(), False
    return None


def options_apart(text: str, expected: str) -> Iterator[str]:
    """The options of one line, the first of them from `expected` on.

    A single blank parts options only where several follow in their order.
    """
    places, letter = list[int](), expected
    at = 0
    while letter < "H":
        letter = chr(ord(letter) + 1)
        found = _before(letter).search(text, at)
        if found is None:
            break
        places.append(found.end())
        at = found.end()
    wide = all(_is_wide(text, place) for place in places)
    if not wide and len(places) < _SEVERAL and expected < "C":
        places = [place for place in places[:1] if _is_wide(text, place)]
    for begin, end in zip([0, *places], [*places, len(text)], strict=True):
        yield latin_mark(text[begin:end].strip())


def unstarred(text: str) -> tuple[str, bool]:
    """The text without the star that marks it; two stars are emphasis."""
    if text.endswith("*") and not text.endswith("**") and text.count("*") == 1:
        return text[:-1].rstrip(), True
    if text.startswith("*") and not text.startswith("**") and text.count("*") == 1:
        return text[1:].lstrip(), True
    return text, False


def holds_another(part: str, *, of_several: bool) -> bool:
    """Whether a further option stands within this one: behind a gap or, on a line `of_several`
    options, behind any blank."""
    return bool((_ANY_OPTION if of_several else _WIDE_OPTION).search(part))


_SEVERAL = 2


@cache
def _before(letter: str) -> re.Pattern[str]:
    alike = "".join(chr(one) for one, to in ALIKE.items() if chr(to).upper() == letter)
    letters = f"{letter}{letter.lower()}{alike}"
    return re.compile(rf"(?<=\S)\s{{1,40}}(?=\*?\s?\(?[{letters}]\s?[.)/]\s*\S)")


def _is_wide(text: str, place: int) -> bool:
    return text[place - 2 : place].isspace() or text[place - 1] in "\t\n"


def stem_and_options(text: str) -> tuple[str, str]:
    """The stem, and the options that begin on its line."""
    found = _before("A").search(text)
    if found and _before("B").search(text, found.end()):
        return text[: found.start()].strip(), text[found.end() :].strip()
    return text.strip(), ""
