"""How long people think about a question, as the journal of their saves tells."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from itertools import groupby
from statistics import median
from typing import Any

from hoithi.contests.models import Round
from hoithi.core.papers.records import PaperLine, decode
from hoithi.sittings.models import Paper, Sheet, Sitting

_SAMPLE = 2_000
"""So many sittings are looked at: a median needs no more."""
_LONGEST = 1_800.0
"""A longer pause is no thinking."""


def seconds_by_question(round_: Round) -> dict[int, float]:
    """By version of a question: the median of the seconds before its answer was saved.

    Only saves that change one single answer tell how long it took; of the first sittings.
    """
    sittings = Sitting.objects.filter(round=round_).order_by("pk")[:_SAMPLE]
    began = {one.pk: (one.paper_id, one.started_at) for one in sittings}
    lines = _papers({paper for paper, _at in began.values()})
    rows = Sheet.objects.filter(sitting__in=began).order_by("sitting", "holder", "revision")
    values = rows.values_list("sitting_id", "answers", "received_at").iterator(chunk_size=2_000)
    found: dict[int, list[float]] = defaultdict(list)
    for sitting, sheets in groupby(values, key=lambda row: row[0]):
        paper, at = began[sitting]
        for place, seconds in _steps(at, ((row[1], row[2]) for row in sheets)):
            if place.isdecimal() and 1 <= int(place) <= len(lines[paper]):
                found[lines[paper][int(place) - 1].question].append(seconds)
    return {question: median(seconds) for question, seconds in found.items()}


def _papers(ids: Iterable[int]) -> dict[int, tuple[PaperLine, ...]]:
    rows = Paper.objects.filter(pk__in=list(ids)).values_list("pk", "content")
    return {pk: decode(content) for pk, content in rows}


def _steps(begun: datetime, sheets: Iterable[tuple[Any, datetime]]) -> Iterator[tuple[str, float]]:
    before: Mapping[str, Any] = {}
    for answers, at in sheets:
        now = answers if isinstance(answers, dict) else {}
        changed = [place for place in now if now[place] != before.get(place)]
        seconds = (at - begun).total_seconds()
        if len(changed) == 1 and 0 <= seconds <= _LONGEST:
            yield changed[0], seconds
        before, begun = now, at
