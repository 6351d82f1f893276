"""Who may sit when: every limit at its edge, days of Vietnam, permissions, deadlines, lateness."""

from datetime import UTC, datetime, timedelta

import pytest

from hoithi.core.attempts import (
    MayNotStart,
    MayStart,
    PastSitting,
    Refused,
    Resumes,
    RoundPart,
    deadline,
    is_late,
    may_start,
    ranked_seconds,
)
from hoithi.core.rulebook.parts import AttemptRules


def at(text: str) -> datetime:
    """A moment of October 2026 in Vietnam: "05 08:00"."""
    return datetime.fromisoformat(f"2026-10-{text.replace(' ', 'T')}+07:00").astimezone(UTC)


OPENS, CLOSES = at("05 08:00"), at("11 16:30")
NOON = at("07 12:00")


def door(**facts):
    facts = {"round_key": "week-1", "part_key": "paper", "opens": OPENS, "closes": CLOSES} | facts
    return RoundPart(**facts)


def sat(text: str, number: int = 1, **facts) -> PastSitting:
    begun = at(text)
    facts = {"round_key": "week-1", "part_key": "paper", "handed_in": True} | facts
    facts.setdefault("deadline", begun + timedelta(minutes=15))
    return PastSitting(sitting_id=number, started_at=begun, **facts)


ONCE = AttemptRules()
DAILY = AttemptRules(a_day=1, a_round=None)
SEVEN = AttemptRules(a_round=7, a_contest=8)
FREE = AttemptRules(a_round=None)


@pytest.mark.parametrize(
    ("moment", "decision"),
    [
        pytest.param(OPENS, MayStart(left_in_round=0), id="the opening minute is in"),
        pytest.param(
            OPENS - timedelta(microseconds=1),
            MayNotStart(Refused.NOT_OPEN, at=OPENS),
            id="before the opening",
        ),
        pytest.param(
            CLOSES - timedelta(microseconds=1), MayStart(left_in_round=0), id="the last moment"
        ),
        pytest.param(
            CLOSES, MayNotStart(Refused.CLOSED, at=CLOSES), id="the closing minute is out"
        ),
    ],
)
def test_window_is_half_open(moment, decision):
    assert may_start([], ONCE, door(), moment) == decision


@pytest.mark.parametrize(
    ("sittings", "rules", "decision"),
    [
        pytest.param(
            [sat("06 09:00")],
            ONCE,
            MayNotStart(Refused.ROUND_USED_UP, used=1, limit=1),
            id="once a round",
        ),
        pytest.param(
            [sat("06 09:00", annulled=True)], ONCE, MayStart(left_in_round=0), id="annulled"
        ),
        pytest.param(
            [sat("06 09:00", round_key="week-0")], ONCE, MayStart(left_in_round=0), id="other round"
        ),
        pytest.param(
            [sat("06 09:00", part_key="essay")], ONCE, MayStart(left_in_round=0), id="other part"
        ),
        pytest.param(
            [sat("07 00:00")], DAILY, MayNotStart(Refused.DAY_USED_UP, used=1, limit=1), id="today"
        ),
        pytest.param([sat("06 23:59")], DAILY, MayStart(left_today=0), id="yesterday in Vietnam"),
        pytest.param(
            [sat("06 09:00", n, round_key=f"week-{n % 2}") for n in range(8)],
            SEVEN,
            MayNotStart(Refused.CONTEST_USED_UP, used=8, limit=8),
            id="the contest's limit",
        ),
        pytest.param(
            [sat("06 09:00", n, round_key="trial", trial=True) for n in range(8)],
            SEVEN,
            MayStart(left_in_round=6, left_in_contest=7),
            id="a trial uses nothing up",
        ),
        pytest.param([sat("06 09:00", n) for n in range(999)], FREE, MayStart(), id="no limit"),
    ],
)
def test_limits(sittings, rules, decision):
    assert may_start(sittings, rules, door(), NOON) == decision


