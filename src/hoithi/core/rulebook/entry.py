"""Who may enter, what they are asked, for which unit they stand, and who may not."""

from collections.abc import Collection
from enum import StrEnum
from typing import Annotated

import msgspec

from hoithi.core.rulebook.record import (
    Amount,
    AudienceCode,
    Count,
    DayText,
    Key,
    KindOfUnit,
    Percent,
    Record,
    RoleCode,
    Text,
    UnitCode,
    WholeNumber,
)

Age = Annotated[int, msgspec.Meta(ge=0, le=130, extra={"kind": "count"})]


class EntrantKind(StrEnum):
    """What a line of the ranking is."""

    PERSON = "person"
    TEAM = "team"
    UNIT = "unit"


class IdentityKind(StrEnum):
    """A field of identity that the form can ask for; each has its own check of form."""

    FULL_NAME = "full_name"
    BIRTH_YEAR = "birth_year"
    BIRTH_DATE = "birth_date"
    SEX = "sex"
    PHONE = "phone"
    EMAIL = "email"
    PERSONAL_NUMBER = "personal_number"
    OLD_IDENTITY_CARD = "old_identity_card"
    PASSPORT = "passport"
    ADDRESS = "address"
    EMPLOYER = "employer"
    POST = "post"
    BRANCH = "branch"
    SCHOOL_CLASS = "school_class"
    GUARDIAN_NAME = "guardian_name"
    GUARDIAN_NUMBER = "guardian_number"
    GUARDIAN_PHONE = "guardian_phone"


class Asked(StrEnum):
    """When a field is asked for."""

    REQUIRED = "required"
    OPTIONAL = "optional"
    WINNERS = "winners"
    """Asked only of those proposed for a prize."""


class IdentityField(Record, frozen=True, kw_only=True):
    """One field of the identity form; `unique`: no two people of the contest share its value."""

    kind: IdentityKind
    asked: Asked = Asked.REQUIRED
    unique: bool = False
    label: Text | None = None
    """Words that replace the usual label."""


class Standing(StrEnum):
    """By which of a person's places the unit one stands for may be chosen."""

    WORKPLACE = "workplace"
    WORKPLACE_SEAT = "workplace_seat"
    """The commune in which the workplace lies."""
    RESIDENCE = "residence"
    BRANCH = "branch"
    SCHOOL = "school"
    ANY = "any"


class UnitChoice(Record, frozen=True, kw_only=True):
    """The unit one stands for: by which relation, of which kinds, and whether a list is closed."""

    standings: tuple[Standing, ...] = (Standing.ANY,)
    kinds: tuple[KindOfUnit, ...] = ()
    """Kinds of unit offered (codes of `core.units.UnitKind`); empty means every kind."""
    under: tuple[UnitCode, ...] = ()
    """Codes of units whose descendants are offered; one that has none below it, or is of a kind
    among `kinds`, is offered itself. Empty means all of the body's list."""
    may_have_none: bool = False
    locked_after_first_sitting: bool = True
    explanation: Text | None = None
    """The plan's own rule in words, printed and shown beside the field."""


class Group(Record, frozen=True, kw_only=True):
    """A group of contestants (nhóm đối tượng) with its own paper or prizes."""

    key: Key
    title: Text
    audience: AudienceCode | None = None
    """Audience of questions in the bank (code of `questions`): official, citizen, pupil."""
    kinds_of_unit: tuple[KindOfUnit, ...] = ()
    """Who stands for a unit of these kinds belongs to the group; empty means one chooses."""
    min_age: Age | None = None
    max_age: Age | None = None


class ExclusionEffect(StrEnum):
    """What being on the list of exclusions means."""

    BARRED = "barred"
    """May not take part."""
    UNRANKED = "unranked"
    """May take part but is not ranked."""
    NO_PRIZE = "no_prize"
    """Is ranked, but takes no prize."""


class Exclusion(Record, frozen=True, kw_only=True):
    """A class of people the rules exclude; the named list is kept with the contest."""

    key: Key
    who: Text
    effect: ExclusionEffect = ExclusionEffect.BARRED
    roles: tuple[RoleCode, ...] = ()
    """Roles of the system that carry it by themselves (`question_writer`, `organiser` …)."""
    units: tuple[UnitCode, ...] = ()
    """Codes of units whose people are excluded as a whole (the hosting department)."""


class TeamRules(Record, frozen=True, kw_only=True):
    """What a team is made of."""

    least: Count = 1
    most: Count = 100
    main_members: WholeNumber = 0
    reserves: WholeNumber = 0
    captain: bool = True
    a_unit: Count = 1
    """Teams a unit may send."""
    register_by: DayText | None = None
    """The last day on which a unit may register its teams."""
    composition: tuple[Text, ...] = ()


class Quota(Record, frozen=True, kw_only=True):
    """How many of a unit's people must take part at least, as a share or a number."""

    key: Key
    title: Text
    kinds: tuple[KindOfUnit, ...] = ()
    """Kinds of unit that it binds, whose lists it counts; empty means every unit."""
    posts: tuple[Text, ...] = ()
    """Posts counted, as written in the unit's named list; empty means everybody on the list."""
    percent: Percent | None = None
    least: WholeNumber | None = None

    def binds(self, kind: str) -> bool:
        """Whether it concerns units of a kind."""
        return not self.kinds or kind in self.kinds


class EntryRules(Record, frozen=True, kw_only=True):
    """The door of the contest."""

    entrant: EntrantKind = EntrantKind.PERSON
    eligible: Text | None = None
    """Who may take part, in the plan's words."""
    fields: tuple[IdentityField, ...] = (
        IdentityField(kind=IdentityKind.FULL_NAME),
        IdentityField(kind=IdentityKind.BIRTH_YEAR),
        IdentityField(kind=IdentityKind.PHONE),
    )
    key: tuple[IdentityKind, ...] = (
        IdentityKind.FULL_NAME,
        IdentityKind.BIRTH_YEAR,
        IdentityKind.PHONE,
    )
    """The required fields that make one person of the contest."""
    min_age: Age | None = None
    max_age: Age | None = None
    consent_under: Age = 16
    """Below this age a parent or guardian consents first."""
    unit: UnitChoice | None = UnitChoice()
    exclusions: tuple[Exclusion, ...] = ()
    team: TeamRules | None = None
    quotas: tuple[Quota, ...] = ()
    counted_by: tuple[UnitCode, ...] = ()
    """Of two staff counts of one unit, that in the report of the unit named first here holds. A
    second count under another unit is refused where neither is named."""
    proof_of_work: bool = False
    """A short computation against scripts before the first entry."""
    password: Text | None = None
    """A password shared by all contestants: weak, but some plans want it."""
    entry_fee: Amount = 0

    def quotas_for(self, kinds: Collection[str]) -> tuple[Quota, ...]:
        """The quotas that bind units of some of these kinds; all of them where none is named."""
        return tuple(quota for quota in self.quotas if not kinds or any(map(quota.binds, kinds)))
