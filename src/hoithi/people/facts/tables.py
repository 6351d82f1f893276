"""Tables of accounts, units and staff counts as offices fill them in, and what was read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Generic, TypeVar

from hoithi.core.units.kinds import UnitKind
from hoithi.documents.spreadsheets import Column, Doubt, Kind, TableReading
from hoithi.kit.refusals import Refusal

T = TypeVar("T")

ACCOUNT_COLUMNS = (
    Column("full_name", ("Họ và tên",), required=True),
    Column("post", ("Chức vụ, đơn vị", "Chức vụ", "Đơn vị")),
    Column("login", ("Tên đăng nhập",), note="Để trống thì hệ thống tự đặt"),
    Column("phone", ("Điện thoại",), kind=Kind.PHONE),
    Column("email", ("Thư điện tử", "Email")),
)
UNIT_COLUMNS = (
    Column("code", ("Mã đơn vị", "Mã"), required=True),
    Column("name", ("Tên đơn vị", "Đơn vị"), required=True),
    Column("kind", ("Loại đơn vị",), choices=tuple(kind.label for kind in UnitKind)),
    Column("parent", ("Mã đơn vị cấp trên",), note="Để trống nếu không trực thuộc đơn vị nào"),
    Column("since", ("Có từ ngày",), kind=Kind.DATE),
    Column("source", ("Theo văn bản",)),
)
COUNT_COLUMNS = (
    Column("code", ("Mã đơn vị", "Mã"), note="Giữ nguyên mã đã ghi sẵn"),
    Column("name", ("Tên đơn vị", "Đơn vị"), required=True),
    Column("province", ("Tỉnh, thành phố", "Tỉnh")),
    Column("people", ("Số người", "Tổng số", "Số lượng"), required=True, kind=Kind.WHOLE),
    Column("counted_under", ("Tính vào đơn vị (mã)",), note="Mã của đơn vị báo cáo số này"),
)
MOST_LETTERS = {"full_name": 120, "post": 120, "phone": 20, "email": 254}
"""What the row of an account has room for."""
MOST_ACCOUNTS = 1_000
"""Accounts from one table: all of them are written at once, and nobody else writes meanwhile."""
KINDS_BY_LABEL = {kind.label: kind for kind in UnitKind}


@dataclass(frozen=True)
class UnitLine:
    """A unit as a line of a table states it."""

    line: int
    code: str
    name: str
    kind: UnitKind | None
    parent: str
    since: date | None
    source: str


@dataclass(frozen=True)
class TableRead(Generic[T]):
    """What a table says, and for each line that cannot be taken why (line 0: the file)."""

    items: tuple[T, ...]
    faults: Mapping[int, tuple[Doubt | Refusal, ...]]
    reading: TableReading
    unchanged: int = 0
    """Lines that say what is known already."""
    expected: frozenset[int] = field(default_factory=frozenset)
    """Units (by number) that the table speaks of."""

    @property
    def is_clean(self) -> bool:
        """Whether all of it can be taken; otherwise none of it is."""
        return not self.faults


class TooManyAccounts(Refusal):
    """One table makes so many accounts at most."""


class TooLongFor(Refusal):
    """A text of a line is longer than its column takes."""


class EmailNotValid(Refusal):
    """What is written as an e-mail address is none."""


class ParentUnknown(Refusal):
    """A unit is to stand under one that neither the body, the table nor the register has."""


class CodeTwice(Refusal):
    """Two lines of a table have one code."""


class KindMissing(Refusal):
    """A new unit needs its kind."""


class UnitUnknown(Refusal):
    """No unit of the body has this code or name."""


class UnitAmbiguous(Refusal):
    """Several units have this name; the code tells them apart."""


class TableFaulty(Refusal):
    """Some line of a table cannot be taken, so none was."""
