"""The door: ages, the identity asked, teams, units, quotas and exclusions."""

from hoithi.core.rulebook.checks.finding import (
    FindingCode,
    Findings,
    contradiction,
    remark,
)
from hoithi.core.rulebook.checks.sources import age_is_asked
from hoithi.core.rulebook.document import ContestKind, Rulebook
from hoithi.core.rulebook.entry import (
    Asked,
    EntrantKind,
    EntryRules,
    IdentityKind,
    Quota,
    TeamRules,
    UnitChoice,
)


def check(rulebook: Rulebook) -> Findings:
    """Who may enter can be told from what is asked."""
    yield from _ages(rulebook)
    yield from _identity(rulebook.entry)
    yield from _team(rulebook.entry)
    yield from _unit(rulebook)
    for place, quota in enumerate(rulebook.entry.quotas):
        yield from _quota(f"entry.quotas[{place}]", quota, rulebook.entry.unit)
    if rulebook.entry.eligible is None:
        yield remark("entry.eligible", FindingCode.ELIGIBLE_OPEN)
    if rulebook.kind is ContestKind.ONLINE and not rulebook.entry.exclusions:
        yield remark("entry.exclusions", FindingCode.NO_EXCLUSIONS)
    if rulebook.entry.password is not None:
        yield remark("entry.password", FindingCode.SHARED_PASSWORD)


def _ages(rulebook: Rulebook) -> Findings:
    entry = rulebook.entry
    yield from _crossed("entry.min_age", entry.min_age, entry.max_age)
    for place, group in enumerate(rulebook.groups):
        path = f"groups[{place}].min_age"
        yield from _crossed(path, group.min_age, group.max_age)
        too_old = _above(group.min_age, entry.max_age)
        if too_old or _above(entry.min_age, group.max_age):
            yield contradiction(path, FindingCode.GROUP_AGES_OUTSIDE, title=group.title)
    if entry.entrant is EntrantKind.UNIT or age_is_asked(entry):
        return
    limits = [entry.min_age, entry.max_age]
    limits += [age for group in rulebook.groups for age in (group.min_age, group.max_age)]
    if any(limit is not None for limit in limits):
        yield contradiction("entry.fields", FindingCode.AGE_NOT_ASKED)
    elif entry.consent_under > 0:
        age = entry.consent_under
        yield remark("entry.fields", FindingCode.CONSENT_AGE_NOT_ASKED, age=age)


def _above(least: int | None, most: int | None) -> bool:
    return least is not None and most is not None and least > most


def _crossed(path: str, least: int | None, most: int | None) -> Findings:
    if least is not None and most is not None and least > most:
        yield contradiction(path, FindingCode.AGES_CROSSED, least=least, most=most)


def _identity(entry: EntryRules) -> Findings:
    yield from _fields(entry)
    if entry.entrant is EntrantKind.UNIT:
        return
    asked = {field.kind: field.asked for field in entry.fields}
    if IdentityKind.FULL_NAME not in asked:
        yield contradiction("entry.fields", FindingCode.NAME_NOT_ASKED)
    if not entry.key:
        yield contradiction("entry.key", FindingCode.IDENTITY_KEY_EMPTY)
    for place, kind in enumerate(entry.key):
        path = f"entry.key[{place}]"
        if kind in entry.key[:place]:
            yield contradiction(path, FindingCode.IDENTITY_FIELD_TWICE, field=kind.value)
        if kind not in asked:
            yield contradiction(path, FindingCode.IDENTITY_KEY_NOT_ASKED, field=kind.value)
        elif asked[kind] is not Asked.REQUIRED:
            yield contradiction(path, FindingCode.IDENTITY_KEY_NOT_REQUIRED, field=kind.value)


def _fields(entry: EntryRules) -> Findings:
    kinds = [field.kind for field in entry.fields]
    for place, field in enumerate(entry.fields):
        path = f"entry.fields[{place}]"
        if field.kind in kinds[:place]:
            yield contradiction(path, FindingCode.IDENTITY_FIELD_TWICE, field=field.kind.value)
        if field.kind is IdentityKind.PERSONAL_NUMBER and field.asked is Asked.REQUIRED:
            yield remark(path, FindingCode.PERSONAL_NUMBER_ASKED)


def _team(entry: EntryRules) -> Findings:
    if entry.entrant is EntrantKind.TEAM and entry.team is None:
        yield contradiction("entry.team", FindingCode.TEAM_RULES_MISSING)
    if entry.team is None:
        return
    if entry.entrant is not EntrantKind.TEAM:
        yield remark("entry.team", FindingCode.TEAM_RULES_UNUSED)
    team: TeamRules = entry.team
    named = team.main_members + team.reserves
    if team.least > team.most or named > team.most:
        yield contradiction(
            "entry.team",
            FindingCode.TEAM_SIZES_CROSSED,
            least=team.least,
            most=team.most,
            named=named,
        )


def _quota(path: str, quota: Quota, unit: UnitChoice | None) -> Findings:
    if quota.percent is None and quota.least is None:
        yield contradiction(path, FindingCode.QUOTA_EMPTY, title=quota.title)
    offered = unit.kinds if unit is not None else ()
    for kind in quota.kinds:
        if unit is None or (offered and kind not in offered):
            code = FindingCode.QUOTA_KIND_NOT_OFFERED
            yield contradiction(f"{path}.kinds", code, kind_of_unit=kind, title=quota.title)
    if not quota.kinds and not quota.posts and len(offered) != 1:
        yield remark(path, FindingCode.QUOTA_COUNTS_ALL, title=quota.title)


def _unit(rulebook: Rulebook) -> Findings:
    unit = rulebook.entry.unit
    needs_unit = bool(rulebook.collectives) or rulebook.entry.entrant is not EntrantKind.PERSON
    if unit is None:
        if needs_unit:
            yield contradiction("entry.unit", FindingCode.UNIT_NOT_ASKED)
        return
    if not unit.standings:
        yield contradiction("entry.unit.standings", FindingCode.STANDINGS_EMPTY)
    if unit.may_have_none and rulebook.collectives:
        yield remark("entry.unit.may_have_none", FindingCode.UNIT_MAY_BE_NONE)
    for place, collective in enumerate(rulebook.collectives):
        for kind in collective.kinds:
            if unit.kinds and kind not in unit.kinds:
                path = f"collectives[{place}].kinds"
                code = FindingCode.KIND_NOT_OFFERED
                yield contradiction(path, code, kind_of_unit=kind, title=collective.title)
