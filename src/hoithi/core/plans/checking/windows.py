"""Checks of times: ranges, stated durations, rounds within their window, publication."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from hoithi.core.plans.checking.finding import Findings, found
from hoithi.core.plans.checking.grades import Code
from hoithi.core.plans.checking.paper import Paper, day_of, offset_in
from hoithi.core.plans.normal import folded
from hoithi.core.plans.outline import Node
from hoithi.core.plans.records import Period, Reason

_ORDINAL = r"(?:nhat|mot|hai|ba|tu|bon|nam|sau|bay|tam|chin|muoi|[ivx]{1,5}|\d{1,2})"
_ROUND = re.compile(rf"\W*(?P<kind>tuan|dot|ky|vong)\s+(?:thi\s+)?(?:thu\s+|so\s+)?{_ORDINAL}\b")
_NO_WINDOW = re.compile(r"dang ky|nop |nhan (?:bai|ho so)|phat dong|cham |tap huan|tuyen truyen")
_STATED = re.compile(
    r"(?P<n>\d{1,3})\s*(?:\([^)\d]{1,20}\)\s*)?(?P<unit>tuan|ngay|thang)\b(?!\s*[\d/])"
    r"(?! (?:lam viec|dau|cuoi|truoc|sau|ke tu|tinh tu|gan))"
)
_LED_BY = re.compile(
    r"(?:\btrong(?: vong| thoi gian)?|\bkeo dai|\bdien ra|\bthoi gian(?: thi| to chuc)?|\bto chuc)"
    r"\W*$"
)
_NO_DURATION = re.compile(r"\b(?:truoc|sau|con|hon|qua|thu|cham nhat|it nhat|toi thieu)\s*$")
_TRIAL = re.compile(r"thi thu|chay thu|tap duot")
_HEDGED = re.compile(r"du kien|khoang|trong khoang|moi |hang |tung |mot trong|toi da|toi thieu")
_SEVERAL = re.compile(
    r"mỗi |từng |h[àằ]ng |\bca (?:thi|sáng|chiều)|buổi|các đợt|\blớp\b", re.IGNORECASE
)
_ROUNDS_STATED = re.compile(r"(?<!\d)(\d{1,2}) (tuần|đợt|kỳ|vòng)\b", re.IGNORECASE)
_PUBLISHED = re.compile(r"cong bo (?:ket qua|danh sach (?:trung|dat|doat))")
_GAP_DAYS = 7


def ends_before_start(paper: Paper) -> Findings:
    """A range whose last day or minute lies before its first."""
    for period in paper.facts.periods:
        same_kind = ("T" in period.start) == ("T" in period.end)
        start, end = (
            (period.start, period.end) if same_kind else (period.start[:10], period.end[:10])
        )
        if end < start:
            yield found(Code.END_BEFORE_START, period.place, start=period.start, end=period.end)


def impossible_dates(paper: Paper) -> Findings:
    """A day that no calendar has, such as 31/6/2025."""
    for doubt in paper.reading.doubts:
        if doubt.reason is Reason.IMPOSSIBLE_DATE and re.search(r"(?:19|20)\d\d", doubt.text):
            yield found(Code.IMPOSSIBLE_DATE, doubt.place, written=doubt.text)


@dataclass(frozen=True, slots=True)
class _Stated:
    """A duration in words beside a range of days."""

    number: int
    unit: str
    direct: bool
    """In brackets right after the dates, or right before them: said of exactly this range."""
    hedged: bool


def durations(paper: Paper) -> Findings:
    """A duration that is stated beside the days it should take: "02 tuần", "(03 ngày)"."""
    ranges = Counter(period.place.line for period in paper.facts.periods)
    for period in paper.facts.periods:
        first, last = day_of(period.start), day_of(period.end)
        alone = ranges[period.place.line] == 1
        stated = _stated(paper, period) if alone and first and last and first <= last else None
        if not (stated and first and last):
            continue
        code = _judged(stated, first, last)
        if code:
            duration = f"{stated.number:02d} {_UNITS[stated.unit]}"
            days = (last - first).days + 1
            yield found(
                code,
                period.place,
                start=period.start,
                end=period.end,
                stated=duration,
                days=days,
            )


_UNITS = {"tuan": "tuần", "ngay": "ngày", "thang": "tháng"}


def _stated(paper: Paper, period: Period) -> _Stated | None:
    block = paper.block_at(period.place)
    if block is None or _SEVERAL.search(block.text):
        return None
    start = offset_in(block, period.place)
    for match in _STATED.finditer(block.bare):
        before, between = block.bare[: match.start()], _between(block.bare, match, start)
        if between is None or _NO_DURATION.search(before[-12:]):
            continue
        direct = match.end() <= start and not re.search(r"\w{3}", between.replace("tu ngay", ""))
        bracketed = before.endswith("(") and block.bare[match.end() :].startswith(")")
        if direct or bracketed or _LED_BY.search(before[-30:]):
            hedged = bool(_HEDGED.search(block.bare))
            return _Stated(int(match["n"]), match["unit"], direct or bracketed, hedged)
    return None


def _between(bare: str, match: re.Match[str], start: int) -> str | None:
    """What stands between the dates and the duration; None when another sentence begins there."""
    gap = bare[match.end() : start] if match.end() <= start else bare[start : match.start()]
    return None if re.search(r"[;!?]|\.\s", gap) or len(gap) > 120 else gap


def _judged(stated: _Stated, first: date, last: date) -> Code | None:
    """What the days of a range mean for the duration; None when it may well be right.

    A week may be counted by working days, and a month is 28 to 31 days; a range longer than the
    duration may be the time within which the days are chosen. Days said of exactly this range are
    never fewer than stated, however its ends are counted.
    """
    days, number = (last - first).days + 1, stated.number
    least, most, most_loose = {
        "ngay": (number - (not stated.direct), number + 1, number + 1),
        "tuan": (7 * number - 6, 7 * number + 1, 7 * (number + 1)),
        "thang": (28 * number - 7, 31 * number + 7, 31 * number + 7),
    }[stated.unit]
    if least <= days <= most:
        return None
    if stated.hedged:
        return Code.DURATION_LOOSE
    if days < least:
        return Code.DURATION_DIFFERS
    sure = stated.direct or stated.unit != "ngay"
    return Code.DURATION_DIFFERS if sure and days > most_loose else Code.DURATION_LOOSE


@dataclass(frozen=True, slots=True)
class _Round:
    """A week, heat or stage with its own range."""

    kind: str
    period: Period
    node: Node


def _rounds(paper: Paper) -> list[_Round]:
    rounds: list[_Round] = []
    for period in paper.facts.periods:
        node = paper.node_at(period.place)
        named = _ROUND.match(node.block.bare_body) if node else None
        if node and named and not _TRIAL.search(node.block.bare):
            rounds.append(_Round(named["kind"], period, node))
    return rounds


def _with_windows(paper: Paper) -> Iterator[tuple[Period, list[_Round]]]:
    """Each stated window with the rounds that stand under its paragraph or beside it."""
    rounds = _rounds(paper)
    for window in paper.facts.periods:
        node = paper.node_at(window.place)
        if node is None or _ROUND.match(node.block.bare_body):
            continue
        head = node.block.bare[: offset_in(node.block, window.place)]
        if _NO_WINDOW.search(head):
            continue
        inside = [one for one in rounds if _stands_under(one.node, node)]
        if inside:
            yield window, inside


def _stands_under(round_: Node, window: Node) -> bool:
    under = window in round_.path() and window is not round_
    beside = window.parent is not None and window.parent is round_.parent
    named = bool(re.search(r"thoi gian", window.block.bare[:60]))
    return under or (beside and named and window.block.lines[0].number < _line(round_))


def _line(node: Node) -> int:
    return node.block.lines[0].number


def rounds_outside(paper: Paper) -> Findings:
    """A week or heat that begins before the contest's window or ends after it."""
    for window, rounds in _with_windows(paper):
        for one in rounds:
            period = one.period
            if window.start[:10] <= period.start[:10] and period.end[:10] <= window.end[:10]:
                continue
            code = Code.LATER_ROUND_OUTSIDE if one.kind == "vong" else Code.ROUND_OUTSIDE
            yield found(
                code,
                period.place,
                window.place,
                start=period.start,
                end=period.end,
                opens=window.start,
                closes=window.end,
            )


