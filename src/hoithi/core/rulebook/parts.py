"""How points are got: papers sat online, jury sheets, checks, and points the secretariat enters."""

from decimal import Decimal
from enum import StrEnum
from typing import Annotated

import msgspec

from hoithi.core.rulebook.record import (
    AudienceCode,
    Count,
    FieldKey,
    Key,
    PartKey,
    Percent,
    Record,
    Text,
    WholeNumber,
)

Points = Annotated[Decimal, msgspec.Meta(extra={"kind": "points"})]
"""Points, never below nothing; the checks of the rulebook see to it."""
Minutes = Annotated[int, msgspec.Meta(ge=1, le=1440, extra={"kind": "count"})]


class Difficulty(StrEnum):
    """How hard the reviewers think a question is."""

    EASY = "easy"
    MEDIUM = "medium"
    HARD = "hard"


class Draw(Record, frozen=True, kw_only=True):
    """So many questions out of one field of the bank."""

    field: FieldKey
    count: Count
    difficulty: Difficulty | None = None
    points: Points | None = None
    """Points of each of these questions; none means the paper's usual points."""
    audience: AudienceCode | None = None
    topic: Text | None = None
    """One topic of the field; none means every topic."""
    essay: bool = False
    """Draws essays, and only these; every other row draws none."""


class PredictionTarget(StrEnum):
    """What number a prediction question asks for."""

    CONTESTANTS = "contestants"
    """People with a counted sitting."""
    SITTINGS = "sittings"
    """Submitted sittings (lượt)."""
    ALL_RIGHT = "all_right"
    """People whose counted sitting has every question right."""
    ALL_RIGHT_SITTINGS = "all_right_sittings"


class PredictionScope(StrEnum):
    """Over what the predicted number is counted."""

    ROUND = "round"
    CONTEST = "contest"


class Population(StrEnum):
    """When the counted population is frozen."""

    BEFORE_DISQUALIFICATION = "before_disqualification"
    AFTER_DISQUALIFICATION = "after_disqualification"


class Prediction(Record, frozen=True, kw_only=True):
    """The prediction question (câu hỏi dự đoán): who comes closest decides between equals."""

    target: PredictionTarget
    scope: PredictionScope = PredictionScope.ROUND
    population: Population = Population.BEFORE_DISQUALIFICATION
    asked_after_paper: bool = True
    points: Points = Decimal(0)
    """Points for an exact hit; nothing means that it stands outside the score."""
    may_exceed: bool = True
    """Whether a guess above the true number counts at all."""
    text: Text | None = None


class MultiplePolicy(StrEnum):
    """How a question with several right options is marked."""

    ALL_OR_NOTHING = "all_or_nothing"
    PROPORTIONAL = "proportional"
    """Share of right options chosen, less the share of wrong options chosen, not below nothing."""


class WithdrawnRule(StrEnum):
    """What a question counts for after it was withdrawn (câu hỏi bị hủy)."""

    FULL_TO_ALL = "full_to_all"
    """Everybody who had it gets its points, answered or not."""
    NOT_COUNTED = "not_counted"
    """It is taken out of the paper: neither points nor a question."""


class PaperPart(Record, frozen=True, kw_only=True, tag="paper", tag_field="kind"):
    """A paper sat online (bài thi trực tuyến)."""

    key: Key
    title: Text
    minutes: Minutes
    blueprint: tuple[Draw, ...]
    points: Points = Decimal(1)
    """Points of a question unless its draw says otherwise."""
    shuffle_questions: bool = True
    shuffle_options: bool = True
    must_answer_all: bool = False
    multiple: MultiplePolicy = MultiplePolicy.ALL_OR_NOTHING
    withdrawn: WithdrawnRule = WithdrawnRule.FULL_TO_ALL
    prediction: Prediction | None = None
    pass_mark: Points | None = None
    least_seconds: WholeNumber = 0
    """A sitting quicker than this is a sign to be looked at, never refused by itself."""
    released_share: Percent | None = None
    """At most so many percent of a paper's questions come from the study set (bộ câu hỏi ôn tập).
    None means without limit."""


class Criterion(Record, frozen=True, kw_only=True):
    """A line of a score sheet."""

    key: Key
    title: Text
    most: Points


class JuryRule(StrEnum):
    """How judges' sheets become the points of a part."""

    MEAN = "mean"
    MEAN_WITHOUT_EXTREMES = "mean_without_extremes"
    SUM = "sum"


