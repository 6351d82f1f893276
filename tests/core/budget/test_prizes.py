"""Prize money as the rules state it (domain.md, fixtures F1 and F2)."""

from pathlib import Path

import pytest

from hoithi.core.budget.findings import Code, Finding, Followed, PrizeRow, prize_findings
from hoithi.core.budget.prizes import PrizeLine, prize_lines, prize_money
from hoithi.core.rulebook.document import ContestKind, Round, RoundScope, Rulebook
from hoithi.core.rulebook.entry import EntrantKind, EntryRules
from hoithi.core.rulebook.formats import from_toml
from hoithi.core.rulebook.prizes import Prize, PrizeScope, PrizeTable, SpecialKind

MILLION = 1_000_000
EXAMPLES = Path(__file__).parents[3] / "examples"


def example(name):
    return from_toml((EXAMPLES / f"{name}.toml").read_bytes())


def table(key, scope, prizes, **more):
    rows = tuple(
        Prize(key=f"p{n}", title=f"giải {n}", count=count, amount=amount)
        for n, (count, amount) in enumerate(prizes, 1)
    )
    return PrizeTable(key=key, title=key, scope=scope, prizes=rows, **more)


def rules(tables, rounds, entrant=EntrantKind.PERSON):
    return Rulebook(
        kind=ContestKind.ONLINE,
        key="thi",
        title="Cuộc thi",
        organiser="UBND xã",
        rounds=rounds,
        prizes=tables,
        entry=EntryRules(entrant=entrant),
    )


WEEKS = (
    Round(key="thu", title="Thi thử", scope=RoundScope.TRIAL),
    Round(key="week-1", title="Tuần thứ Nhất"),
    Round(key="week-2", title="Tuần thứ Hai"),
)
WEEKLY = ((1, MILLION), (1, 800_000), (1, 500_000), (5, 300_000))
UNITS = ((1, 2 * MILLION), (1, 1_500_000), (1, MILLION), (5, 800_000))
SONG_CONG = rules(
    (
        table("weekly", PrizeScope.ROUND, WEEKLY),
        table("units", PrizeScope.COLLECTIVE, UNITS, collective="units"),
    ),
    WEEKS,
)
PLACES = tuple(
    Round(key=f"cluster-{n}", title=f"Cụm {n}", scope=RoundScope.CLUSTER) for n in (1, 2, 3)
)
FINAL = Round(key="final", title="Chung kết", scope=RoundScope.FINAL)
KEYS = tuple(one.key for one in PLACES)
CLUSTER = ((1, 4 * MILLION), (1, 3 * MILLION), (2, 2 * MILLION), (4, MILLION))
SIDE = {"special": SpecialKind.DECIDED, "rounds": KEYS}
BINH_SON = rules(
    (
        table("cluster", PrizeScope.ROUND, CLUSTER, rounds=KEYS),
        table("best-talk", PrizeScope.SPECIAL, ((1, MILLION),), **SIDE),
        table("best-skit", PrizeScope.SPECIAL, ((1, MILLION),), **SIDE),
        table(
            "final",
            PrizeScope.ROUND,
            ((1, 5 * MILLION), (1, 4 * MILLION), (1, 3 * MILLION), (3, 2 * MILLION)),
            rounds=("final",),
        ),
    ),
    (*PLACES, FINAL),
    EntrantKind.TEAM,
)


@pytest.mark.parametrize(
    ("rulebook", "money"),
    [
        pytest.param(SONG_CONG, 16_100_000, id="F1 Sông Công, two weeks and units"),
        pytest.param(BINH_SON, 69_000_000, id="F2 Bình Sơn, three clusters and a final"),
        pytest.param(rules((), WEEKS), 0, id="no prizes"),
        pytest.param(example("song-cong-2021"), 16_100_000, id="F1 as the example's rules"),
        pytest.param(example("binh-son-2024"), 69_000_000, id="F2 as the example's rules"),
    ],
)
def test_prize_money(rulebook, money):
    assert prize_money(rulebook) == money


def test_a_line_says_how_often_a_prize_is_given():
    assert prize_lines(SONG_CONG)[3:5] == [
        PrizeLine("weekly/p4", "weekly: giải 4 (02 lần × 05 giải)", 10, 300_000, False),
        PrizeLine("units/p1", "units: giải 1", 1, 2 * MILLION, True),
    ]


def test_prizes_of_teams_are_collective():
    assert all(line.is_collective for line in prize_lines(BINH_SON))


def test_a_prize_that_its_table_is_named_after_is_named_once():
    shared = Prize(key="p", title="Giới thiệu xuất sắc nhất", count=1, amount=MILLION)
    title = "Giải phụ: Giới thiệu xuất sắc nhất"
    one = PrizeTable(key="t", title=title, scope=PrizeScope.ROUND, prizes=(shared,))
    assert [line.text for line in prize_lines(rules((one,), WEEKS))] == [
        "Giải phụ: Giới thiệu xuất sắc nhất (02 lần × 01 giải)"
    ]


def test_a_prize_without_money_is_no_line():
    gift = table("gift", PrizeScope.ROUND, ((3, 0),))
    assert prize_lines(rules((gift,), WEEKS)) == []


ROW = PrizeRow("c", "c/t/p", "giải Nhất", 2, MILLION)
TELLING = {"text": "giải Nhất", "count": 2, "amount": MILLION}


@pytest.mark.parametrize(
    ("line", "stated", "found"),
    [
        (Followed(7, "c/t/p", 2, MILLION), {}, []),
        (Followed(7, "c/t/p", 2, MILLION), {"c": 2 * MILLION}, []),
        (Followed(7, "c/t/p", 1, MILLION), {}, [Finding(Code.PRIZE_CHANGED, 7, TELLING)]),
        (
            Followed(7, "", 2, MILLION),
            {"c": 5 * MILLION},
            [
                Finding(Code.PRIZE_CHANGED, 0, TELLING),
                Finding(
                    Code.PRIZES_DIFFER,
                    0,
                    {"contest": "c", "stated": 5 * MILLION, "computed": 2 * MILLION},
                ),
            ],
        ),
    ],
)
def test_lines_are_held_against_the_rules_and_the_plan(line, stated, found):
    assert prize_findings([ROW], [line], stated) == found


def test_a_line_whose_prize_is_gone_is_found():
    gone = {"text": "", "count": 0, "amount": 0}
    found = prize_findings([], [Followed(3, "c/t/old", 1, MILLION)], {})
    assert found == [Finding(Code.PRIZE_CHANGED, 3, gone)]
