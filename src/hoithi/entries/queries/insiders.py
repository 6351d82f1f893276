"""Members of the committees of a campaign whom the rules of a contest exclude."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from hoithi.campaigns.facts import PersonTold, person_of
from hoithi.campaigns.models import Campaign, Committee, CommitteeMember
from hoithi.contests.models import Contest, ContestState
from hoithi.core.insiders import rule_for
from hoithi.core.rulebook.entry import Exclusion
from hoithi.entries.facts import exclusion_hashes
from hoithi.entries.facts.exclusions import Named, values_of
from hoithi.entries.queries.exclusions import Touched, rules_of, touched_by

Listed = set[tuple[str, str]]
"""Rule and keyed hash of those who are on the list."""


@dataclass(frozen=True)
class Insiders:
    """The members of one committee as the list of a contest has them, or lacks them."""

    committee: Committee
    rule: Exclusion | None
    """Under which they fall; None where the rules say nothing of such a committee."""
    new: tuple[CommitteeMember, ...] = ()
    """Not on the list yet, and comparable."""
    listed: tuple[CommitteeMember, ...] = ()
    unknown: tuple[CommitteeMember, ...] = ()
    """Without birth year and telephone nobody can be known again at the door."""
    people: tuple[Named, ...] = field(default=(), repr=False)
    """The new ones as the list takes them."""


def contests_of(campaign: Campaign) -> list[Contest]:
    """The contests of a campaign that take entrants."""
    rows = Contest.objects.filter(campaign=campaign, rehearses=None).select_related("body")
    return list(rows.exclude(state=ContestState.DELETED).order_by("pk"))


def insiders_of(
    contest: Contest, chosen: Mapping[int, str] | None = None, *, at: datetime
) -> list[Insiders]:
    """Each committee of the contest's campaign with its members. A constant number of queries.

    `chosen` names the rule of a committee (by number) where somebody chose another; "" for none.
    """
    committees = contest.campaign.committees.prefetch_related("members__identity")
    return _among(contest, list(committees), chosen or {}, at)


def _among(
    contest: Contest, committees: Sequence[Committee], chosen: Mapping[int, str], at: datetime
) -> list[Insiders]:
    rules = rules_of(contest, at=at)
    rows = contest.exclusions.values_list("rule", "key_hash", "phone_hash")
    listed = {(rule, one) for rule, *hashes in rows for one in hashes if one}
    return [_seen(contest, one, _rule(one, rules, chosen), listed, at) for one in committees]


def _rule(
    committee: Committee, rules: Sequence[Exclusion], chosen: Mapping[int, str]
) -> Exclusion | None:
    key = chosen.get(committee.pk)
    if key is None:
        return rule_for(committee.kind, committee.name, rules)
    return next((one for one in rules if one.key == key), None)


def _seen(
    contest: Contest,
    committee: Committee,
    rule: Exclusion | None,
    listed: Listed,
    at: datetime,
) -> Insiders:
    members = list(committee.members.all())
    if rule is None:
        return Insiders(committee, None)
    known, new, people, unknown = [], [], [], []
    for member in members:
        named = _named(person_of(member.full_name, member.post, member.identity))
        hashes = _hashes(contest, named, at)
        if not hashes:
            unknown.append(member)
        elif any((rule.key, one) in listed for one in hashes):
            known.append(member)
        else:
            new.append(member)
            people.append(named)
    return Insiders(committee, rule, tuple(new), tuple(known), tuple(unknown), tuple(people))


def _named(told: PersonTold) -> Named:
    return Named(told.full_name, told.birth_year, told.phone)


def _hashes(contest: Contest, named: Named, at: datetime) -> Iterable[str]:
    """What the list would hold of somebody; empty for who cannot be compared."""
    values, problems = values_of(named, on=at.date())
    if problems:
        return ()
    return exclusion_hashes(contest.body_id, contest.pk, values).values()


def touched_among(contest: Contest, found: Sequence[Insiders], *, at: datetime) -> list[Touched]:
    """Who of the new ones is in the contest already, and what that would change."""
    touched = []
    for one in found:
        if one.rule is not None and one.people:
            touched += touched_by(contest, one.rule, one.people, at=at)
    return touched


def not_yet_listed(campaign: Campaign, *, at: datetime) -> list[tuple[Contest, int]]:
    """The contests whose lists lack members of the campaign's committees, with how many."""
    contests = contests_of(campaign)
    committees = list(campaign.committees.prefetch_related("members__identity")) if contests else []
    counts = [
        (contest, sum(len(one.new) for one in _among(contest, committees, {}, at)))
        for contest in contests
    ]
    return [(contest, number) for contest, number in counts if number]
