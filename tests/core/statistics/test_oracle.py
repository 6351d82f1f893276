"""Figures of whole sets of marks, equal to what other programs found for the same sets."""

import pytest

from tests.core.statistics.sets import REPORT, of_marks, rows


def _found():
    places = [f"slots.{place}.mark" for place in range(1, 8)]
    return of_marks([[row[name] for name in places] for row in rows(REPORT / "results00.csv")])


def test_each_question_has_the_figures_of_the_oracle():
    found = _found()
    for known in rows(REPORT / "qstats00.csv"):
        if known["subqname"] or known["variant"]:
            continue
        figures = found.items[int(known["slot"])]
        assert {
            "s": figures.sittings,
            "facility": figures.facility,
            "sd": figures.deviation,
            "effectiveweight": 100 * figures.effective_weight,
            "covariance": figures.covariance,
            "markvariance": figures.mark_variance,
            "othermarkvariance": figures.other_variance,
            "discriminationindex": 100 * figures.discrimination,
            "covariancemax": figures.covariance_most,
            "discriminativeefficiency": 100 * figures.efficiency,
            "maxmark": figures.most,
        } == pytest.approx(
            {name: float(known[name]) for name in known if name not in _NAMES}, rel=1e-6
        )


_NAMES = ("slot", "subqname", "variant")


def test_the_whole_paper_has_the_figures_of_the_oracle():
    paper = _found().paper
    assert (paper.sittings, paper.questions, paper.median, paper.kr20) == (25, 7, 4.5, None)
    assert {
        "mean": paper.mean,
        "deviation": paper.deviation,
        "skewness": paper.skewness,
        "kurtosis": paper.kurtosis,
        "alpha": 100 * paper.alpha,
        "error ratio": 100 * paper.error_ratio,
        "standard error": paper.standard_error,
    } == pytest.approx(
        {
            "mean": 4.617333332,
            "deviation": 0.8117265554,
            "skewness": -0.092502502,
            "kurtosis": -0.7073968557,
            "alpha": -87.2230935542,
            "error ratio": 136.8294900795,
            "standard error": 1.1106813066,
        },
        rel=1.5e-5,
    )
