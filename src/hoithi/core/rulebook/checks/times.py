"""Windows of the contest and its rounds, publication, and the weeks that the plan names."""

from datetime import date, timedelta
from itertools import combinations

from hoithi.core.rulebook.checks.finding import (
    FindingCode,
    Findings,
    contradiction,
    remark,
    still_open,
)
from hoithi.core.rulebook.document import Round, RoundScope, Rulebook, Window
from hoithi.core.rulebook.moments import instant
from hoithi.core.rulebook.windows import is_trial
from hoithi.core.vietnamese.moments import local_day

_AT_ONCE = {RoundScope.CLUSTER, RoundScope.TABLE, RoundScope.PRELIMINARY}
"""Rounds of these scopes are held for different entrants and may take place together."""


def check(rulebook: Rulebook) -> Findings:
    """Times that cannot all be true, and times that are missing."""
    if not rulebook.rounds:
        yield contradiction("rounds", FindingCode.NO_ROUNDS)
    if rulebook.window is not None:
        yield from _empty("window", rulebook.window)
    for place, round_ in enumerate(rulebook.rounds):
        yield from _round(rulebook, f"rounds[{place}]", round_)
    yield from _overlaps(rulebook)
    yield from _weeks(rulebook)
    yield from _ends(rulebook)
    yield from _before_the_start(rulebook)


def _empty(path: str, window: Window) -> Findings:
    if instant(window.closes) <= instant(window.opens):
        yield contradiction(
            path, FindingCode.WINDOW_EMPTY, opens=window.opens, closes=window.closes
        )


def _round(rulebook: Rulebook, path: str, round_: Round) -> Findings:
    window = round_.window
    if window is None:
        yield still_open(f"{path}.window", FindingCode.ROUND_TIME_OPEN, title=round_.title)
        yield from _backwards(path, round_)
        return
    yield from _empty(f"{path}.window", window)
    if rulebook.window is not None and not is_trial(round_):
        yield from _inside(path, round_.title, window, rulebook.window)
    if round_.publishes is None and not is_trial(round_):
        yield still_open(f"{path}.publishes", FindingCode.PUBLICATION_OPEN, title=round_.title)
    if round_.publishes is not None and instant(round_.publishes) < instant(window.closes):
        yield contradiction(
            f"{path}.publishes",
            FindingCode.PUBLISHES_BEFORE_CLOSE,
            title=round_.title,
            publishes=round_.publishes,
            closes=window.closes,
        )


def _backwards(path: str, round_: Round) -> Findings:
    first, last = round_.first_day, round_.last_day
    if first is not None and last is not None and last < first:
        opens, closes = f"{first}T00:00", f"{last}T24:00"
        yield contradiction(
            f"{path}.last_day", FindingCode.WINDOW_EMPTY, opens=opens, closes=closes
        )


def _inside(path: str, title: str, window: Window, whole: Window) -> Findings:
    early = instant(window.opens) < instant(whole.opens)
    if early or instant(window.closes) > instant(whole.closes):
        yield contradiction(
            f"{path}.window.{'opens' if early else 'closes'}",
            FindingCode.ROUND_OUTSIDE_CONTEST,
            title=title,
            opens=whole.opens,
            closes=whole.closes,
        )


def _overlaps(rulebook: Rulebook) -> Findings:
    rounds = [
        (place, one, one.window)
        for place, one in enumerate(rulebook.rounds)
        if one.window is not None and not is_trial(one)
    ]
    for (_, one, window), (place, other, later) in combinations(rounds, 2):
        if one.scope is other.scope and one.scope in _AT_ONCE:
            continue
        path = f"rounds[{place}].window"
        apart = instant(later.opens) >= instant(window.closes)
        before = instant(later.closes) <= instant(window.opens)
        if before and not apart:
            yield remark(path, FindingCode.ROUNDS_OUT_OF_ORDER, title=other.title, other=one.title)
        elif not apart:
            yield contradiction(
                path, FindingCode.ROUNDS_OVERLAP, title=other.title, other=one.title
            )


def _weeks(rulebook: Rulebook) -> Findings:
    """The plan of Sông Công: "02 tuần", and an end six weeks later."""
    if rulebook.weeks is None:
        return
    weeks = rulebook.weeks
    if rulebook.window is not None:
        length = instant(rulebook.window.closes) - instant(rulebook.window.opens)
        if not timedelta(weeks=weeks - 1) < length <= timedelta(weeks=weeks, days=1):
            yield contradiction(
                "window",
                FindingCode.WEEKS_DIFFER,
                weeks=weeks,
                opens=rulebook.window.opens,
                closes=rulebook.window.closes,
                days=-(-length // timedelta(days=1)),
            )
    counted = [one for one in rulebook.rounds if not is_trial(one)]
    if counted and all(one.scope is RoundScope.WEEK for one in counted) and len(counted) != weeks:
        yield contradiction(
            "rounds", FindingCode.WEEK_ROUNDS_DIFFER, weeks=weeks, rounds=len(counted)
        )


def _ends(rulebook: Rulebook) -> Findings:
    windows = [one.window for one in rulebook.rounds if one.window and not is_trial(one)]
    whole = rulebook.window
    if whole is None or not windows or any(one.window is None for one in rulebook.rounds):
        return
    first = min(windows, key=lambda window: instant(window.opens)).opens
    last = max(windows, key=lambda window: instant(window.closes)).closes
    if instant(whole.opens) < instant(first):
        yield remark(
            "window.opens", FindingCode.WINDOW_BEYOND_ROUNDS, stated=whole.opens, rounds=first
        )
    if instant(whole.closes) > instant(last):
        yield remark(
            "window.closes", FindingCode.WINDOW_BEYOND_ROUNDS, stated=whole.closes, rounds=last
        )


def _before_the_start(rulebook: Rulebook) -> Findings:
    opens = [one.window.opens for one in rulebook.rounds if one.window and not is_trial(one)]
    if not opens:
        return
    start = min(opens, key=instant)
    day = local_day(instant(start))
    for place, round_ in enumerate(rulebook.rounds):
        window = round_.window
        if is_trial(round_) and window is not None and instant(window.closes) > instant(start):
            path = f"rounds[{place}].window"
            yield remark(path, FindingCode.TRIAL_AFTER_START, title=round_.title, opens=start)
    if rulebook.plan is not None and rulebook.plan.issued_on is not None:
        issued = rulebook.plan.issued_on
        if date.fromisoformat(issued) > day:
            yield remark("plan.issued_on", FindingCode.PLAN_AFTER_START, day=issued, opens=start)
    last = rulebook.entry.team.register_by if rulebook.entry.team else None
    if last is not None and date.fromisoformat(last) > day:
        code = FindingCode.REGISTRATION_AFTER_START
        yield contradiction("entry.team.register_by", code, day=last, opens=start)
