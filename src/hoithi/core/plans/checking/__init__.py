"""Finds in a plan what contradicts itself, what is missing, and what could be written better."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from hoithi.core.plans.checking import (
    abolished,
    arithmetic,
    bases,
    contents,
    duties,
    header,
    listed,
    orders,
    prizes,
    recipients,
    schedule,
    weekdays,
    windows,
    writing,
)
from hoithi.core.plans.checking.finding import Finding, Findings
from hoithi.core.plans.checking.grades import Code, Grade
from hoithi.core.plans.checking.norms import PrizeNorm, over_norm
from hoithi.core.plans.checking.paper import Paper
from hoithi.core.plans.reading import read_plan
from hoithi.core.plans.records import Reading

__all__ = ["Code", "Finding", "Grade", "PrizeNorm", "findings"]

_CHECKS: tuple[Callable[[Paper], Findings], ...] = (
    windows.ends_before_start,
    windows.impossible_dates,
    windows.durations,
    windows.rounds_outside,
    windows.rounds_end_early,
    windows.rounds_overlap,
    windows.rounds_counted,
    windows.published_before_end,
    weekdays.weekdays,
    schedule.before_plan,
    schedule.share_day,
    schedule.year_missing,
    schedule.title_year,
    schedule.budget_year,
    schedule.posted_late,
    schedule.attached_later,
    arithmetic.products,
    arithmetic.words_of_sums,
    arithmetic.tables,
    prizes.totals,
    prizes.counts,
    prizes.over_teams,
    prizes.incomplete,
    prizes.order,
    prizes.currency,
    listed.lists,
    listed.venues,
    listed.series,
    listed.clusters,
    listed.alone,
    header.parts_of_head,
    header.parts_of_end,
    header.blanks,
    header.zeros,
    bases.missing,
    bases.later,
    bases.replaced,
    bases.forms,
    abolished.abolished,
    duties.missing,
    duties.without_date,
    duties.rows_open,
    duties.anchors,
    duties.without_task,
    duties.committees,
    duties.of_another,
    duties.alike,
    recipients.without_copy,
    orders.orders,
    contents.contest_or_performance,
    contents.participants,
    contents.times,
    contents.resources,
    writing.spelling,
    writing.repeated,
    writing.end_sign,
)


def findings(
    text: str, reading: Reading, *, norms: Sequence[PrizeNorm] = ()
) -> tuple[Finding, ...]:
    """All findings, contradictions first, then omissions, then style; each in the text's order.

    `reading` is what was understood of the same text, perhaps corrected by an official. Doubts are
    of the text alone: a reading made of kept facts brings none, and they are read again. `norms`
    are those that the body has entered. Never raises, whatever the text.
    """
    doubts = reading.doubts or read_plan(text).doubts
    paper = Paper(text, Reading(reading.facts, doubts))
    if not paper.blocks:
        return ()
    found = [_placed(one, paper) for check in _CHECKS for one in check(paper)]
    found += [_placed(one, paper) for one in over_norm(paper, norms)]
    grades = list(Grade)
    return tuple(sorted(found, key=lambda one: (grades.index(one.grade), one.places[0].line)))


def _placed(found: Finding, paper: Paper) -> Finding:
    """With its quotation; what an official added keeps its number, and quotes nothing."""
    places = tuple(place if place.line else paper.opening for place in found.places)
    quote = next(filter(None, map(paper.quote, places)), "")
    return replace(found, places=places, quote=quote)
