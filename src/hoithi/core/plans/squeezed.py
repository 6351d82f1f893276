"""Paragraphs that a page ran together to one line, told apart again by the marks they open with."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from hoithi.core.plans.lexicon import any_of, rows
from hoithi.core.plans.normal import CAPITAL, SMALL, Line, folded

_LONG = 700
"""Characters: a line of fewer is an ordinary paragraph."""
_LEAST_MARKS = 6
_LEAST_OF_HEAD = 3
_HEAD = re.compile(r"CỘNG HO?[ÀÒ]A? XÃ HỘI")
"""What stands in the head of a document, before its text on the same line."""
_SHORT = 150
"""Characters: beside lines that were run together, one of more with two marks was too."""
_STAMP = re.compile(r"date (?:19|20)\d\d-\d\d(?:-\d\d)?\s+(?=\S)")
"""What a collection of pages puts before the first words of each."""
_LABEL = 70
"""Characters of a heading such as "1. Mục đích", after which a dash opens an item."""
_TYPES = "|".join(re.escape(row[1].upper()) for row in rows("document_types"))
_OPENS = re.compile(
    rf"(?<=\s)(?:(?:[IVX]{{1,4}}|[A-D])\s?[./]\s?(?=[{CAPITAL}]{{2}})|"
    rf"[IVX]{{1,4}}\s(?=(?:MỤC|NỘI DUNG|ĐỐI|THỜI|TỔ CHỨC|KINH|CƠ CẤU|GIẢI|HÌNH)\b)|"
    rf"\d{{1,2}}(?:\.\d{{1,2}})?[.)/]\s?(?=[{CAPITAL}][{SMALL}])|"
    rf"(?<=[.;:,]\s)[a-zđ]\)\s?(?=[{CAPITAL}\d])|"
    rf"(?<=[.;:]\s)[-–+*•]\s?(?=[{CAPITAL}\d])|"
    rf"(?:Điều|Chương|Phần|PHẦN|CHƯƠNG)\s(?:\d{{1,2}}|[IVX]+)[.:]\s?(?=[{CAPITAL}])|"
    rf"(?:{_TYPES})\s(?=[{CAPITAL}])|"
    r"(?:Căn cứ|Theo đề nghị|Thực (?:hiện )?(?=Kế hoạch|Quyết định|Nghị quyết|Công văn|Chỉ thị))|"
    r"(?:CỘNG H|Độc lập\s?-|Số\s?:\s?\d)|Trên đây là|Nơi nhận\s?:|(?:TM|KT|TL)\.\s?[A-ZĐỦ])"
)
_GLUED = re.compile(
    rf"(?<=[a-z{SMALL}][:.])(?=[IVX]{{1,4}}\s?[./]\s?[{CAPITAL}]{{2}})|(?<=[{CAPITAL}]{{2}})(?=Số\s?:)|"
    rf"(?<=năm (?:19|20)\d\d )(?=(?:{_TYPES})$)|"
    rf"(?<=(?:19|20)\d\d)(?=(?:Kế hoạch|Thể lệ|Thông báo)\s)|"
    rf"(?<=[a-z{SMALL}])(?=(?:Ban [Tt]ổ chức|Ban [Cc]hỉ đạo|Căn cứ|UBND|Ủy ban nhân dân)\b)"
)
"""What grew onto the words before it: "như sau:I. MỤC ĐÍCH", "TRƯỜNG THCS AN PHÚSố: 12"."""
_UNNUMBERED = re.compile(
    r"(?<=[.\"”…)]\s)(?<!\d[.)]\s)(?:Đối tượng|Thời gian|Điều kiện|Nội dung|Giải thưởng|Yêu cầu|"
    r"Hình thức|Cơ cấu|Chủ đề|Cách thức|Quy định)"
    rf"[^.:;{CAPITAL}–-]{{0,50}}(?=\s[-–]\s[{CAPITAL}])"
)
"""A heading that bears no number, before its first dash."""
_HEADER = re.compile(
    r"\s*(?:Trang\s*\d+\s*)?(?P<left>[^a-zđ]{4,90}?)\s+"
    r"(?P<country>CỘNG HO?[ÀÒ]A? XÃ HỘI CHỦ NGHĨA VIỆT NAM)"
    r"\s+(?P<rest>[^a-zđ]{4,90}?)\s+(?P<motto>Độc [Ll]ập\s*[-–].*)$"
)
_BODY = re.compile(rf"\W*(?:{any_of('issuing_bodies', 'line')}|ubnd|uy ban)\b")
_ITEM = re.compile(rf"(?<=\s)[-–+*•]\s?(?=[{CAPITAL}\d])")
_HEADING = re.compile(
    rf"\W*\w{{1,4}}(?:\.\d+)?[.)/]\s*(?:cac |co )?(?:{any_of('headings')}|"
    r"muc dich|yeu cau|muc tieu|doi tuong|thanh phan|thoi gian|dia diem|kinh phi|y nghia)"
)
_WORK = re.compile(rf"{any_of('task_verbs', 'verb')}\b")
_NUMBERED = re.compile(r"(?:[IVX]{1,4}|\d{1,2}(?:\.\d{1,2})?)[.)/]")


def unsqueezed(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines of a text; one that holds many paragraphs is told as many lines."""
    found = {id(line): cuts for line in lines if len(line.text) > _SHORT and (cuts := _cuts(line))}
    run_together = any(_is_run_together(line, found) for line in lines)
    for line in lines:
        if header := _of_two_columns(line):
            yield from header
            continue
        least = 2 if run_together else _LEAST_OF_HEAD if _HEAD.search(line.text) else _LEAST_MARKS
        cuts = found.get(id(line), [])
        if len(cuts) < least or not (run_together or len(line.text) > _LONG):
            stamp = _STAMP.match(line.text)
            cuts = [stamp.end()] if stamp else []
            cuts += [glued.start() for glued in _GLUED.finditer(line.text)]
        yield from _pieces(line, cuts)


