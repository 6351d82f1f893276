"""Marking what was handed in, in small pieces; a new state of the keys gives new marks."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from functools import lru_cache
from typing import Any, NamedTuple

import msgspec
from django.db import transaction
from django.db.models import (
    BigIntegerField,
    Exists,
    ExpressionWrapper,
    F,
    OuterRef,
    QuerySet,
    TextField,
)
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast

from hoithi.contests.models import Round
from hoithi.core.marking import Marker, SheetMark
from hoithi.core.papers.records import PaperLine, decode
from hoithi.core.rulebook.parts import PaperPart
from hoithi.core.rulebook.windows import paper_for
from hoithi.kit.ids import new_id
from hoithi.kit.inserting import inserted
from hoithi.kit.plain_rows import plain_rows
from hoithi.sittings.models import Mark, Paper, Sitting, Submission
from hoithi.sittings.queries.halls import rulebook
from hoithi.sittings.queries.keys import Keys, keys_of

CHUNK = 300
_OVERLAP = 60_000 << 22
"""A minute of ids: processes commit their rows in other orders than they number them."""


class SheetRow(NamedTuple):
    """A handed-in sheet with what its marking needs."""

    pk: int
    sitting_id: int
    content: str
    """The answers as JSON, as the database keeps them: decoded one sheet after the other, since
    the lists of thousands of sheets at once cost more than reading them."""
    prediction: int | None
    paper_id: int
    version_id: int
    round_key: str
    part_key: str
    group: str

    @property
    def answers(self) -> Any:
        """The answers, decoded anew each time."""
        return _decoded(self.content)


_decoded = msgspec.json.Decoder().decode
_RELATED = {
    "content": "answers_text",
    "paper_id": "sitting__paper_id",
    "version_id": "sitting__version_id",
    "round_key": "sitting__round__key",
    "part_key": "sitting__part_key",
    "group": "sitting__entrant__group",
}


def mark_round(round_: Round, *, at: datetime) -> str:
    """Marks everything handed in in a round under the keys of now; the name of that state."""
    marking = Marking(keys_of(round_.pk))
    marked = Mark.objects.filter(key_state=marking.keys.state)
    for rows in each_sheet(round_, at_once=CHUNK, but=marked):
        _mark(rows, marking, at)
    return marking.keys.state


def mark_new(round_: Round, *, at: datetime) -> int:
    """Marks one piece of what was handed in lately; how many. For the clock, while people sit."""
    marking = Marking(keys_of(round_.pk))
    rows = _unmarked(round_, marking.keys.state)
    _mark(rows, marking, at)
    return len(rows)


def _unmarked(round_: Round, state: str) -> list[SheetRow]:
    """Some sheets of the round without a mark, from a minute before the newest that has one."""
    marked = Mark.objects.alias(of_round=_along("submission__sitting__round"))
    found = marked.filter(of_round=round_.pk, key_state=state).order_by("-submission_id")
    newest = found.values_list("submission_id", flat=True).first()
    if newest is None:
        first = Sitting.objects.filter(round=round_).order_by("started_at")
        newest = first.values_list("pk", flat=True).first() or 0
    known = Mark.objects.filter(submission=OuterRef("pk"), key_state=state)
    sheets = Submission.objects.alias(of_round=_along("sitting__round")).exclude(Exists(known))
    later = sheets.filter(of_round=round_.pk, pk__gt=max(0, newest - _OVERLAP))
    return _as_rows(later.order_by("pk")[:CHUNK])


def _along(path: str) -> Combinable:
    """The number of a round in a condition that leaves the order asked for alone: with a plain one
    SQLite begins at the round and sorts all its sittings for the first few."""
    return ExpressionWrapper(F(path) + 0, BigIntegerField())


def each_sheet(
    round_: Round, *, at_once: int, but: QuerySet[Mark] | None = None
) -> Iterator[list[SheetRow]]:
    """Every sheet of a round without one of these marks, so many in memory at once.

    By its sittings: a condition on the round in each piece would have the database sort all of
    them for each.
    """
    sittings = Sitting.objects.filter(round=round_).order_by("pk").values_list("pk", flat=True)
    numbers = list(sittings)
    for start in range(0, len(numbers), at_once):
        piece = Submission.objects.filter(sitting__in=numbers[start : start + at_once])
        if but is not None:
            piece = piece.exclude(Exists(but.filter(submission=OuterRef("pk"))))
        yield _as_rows(piece)


def _as_rows(sheets: QuerySet[Submission]) -> list[SheetRow]:
    fields = [_RELATED.get(name, name) for name in SheetRow._fields]
    told = sheets.annotate(answers_text=Cast("answers", TextField()))
    return [SheetRow._make(row) for row in plain_rows(told, *fields)]


def _mark(rows: Sequence[SheetRow], marking: "Marking", at: datetime) -> None:
    marking.learn(rows)
    marks = [_made(row, marking.mark(row), marking.keys.state, at) for row in rows]
    if marks:
        with transaction.atomic():
            inserted(Mark, marks)


class Marking:
    """What sheets earn under these keys and the rules they were begun under.

    Papers, and marks of answers that were met, are remembered from one piece of sheets to another.
    """

    def __init__(self, keys: Keys) -> None:
        self.keys = keys
        self._papers: dict[int, tuple[PaperLine, ...]] = {}
        self._markers: dict[tuple[int, str, str, str], Marker] = {}

    def learn(self, rows: Iterable[SheetRow]) -> None:
        """Reads the papers of these sheets."""
        unknown = {row.paper_id for row in rows} - self._papers.keys()
        self._papers |= papers_of(unknown)

    def mark(self, row: SheetRow) -> SheetMark:
        """What a sheet earns whose paper was learnt."""
        place = row.version_id, row.round_key, row.group, row.part_key
        marker = self._markers.get(place)
        if marker is None:
            marker = self._markers[place] = Marker(self.keys.by_version, part_of(row))
        return marker.mark(row.paper_id, self._papers[row.paper_id], row.answers, row.prediction)


def part_of(row: SheetRow) -> PaperPart:
    """The paper as the rules of a sheet's sitting say it."""
    return _part(row.version_id, row.round_key, row.group, row.part_key)


@lru_cache(maxsize=1024)
def _part(version_id: int, round_key: str, group: str, part_key: str) -> PaperPart:
    return paper_for(rulebook(version_id), round_key, group or None, part_key)


def papers_of(ids: Iterable[int]) -> dict[int, tuple[PaperLine, ...]]:
    """The lines of these papers."""
    rows = Paper.objects.filter(pk__in=list(ids)).values_list("pk", "content")
    return {pk: decode(content) for pk, content in rows}


def _made(row: SheetRow, mark: SheetMark, state: str, at: datetime) -> Mark:
    return Mark(
        id=new_id(),
        submission_id=row.pk,
        key_state=state,
        points=mark.points,
        most=mark.most,
        right=mark.right,
        questions=mark.questions,
        marked_at=at,
    )