class PenaltyKind(StrEnum):
    """How going over the time costs points."""

    PER_STARTED_MINUTE = "per_started_minute"
    PER_WHOLE_MINUTE = "per_whole_minute"
    BANDS = "bands"
    CUT_OFF = "cut_off"


class PenaltyBand(Record, frozen=True, kw_only=True):
    """From so many seconds over: so many points less."""

    from_seconds: WholeNumber
    points: Points


class TimePenalty(Record, frozen=True, kw_only=True):
    """The cost of going over the time of a part."""

    rule: PenaltyKind
    points: Points = Decimal(0)
    free_seconds: WholeNumber = 0
    bands: tuple[PenaltyBand, ...] = ()


class ThirdMark(StrEnum):
    """What counts where a third marker was needed."""

    OFFICIAL = "official"
    """The mark of the third, alone."""
    MEAN_OF_NEAREST = "mean_of_nearest"
    MEAN_OF_ALL = "mean_of_all"


class EssayRules(Record, frozen=True, kw_only=True):
    """How the essays of a paper are marked: by two who know neither each other nor the name."""

    of_paper: PartKey
    """The paper in which the essays are written; their points come from this part only."""
    top: Count | None = None
    """Only the first so many by the marks of the other questions are marked; none means all."""
    third_from_percent: Percent = Decimal(20)
    """From this difference on, as a share of the most, a third marker is called."""
    third: ThirdMark = ThirdMark.OFFICIAL


class JuryPart(Record, frozen=True, kw_only=True, tag="jury", tag_field="kind"):
    """A part marked by a jury (phần thi có giám khảo)."""

    key: Key
    title: Text
    most: Points | None = None
    """Greatest points; none while the plan leaves it to the thể lệ."""
    minutes: Minutes | None = None
    criteria: tuple[Criterion, ...] = ()
    rule: JuryRule = JuryRule.MEAN
    step: Points | None = None
    """Marks are given in steps of this size."""
    places: Annotated[int, msgspec.Meta(ge=0, le=4, extra={"kind": "count"})] = 2
    """Decimal places to which the points of the part are rounded, half up."""
    penalty: TimePenalty | None = None
    pass_mark: Points | None = None
    essay: EssayRules | None = None
    """Set where the part is the essays of a paper, marked on the screen under numbers."""


class CheckPart(Record, frozen=True, kw_only=True, tag="check", tag_field="kind"):
    """A content of a skills check (nội dung kiểm tra): steps done right, or passed as a whole.

    Without a pass mark the examiner says whether it was passed.
    """

    key: Key
    title: Text
    most: Points | None = None
    minutes: Minutes | None = None
    steps: tuple[Criterion, ...] = ()
    pass_mark: Points | None = None


class EnteredPart(Record, frozen=True, kw_only=True, tag="entered", tag_field="kind"):
    """Points that the secretariat enters from signed paper, confirmed by a second person."""

    key: Key
    title: Text
    most: Points
    pass_mark: Points | None = None


Part = PaperPart | JuryPart | CheckPart | EnteredPart


class CountedSitting(StrEnum):
    """Which of a person's sittings counts."""

    BEST = "best"
    """Most points; on equal points the shorter time, then the earlier."""
    BEST_THEN_EARLIEST = "best_then_earliest"
    FIRST = "first"
    LAST = "last"
    SUM = "sum"
    MEAN = "mean"


class LeavingPolicy(StrEnum):
    """What leaving the page means."""

    RESUME = "resume"
    """The paper waits until its deadline."""
    USED = "used"
    """Pressing "Thoát" hands the paper in as it stands."""


class AttemptRules(Record, frozen=True, kw_only=True):
    """How often one may sit, and which sitting counts. None means without limit."""

    a_day: Count | None = None
    a_round: Count | None = 1
    a_contest: Count | None = None
    counted: CountedSitting = CountedSitting.BEST
    leaving: LeavingPolicy = LeavingPolicy.RESUME
    finish_after_close: bool = False
    """A sitting begun before the round closes may run to its own deadline."""
    grace_seconds: Annotated[int, msgspec.Meta(ge=0, le=300, extra={"kind": "count"})] = 30
    precision_seconds: Annotated[int, msgspec.Meta(ge=1, le=60, extra={"kind": "count"})] = 1
    """Times are ranked in whole steps of this size."""


class PassRule(Record, frozen=True, kw_only=True):
    """When an entrant has passed (đạt)."""

    all_parts: tuple[PartKey, ...] = ()
    """Each of these parts reached its own pass mark."""
    total: Points | None = None
    target_percent: Percent | None = None
    """The plan's target share of those who pass among those who took part."""
    target_taking_part_percent: Percent | None = None