def _pieces(line: Line, cuts: Sequence[int]) -> Iterator[Line]:
    """A line cut, with a gap before each piece so that none goes on the one before it."""
    if not cuts:
        yield line
        return
    for start, end in pairwise([0, *cuts, len(line.text)]):
        if piece := _piece(line, start, end):
            yield Line(line.number, "", "", (piece.columns[0],))
            yield piece


def _of_two_columns(line: Line) -> list[Line]:
    """A header told line by line across its columns: the left one put together again."""
    found = _HEADER.match(line.text)
    if found is None:
        return []
    spans = [found.span(name) for name in ("left", "rest", "country", "motto")]
    pieces = [piece for start, end in spans if (piece := _piece(line, start, end))]
    if len(pieces) == len(spans) and not _BODY.match(pieces[1].bare):
        pieces[:2] = [_joined(pieces[0], pieces[1])]
    return pieces


def _joined(one: Line, two: Line) -> Line:
    columns = (*tuple(one.columns)[: len(one.text)], one.columns[len(one.text)], *two.columns)
    return Line(one.number, f"{one.text} {two.text}", f"{one.bare} {two.bare}", columns)


def _is_run_together(line: Line, cuts: Mapping[int, Sequence[int]]) -> bool:
    return len(line.text) > _LONG and len(cuts.get(id(line), ())) >= _LEAST_MARKS


def _cuts(line: Line) -> list[int]:
    """Where paragraphs open."""
    text = line.text
    stamp = _STAMP.match(text)
    found = [stamp.end()] if stamp else []
    found += [match.start() for match in _OPENS.finditer(text)]
    for heading in _UNNUMBERED.finditer(text):
        found += [heading.start(), heading.end() + 1]
    found.sort()
    for start, after in pairwise([*found, len(text)]):
        label = text[start : min(start + _LABEL, after)]
        if _NUMBERED.match(label):
            found += [start + item for item in _items(label)][:1]
    return sorted(set(found))


def _items(label: str) -> Iterator[int]:
    """Dashes after a known heading, or before a task: "Văn hóa - Xã hội" holds none."""
    for item in _ITEM.finditer(label):
        if _HEADING.match(folded(label[: item.start()])) or _WORK.match(folded(label), item.end()):
            yield item.start()


def _piece(line: Line, start: int, end: int) -> Line | None:
    text = line.text[start:end]
    start += len(text) - len(text.lstrip())
    end -= len(text) - len(text.rstrip())
    if start >= end:
        return None
    return Line(
        line.number, line.text[start:end], line.bare[start:end], line.columns[start : end + 1]
    )
