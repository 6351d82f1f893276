"""How evenly papers use each question, and how hard papers are: of drawn ones."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from hoithi.core.papers.draw import strata
from hoithi.core.papers.exposure import WEIGHTS, ExposureReport, exposure
from hoithi.core.papers.records import BankQuestion, Blueprint, Paper


@dataclass(frozen=True)
class QuestionExposure:
    """How often one question stands in the papers, for one row of the blueprint."""

    version_id: int
    row: int
    drawn: int
    expected: Decimal
    """If every question of the row came equally often, to one place."""


@dataclass(frozen=True)
class Evenness:
    """The certificate of a set of papers with the exposure of every question."""

    report: ExposureReport
    questions: tuple[QuestionExposure, ...]
    """By row, those drawn most first."""
    difficulties: tuple[tuple[Decimal, int], ...]
    """Papers by their mean difficulty (1 easy, 2 medium, 3 hard), to one place."""


def evenness(
    papers: Iterable[Paper], questions: Sequence[BankQuestion], blueprint: Blueprint
) -> Evenness:
    """What can be said of papers drawn from these questions by this blueprint."""
    listed = list(papers)
    return Evenness(
        report=exposure(listed, questions, blueprint),
        questions=tuple(_exposures(listed, questions, blueprint)),
        difficulties=_difficulties(listed, questions),
    )


def _exposures(
    papers: Sequence[Paper], questions: Sequence[BankQuestion], blueprint: Blueprint
) -> Iterable[QuestionExposure]:
    drawn = Counter((line.row, line.question) for paper in papers for line in paper.lines)
    for stratum in sorted(strata(questions, blueprint).rows, key=lambda one: one.row):
        listed = [question for cell in stratum.cells for question in cell]
        expected = round(Decimal(len(papers) * stratum.count) / stratum.size, 1)
        counted = ((drawn[stratum.row, one.version_id], one.version_id) for one in listed)
        for count, version_id in sorted(counted, key=lambda one: (-one[0], one[1])):
            yield QuestionExposure(version_id, stratum.row, count, expected)


def _difficulties(
    papers: Sequence[Paper], questions: Sequence[BankQuestion]
) -> tuple[tuple[Decimal, int], ...]:
    weights = {question.version_id: WEIGHTS[question.difficulty] for question in questions}
    means = (
        round(Decimal(sum(weights[line.question] for line in paper.lines)) / len(paper.lines), 1)
        for paper in papers
        if paper.lines
    )
    return tuple(sorted(Counter(means).items()))