def rounds_end_early(paper: Paper) -> Findings:
    """The window goes on for more than a week after the last of its rounds."""
    for window, rounds in _with_windows(paper):
        last = max(rounds, key=lambda one: one.period.end)
        closes, ends = day_of(window.end), day_of(last.period.end)
        if closes and ends and (closes - ends).days > _GAP_DAYS:
            yield found(
                Code.ROUNDS_END_EARLY,
                window.place,
                last.period.place,
                closes=window.end,
                last=last.period.end,
                days=(closes - ends).days,
            )


def rounds_overlap(paper: Paper) -> Findings:
    """A week that begins before the one before it has ended."""
    weeks = [one for one in _rounds(paper) if one.kind == "tuan"]
    for one, two in pairwise(weeks):
        together = one.node.parent is two.node.parent
        if together and one.period.start <= two.period.start[:10] < one.period.end[:10]:
            yield found(
                Code.ROUNDS_OVERLAP,
                two.period.place,
                one.period.place,
                end=one.period.end,
                start=two.period.start,
            )


def rounds_counted(paper: Paper) -> Findings:
    """ "Thi trong 02 tuần" above a list of three weeks."""
    for window, rounds in _with_windows(paper):
        block = paper.block_at(window.place)
        stated = _ROUNDS_STATED.search(block.text) if block else None
        if stated is None:
            continue
        listed = _series(rounds, folded(stated[2]))
        if len(listed) > 1 and len(listed) != int(stated[1]):
            yield found(
                Code.ROUNDS_COUNTED,
                window.place,
                *(one.block.place() for one in listed),
                stated=int(stated[1]),
                listed=len(listed),
            )


def _series(rounds: Sequence[_Round], kind: str) -> list[Node]:
    """All paragraphs of one list that name a round, those without days too.

    None where the list holds others beside them: "Chung kết" after Vòng 1 and Vòng 2.
    """
    parents = {id(one.node.parent): one.node.parent for one in rounds if one.kind == kind}
    parent = next(iter(parents.values()), None)
    if len(parents) != 1 or parent is None:
        return []
    marks = {one.node.mark for one in rounds if one.kind == kind}
    listed = [child for child in parent.children if child.mark in marks]
    named = [child for child in listed if _is_round(child, kind)]
    return named if len(named) == len(listed) else []


def _is_round(node: Node, kind: str) -> bool:
    match = _ROUND.match(node.block.bare_body)
    return match is not None and match["kind"] == kind


def published_before_end(paper: Paper) -> Findings:
    """Results that come out before the round of the same paragraph is over."""
    for fact in paper.facts.milestones:
        block = paper.block_at(fact.place)
        if block is None:
            continue
        at = offset_in(block, fact.place)
        if not _PUBLISHED.search(block.bare[max(0, at - 60) : at]):
            continue
        beside = [one for one in paper.facts.periods if one.place.line == fact.place.line]
        if len(beside) == 1 and fact.date[:10] < beside[0].end[:10]:
            yield found(
                Code.PUBLISHED_BEFORE_END,
                fact.place,
                beside[0].place,
                published=fact.date,
                end=beside[0].end,
            )
