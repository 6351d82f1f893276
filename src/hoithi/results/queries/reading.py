"""Everything one result is made of, read once: facts for the rules, and how people are shown."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from types import MappingProxyType

from hoithi.contests.facts import rulebook_of
from hoithi.contests.models import Contest, Round, RulebookVersion
from hoithi.core.collective.figures import UnitFacts
from hoithi.core.counting import Counting, results
from hoithi.core.lots import Lot
from hoithi.core.points import EntrantFacts, PartPoints, Result
from hoithi.core.prizes.records import Verdict
from hoithi.core.ranking.columns import Grounds
from hoithi.core.round_parts import completed
from hoithi.core.rulebook.document import Rulebook
from hoithi.core.rulebook.prizes import SpecialKind
from hoithi.core.rulebook.windows import attempts_for
from hoithi.core.vietnamese.moments import VIETNAM_TIME, local_day
from hoithi.judging import queries as judging
from hoithi.results.facts import snapshot
from hoithi.results.facts.judged import UnitJudged, judged_shown, with_judged
from hoithi.results.facts.reckoning import Gathered
from hoithi.results.facts.showing import Faces, HandedIn, names_shown
from hoithi.results.queries import drafts, sources


@dataclass(frozen=True)
class Subject:
    """What a result is about: one round, or all rounds of the contest (round None)."""

    contest: Contest
    round: Round | None
    rounds: tuple[Round, ...]
    version: RulebookVersion

    @property
    def rulebook(self) -> Rulebook:
        """The rules it is reckoned by."""
        return rulebook_of(self.version)

    @property
    def key(self) -> str | None:
        """The key of the round."""
        return self.round.key if self.round else None

    def closed_on(self, at: datetime) -> date:
        """The day on which the last of its rounds closed; today where the plan names none."""
        closings = [one.closes_at for one in self.rounds if one.closes_at]
        return local_day(max(closings, default=at))


@dataclass(frozen=True)
class Read:
    """What was read for one result."""

    given: Gathered
    faces: Faces
    groups: Mapping[int, str]
    handed_in: HandedIn
    inputs: Mapping[str, object]
    """What people had decided when the reading began."""
    reasons: Mapping[str, Mapping[int, str]] = field(default_factory=dict)
    """By key of a table the committee decides: its words on those it named."""
    judged: Sequence[UnitJudged] = ()
    """What the committee gave units."""


class Clock:
    """Counts when papers were handed in while their points stream by."""

    def __init__(self) -> None:
        self._days: Counter[str] = Counter()
        self._hours = [0] * 24

    def watched(self, points: Iterable[PartPoints]) -> Iterator[PartPoints]:
        """The same points, each counted if it comes from a sitting."""
        hours: Counter[tuple[date, int]] = Counter()
        for one in points:
            if one.submitted_at is not None:
                local = one.submitted_at.astimezone(VIETNAM_TIME)
                hours[local.date(), local.hour] += 1
            yield one
        for (day, hour), count in hours.items():
            self._days[day.isoformat()] += count
            self._hours[hour] += count

    def counted(self) -> HandedIn:
        """What was counted."""
        return HandedIn(dict(self._days), tuple(self._hours))


Revision = Callable[[Iterable[PartPoints]], Iterable[PartPoints]]
"""Points as they would be if something were otherwise."""


def read(
    subject: Subject,
    *,
    at: datetime,
    revision: Revision = iter,
    keys: Mapping[int, str] = MappingProxyType({}),
) -> Read:
    """Everything from the rows. What people decided is read first, so that a change is noticed.

    `keys` names by round an earlier state of the answer keys, to recount an earlier result.
    """
    inputs = drafts.inputs(subject.contest, subject.round)
    facts, known = sources.entrants(subject.contest, _barred(subject))
    clock = Clock()
    stream = clock.watched(revision(sources.points(subject.rounds, at=at, keys=keys)))
    sat = list(results(stream, Counting.of(subject.rulebook)))
    counted = completed(sat, subject.rulebook, facts)
    shown = {one.entrant_id: known[one.entrant_id] for one in counted}
    stood_for = frozenset(one.unit_id for one in shown.values() if one.unit_id)
    units, names = _units(subject, stood_for, at=at)
    judged = judging.judged_units(subject.contest, subject.round)
    return Read(
        given=_gathered(subject, counted, facts, with_judged(units, judged), at=at),
        faces=_faces(subject, shown, with_judged(units, judged), names, at=at),
        groups={who: one.group for who, one in shown.items()},
        handed_in=clock.counted(),
        inputs=inputs,
        reasons=sources.reasons(subject.contest, subject.round, _decided_tables(subject)),
        judged=[judged_shown(row) for row in judged],
    )


def _units(
    subject: Subject, stood_for: frozenset[int], *, at: datetime
) -> tuple[list[UnitFacts], dict[int, str]]:
    on, counted_by = subject.closed_on(at), subject.rulebook.entry.counted_by
    return sources.units(subject.contest, on, stood_for, counted_by)


def _barred(subject: Subject) -> frozenset[int]:
    """Entrants whose results are not recognised, everywhere or in this round."""
    struck = drafts.not_recognised(subject.contest)
    return struck.get("", frozenset()) | struck.get(subject.key or "", frozenset())


def _gathered(
    subject: Subject,
    counted: Sequence[Result],
    facts: Mapping[int, EntrantFacts],
    units: Sequence[UnitFacts],
    *,
    at: datetime,
) -> Gathered:
    contest, round_ = subject.contest, subject.round
    drawings = drafts.lots(contest, round_)
    records = sources.parted(drawings, of_units=False)
    found = drafts.findings(contest, round_)
    struck = drafts.not_recognised(contest)
    return Gathered(
        rulebook=subject.rulebook,
        round_key=subject.key,
        results=counted,
        entrants=facts,
        grounds=_grounds(subject, facts, sources.lots_of(records)),
        closed_on=subject.closed_on(at),
        units=units,
        won=sources.won_elsewhere(contest, round_),
        verdicts={who: Verdict(row.verdict) for who, row in found.items()},
        records=records,
        unit_records=sources.parted(drawings, of_units=True),
        not_recognised={} if round_ else {key: who for key, who in struck.items() if key},
        named=sources.named(contest, round_, _decided_tables(subject)),
    )


def _decided_tables(subject: Subject) -> dict[str, str]:
    """Key and title of the tables whose winners the committee names."""
    decided = (t for t in subject.rulebook.prizes if t.special is SpecialKind.DECIDED)
    return {table.key: table.title for table in decided}


def _grounds(subject: Subject, facts: Mapping[int, EntrantFacts], lots: tuple[Lot, ...]) -> Grounds:
    judged: dict[str, dict[int, Decimal]] = {}
    values = judging.judged_values(subject.contest, subject.round)
    for (entrant, title), value in values.items():
        judged.setdefault(title, {})[entrant] = value
    rules = subject.rulebook.attempts
    if subject.key is not None:
        rules = attempts_for(subject.rulebook, subject.key)
    return Grounds(facts, judged, lots, rules.precision_seconds)


def _faces(
    subject: Subject,
    shown: Mapping[int, sources.Known],
    units: Collection[UnitFacts],
    names: Mapping[int, str],
    *,
    at: datetime,
) -> Faces:
    births = {who: (one.name, one.birth_year) for who, one in shown.items()}
    return Faces(
        names=names_shown(births, subject.closed_on(at), subject.rulebook),
        unit_of={who: one.unit_id for who, one in shown.items()},
        units=tuple(
            snapshot.UnitName(one.unit_id, one.code, names[one.unit_id], one.kind) for one in units
        ),
    )
