"""What is right, kind by kind, as the marking knows it."""

from decimal import Decimal
from enum import StrEnum

from hoithi.core.questions.records import Diacritics, QuestionKind
from hoithi.core.rulebook.record import Record

_NOTHING = Decimal(0)


class Withdrawn(StrEnum):
    """What a question counts for after it was withdrawn (câu hỏi bị hủy)."""

    FULL_TO_ALL = "full_to_all"
    """Everybody who had it gets its points, answered or not."""
    NOT_COUNTED = "not_counted"
    """It is taken out of the paper: neither points nor a question."""
    BY_RULES = "by_rules"
    """As the rules of the paper say; on a sheet only."""


class OptionsKey(Record, frozen=True, kw_only=True, tag="options", tag_field="form"):
    """The right options, from 0 in the writer's order; true is 0 and false is 1.

    A single choice may have several, each of which is right alone: a corrected key.
    """

    kind: QuestionKind
    options: int
    """How many there are."""
    right: frozenset[int]
    weights: tuple[Decimal, ...] = ()
    """Percent of the points for each option; they go before the policy of the paper."""
    withdrawn: Withdrawn | None = None


class NumberKey(Record, frozen=True, kw_only=True, tag="number", tag_field="form"):
    """The right number, and how far from it an answer may be."""

    value: Decimal
    tolerance: Decimal = _NOTHING
    withdrawn: Withdrawn | None = None


class TextKey(Record, frozen=True, kw_only=True, tag="text", tag_field="form"):
    """Texts that are accepted; case, spaces and signs at the ends never count."""

    accepted: tuple[str, ...]
    diacritics: Diacritics = Diacritics.IGNORED
    withdrawn: Withdrawn | None = None


class MatchingKey(Record, frozen=True, kw_only=True, tag="matching", tag_field="form"):
    """For each option the target that belongs to it, from 0 in the writer's order."""

    pairs: tuple[int, ...]
    targets: int
    """How many there are."""
    withdrawn: Withdrawn | None = None


class OrderingKey(Record, frozen=True, kw_only=True, tag="ordering", tag_field="form"):
    """The options in their right order, from 0 in the writer's order."""

    order: tuple[int, ...]
    withdrawn: Withdrawn | None = None


class EssayKey(Record, frozen=True, kw_only=True, tag="essay", tag_field="form"):
    """An essay has no key; people say the share of the points that it earns."""

    percent: Decimal | None = None
    """What its markers gave this one essay; none until they have."""
    withdrawn: Withdrawn | None = None


AnswerKey = OptionsKey | NumberKey | TextKey | MatchingKey | OrderingKey | EssayKey
