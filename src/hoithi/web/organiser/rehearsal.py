"""A rehearsal as its page shows it: who did what, how quickly, and who would win which prize."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from hoithi.contests.models import Contest, Rehearsal, RehearsalState, Round
from hoithi.core.vietnamese.numbers import dotted
from hoithi.results import queries as results
from hoithi.results.facts.snapshot import CollectiveShown, TableShown
from hoithi.results.models import Draft
from hoithi.results.queries import stored

UNDER_WAY = (RehearsalState.ASKED, RehearsalState.QUEUED, RehearsalState.PLAYING)
_UNITS_SHOWN = 3


@dataclass(frozen=True)
class Total:
    """What all false people did, and how quickly the server took it."""

    people: int
    sittings: int
    submissions: int
    refused: tuple[tuple[str, int], ...]
    packets_a_second: int

    @classmethod
    def of(cls, progress: Sequence[dict[str, Any]]) -> "Total":
        """The sum over the rounds; people are those of the round with most."""
        refused: dict[str, int] = {}
        for one in progress:
            for code, count in one["refusals"].items():
                refused[code] = refused.get(code, 0) + count
        seconds = sum(one["seconds"] for one in progress)
        packets = sum(one["sittings"] + one["saves"] + one["submissions"] for one in progress)
        return cls(
            people=max((one["people"] for one in progress), default=0),
            sittings=sum(one["sittings"] for one in progress),
            submissions=sum(one["submissions"] for one in progress),
            refused=tuple(sorted(refused.items())),
            packets_a_second=int(packets / seconds) if seconds else 0,
        )


@dataclass(frozen=True)
class TrialResult:
    """The result that a round, or the whole contest, would have had."""

    title: str
    key: str
    tables: Sequence[TableShown]
    collectives: Sequence[CollectiveShown]
    ranked: int
    bands: Sequence[int]
    """People with full marks, from 75 %, from 25 %, below 25 %, and nothing."""


def trial_results(twin: Contest | None) -> list[TrialResult]:
    """Of every round of the twin that is played, and of the whole; none before."""
    if twin is None:
        return []
    rounds: list[Round | None] = [*twin.rounds.all(), None]
    drafts = ((round_, results.newest_draft(twin, round_)) for round_ in rounds)
    return [_shown(round_, draft) for round_, draft in drafts if draft is not None]


def _shown(round_: Round | None, draft: Draft) -> TrialResult:
    statistics = stored.statistics(draft.pk)
    return TrialResult(
        title=round_.title if round_ else "",
        key=round_.key if round_ else "toan-cuoc-thi",
        tables=[table for table in stored.prize_tables(draft.pk) if table.prizes],
        collectives=stored.collectives(draft.pk),
        ranked=statistics.ranked,
        bands=statistics.bands,
    )


def share_done(rehearsal: Rehearsal) -> str:
    """How far the round that is being played has come: "312/500"."""
    running = next((one for one in rehearsal.progress if not one["done"]), None)
    return f"{dotted(running['people'])}/{dotted(running['crowd'])}" if running else ""
