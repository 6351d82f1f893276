"""Essays as their head sees them, with names, and as their markers do, under numbers."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.db.models import Q, QuerySet

from hoithi.contests.models import Round
from hoithi.contests.queries import EDITORS, contest_for, rules_of_round
from hoithi.core.essays.final import Outcome, Stage, outcome
from hoithi.core.rulebook.checks.parts import most_points
from hoithi.core.rulebook.parts import JuryPart
from hoithi.core.rulebook.windows import parts_in
from hoithi.core.vietnamese.text import name_sort_key
from hoithi.essays.models import Essay, EssayMarker, EssayMarking, EssaySheet, EssayTask
from hoithi.people.models import Person, Role, RoleName, Scope

HEADS = EDITORS
"""Who begins the marking, shares essays out and hands their points over."""
_NOTHING = Decimal(0)


def essay_part(round_: Round, part_key: str, *, at: datetime) -> JuryPart:
    """The part of the round whose essays are marked. Raises Round.DoesNotExist for any other."""
    for part in parts_in(rules_of_round(round_, at=at), round_.key):
        if part.key == part_key and isinstance(part, JuryPart) and part.essay is not None:
            return part
    raise Round.DoesNotExist


def round_for_head(person: Person, slug: str, round_key: str, *, at: datetime) -> Round:
    """The round whose essays the person heads."""
    contest = contest_for(person, slug, *HEADS, at=at)
    return contest.rounds.select_related("contest__body", "version").get(key=round_key)


def marking_of(round_: Round, part_key: str) -> EssayMarking | None:
    """The marking of a part, once it was begun."""
    return EssayMarking.objects.filter(round=round_, part_key=part_key).first()


def judges(round_: Round, *, at: datetime) -> list[Person]:
    """Everybody who may be made a marker: judges of the contest or its body, by name."""
    contest = round_.contest
    over = Q(scope=Scope.CONTEST, contest_id__in=[contest.pk, contest.rehearses_id or contest.pk])
    over |= Q(scope=Scope.BODY, body=contest.body_id)
    held = Role.objects.filter(over, name=RoleName.JUDGE, since__lte=at)
    held = held.filter(Q(until=None) | Q(until__gt=at))
    found = Person.objects.filter(pk__in=held.values("person"), is_active=True)
    return sorted(found, key=lambda one: name_sort_key(one.full_name))


def markers(marking: EssayMarking) -> QuerySet[EssayMarker]:
    """All markers with their units, those who stopped too."""
    rows = marking.markers.select_related("person").prefetch_related("units")
    return rows.order_by("person__full_name")


@dataclass(frozen=True)
class Marked:
    """An essay with what its markers gave so far, in the order of their turns."""

    essay: Essay
    tasks: tuple[EssayTask, ...]
    totals: tuple[Decimal | None, ...]
    outcome: Outcome

    @property
    def is_settled(self) -> bool:
        """Whether the final mark stands."""
        return self.outcome.stage is Stage.SETTLED

    @property
    def turns(self) -> list[tuple[EssayTask, Decimal | None]]:
        """Each marker with the total, which is told only once both of the first have handed in:
        whoever heads may be a marker, too."""
        open_ = self.outcome.stage is not Stage.WAITING
        return [
            (task, total if open_ else None)
            for task, total in zip(self.tasks, self.totals, strict=True)
        ]


def marked(marking: EssayMarking, part: JuryPart) -> list[Marked]:
    """Every essay by number, with its outcome. Three queries."""
    rows = marking.essays.select_related("entrant__unit").order_by("number")
    tasks: dict[int, list[EssayTask]] = {}
    given = EssayTask.objects.filter(essay__marking=marking).select_related("marker__person")
    for task in given.order_by("turn"):
        tasks.setdefault(task.essay_id, []).append(task)
    totals = counted_totals(marking)
    return [_marked(essay, tasks.get(essay.pk, []), totals, part) for essay in rows]


def counted_totals(marking: EssayMarking) -> dict[int, Decimal | None]:
    """By task the total that stands: none where the newest sheet was not handed in. One query."""
    sheets = EssaySheet.objects.filter(task__essay__marking=marking).order_by("number")
    rows = sheets.values_list("task_id", "total", "handed_in_at")
    return {task: total if handed_in else None for task, total, handed_in in rows}


def _marked(
    essay: Essay,
    tasks: Iterable[EssayTask],
    totals: Mapping[int, Decimal | None],
    part: JuryPart,
) -> Marked:
    held = tuple(tasks)
    each = tuple(totals.get(task.pk) for task in held)
    if not essay.words:
        return Marked(essay, held, each, Outcome(Stage.SETTLED, _NOTHING))
    by_turn = {task.turn: total for task, total in zip(held, each, strict=True)}
    told = [by_turn.get(turn) for turn in (1, 2, 3)]
    return Marked(essay, held, each, outcome_of(told, part))


def outcome_of(totals: list[Decimal | None], part: JuryPart) -> Outcome:
    """The outcome under the rules of the part."""
    if part.essay is None:
        raise TypeError(part.key)
    return outcome(totals, part.essay, most=most_of(part), places=part.places)


def most_of(part: JuryPart) -> Decimal:
    """The greatest points of the part; 100 while the rules leave it open."""
    return most_points(part) or Decimal(100)


@dataclass(frozen=True)
class Progress:
    """How far a marker is."""

    marker: EssayMarker
    given: int
    handed_in: int

    @property
    def left(self) -> int:
        """How many wait."""
        return self.given - self.handed_in


def progress(marking: EssayMarking, essays: Iterable[Marked]) -> list[Progress]:
    """Every marker with what was given and handed in. Two queries."""
    given: Counter[int] = Counter()
    done: Counter[int] = Counter()
    for one in essays:
        for task, total in zip(one.tasks, one.totals, strict=True):
            given[task.marker_id] += 1
            done[task.marker_id] += total is not None
    return [Progress(row, given[row.pk], done[row.pk]) for row in markers(marking)]
