"""Ordered ranking keys, and collective rankings of units by declared aggregates."""

from enum import StrEnum

from hoithi.core.rulebook.parts import Points
from hoithi.core.rulebook.record import (
    Count,
    Key,
    KindOfUnit,
    PartKey,
    Percent,
    PrizeKey,
    Record,
    RoundKey,
    Text,
    UnitCode,
    WholeNumber,
)


class By(StrEnum):
    """What a ranking key compares."""

    POINTS = "points"
    RIGHT = "right"
    """Number of questions answered right."""
    PREDICTION_DISTANCE = "prediction_distance"
    PREDICTION_EXACT = "prediction_exact"
    SECONDS = "seconds"
    """Time of the counted sitting."""
    TOTAL_SECONDS = "total_seconds"
    SITTINGS = "sittings"
    SUBMITTED_AT = "submitted_at"
    STARTED_AT = "started_at"
    REGISTERED_AT = "registered_at"
    FULL_MARKS = "full_marks"
    """Number of the person's sittings with every question right."""
    AGE = "age"
    FEMALE = "female"
    PART_POINTS = "part_points"
    PENALTY = "penalty"
    PASSED = "passed"
    JUDGED = "judged"
    """A criterion that the committee judges; its value is entered and recorded."""
    LOT = "lot"
    """Drawn lots, recorded as an event."""


class Direction(StrEnum):
    """Which end comes first."""

    MORE = "more"
    LESS = "less"


class RankingKey(Record, frozen=True, kw_only=True):
    """One key of the ordered list. Equal on all keys means an equal place."""

    by: By
    first: Direction
    part: PartKey | None = None
    """The part whose points count, for `part_points`."""
    title: Text | None = None
    """What is judged, for `judged`; printed."""


class ContestTotal(StrEnum):
    """How results of rounds become the result of the whole contest."""

    SUM = "sum"
    MEAN = "mean"
    BEST = "best"
    BEST_N = "best_n"
    NONE = "none"


class Overall(Record, frozen=True, kw_only=True):
    """The ranking of persons over the whole contest."""

    total: ContestTotal = ContestTotal.NONE
    best: Count | None = None
    """How many rounds count, for `best_n`."""
    keys: tuple[RankingKey, ...] = ()


class GroupsRanked(StrEnum):
    """How the groups of a contest stand in the ranking."""

    AS_PAPERS = "as_papers"
    """Each on its own where groups have papers or prizes of their own, else together."""
    APART = "apart"
    TOGETHER = "together"


class Aggregate(StrEnum):
    """A figure of a unit, made from the results of the persons who stand for it."""

    PEOPLE = "people"
    SITTINGS = "sittings"
    STAFF = "staff"
    PARTICIPATION = "participation"
    """People for each 100 of the declared staff."""
    COMPULSORY_PARTICIPATION = "compulsory_participation"
    MEAN_POINTS = "mean_points"
    """Mean of the counted points of those who took part."""
    MEAN_POINTS_OF_STAFF = "mean_points_of_staff"
    TOTAL_POINTS = "total_points"
    FULL_MARKS = "full_marks"
    """People whose counted sitting has every question right."""
    PRIZES = "prizes"
    PRIZE_POINTS = "prize_points"
    ARTICLES = "articles"
    PASSED = "passed"
    PASS_RATE = "pass_rate"
    """People who passed for each 100 who took part."""
    POINTS = "points"
    """Points of the unit itself or of its team."""
    JUDGED = "judged"


class UnitKey(Record, frozen=True, kw_only=True):
    """One key by which units are ordered."""

    by: Aggregate
    first: Direction = Direction.MORE
    title: Text | None = None


class Term(Record, frozen=True, kw_only=True):
    """One term of a weighted sum: weight × aggregate, capped if the rules say so."""

    by: Aggregate
    weight: Points
    most: Points | None = None


class InOrder(Record, frozen=True, kw_only=True, tag="in_order", tag_field="method"):
    """Lexicographic: the first key decides, equals go to the next."""

    keys: tuple[UnitKey, ...]


class WeightedSum(Record, frozen=True, kw_only=True, tag="weighted_sum", tag_field="method"):
    """The sum of weighted aggregates; a share taken as points is a term of weight 1."""

    terms: tuple[Term, ...]


class RankPoints(Record, frozen=True, kw_only=True, tag="rank_points", tag_field="method"):
    """For each criterion the first gets `first_points`, the next one less, and so on."""

    criteria: tuple[UnitKey, ...]
    first_points: Count = 10


Method = InOrder | WeightedSum | RankPoints


class SizeBracket(Record, frozen=True, kw_only=True):
    """For units with less than so many staff: at least this share, and this number, of them."""

    staff_below: Count | None = None
    percent: Percent
    least_people: WholeNumber = 0


class GateKind(StrEnum):
    """A condition without which a unit is not ranked."""

    LEAST = "least"
    """An aggregate reaches a number."""
    SIZE_BRACKETS = "size_brackets"
    ALL_COMPULSORY = "all_compulsory"
    QUOTAS = "quotas"
    A_WINNER = "a_winner"
    ALL_PARTS = "all_parts"


class Gate(Record, frozen=True, kw_only=True):
    """One condition for being ranked."""

    kind: GateKind
    by: Aggregate | None = None
    least: Points | None = None
    brackets: tuple[SizeBracket, ...] = ()
    parts: tuple[PartKey, ...] = ()


class PrizePoints(Record, frozen=True, kw_only=True):
    """Points a unit gets for each individual prize of this kind."""

    prize: PrizeKey
    points: Points


class Collective(Record, frozen=True, kw_only=True):
    """A collective ranking (xếp hạng tập thể) of the units of some kinds."""

    key: Key
    title: Text
    kinds: tuple[KindOfUnit, ...] = ()
    """Kinds of unit ranked here (the khối); empty means all."""
    units: tuple[UnitCode, ...] = ()
    """Codes of units ranked here, where the plan lists them."""
    method: Method
    gates: tuple[Gate, ...] = ()
    ties: tuple[UnitKey, ...] = ()
    prize_points: tuple[PrizePoints, ...] = ()
    rounds: tuple[RoundKey, ...] = ()
    """Rounds whose results count; empty means all that are not trials."""
