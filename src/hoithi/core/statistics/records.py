"""What is known of a question, and of a whole paper, once it was sat."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

FIFTHS: Final = 5
"""Groups of equal size into which those who sat are divided by their totals."""
EXTREME_SHARE: Final = 0.27
"""Of those with the highest, and of those with the lowest totals (Kelley 1939)."""


@dataclass(frozen=True)
class Response:
    """One answer that was given, and by whom: counts by fifth, from the weakest to the best."""

    response: Any
    """None for no answer; options as the list of their places (from 0); else what was written."""
    mark: int
    """What it earned, in units of the tally."""
    count: int
    fifths: tuple[int, ...] = ()
    best: float = 0.0
    """Share of it among the best 27 %, from 0 to 1."""


@dataclass(frozen=True)
class ItemFigures:
    """Figures of one question over those who had it.

    Marks are in marks of the paper; variances and covariances divide by n − 1. None where the
    theory gives no value: too few who sat, or all marks alike.
    """

    sittings: int
    most: float
    """The points it is worth."""
    facility: float
    """Mean mark as a share of its points (độ khó)."""
    deviation: float | None
    """Standard deviation of its marks."""
    mark_variance: float | None
    other_variance: float | None
    """Of the total of the other questions."""
    covariance: float | None
    """Between its mark and the total of the other questions."""
    covariance_most: float | None
    """The most that could be, with the same marks and the same totals of the others."""
    total_covariance: float | None
    """Between its mark and the whole total."""
    discrimination: float | None
    """Correlation of the mark with the total of the others, from −1 to 1: the point-biserial
    correlation, corrected for the question itself (độ phân biệt)."""
    efficiency: float | None
    """The covariance as a share of the most it could be."""
    upper_lower: float | None
    """Facility among the best 27 % less that among the weakest 27 %."""
    responses: tuple[Response, ...] = ()
    """Most frequent first."""
    effective_weight: float | None = None
    """Its share in the differences between totals, from 0 to 1."""
    intended_weight: float | None = None
    """Its points as a share of all points."""
    guess: float | None = None
    """Expected share of the points for answering by chance."""


@dataclass(frozen=True)
class PaperFigures:
    """Figures of a whole paper, in marks; None where too few sat it or all totals are alike."""

    sittings: int
    questions: int
    """Places of the paper."""
    most: float
    mean: float | None = None
    median: float | None = None
    deviation: float | None = None
    skewness: float | None = None
    kurtosis: float | None = None
    """Of the k-statistics; 0 for a normal distribution."""
    alpha: float | None = None
    """Cronbach's alpha, the coefficient of internal consistency (độ tin cậy)."""
    kr20: float | None = None
    """Kuder–Richardson 20: alpha of questions that are right or wrong only."""
    error_ratio: float | None = None
    """√(1 − alpha)."""
    standard_error: float | None = None
    """Standard error of measurement, in marks."""
    uneven: bool = False
    """Some papers lost a withdrawn question: `most` is a mean over those who sat, `questions` and
    reliability are those of the papers that most sat."""


@dataclass(frozen=True)
class Statistics:
    """A paper with its questions."""

    paper: PaperFigures
    items: Mapping[Hashable, ItemFigures] = field(default_factory=dict)
