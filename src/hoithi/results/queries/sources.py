"""What a result is made of, read from the rows: points, entrants, units, what was decided."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from types import MappingProxyType
from typing import NamedTuple

from django.db.models import Q

from hoithi.contests.models import Contest, Round
from hoithi.contests.queries import rules_of_round
from hoithi.core.collective.figures import Listed, UnitFacts
from hoithi.core.lots import Lot, TieDecision
from hoithi.core.points import EntrantFacts, PartPoints
from hoithi.core.prizes.records import Won
from hoithi.core.rulebook.entry import ExclusionEffect
from hoithi.core.rulebook.parts import PaperPart
from hoithi.core.rulebook.windows import parts_in
from hoithi.core.units.staff import whose
from hoithi.entries.models import Entrant, ListedPerson, UnitList
from hoithi.judging import queries as judging
from hoithi.judging.models import Judged
from hoithi.people.models import StaffCount, UnitVersion
from hoithi.results.models import LotDrawing
from hoithi.results.queries import stored
from hoithi.results.queries.drafts import round_drafts
from hoithi.results.queries.marks import key_state
from hoithi.sittings.queries import points as sittings

_AT_ONCE = 5000
"""Rows fetched together; a million rows never stand in memory as rows."""
_UNRANKED = {ExclusionEffect.BARRED, ExclusionEffect.UNRANKED}
"""Whom an exclusion takes out of the ranking; barred are those listed after they had entered."""


class Known(NamedTuple):
    """What is shown of an entrant beside the places: read once, kept small."""

    name: str
    group: str
    unit_id: int | None
    birth_year: int | None
    channel: str
    kind: str


def points(
    rounds: Iterable[Round], *, at: datetime, keys: Mapping[int, str] = MappingProxyType({})
) -> Iterator[PartPoints]:
    """The points of these rounds from every source.

    `keys` names by round the state of the answer keys that counts; else those of now do.
    """
    for round_ in rounds:
        rulebook = rules_of_round(round_, at=at)
        for part in parts_in(rulebook, round_.key):
            if isinstance(part, PaperPart):
                state = keys.get(round_.pk) or key_state(round_)
                yield from sittings.points(round_, part.key, key_state=state)
        yield from judging.points(round_, at=at)


def entrants(
    contest: Contest, disqualified: frozenset[int]
) -> tuple[dict[int, EntrantFacts], dict[int, Known]]:
    """What ranking must know of every entrant of a contest, and what is shown. One query."""
    rows = Entrant.objects.filter(contest=contest).values_list(
        "pk", "registered_at", "unit__unit_id", "group", "birth_year", "female", "effect",
        "name", "channel", "kind",
    )  # fmt: skip
    facts: dict[int, EntrantFacts] = {}
    known: dict[int, Known] = {}
    for pk, registered, unit, group, birth, female, effect, name, channel, kind in rows.iterator(
        chunk_size=_AT_ONCE
    ):
        facts[pk] = EntrantFacts(
            entrant_id=pk,
            registered_at=registered,
            unit_id=unit,
            group=group or None,
            birth=birth,
            female=female,
            ranked=effect not in _UNRANKED,
            may_win=effect != ExclusionEffect.NO_PRIZE,
            disqualified=pk in disqualified,
        )
        known[pk] = Known(name, group, unit, birth, channel, kind)
    return facts, known


def units(
    contest: Contest, on: date, also: frozenset[int], counted_by: Sequence[str]
) -> tuple[list[UnitFacts], dict[int, str]]:
    """Units of the body, and those somebody stands for, as they were on the day; with names."""
    in_force = Q(valid_from__lte=on) & (Q(valid_to__isnull=True) | Q(valid_to__gt=on))
    ours = Q(unit__body=contest.body_id) | Q(unit__in=also)
    rows = UnitVersion.objects.filter(in_force & ours).values_list(
        "unit_id", "unit__code", "kind", "name"
    )
    versions = list(rows.order_by("unit_id"))
    gone = set(also) - {unit for unit, *_ in versions}
    if gone:
        # A unit that has ended still has those who stood for it: it is shown as it last was.
        last = UnitVersion.objects.filter(unit__in=gone).order_by("unit_id", "valid_from")
        newest = last.values_list("unit_id", "unit__code", "kind", "name")
        versions += {row[0]: row for row in newest}.values()
    staff, listed = staff_of(contest, on, counted_by), listed_of(contest)
    facts = [
        UnitFacts(unit, code, kind, staff.get(unit), tuple(listed.get(unit, ())))
        for unit, code, kind, _ in versions
    ]
    return facts, {unit: name for unit, _, _, name in versions}


def staff_of(contest: Contest, on: date, counted_by: Sequence[str]) -> dict[int, int]:
    """The newest count of each unit that is not younger than the day.

    Where two units counted the same people, that of the one named first by the rules holds.
    """
    counts = StaffCount.objects.filter(body=contest.body_id, as_of__lte=on).order_by("as_of", "pk")
    newest: dict[int, dict[str, int]] = {}
    for unit, people, under in counts.values_list("unit_id", "people", "counted_under__code"):
        newest.setdefault(unit, {})[under or ""] = people
    return {
        unit: list(found.values())[whose(list(found), counted_by)] for unit, found in newest.items()
    }


def listed_of(contest: Contest) -> dict[int, list[Listed]]:
    """The lines of the newest named list of each unit."""
    whole = UnitList.objects.filter(contest=contest, whole=True)
    newest = dict(whole.order_by("pk").values_list("unit_id", "pk"))
    rows = ListedPerson.objects.filter(list__in=newest.values()).order_by("list", "line")
    found: dict[int, list[Listed]] = {}
    for unit, post, entrant, exempt in rows.values_list(
        "list__unit_id", "post", "entrant_id", "exempt_reason"
    ):
        found.setdefault(unit, []).append(Listed(post, entrant, bool(exempt)))
    return found


def parted(drawings: Iterable[LotDrawing], *, of_units: bool) -> tuple[Lot | TieDecision, ...]:
    """Lots drawn and decisions taken between equal entrants, or between equal units."""
    return tuple(
        TieDecision(tuple(row.order), row.at, row.reason)
        if row.reason
        else Lot(tuple(row.order), row.at, row.witnesses)
        for row in drawings
        if row.of_units is of_units
    )


def lots_of(records: Iterable[Lot | TieDecision]) -> tuple[Lot, ...]:
    """The drawn lots among them, which a ranking key may compare."""
    return tuple(one for one in records if isinstance(one, Lot))


def _named_rows(
    contest: Contest, round_: Round | None, titles: Mapping[str, str]
) -> Iterator[tuple[str, Judged]]:
    rows = Judged.objects.filter(round__contest=contest, key_title__in=titles.values())
    if round_ is not None:
        rows = rows.filter(round=round_)
    keys = {title: key for key, title in titles.items()}
    newest = {(row.key_title, row.entrant_id): row for row in rows.order_by("pk")}
    for (title, _), row in newest.items():
        yield keys[title], row


def named(
    contest: Contest, round_: Round | None, titles: Mapping[str, str]
) -> dict[str, list[int]]:
    """By key of a table the committee decides: whom it named, in the order of the value (1 first).

    A newer value of nothing takes a name back.
    """
    found: dict[str, list[Judged]] = {}
    for key, row in _named_rows(contest, round_, titles):
        if row.value > 0:
            found.setdefault(key, []).append(row)
    return {
        key: [row.entrant_id for row in sorted(rows, key=lambda row: (row.value, row.entrant_id))]
        for key, rows in found.items()
    }


def reasons(
    contest: Contest, round_: Round | None, titles: Mapping[str, str]
) -> dict[str, dict[int, str]]:
    """By key of a table the committee decides: its words on those it named."""
    found: dict[str, dict[int, str]] = {}
    for key, row in _named_rows(contest, round_, titles):
        found.setdefault(key, {})[row.entrant_id] = row.reason
    return found


def won_elsewhere(contest: Contest, round_: Round | None) -> tuple[Won, ...]:
    """Prizes of persons in the newest drafts of the rounds before; of all, for the whole."""
    return tuple(
        Won(winner.entrant, table.key, prize.key, prize.amount, key)
        for key, draft in round_drafts(contest).items()
        if round_ is None or (draft.round and draft.round.ordinal < round_.ordinal)
        for table in stored.prize_tables(draft.pk)
        for prize in table.prizes
        for winner in prize.winners
        if winner.entrant
    )
