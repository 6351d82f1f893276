"""Named lists matched with the contestants of this moment: done, not yet, exempt, in doubt."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

from django.db.models import Q

from hoithi.contests.facts import rulebook_of
from hoithi.contests.models import Contest
from hoithi.core.collective.figures import Listed
from hoithi.core.collective.quotas import QuotaState, quota_states
from hoithi.core.roster import RosterLine, State, match
from hoithi.core.rulebook.entry import Quota
from hoithi.core.rulebook.windows import is_trial
from hoithi.core.vietnamese.text import words_key
from hoithi.entries.facts.lists import born_shown, roster_contestant, roster_line
from hoithi.entries.models import Entrant, ListedPerson, MatchState, UnitList
from hoithi.people.facts import index_hashes, opened

_AT_ONCE = 300


class Standing(StrEnum):
    """How a listed person stands."""

    DONE = "done"
    NOT_YET = "not_yet"
    EXEMPT = "exempt"
    DOUBTFUL = "doubtful"


@dataclass(frozen=True)
class Suggested:
    """A contestant who may be the listed person."""

    entrant: int
    name: str
    birth_year: int | None
    unit: str
    elsewhere: bool = False
    """Stands for another unit, so that its contact or this one may ask for a correction."""
    asked: bool = False
    """A correction of the unit was asked for and waits."""


@dataclass(frozen=True)
class LineShown:
    """A line of the list as the contact sees it."""

    id: int
    name: str
    born: str
    post: str
    standing: Standing
    entered: bool
    exempt_reason: str
    suggested: tuple[Suggested, ...] = ()
    entrant: int | None = None
    settled: bool = False
    """Somebody has said who it is, or is not; that can be taken back."""


@dataclass(frozen=True)
class QuotaShown:
    """How far the unit is with one of the rulebook's quotas."""

    title: str
    people: int
    done: int
    percent: int
    """Rounded down: 100 only when nobody is missing."""
    wanted: str


@dataclass(frozen=True)
class _Known:
    """The contestants who may be on the lists, and who of them has handed a paper in."""

    people: Mapping[int, Entrant]
    done: Collection[int]
    asked: Collection[int]


def lines_shown(unit_list: UnitList) -> list[LineShown]:
    """Every line with its state, doubtful ones with everybody who may be meant."""
    everybody = Q(unit__unit=unit_list.unit_id)
    return _lines(unit_list.contest, [unit_list], everybody)[unit_list.pk]


def lines_of(contest: Contest, lists: Sequence[UnitList]) -> dict[int, list[LineShown]]:
    """The lines of many lists by the list's number, for counts: matched by whole names only.

    Who is certain, exempt or not yet is the same as on the list's own page; a misspelt name is
    in doubt only there. A number of queries that does not grow with the lists.
    """
    return _lines(contest, lists, Q(pk__in=[]))


def _lines(contest: Contest, lists: Sequence[UnitList], also: Q) -> dict[int, list[LineShown]]:
    by_list: dict[int, list[ListedPerson]] = {one.pk: [] for one in lists}
    rows = ListedPerson.objects.filter(list__in=lists).select_related("identity")
    for row in rows.order_by("line", "pk"):
        by_list[row.list_id].append(row)
    codes = {one.pk: one.unit.code for one in lists}
    rosters = {row.pk: roster_line(row, codes[pk]) for pk, each in by_list.items() for row in each}
    settled = {row.entrant_id for each in by_list.values() for row in each if row.entrant_id}
    names = {words_key(line.name) for line in rosters.values()} - {""}
    known = _known(contest, names, also | Q(pk__in=settled))
    return {pk: _matched(each, rosters, known) for pk, each in by_list.items()}


def _known(contest: Contest, names: Iterable[str], also: Q) -> _Known:
    """Who has a name of the lists, and `also` these; a query for each few hundred names."""
    entrants = Entrant.objects.filter(contest=contest).select_related("identity", "unit__unit")
    people = {one.pk: one for one in entrants.filter(also)}
    hashes = (one for name in sorted(names) for one in index_hashes(contest.body_id, "name", name))
    while some := list(islice(hashes, _AT_ONCE)):
        named = Q(identity__index__field="name", identity__index__value_hash__in=some)
        people |= {one.pk: one for one in entrants.filter(named)}
    return _Known(people, _done(contest, people), _asked(contest))


def _done(contest: Contest, people: Collection[int]) -> set[int]:
    """Who has handed in a paper that is not annulled, in a round that is no trial."""
    trials, found, waiting = _trials(contest), set[int](), iter(sorted(people))
    while some := list(islice(waiting, _AT_ONCE)):
        handed = Entrant.objects.filter(pk__in=some, sittings__submission__isnull=False)
        papers = handed.values_list("pk", "sittings__pk", "sittings__round__key")
        annulled = Entrant.objects.filter(pk__in=some, decisions__kind="annul")
        out = set(annulled.values_list("decisions__sitting_id", flat=True))
        found |= {pk for pk, paper, key in papers if paper not in out and key not in trials}
    return found


