"""Tables in which the secretariat registers teams, units or people, and why a line is not taken."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from hoithi.core.entering.answers import asked_fields
from hoithi.core.rulebook.entry import Asked, IdentityKind, Standing
from hoithi.core.vietnamese.personal_numbers import Sex
from hoithi.documents.spreadsheets import Column, Kind
from hoithi.entries.facts.door import Door
from hoithi.kit.refusals import Refusal

TEAM_COLUMNS = (
    Column("name", ("Đội thi", "Tên đội", "Đội thi, đơn vị", "Tên"), required=True),
    Column(
        "unit",
        ("Đơn vị", "Đơn vị dự thi", "Xã, phường"),
        note="Tên đơn vị như trong danh mục; để trống nếu đội không thuộc đơn vị nào.",
    ),
)
_HEADINGS = {
    IdentityKind.FULL_NAME: ("Họ và tên", "Họ tên"),
    IdentityKind.BIRTH_YEAR: ("Năm sinh", "Ngày sinh"),
    IdentityKind.BIRTH_DATE: ("Ngày sinh", "Ngày, tháng, năm sinh"),
    IdentityKind.SEX: ("Giới tính", "Nam, nữ"),
    IdentityKind.PHONE: ("Số điện thoại", "Điện thoại"),
    IdentityKind.EMAIL: ("Thư điện tử", "Email"),
    IdentityKind.PERSONAL_NUMBER: ("Số định danh cá nhân", "Số căn cước", "CCCD"),
    IdentityKind.OLD_IDENTITY_CARD: ("Số chứng minh nhân dân", "CMND"),
    IdentityKind.PASSPORT: ("Số hộ chiếu", "Hộ chiếu"),
    IdentityKind.ADDRESS: ("Địa chỉ",),
    IdentityKind.EMPLOYER: ("Nơi công tác, học tập", "Nơi công tác"),
    IdentityKind.POST: ("Chức vụ, nghề nghiệp", "Chức vụ", "Nghề nghiệp"),
    IdentityKind.BRANCH: ("Chi bộ, chi hội", "Chi bộ"),
    IdentityKind.SCHOOL_CLASS: ("Lớp",),
}
STANDINGS = {
    Standing.WORKPLACE: "Nơi đang công tác",
    Standing.WORKPLACE_SEAT: "Nơi cơ quan, đơn vị đóng trụ sở",
    Standing.RESIDENCE: "Nơi cư trú",
    Standing.BRANCH: "Chi bộ, đoàn thể đang sinh hoạt",
    Standing.SCHOOL: "Trường đang học hoặc công tác",
    Standing.ANY: "Đơn vị dự thi",
}
"""By which relation somebody stands for the unit, as a table says it."""
SEXES = {Sex.MALE: "Nam", Sex.FEMALE: "Nữ"}
_CHOICES = {IdentityKind.SEX: tuple(SEXES.values())}
_KINDS = {
    IdentityKind.PHONE: Kind.PHONE,
    IdentityKind.BIRTH_YEAR: Kind.DATE,
    IdentityKind.BIRTH_DATE: Kind.DATE,
}


@dataclass(frozen=True)
class TeamLine:
    """A team or unit as a line of a table states it; `unit` is the version it stands for."""

    line: int
    name: str
    unit: int | None
    unit_name: str = ""


@dataclass(frozen=True)
class LateGrounds:
    """By what something is taken after the last day of registration."""

    reason: str
    document_number: str


class RegistrationOver(Refusal):
    """The last day of registration (`day`) is over: a decision is needed, with its document."""

    def __init__(self, day: date) -> None:
        super().__init__(day=day)
        self.day = day


class EntrantInUse(Refusal):
    """`name` has done something in the contest (`uses`: names of features), so it stays."""

    def __init__(self, name: str, uses: Sequence[str]) -> None:
        super().__init__(name=name, uses=tuple(uses))
        self.name, self.uses = name, tuple(uses)


class TeamTwice(Refusal):
    """Two lines of a table have one name."""


class TeamAlreadyIn(Refusal):
    """A team or unit of this name is in the contest."""


class TeamUnitUnknown(Refusal):
    """The contest offers no unit of this name."""


class TeamUnitUnclear(Refusal):
    """Several units that the contest offers have this name."""


class UnitTeamsFull(Refusal):
    """The unit has as many teams as the rules let it send (`most`)."""


class PeopleKeepTheirNames(Refusal):
    """The name of a person is part of the identity and is not corrected here."""


class PersonTwice(Refusal):
    """Two lines of a table are one person of the contest."""


class PersonAlreadyIn(Refusal):
    """This person is in the contest."""


class ValueOfAnother(Refusal):
    """Something on the form that no two people share belongs to another person of the contest."""


def people_columns(door: Door) -> tuple[Column, ...]:
    """The columns in which people are registered: what the door asks of everybody."""
    asked = [
        Column(
            one.kind,
            ((one.label,) if one.label else ()) + _HEADINGS[one.kind],
            required=one.asked is Asked.REQUIRED,
            kind=_KINDS.get(one.kind, Kind.TEXT),
            choices=_CHOICES.get(one.kind, ()),
        )
        for one in asked_fields(door.entry)
    ]
    rule = door.entry.unit
    if rule is not None:
        note = "Tên đơn vị như trong danh mục."
        asked.append(Column("unit", ("Đơn vị", "Đơn vị dự thi"), not rule.may_have_none, note=note))
        if len(rule.standings) > 1:
            names = tuple(STANDINGS[one] for one in rule.standings)
            headings = ("Dự thi cho đơn vị vì đó là",)
            asked.append(Column("standing", headings, not rule.may_have_none, choices=names))
    if len(door.groups) > 1:
        titles = tuple(group.title for group in door.groups)
        asked.append(Column("group", ("Nhóm đối tượng", "Nhóm"), choices=titles))
    return tuple(asked)
