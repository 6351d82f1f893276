"""Lines put together to paragraphs, each with the mark it opens with: I., 1., 1.1, a), -, +."""

import itertools
import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from functools import cached_property

from hoithi.core.plans.lexicon import any_of, words
from hoithi.core.plans.normal import CAPITAL, Line, folded
from hoithi.core.plans.records import Place


class Mark(IntEnum):
    """The kinds of marks, outermost first; paragraphs without one come last."""

    ANNEX = 0
    CHAPTER = 1
    PART = 2
    """ "A. …" over "I. …"; where numerals come first, the letters stand under them."""
    ROMAN = 3
    CAPITALS = 4
    ARTICLE = 5
    NUMBER = 6
    SECOND_NUMBER = 7
    THIRD_NUMBER = 8
    LETTER = 9
    STAR = 10
    DASH = 11
    PLUS = 12
    NONE = 13


_MARKS = (
    (Mark.ANNEX, re.compile(r"(?i:phụ lục|phu luc)\b\s*(?:số\s*)?(?:[IVX]+|\d{1,2})?\s*[.:]?\s*")),
    (
        Mark.CHAPTER,
        re.compile(
            r"(?i:chương|phần)\s+(?:[IVX]+|\d{1,2}|(?i:thứ \w+))(?=\s*(?:[.:\-–]|$))[.:\s–-]*"
        ),
    ),
    (Mark.ROMAN, re.compile(r"(?!V/[vV])[IVX]{1,5}\s*(?:[./):]|[-–](?=\s))+\s*")),
    (Mark.PART, re.compile(rf"[A-HĐ]\s*[./)]\s+(?=[{CAPITAL}]{{2}})")),
    (Mark.ARTICLE, re.compile(rf"(?i:điều|dieu)\s+\d{{1,2}}\s*[.:]?\s*(?=[{CAPITAL}]|$)")),
    (Mark.THIRD_NUMBER, re.compile(r"\d{1,2}\.\d{1,2}\.\d{1,2}(?:\.\d{1,2})?\s*[./):]?\s+")),
    (Mark.SECOND_NUMBER, re.compile(r"\d{1,2}\.\d{1,2}\s*(?:[./):-]\s*|\s+)(?=\D)")),
    (
        Mark.NUMBER,
        re.compile(
            r"(?:1\.\s+(?=\d{1,2}\.\s))?\(?\d{1,2}\s*(?:[.)/:-]+\s+(?=\S)|[.)/]+(?=[^\d\s.)/])|[-–]\s*(?=[^\d\s]))"
        ),
    ),
    (Mark.LETTER, re.compile(r"(?!v\.v)[a-zđ]\d?\s*(?:[.)]\s*|/\s+)(?=\S)")),
    (Mark.STAR, re.compile(r"[*]+\s*(?=\S)")),
    (Mark.DASH, re.compile(r"[-–—−•●○▪■◦‣⁃·✓✔➢➤❖♦◆→]+\s*(?=\S)")),
    (Mark.PLUS, re.compile(r"[+]+\s*(?=\S)")),
)
_PAGE_NUMBER = re.compile(r"(?:trang\s*)?[-\s]*\d{1,3}(?:\s*/\s*\d{1,3})?[-\s]*")
_YEARS_GO_ON = re.compile(r"[-–—]\s*(?:19|20)\d\d\b")
_LETTERS = re.compile(r"\w")
_ENDED = re.compile(r"[.;:!?][\"'”’)\]]*$|[-–_*=]{5,}$")
_OPEN_END = re.compile(
    r"[,(\-–&]$|\b(?:và|của|về|với|tại|cho|các|theo|trong|năm|ngày|số|là|đến|từ|Giao|giao)$"
)
_OPENS = re.compile(
    rf"{any_of('furniture')}|"
    r"(?:can cu|thuc hien|xet|theo de nghi|tren day|noi nhan|kinh g[uo]i)\b|t?m\. |k?t\. |"
    r"(?:co quan|don vi|ngay|nguoi|loai van ban|linh vuc)\b[^.;]{0,20}\b(?:ban hanh|ky|van ban)\b|"
    r"\((?:ban hanh|kem|da ky)|(?:dai|thuong|trung|thieu) (?:ta|uy|tuong)\b|ths\b|bac si\b"
)
_POSTED = re.compile(r"(?:thu \w+|chu nhat|ngay)\W[^a-z]*\d{4}\W*")
"""The day that a page sets over its text."""
_REMARK = 200
_TORN_PLACE = re.compile(r"[^\d,]{2,20}, ngay\b")