def _trials(contest: Contest) -> set[str]:
    newest = contest.versions.order_by("-number").first()
    rounds = rulebook_of(newest).rounds if newest else ()
    return {one.key for one in rounds if is_trial(one)}


def _asked(contest: Contest) -> set[int]:
    waiting = contest.unit_corrections.filter(decided_at=None)
    return set(waiting.values_list("entrant_id", flat=True))


def _matched(
    rows: Sequence[ListedPerson], rosters: Mapping[int, RosterLine], known: _Known
) -> list[LineShown]:
    """The lines of one list; whom somebody has confirmed is nobody else's."""
    open_rows = [row for row in rows if row.match != MatchState.CONFIRMED]
    taken = {row.entrant_id for row in rows if row.match == MatchState.CONFIRMED}
    rejected = {row.pk: set(row.rejected) for row in rows}
    contestants = [roster_contestant(one) for pk, one in known.people.items() if pk not in taken]
    matches = {one.line: one for one in match((rosters[row.pk] for row in open_rows), contestants)}
    shown = []
    for row in rows:
        found = matches.get(row.pk)
        ids = [one.contestant for one in found.candidates] if found else []
        ids = [pk for pk in ids if pk not in rejected[row.pk]]
        sure = row.entrant_id if row.match == MatchState.CONFIRMED else None
        if found and found.state is State.CERTAIN and ids:
            sure, ids = ids[0], []
        shown.append(_line(row, rosters[row.pk], sure, ids, known))
    return shown


def _line(
    row: ListedPerson, roster: RosterLine, sure: int | None, maybe: Sequence[int], known: _Known
) -> LineShown:
    done = sure in known.done
    standing = Standing.DONE if done else Standing.NOT_YET
    if not done and row.exempt_reason:
        standing = Standing.EXEMPT
    elif not done and maybe:
        standing = Standing.DOUBTFUL
    return LineShown(
        id=row.pk,
        name=roster.name or row.masked_name,
        born=born_shown(roster.born),
        post=row.post,
        standing=standing,
        entered=sure is not None,
        exempt_reason=row.exempt_reason,
        suggested=tuple(_suggested(known, pk, roster.unit) for pk in maybe if pk in known.people),
        entrant=sure,
        settled=row.match == MatchState.CONFIRMED or bool(row.rejected),
    )


def _suggested(known: _Known, pk: int, unit_code: str) -> Suggested:
    entrant = known.people[pk]
    name = opened(entrant.identity).get("full_name", "") if entrant.identity else entrant.name
    elsewhere = entrant.unit is None or entrant.unit.unit.code != unit_code
    unit = entrant.unit.name if entrant.unit else ""
    return Suggested(pk, name, entrant.birth_year, unit, elsewhere, pk in known.asked)


def quotas_shown(
    quotas: Sequence[Quota], lines: Sequence[LineShown], *, of: str
) -> list[QuotaShown]:
    """Done against wanted for every quota that binds a unit of the kind `of`.

    Counted as for the ranking of units; exempt people are counted on neither side.
    """
    listed = [Listed(line.post, line.entrant, bool(line.exempt_reason)) for line in lines]
    done = {line.entrant for line in lines if line.standing is Standing.DONE and line.entrant}
    return [_quota(state) for state in quota_states(quotas, listed, done, kind=of)]


def _quota(state: QuotaState) -> QuotaShown:
    quota, people = state.quota, state.members
    wanted = f"{quota.percent}%" if quota.percent is not None else str(quota.least or "")
    return QuotaShown(quota.title, people, state.done, share(state.done, people), wanted)


def share(done: int, people: int) -> int:
    """Per cent, rounded down; 0 of nobody."""
    return 100 * done // people if people else 0


@dataclass(frozen=True)
class Counted:
    """How many of a list's people stand how; those in doubt are among those not yet done."""

    people: int = 0
    """Without the exempt."""
    done: int = 0
    not_yet: int = 0
    doubtful: int = 0
    exempt: int = 0

    @property
    def percent(self) -> int:
        """The share of those done, rounded down."""
        return share(self.done, self.people)


def counted(lines: Sequence[LineShown]) -> Counted:
    """The figures of a list."""
    by: dict[Standing, int] = defaultdict(int)
    for line in lines:
        by[line.standing] += 1
    waiting = by[Standing.NOT_YET] + by[Standing.DOUBTFUL]
    done = by[Standing.DONE]
    return Counted(done + waiting, done, waiting, by[Standing.DOUBTFUL], by[Standing.EXEMPT])
