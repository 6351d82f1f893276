"""Days counted from an event: "trước 07 ngày tổ chức Hội nghị", "sau khi kết thúc 02 ngày"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_DAYS = (
    r"(?:it nhat |toi thieu |khoang |"
    r"dung )?(?P<{}>\d{{1,3}})\s*(?:\([^)]{{1,20}}\)\s*)?(?P<{}unit>ngay|"
    r"tuan)(?: lam viec)?"
)
_EVENT = (
    r"(?:to chuc|dien ra|khai mac|be mac|ket thuc|bat dau|hoi nghi|hoi thi|cuoc thi|"
    r"hoi thao|ngay hoi|"
    r"su kien|kiem tra|tap huan|so khao|le |thi\b|cong bo|tong ket|nhan duoc|phat dong|"
    r"ban hanh|chuong trinh|dot|vong|ky|moi|co ket qua|hoan thanh|trao|trien khai)"
)
_RELATIVE = (
    (
        -1,
        re.compile(
            rf"truoc {_DAYS.format('n', 'n')}[^.;,\d]{{0,25}}?(?P<anchor>{_EVENT}[^.;,:()]{{0,50}})"
        ),
    ),
    (
        -1,
        re.compile(
            rf"{_DAYS.format('n', 'n')},? truoc (?:khi |"
            rf"ngay )*(?P<anchor>{_EVENT}[^.;,:()]{{0,50}})"
        ),
    ),
    (
        -1,
        re.compile(
            rf"truoc (?:khi |"
            rf"ngay )*(?P<anchor>{_EVENT}[^.;:()\d]{{0,50}}?),? {_DAYS.format('n', 'n')}"
        ),
    ),
    (
        1,
        re.compile(
            rf"sau (?:khi |"
            rf"ngay )*(?P<anchor>{_EVENT}[^.;:()\d]{{0,60}}?),? {_DAYS.format('n', 'n')}"
        ),
    ),
    (
        1,
        re.compile(
            rf"sau {_DAYS.format('n', 'n')},?\s*(?:ke tu|tinh tu|tu|khi)?(?: ngay| khi)*\s*"
            rf"(?P<anchor>{_EVENT}[^.;,:()]{{0,50}})"
        ),
    ),
    (
        1,
        re.compile(
            rf"{_DAYS.format('n', 'n')},?\s*(?:ke tu|tinh tu|sau)(?: ngay| khi| thoi diem)*\s*"
            rf"(?P<anchor>{_EVENT}[^.;,:()]{{0,50}})"
        ),
    ),
)
_DAYS_A_WEEK = 7


@dataclass(frozen=True, slots=True)
class Relative:
    """Days before (negative) or after an event; where the whole and the event's name stand."""

    days: int
    anchor: tuple[int, int]
    start: int
    end: int


def relative_days(bare: str) -> Iterator[Relative]:
    """All days counted from an event in a folded paragraph; no words are read twice."""
    taken: list[tuple[int, int]] = []
    for sign, pattern in _RELATIVE:
        for match in pattern.finditer(bare):
            if any(match.start() < end and start < match.end() for start, end in taken):
                continue
            taken.append(match.span())
            days = int(match["n"]) * (_DAYS_A_WEEK if match["nunit"] == "tuan" else 1)
            yield Relative(sign * days, match.span("anchor"), *match.span())
