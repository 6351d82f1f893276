"""Figures of the papers and questions of a round, as they are stored."""

import msgspec

from hoithi.core.statistics.records import ItemFigures, PaperFigures


class QuestionStored(msgspec.Struct, frozen=True, kw_only=True):
    """A version of a question in one paper."""

    version: int
    figures: ItemFigures
    seconds: float | None = None
    """Median of the seconds before its answer was saved; None where saves do not tell."""


class PaperStored(msgspec.Struct, frozen=True, kw_only=True):
    """A paper of the round, or of one group where groups have papers of their own."""

    part_key: str
    group: str
    paper: PaperFigures
    questions: tuple[QuestionStored, ...]


class RoundFigures(msgspec.Struct, frozen=True, kw_only=True):
    """Everything reckoned about a round."""

    papers: tuple[PaperStored, ...] = ()
