"""Findings about who may enter."""

from typing import Any

from hoithi.core.rulebook.checks import FindingCode as Code
from hoithi.core.rulebook.document import Rulebook
from hoithi.core.rulebook.entry import (
    Asked,
    EntrantKind,
    EntryRules,
    Group,
    IdentityField,
    IdentityKind,
    Quota,
    TeamRules,
    UnitChoice,
)
from hoithi.core.rulebook.ranking import Aggregate, Collective, InOrder, UnitKey
from tests.core.rulebook.cases import odd, wrong
from tests.core.rulebook.make import rulebook

NAME = IdentityField(kind=IdentityKind.FULL_NAME)
PHONE = IdentityField(kind=IdentityKind.PHONE)
COMMUNES = Collective(
    key="communes",
    title="Xếp hạng xã",
    kinds=("commune",),
    method=InOrder(keys=(UnitKey(by=Aggregate.PEOPLE),)),
)


OF_CELLS = Quota(key="members", title="Đảng viên", kinds=("party_cell",), least=1)


def door(**rules: Any) -> Rulebook:
    """A contest with these rules of entry."""
    return rulebook(entry=EntryRules(**rules))


CASES = [
    wrong(Code.AGES_CROSSED, "entry.min_age", door(min_age=18, max_age=14)),
    wrong(
        Code.GROUP_AGES_OUTSIDE,
        "groups[0].min_age",
        rulebook(
            entry=EntryRules(min_age=14),
            groups=(Group(key="children", title="Thiếu nhi", max_age=13),),
        ),
    ),
    wrong(
        Code.AGE_NOT_ASKED,
        "entry.fields",
        door(min_age=14, fields=(NAME, PHONE), key=(IdentityKind.PHONE,)),
    ),
    odd(
        Code.CONSENT_AGE_NOT_ASKED,
        "entry.fields",
        door(fields=(NAME, PHONE), key=(IdentityKind.PHONE,)),
    ),
    wrong(Code.IDENTITY_KEY_EMPTY, "entry.key", door(key=())),
    wrong(
        Code.IDENTITY_KEY_NOT_REQUIRED,
        "entry.key[0]",
        door(
            fields=(NAME, IdentityField(kind=IdentityKind.PHONE, asked=Asked.OPTIONAL)),
            key=(IdentityKind.PHONE,),
        ),
    ),
    wrong(Code.IDENTITY_KEY_NOT_ASKED, "entry.key[0]", door(key=(IdentityKind.EMAIL,))),
    wrong(
        Code.IDENTITY_FIELD_TWICE,
        "entry.fields[2]",
        door(fields=(NAME, PHONE, PHONE), key=(IdentityKind.PHONE,)),
    ),
    wrong(Code.NAME_NOT_ASKED, "entry.fields", door(fields=(PHONE,), key=(IdentityKind.PHONE,))),
    odd(
        Code.PERSONAL_NUMBER_ASKED,
        "entry.fields[1]",
        door(
            fields=(NAME, IdentityField(kind=IdentityKind.PERSONAL_NUMBER)),
            key=(IdentityKind.PERSONAL_NUMBER,),
        ),
    ),
    wrong(Code.TEAM_RULES_MISSING, "entry.team", door(entrant=EntrantKind.TEAM)),
    odd(Code.TEAM_RULES_UNUSED, "entry.team", door(team=TeamRules())),
    wrong(
        Code.TEAM_SIZES_CROSSED,
        "entry.team",
        door(entrant=EntrantKind.TEAM, team=TeamRules(least=7, most=12, main_members=13)),
    ),
    wrong(
        Code.UNIT_NOT_ASKED,
        "entry.unit",
        rulebook(entry=EntryRules(unit=None), collectives=(COMMUNES,)),
    ),
    odd(
        Code.UNIT_MAY_BE_NONE,
        "entry.unit.may_have_none",
        rulebook(entry=EntryRules(unit=UnitChoice(may_have_none=True)), collectives=(COMMUNES,)),
    ),
    wrong(Code.STANDINGS_EMPTY, "entry.unit.standings", door(unit=UnitChoice(standings=()))),
    wrong(
        Code.KIND_NOT_OFFERED,
        "collectives[0].kinds",
        rulebook(entry=EntryRules(unit=UnitChoice(kinds=("ward",))), collectives=(COMMUNES,)),
    ),
    wrong(
        Code.QUOTA_EMPTY,
        "entry.quotas[0]",
        door(quotas=(Quota(key="leaders", title="Lãnh đạo"),)),
    ),
    wrong(
        Code.QUOTA_KIND_NOT_OFFERED,
        "entry.quotas[0].kinds",
        door(unit=UnitChoice(kinds=("thon",)), quotas=(OF_CELLS,)),
    ),
    wrong(
        Code.QUOTA_KIND_NOT_OFFERED, "entry.quotas[0].kinds", door(unit=None, quotas=(OF_CELLS,))
    ),
    odd(
        Code.QUOTA_COUNTS_ALL,
        "entry.quotas[0]",
        door(quotas=(Quota(key="all", title="Mọi người", least=1),)),
    ),
    odd(Code.NO_EXCLUSIONS, "entry.exclusions", rulebook()),
    odd(Code.SHARED_PASSWORD, "entry.password", door(password="cchc2026")),
    odd(Code.ELIGIBLE_OPEN, "entry.eligible", rulebook()),
]
