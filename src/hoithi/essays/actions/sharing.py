"""Markers, and which of them gets which essay."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime

from django.db import transaction

from hoithi.core.essays.final import Stage
from hoithi.core.essays.sharing import Marker, share
from hoithi.core.rulebook.parts import JuryPart
from hoithi.essays.facts import marker_of, script_of
from hoithi.essays.models import EssayMarker, EssayMarking, EssaySheet, EssayTask
from hoithi.essays.queries import Marked, judges, marked, markers
from hoithi.journal import actions as journal
from hoithi.kit.refusals import Refusal
from hoithi.people.models import Person, Unit

_CHUNK = 500


class NotAJudge(Refusal):
    """Only judges of the contest mark."""


class AlreadyMarking(Refusal):
    """The person is a marker already."""


@transaction.atomic
def add_marker(
    marking: EssayMarking, person: Person, units: Collection[Unit], *, by: Person, at: datetime
) -> EssayMarker:
    """Lets a judge mark; contestants of these units are kept from the judge.

    One who stopped marks again. Refuses who is no judge, and who marks already.
    """
    if person not in judges(marking.round, at=at):
        raise NotAJudge
    row = EssayMarker.objects.filter(marking=marking, person=person).first()
    if row is not None and row.stopped_at is None:
        raise AlreadyMarking
    row = row or EssayMarker(marking=marking, person=person, added_at=at)
    row.stopped_at = None
    row.save()
    row.units.set(units)
    facts = {"name": person.full_name, "units": sorted(unit.pk for unit in units)}
    journal.record("essays.marker_added", marking.round, by=by, at=at, facts=facts)
    return row


@transaction.atomic
def stop_marker(marker: EssayMarker, *, by: Person, at: datetime) -> int:
    """Takes a marker's essays back that were not handed in, for others; how many there were."""
    if marker.stopped_at is not None:
        return 0
    marker.stopped_at = at
    marker.save(update_fields=["stopped_at"])
    done = EssaySheet.objects.filter(task__marker=marker, handed_in_at__isnull=False)
    waiting = marker.tasks.exclude(pk__in=done.values("task"))
    count = waiting.count()
    waiting.delete()
    facts = {"name": marker.person.full_name, "essays": count}
    journal.record("essays.marker_stopped", marker.marking.round, by=by, at=at, facts=facts)
    return count


@transaction.atomic
def share_out(marking: EssayMarking, part: JuryPart, *, by: Person, at: datetime) -> int:
    """Gives every essay its first two markers and, where they differ, its third; how many tasks.

    What is given stays given. Refuses (NobodyToMark) where somebody is missing, and gives nothing.
    """
    EssayMarking.objects.select_for_update().get(pk=marking.pk)
    made = [*_tasks(marking, marked(marking, part), at=at)]
    EssayTask.objects.bulk_create(made, _CHUNK)
    if made:
        facts = {"part": part.key, "tasks": len(made)}
        journal.record("essays.shared_out", marking.round, by=by, at=at, facts=facts)
    return len(made)


def give_third(marking: EssayMarking, one: Marked, *, at: datetime) -> EssayTask | None:
    """The third marker of an essay, at once; none where nobody may mark it: the head sees it."""
    try:
        made = _tasks(marking, [one], at=at)
    except Refusal:
        return None
    for task in made:
        task.save()
    return made[0] if made else None


def _tasks(marking: EssayMarking, essays: Sequence[Marked], *, at: datetime) -> list[EssayTask]:
    """The tasks that are missing, shared evenly over what everybody has."""
    there = [marker_of(row) for row in markers(marking) if row.stopped_at is None]
    loads = Counter(
        EssayTask.objects.filter(essay__marking=marking).values_list("marker", flat=True)
    )
    made: list[EssayTask] = []
    for missing in (2, 1):
        wanted = [one for one in essays if len(_missing(one)) == missing]
        made += _given(wanted, there, marking.seed, loads, at)
    return made


def _given(
    essays: Iterable[Marked], there: Sequence[Marker], seed: str, loads: Counter[int], at: datetime
) -> list[EssayTask]:
    by_number = {one.essay.number: one for one in essays}
    if not by_number:
        return []
    turns = {number: _missing(one) for number, one in by_number.items()}
    scripts = [
        script_of(one.essay, frozenset(task.marker_id for task in one.tasks))
        for one in by_number.values()
    ]
    each = len(next(iter(turns.values())))
    given = share(scripts, there, seed=seed, each=each, loads=loads)
    loads.update(one for ids in given.values() for one in ids)
    return [
        EssayTask(essay=by_number[number].essay, marker_id=marker, turn=turn, given_at=at)
        for number, ids in sorted(given.items())
        for turn, marker in zip(turns[number], ids, strict=True)
    ]


def _missing(one: Marked) -> list[int]:
    """The turns that an essay needs and nobody has."""
    if not one.essay.words:
        return []
    needed = [1, 2, 3] if one.outcome.stage is Stage.THIRD else [1, 2]
    taken = {task.turn for task in one.tasks}
    return [turn for turn in needed if turn not in taken]