def mark_of(text: str) -> tuple[Mark, str]:
    """The mark that a line opens with, and the mark as written ("" without one)."""
    for mark, pattern in _MARKS:
        if found := pattern.match(text):
            return mark, found[0]
    return Mark.NONE, ""


@dataclass(frozen=True)
class Block:
    """A paragraph: its lines joined by spaces, and the mark that it opens with."""

    lines: tuple[Line, ...]
    mark: Mark
    sign: str

    @cached_property
    def text(self) -> str:
        return " ".join(line.text for line in self.lines)

    @cached_property
    def bare(self) -> str:
        return " ".join(line.bare for line in self.lines)

    @cached_property
    def body(self) -> str:
        """The text after the mark."""
        return self.text[len(self.sign) :]

    @cached_property
    def bare_body(self) -> str:
        return self.bare[len(self.sign) :]

    @cached_property
    def _starts(self) -> list[int]:
        starts, at = [], 0
        for line in self.lines:
            starts.append(at)
            at += len(line.text) + 1
        return starts

    def place(self, start: int = 0, end: int | None = None) -> Place:
        """Where the characters from `start` up to `end` of the text stand in the source."""
        last = len(self.text) if end is None else end
        first_line, first = self._at(start)
        last_line, until = self._at(max(last - 1, start))
        stop = last_line.source(min(until + 1, len(last_line.text)))
        return Place(first_line.number, first_line.source(first), stop, last_line.number)

    def _at(self, at: int) -> tuple[Line, int]:
        index = max(bisect_right(self._starts, at) - 1, 0)
        return self.lines[index], at - self._starts[index]


def read_blocks(lines: Sequence[Line]) -> list[Block]:
    """The paragraphs of a text; wrapped lines are joined, lines of lists and headers are not."""
    joins = _Joins(_wrapped_at(lines), broken=_is_broken(lines))
    groups: list[list[Line]] = []
    gap = True
    for line in lines:
        if _PAGE_NUMBER.fullmatch(line.bare):
            continue
        if not _LETTERS.search(line.text):
            gap = True
            continue
        if groups and joins.goes_on(groups[-1], line, gap=gap):
            groups[-1].append(line)
        else:
            groups.append([line])
        gap = False
    return _in_order([_block(group) for group in groups])


def _in_order(blocks: list[Block]) -> list[Block]:
    """Letters over numerals or under them, as the text has it: by what comes first."""
    first = next((one.mark for one in blocks if one.mark in {Mark.PART, Mark.ROMAN}), None)
    if first is not Mark.ROMAN:
        return blocks
    return [replace(one, mark=Mark.CAPITALS) if one.mark is Mark.PART else one for one in blocks]


def _block(group: list[Line]) -> Block:
    mark, sign = mark_of(group[0].text)
    if mark is Mark.NONE and len(group) == 1 and _is_capital_heading(group[0].text):
        mark = Mark.CAPITALS
    return Block(tuple(group), mark, sign)


def _is_capital_heading(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) >= 6 and all(x == x.upper() for x in letters) and len(text.split()) <= 14


def _wrapped_at(lines: Sequence[Line]) -> int:
    """The width at which the text was wrapped; 0 when its paragraphs stand on one line each."""
    lengths = sorted(len(line.text) for line in lines if line.text)
    if not lengths:
        return 0
    longest = lengths[int(len(lengths) * 0.98)] if len(lengths) > 20 else lengths[-1]
    return longest if longest <= 130 else 0


