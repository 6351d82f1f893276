"""Marking what was handed in, in small pieces; a new state of the keys gives new marks."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import lru_cache
from typing import Any, NamedTuple

from django.db import transaction
from django.db.models import Max

from hoithi.contests.models import Round
from hoithi.core.marking import SheetMark, mark_sheet
from hoithi.core.papers.records import PaperLine, decode
from hoithi.core.rulebook.parts import PaperPart
from hoithi.core.rulebook.windows import paper_for
from hoithi.kit.ids import new_id
from hoithi.kit.inserting import inserted
from hoithi.sittings.models import Mark, Paper, Submission
from hoithi.sittings.queries.halls import rulebook
from hoithi.sittings.queries.keys import Keys, keys_of

CHUNK = 300
_OVERLAP = 60_000 << 22
"""A minute of ids: processes commit their rows in other orders than they number them."""


class _Row(NamedTuple):
    pk: int
    answers: Any
    prediction: int | None
    paper_id: int
    version_id: int
    round_key: str
    part_key: str
    group: str


_RELATED = {
    "paper_id": "sitting__paper_id",
    "version_id": "sitting__version_id",
    "round_key": "sitting__round__key",
    "part_key": "sitting__part_key",
    "group": "sitting__entrant__group",
}


def mark_round(round_: Round, *, at: datetime) -> str:
    """Marks everything handed in in a round under the keys of now; the name of that state."""
    keys = keys_of(round_.pk)
    last = 0
    while rows := _unmarked(round_, keys.state, after=last):
        _mark(rows, keys, at)
        last = rows[-1].pk
    return keys.state


def mark_new(round_: Round, *, at: datetime) -> int:
    """Marks one piece of what was handed in lately; how many. For the clock, while people sit."""
    keys = keys_of(round_.pk)
    marked = Mark.objects.filter(key_state=keys.state, submission__sitting__round=round_)
    newest = marked.aggregate(newest=Max("submission_id"))["newest"] or 0
    rows = _unmarked(round_, keys.state, after=max(0, newest - _OVERLAP))
    _mark(rows, keys, at)
    return len(rows)


def _unmarked(round_: Round, state: str, *, after: int) -> list[_Row]:
    found = (
        Submission.objects.filter(sitting__round=round_, pk__gt=after)
        .exclude(marks__key_state=state)
        .order_by("pk")
    )
    fields = [_RELATED.get(name, name) for name in _Row._fields]
    return [_Row(*row) for row in found.values_list(*fields)[:CHUNK]]


def _mark(rows: Sequence[_Row], keys: Keys, at: datetime) -> None:
    papers = _papers({row.paper_id for row in rows})
    marks = [_made(row, _marked(row, papers[row.paper_id], keys), keys.state, at) for row in rows]
    if marks:
        with transaction.atomic():
            inserted(Mark, marks)


def _marked(row: _Row, lines: tuple[PaperLine, ...], keys: Keys) -> SheetMark:
    part = _part(row.version_id, row.round_key, row.group, row.part_key)
    return mark_sheet(lines, keys.by_version, row.answers, part, row.prediction)


@lru_cache(maxsize=1024)
def _part(version_id: int, round_key: str, group: str, part_key: str) -> PaperPart:
    return paper_for(rulebook(version_id), round_key, group or None, part_key)


def _papers(ids: Iterable[int]) -> dict[int, tuple[PaperLine, ...]]:
    rows = Paper.objects.filter(pk__in=list(ids)).values_list("pk", "content")
    return {pk: decode(content) for pk, content in rows}


def _made(row: _Row, mark: SheetMark, state: str, at: datetime) -> Mark:
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
