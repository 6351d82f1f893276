"""Groups with papers or prizes of their own are ranked apart; across them shares are compared."""

from decimal import Decimal

import msgspec
import pytest

from hoithi.core.points import EntrantFacts
from hoithi.core.ranking.columns import Grounds
from hoithi.core.ranking.groups import as_shares, need_shares, rank_apart
from hoithi.core.rulebook.document import Advance
from hoithi.core.rulebook.groups import ranked_apart
from hoithi.core.rulebook.ranking import By, GroupsRanked
from tests.core.make import result
from tests.core.ranking.make import MORE, key
from tests.core.rulebook.test_examples import example

XA = example("xa-2026")
GROUPS = ("officials", "citizens", "pupils")
WITHOUT_PAPERS = msgspec.structs.replace(XA, group_papers=())
ALIKE = msgspec.structs.replace(WITHOUT_PAPERS, prizes=())
KEYS = [key(By.POINTS, MORE)]


def with_rule(book, rule):
    return msgspec.structs.replace(book, groups_ranked=rule)


def leading_on(book):
    first, *others = book.rounds
    first = msgspec.structs.replace(first, advance=Advance(to="week-3", first=5))
    return msgspec.structs.replace(book, rounds=(first, *others))


@pytest.mark.parametrize(
    ("book", "apart"),
    [
        pytest.param(XA, GROUPS, id="own papers"),
        pytest.param(WITHOUT_PAPERS, GROUPS, id="own prizes"),
        pytest.param(ALIKE, (), id="neither"),
        pytest.param(with_rule(ALIKE, GroupsRanked.APART), GROUPS, id="the rules say apart"),
        pytest.param(with_rule(XA, GroupsRanked.TOGETHER), (), id="the rules say together"),
        pytest.param(leading_on(XA), GROUPS, id="the best of each group go on"),
        pytest.param(leading_on(ALIKE), (), id="the best go on from one list"),
        pytest.param(example("song-cong-2021"), (), id="no groups"),
    ],
)
def test_ranked_apart(book, apart):
    assert ranked_apart(book) == apart


def grounds(**groups):
    facts = {int(who[1:]): group for who, group in groups.items()}
    return Grounds({who: EntrantFacts(entrant_id=who, group=group) for who, group in facts.items()})


@pytest.mark.parametrize(
    ("groups", "placings"),
    [
        pytest.param(("a", "b"), [(1, 1), (2, 2), (1, 3), (1, 4), (1, 5)], id="each from 1"),
        pytest.param(("b", "a"), [(1, 3), (1, 4), (1, 1), (2, 2), (1, 5)], id="in their order"),
        pytest.param((), [(1, 1), (2, 3), (2, 4), (4, 2), (5, 5)], id="all together"),
    ],
)
def test_rank_apart(groups, placings):
    known = grounds(e1="a", e2="a", e3="b", e4="b", e5="gone")
    results = [result(who, points) for who, points in ((1, 9), (2, 5), (3, 8), (4, 8), (5, 1))]
    found = rank_apart(results, KEYS, known, groups)
    assert [(one.place, one.entrant_id) for one in found] == placings


@pytest.mark.parametrize(
    ("book", "most", "needed"),
    [
        pytest.param(XA, (20, 10), True, id="papers of 20 and of 10 points"),
        pytest.param(XA, (20, 20), False, id="the same maximum"),
        pytest.param(WITHOUT_PAPERS, (20, 10), False, id="a part missing is no other paper"),
    ],
)
def test_need_shares(book, most, needed):
    results = [result(who, 5, most=Decimal(one)) for who, one in enumerate(most, 1)]
    assert need_shares(book, results) is needed


def test_shares_are_out_of_a_hundred():
    shares = as_shares(
        [result(1, 15, most=Decimal(20)), result(2, 9), result(3, 0, most=Decimal(0))]
    )
    assert [(one.points, one.most) for one in shares] == [(75, 100), (90, 100), (0, 100)]
