"""Reckoning the statistics of a round after it closed: once for each state of its sheets."""

from collections.abc import Iterator
from datetime import datetime

from django.db import transaction
from django.db.models import Max

from hoithi.contests.models import Round
from hoithi.core.papers.records import PaperLine, decode
from hoithi.core.statistics.records import Statistics
from hoithi.core.statistics.sheets import SheetTally
from hoithi.results.facts.item_statistics import PaperStored, QuestionStored, RoundFigures
from hoithi.results.facts.packing import pack
from hoithi.results.models import QuestionFigure, RoundStatistics
from hoithi.sittings.actions.marking import SheetRow, each_sheet, part_of
from hoithi.sittings.models import Paper, SittingDecision, SittingDecisionKind
from hoithi.sittings.queries.keys import keys_of
from hoithi.sittings.queries.pace import seconds_by_question

_AT_ONCE = 5_000


def reckon_statistics(round_: Round, *, at: datetime) -> RoundStatistics:
    """Reckons the figures of a round and stores them in the place of earlier ones.

    What they are reckoned from stands beside them. Annulled sittings are not counted. For the
    worker: a million sittings take most of a minute.
    """
    decided = SittingDecision.objects.filter(round=round_)
    newest = decided.aggregate(newest=Max("pk"))["newest"] or 0
    keys, counting = keys_of(round_.pk), _Counting(round_)
    handed_in = counting.count()
    figures = counting.figures(seconds_by_question(round_))
    content, _hash = pack(figures)
    made = {
        "key_state": keys.state,
        "handed_in": handed_in,
        "decided": newest,
        "content": content,
        "made_at": at,
    }
    with transaction.atomic():
        row, _made = RoundStatistics.objects.update_or_create(round=round_, defaults=made)
        row.figures.all().delete()
        QuestionFigure.objects.bulk_create(_rows(row, figures))
    return row


def _rows(row: RoundStatistics, figures: RoundFigures) -> Iterator[QuestionFigure]:
    for paper in figures.papers:
        for one in paper.questions:
            yield QuestionFigure(
                statistics=row,
                version_id=one.version,
                part_key=paper.part_key,
                group=paper.group,
                sittings=one.figures.sittings,
                facility=one.figures.facility,
                discrimination=one.figures.discrimination,
            )


class _Counting:
    """The sheets of a round, counted paper by paper; nothing of them stays in memory."""

    def __init__(self, round_: Round) -> None:
        self._round = round_
        self._keys = keys_of(round_.pk).by_version
        self._papers: dict[int, tuple[str, tuple[PaperLine, ...]]] = {}
        self._tallies: dict[tuple[str, str], SheetTally] = {}
        annulled = SittingDecision.objects.filter(
            round=round_, kind=SittingDecisionKind.ANNUL, sitting__isnull=False
        )
        self._annulled = frozenset(annulled.values_list("sitting_id", flat=True))

    def count(self) -> int:
        """Counts every sheet; how many there were."""
        count = 0
        for rows in each_sheet(self._round, at_once=_AT_ONCE):
            self._learn(rows)
            for row in rows:
                if row.sitting_id not in self._annulled:
                    self._add(row)
            count += len(rows)
        return count

    def _learn(self, rows: list[SheetRow]) -> None:
        unknown = {row.paper_id for row in rows} - self._papers.keys()
        found = Paper.objects.filter(pk__in=unknown).values_list("pk", "pool__group", "content")
        self._papers |= {pk: (group, decode(content)) for pk, group, content in found}

    def _add(self, row: SheetRow) -> None:
        group, lines = self._papers[row.paper_id]
        tally = self._tallies.get((row.part_key, group))
        if tally is None:
            tally = SheetTally(part_of(row), self._keys)
            self._tallies[row.part_key, group] = tally
        tally.add(row.paper_id, lines, row.answers)

    def figures(self, seconds: dict[int, float]) -> RoundFigures:
        """Everything that was counted."""
        found = []
        for (part_key, group), tally in sorted(self._tallies.items()):
            figures = tally.statistics()
            questions = tuple(_stored(figures, seconds))
            found.append(
                PaperStored(
                    part_key=part_key, group=group, paper=figures.paper, questions=questions
                )
            )
        return RoundFigures(papers=tuple(found))


def _stored(found: Statistics, seconds: dict[int, float]) -> Iterator[QuestionStored]:
    for key, figures in found.items.items():
        if isinstance(key, int):
            yield QuestionStored(version=key, figures=figures, seconds=seconds.get(key))