def _is_broken(lines: Sequence[Line]) -> bool:
    """Whether lines end anywhere in a sentence, as in texts taken from the source of a page."""
    pairs = list(itertools.pairwise(lines))
    torn = sum(
        one.text[-1:].isalnum() and two.text[:1].islower() and mark_of(two.text)[0] is Mark.NONE
        for one, two in pairs
    )
    return torn >= max(5, 0.08 * sum(bool(line.text) for line in lines))


@dataclass(frozen=True, slots=True)
class _Joins:
    """How the lines of a text are wrapped, and so which of them go together."""

    width: int
    broken: bool

    def goes_on(self, group: list[Line], line: Line, *, gap: bool) -> bool:
        """Whether a line is the rest of the paragraph before it."""
        before = group[-1].text
        if not gap and _is_torn(before, line.text):
            return True
        if "\t" in before or "\t" in line.text or _is_new_item(before, line.text):
            return False
        if _is_open(group):
            return True
        if _POSTED.fullmatch(group[-1].bare):
            return False
        if _ENDED.search(before):
            return not gap and before.endswith(";") and line.text[0].islower()
        if _TORN_PLACE.match(line.bare) and before.istitle():
            return True
        if line.text[0].islower() or _OPEN_END.search(before):
            return not before.isupper()
        named = line.text.isupper() and line.bare.rstrip(" :") in words("document_types")
        opens = gap or named or before.isupper() or _OPENS.match(line.bare)
        return not opens and self._is_wrapped(group, line)

    def _is_wrapped(self, group: list[Line], line: Line) -> bool:
        """A line that begins with a capital in the middle of a sentence."""
        long = bool(self.width) and len(group[-1].text) >= self.width * 0.7
        plain = mark_of(group[0].text)[0] >= Mark.LETTER and not line.text.isupper()
        return long or (self.broken and plain)


def _is_open(group: Sequence[Line]) -> bool:
    """A remark in brackets that has not ended: "(Ban hành kèm theo Quyết định số …"."""
    told = " ".join(line.text for line in group)
    return told.startswith("(") and ")" not in told and len(told) < _REMARK


def _is_torn(before: str, text: str) -> bool:
    """Whether a fixed phrase of a header was cut: "KẾ / HOẠCH", "ỦY / BAN NHÂN DÂN", "Số: / 12"."""
    both = folded(f"{before} {text}").rstrip(" :")
    if both in words("document_types"):
        return True
    if re.fullmatch(r"so\s*:?", folded(before)):
        return text[0].isdigit()
    return any(
        len(before) < len(phrase) and both.startswith(phrase) and before.isupper() == text.isupper()
        for phrase in words("header_phrases")
    )


def _is_new_item(before: str, text: str) -> bool:
    mark, _ = mark_of(text)
    if mark is Mark.DASH and _YEARS_GO_ON.match(text) and before[-1:].isdigit():
        return False
    return mark is not Mark.NONE


def in_columns(blocks: Sequence[Block]) -> list[Block]:
    """Paragraphs set in columns told one column after another: what stands left, then right."""
    left: list[Block] = []
    right: list[Block] = []
    for block in blocks:
        cells = _cells(block)
        left += [_block([cell]) for cell in cells[:1]]
        right += [_block([cell]) for cell in cells[1:]]
        if not cells:
            left.append(block)
    return left + right


def _cells(block: Block) -> list[Line]:
    """The cells of a line of a table; none for an ordinary paragraph."""
    line = block.lines[0]
    if len(block.lines) > 1 or "\t" not in line.text:
        return []
    if any(len(_LETTERS.findall(cell)) == 1 for cell in line.text.split("\t")):
        return []
    cells: list[Line] = []
    for cell in re.finditer(r"[^\t]*\w[^\t]*", line.text):
        start, end = cell.span()
        cells.append(
            Line(line.number, cell[0], line.bare[start:end], line.columns[start : end + 1])
        )
    return cells