@pytest.mark.parametrize(
    ("sittings", "there", "decision"),
    [
        pytest.param(
            [sat("07 11:50", 4, handed_in=False)], door(), Resumes(4), id="the open one goes on"
        ),
        pytest.param(
            [sat("07 11:40", 4, handed_in=False)],
            door(),
            MayNotStart(Refused.ROUND_USED_UP, used=1, limit=1),
            id="overdue is used",
        ),
        pytest.param(
            [sat("07 11:50", 4, handed_in=False)],
            door(closes=at("07 11:55")),
            Resumes(4),
            id="may finish after the close",
        ),
        pytest.param(
            [sat("07 11:50", 4, handed_in=False, annulled=True)],
            door(),
            MayStart(left_in_round=0),
            id="an annulled one is not resumed",
        ),
        pytest.param(
            [sat("07 11:50", 4, handed_in=False, part_key="essay")],
            door(),
            MayNotStart(Refused.OTHER_SITTING_OPEN, sitting_id=4),
            id="never two at once",
        ),
        pytest.param(
            [sat("07 11:50", 4, handed_in=False)],
            door(paused=True),
            MayNotStart(Refused.PAUSED),
            id="paused",
        ),
    ],
)
def test_open_sitting(sittings, there, decision):
    assert may_start(sittings, ONCE, there, NOON) == decision


TWICE_A_DAY = [sat("06 09:00", 1), sat("06 10:00", 2), sat("07 09:00", 3)]


@pytest.mark.parametrize(
    ("sittings", "rules", "permissions", "decision"),
    [
        pytest.param(
            [sat("06 09:00")], ONCE, 1, MayStart(left_in_round=0), id="one more in the round"
        ),
        pytest.param([sat("07 09:00")], DAILY, 1, MayStart(left_today=0), id="one more today"),
        pytest.param(
            TWICE_A_DAY,
            DAILY,
            1,
            MayNotStart(Refused.DAY_USED_UP, used=1, limit=1),
            id="used up yesterday",
        ),
        pytest.param(TWICE_A_DAY, DAILY, 2, MayStart(left_today=0), id="the second is left"),
    ],
)
def test_permissions(sittings, rules, permissions, decision):
    assert may_start(sittings, rules, door(permissions=permissions), NOON) == decision


def test_permissions_of_other_rounds_lift_the_contest_limit_only():
    rules = AttemptRules(a_round=1, a_contest=1)
    elsewhere = [sat("01 09:00", round_key="week-0")]
    assert may_start(elsewhere, rules, door(permissions_elsewhere=1), NOON) == MayStart(
        left_in_round=0, left_in_contest=0
    )
    here = [sat("06 09:00")]
    assert may_start(here, rules, door(permissions_elsewhere=1), NOON) == MayNotStart(
        Refused.ROUND_USED_UP, used=1, limit=1
    )


def test_a_trial_looks_at_no_other_round():
    rules = AttemptRules(a_round=5, a_contest=2)
    sittings = [sat("06 09:00"), *(sat("01 09:00", n, round_key="week-0") for n in (2, 3))]
    held = door(trial=True, permissions_elsewhere=3)
    assert may_start(sittings, rules, held, NOON) == MayStart(left_in_round=3, left_in_contest=0)


@pytest.mark.parametrize(
    ("begun", "extra", "after_close", "ends"),
    [
        pytest.param("11 16:00", 0, False, "11 16:15", id="own minutes"),
        pytest.param("11 16:20", 0, False, "11 16:30", id="cut by the close"),
        pytest.param("11 16:20", 0, True, "11 16:35", id="may finish after the close"),
        pytest.param("11 16:00", 10, False, "11 16:25", id="extended"),
        pytest.param("11 16:10", 10, False, "11 16:30", id="extended, still cut"),
    ],
)
def test_deadline(begun, extra, after_close, ends):
    extensions = [timedelta(minutes=extra)] if extra else []
    found = deadline(at(begun), 15, CLOSES, extensions=extensions, finish_after_close=after_close)
    assert found == at(ends)


@pytest.mark.parametrize(
    ("taken", "precision", "seconds"),
    [(61.9, 1, 61), (0.2, 1, 0), (-5, 1, 0), (1000, 1, 900), (119, 60, 60), (900, 7, 896)],
)
def test_ranked_seconds(taken, precision, seconds):
    received = NOON + timedelta(seconds=taken)
    found = ranked_seconds(NOON, received, NOON + timedelta(minutes=15), precision)
    assert found == seconds


@pytest.mark.parametrize(("after", "late"), [(0, False), (30, False), (30.000001, True)])
def test_lateness_begins_after_the_grace(after, late):
    assert is_late(NOON + timedelta(seconds=after), NOON, 30) is late
