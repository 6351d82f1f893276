"""The money of prizes, with the sums of two real plans (domain.md, F1 and F2)."""

import pytest

from hoithi.core.rulebook.prizes import PrizeScope, SpecialKind
from hoithi.core.rulebook.windows import budget, prize_tables_for
from tests.core.rulebook.make import TRIAL, prize, rulebook, table, week

WEEKLY = (
    prize("nhat", 1_000_000),
    prize("nhi", 800_000),
    prize("ba", 500_000),
    prize("khuyen-khich", 300_000, count=5),
)
UNITS = (
    prize("nhat", 2_000_000),
    prize("nhi", 1_500_000),
    prize("ba", 1_000_000),
    prize("khuyen-khich", 800_000, count=5),
)
CLUSTER = (
    prize("nhat", 4_000_000),
    prize("nhi", 3_000_000),
    prize("ba", 2_000_000, count=2),
    prize("khuyen-khich", 1_000_000, count=4),
)
FINAL = (
    prize("nhat", 5_000_000),
    prize("nhi", 4_000_000),
    prize("ba", 3_000_000),
    prize("khuyen-khich", 2_000_000, count=3),
)
SIDE = (prize("giai-phu", 1_000_000),)
CLUSTERS = ("week-1", "week-2", "week-3")

SONG_CONG = rulebook(
    prizes=(
        table("weekly", prizes=WEEKLY),
        table("units", PrizeScope.COLLECTIVE, prizes=UNITS, collective="communes"),
    )
)
BINH_SON = rulebook(
    rounds=(week(1), week(2), week(3), week(4)),
    prizes=(
        table("cluster", prizes=CLUSTER, rounds=CLUSTERS),
        table(
            "introduction",
            PrizeScope.SPECIAL,
            prizes=SIDE,
            rounds=CLUSTERS,
            special=SpecialKind.BEST_PART,
            part="paper",
        ),
        table(
            "skit",
            PrizeScope.SPECIAL,
            prizes=SIDE,
            rounds=CLUSTERS,
            special=SpecialKind.BEST_PART,
            part="paper",
        ),
        table("final", prizes=FINAL, rounds=("week-4",)),
    ),
)


@pytest.mark.parametrize(
    ("book", "total"),
    [
        pytest.param(SONG_CONG, 16_100_000, id="F1"),
        pytest.param(BINH_SON, 69_000_000, id="F2"),
        pytest.param(rulebook(rounds=(TRIAL, week(1))), 500_000, id="a trial has no prizes"),
        pytest.param(
            rulebook(prizes=(table("a", group="officials"), table("b", group="pupils"))),
            2_000_000,
            id="a table a group, each week",
        ),
        pytest.param(
            rulebook(prizes=(table("all", PrizeScope.CONTEST),)), 500_000, id="once in the contest"
        ),
        pytest.param(rulebook(prizes=()), 0, id="no prizes"),
    ],
)
def test_total(book, total) -> None:
    assert budget(book).total == total


def test_lines_say_how_often() -> None:
    lines = [
        (one.table, one.prize, one.count, one.times, one.total) for one in budget(SONG_CONG).lines
    ]
    assert lines[3:5] == [
        ("weekly", "khuyen-khich", 5, 2, 3_000_000),
        ("units", "nhat", 1, 1, 2_000_000),
    ]


def test_tables_of_a_scope() -> None:
    book = rulebook(
        prizes=(
            table("weekly"),
            table("officials", group="officials"),
            table("second", rounds=("week-2",)),
            table("all", PrizeScope.CONTEST),
        )
    )

    def found(scope, **where):
        return [one.key for one in prize_tables_for(book, scope, **where)]

    assert found(PrizeScope.ROUND, round_key="week-1") == ["weekly"]
    assert found(PrizeScope.ROUND, round_key="week-2", group="officials") == [
        "weekly",
        "officials",
        "second",
    ]
    assert found(PrizeScope.ROUND) == []
    assert found(PrizeScope.CONTEST) == ["all"]
