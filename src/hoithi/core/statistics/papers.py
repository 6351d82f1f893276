"""Figures of a whole paper, and the weight of each question in it."""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import replace

from hoithi.core.statistics.items import item_figures
from hoithi.core.statistics.moments import mean, median, root, skewness_and_kurtosis, variance
from hoithi.core.statistics.records import ItemFigures, PaperFigures, Statistics
from hoithi.core.statistics.tally import Tally


def statistics(tally: Tally, places: Iterable[Hashable] = ()) -> Statistics:
    """The figures of everything counted; `places` are those items that make up the totals.

    Where questions are drawn at random each place of the paper is counted as an item beside the
    question it showed: reliability and weights go by places, which everybody had, and facility
    and discrimination of a question go by those who had it.
    """
    figures = {
        key: item_figures(counted, most=tally.most[key], scale=tally.scale)
        for key, counted in tally.by_item().items()
    }
    sat = sum(tally.totals.values())
    made_of = [key for key in places if key in figures]
    weighted = _weights({key: figures[key].total_covariance for key in made_of})
    points = sum(figures[key].most for key in made_of)
    for key in made_of:
        figures[key] = replace(
            figures[key],
            effective_weight=weighted.get(key),
            intended_weight=figures[key].most / points if points else None,
        )
    had_by_all = all(figures[key].sittings == sat for key in made_of)
    paper = _paper(tally, [figures[key] for key in made_of], whole=had_by_all)
    return Statistics(paper, figures)


def _weights(covariances: Mapping[Hashable, float | None]) -> dict[Hashable, float]:
    """Roots of the covariances with the total as shares of their sum; a negative one counts
    nothing and has no weight."""
    roots = {key: root(value) for key, value in covariances.items()}
    known = {key: value for key, value in roots.items() if value is not None}
    whole = sum(known.values())
    return {key: value / whole for key, value in known.items()} if whole else {}


def _paper(tally: Tally, places: list[ItemFigures], *, whole: bool) -> PaperFigures:
    totals, scale = tally.totals, tally.scale
    middle, half, varies = mean(totals), median(totals), variance(totals)
    deviation = root(varies / scale**2) if varies is not None else None
    skewness, kurtosis = skewness_and_kurtosis(totals)
    alpha = _alpha(places, deviation) if whole else None
    error = root(1 - alpha) if alpha is not None else None
    return PaperFigures(
        sittings=sum(totals.values()),
        questions=len(places),
        most=sum(place.most for place in places),
        mean=middle / scale if middle is not None else None,
        median=half / scale if half is not None else None,
        deviation=deviation,
        skewness=skewness,
        kurtosis=kurtosis,
        alpha=alpha,
        kr20=alpha if all(_right_or_wrong(place, scale) for place in places) else None,
        error_ratio=error,
        standard_error=error * deviation if error is not None and deviation is not None else None,
    )


def _alpha(places: list[ItemFigures], deviation: float | None) -> float | None:
    """k/(k−1) · (1 − sum of the variances of the places / variance of the totals)."""
    number = len(places)
    if number < 2 or not deviation:
        return None
    within = sum(place.mark_variance or 0.0 for place in places)
    return number / (number - 1) * (1 - within / deviation**2)


def _right_or_wrong(place: ItemFigures, scale: int) -> bool:
    return {one.mark for one in place.responses} <= {0, round(place.most * scale)}
