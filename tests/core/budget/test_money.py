"""Lines, norms, tax and settlement: tables and properties."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoithi.core.budget.findings import Code, Estimate, LineTold, SourceTold, findings
from hoithi.core.budget.money import cost, total
from hoithi.core.budget.norms import Item, Norm, OverNorm, Priced, over_norm
from hoithi.core.budget.settling import Settled, Spent, over_by, settle
from hoithi.core.budget.tax import Base, Income, TaxRule, rule_on, withheld
from hoithi.core.vietnamese.money import in_words, read_words

DAY = date(2026, 11, 2)
PRIZES = TaxRule(
    Income.PRIZE, Base.EXCESS, 10_000_000, Decimal(10), "TT 111", "Điều 15", date(2013, 10, 1)
)
WORK = TaxRule(
    Income.ALLOWANCE, Base.WHOLE, 2_000_000, Decimal(10), "TT 111", "Điều 25", date(2013, 10, 1)
)
LATER = TaxRule(
    Income.PRIZE, Base.EXCESS, 20_000_000, Decimal(10), "Luật mới", "Điều 1", date(2026, 7, 1)
)


@pytest.mark.parametrize(
    ("quantity", "norm", "amount"),
    [
        ("1", 500_000, 500_000),
        ("0.5", 333_333, 166_667),
        ("2.25", 100_001, 225_002),
        ("3", 0, 0),
        ("7", None, None),
    ],
)
def test_a_line_is_quantity_times_norm_in_whole_dong(quantity, norm, amount):
    assert cost(Decimal(quantity), norm) == amount


@pytest.mark.parametrize(
    ("amount", "rule", "is_person", "tax"),
    [
        pytest.param(10_000_000, PRIZES, True, 0, id="a prize of just ten million bears none"),
        pytest.param(10_000_001, PRIZES, True, 0, id="a tenth of a đồng is nothing"),
        pytest.param(10_000_005, PRIZES, True, 1, id="half a đồng goes up"),
        pytest.param(15_000_000, PRIZES, True, 500_000, id="on what lies over ten million"),
        pytest.param(1_999_999, WORK, True, 0, id="an allowance below two million bears none"),
        pytest.param(2_000_000, WORK, True, 200_000, id="from two million the whole bears it"),
        pytest.param(50_000_000, PRIZES, False, 0, id="a team is no person"),
        pytest.param(50_000_000, None, True, None, id="no rule, no guess"),
    ],
)
def test_tax(amount, rule, is_person, tax):
    assert withheld(amount, rule, is_person=is_person) == tax


@pytest.mark.parametrize(
    ("on", "rule"),
    [
        (date(2013, 9, 30), None),
        (date(2026, 6, 30), PRIZES),
        (date(2026, 7, 1), LATER),
    ],
)
def test_the_newest_rule_in_force_that_day_holds(on, rule):
    assert rule_on([PRIZES, WORK, LATER], Income.PRIZE, on) == rule


def test_a_rule_ends_with_its_last_day():
    ending = TaxRule(
        Income.PRIZE, Base.EXCESS, 0, Decimal(5), "a", "b", date(2026, 1, 1), date(2026, 11, 1)
    )
    assert rule_on([ending], Income.PRIZE, date(2026, 11, 1)) == ending
    assert rule_on([ending], Income.PRIZE, DAY) is None


@given(st.integers(1, 10**15), st.sampled_from([PRIZES, WORK]))
def test_tax_and_net_come_to_the_payment(amount, rule):
    tax = withheld(amount, rule)
    assert tax is not None
    assert 0 <= tax <= amount // 10 + 1
    assert tax + (amount - tax) == amount


@given(st.integers(0, 10**15))
def test_every_sum_is_read_back_from_its_words(amount):
    assert read_words(in_words(amount)) == amount


NORM = Norm(Item.JURY, 500_000, "NQ 20", "Điều 3", date(2026, 1, 1))
STRICT = Norm(Item.JURY, 300_000, "NQ 21", "Điều 4", date(2026, 6, 1), date(2026, 12, 31))


@pytest.mark.parametrize(
    ("norm", "on", "over"),
    [
        (500_000, date(2026, 5, 1), None),
        (500_001, date(2026, 5, 1), NORM),
        (400_000, DAY, STRICT),
        (400_000, date(2027, 1, 1), None),
        (400_000, date(2025, 1, 1), None),
        (None, DAY, None),
    ],
)
def test_a_line_over_the_strictest_norm_in_force_is_found(norm, on, over):
    found = over_norm([Priced(1, Item.JURY, norm)], [NORM, STRICT], on=on)
    assert found == ([OverNorm(1, norm, over)] if over else [])


def test_another_item_has_no_norm():
    assert over_norm([Priced(1, Item.HALL, 10**9)], [NORM], on=DAY) == []


def line(key, quantity="1", norm=100, source=None):
    return LineTold(key, f"dòng {key}", Item.OTHER, Decimal(quantity), norm, source)


NO_MONEY = (Code.SOURCES_MISSING, 0)


def codes(estimate):
    return [(one.code, one.line) for one in findings(estimate, on=DAY)]


@pytest.mark.parametrize(
    ("estimate", "found"),
    [
        (Estimate(()), [(Code.NO_LINES, 0)]),
        (Estimate((line(1),)), [NO_MONEY]),
        (Estimate((line(1, norm=None), line(2))), [(Code.NORM_BLANK, 1), NO_MONEY]),
        (
            Estimate((line(1, source=9), line(2)), (SourceTold(9, "NS", 60),)),
            [(Code.NO_SOURCE, 2), (Code.SOURCE_SHORT, 0)],
        ),
        (Estimate((line(1, source=9),), (SourceTold(9, "NS", 160),)), [(Code.SOURCE_LEFT, 0)]),
        (Estimate((line(1, source=9),), (SourceTold(9, "NS"),)), []),
        (Estimate((line(1),), spent={1: 101}), [(Code.BELOW_SPENT, 1), NO_MONEY]),
        (Estimate((line(1),), spent={2: 5}), [(Code.BELOW_SPENT, 2), NO_MONEY]),
    ],
)
def test_an_estimate_is_looked_through(estimate, found):
    assert codes(estimate) == found


def test_settlement_by_line_and_source():
    lines = [line(1, "10", source=8), line(2, source=9)]
    sources = [SourceTold(8, "NS", 2000), SourceTold(9, "Tài trợ")]
    spent = [Spent(1, None, 700), Spent(1, 9, 50), Spent(2, None, 100)]
    account = settle(lines, sources, spent, planned={1: 900})
    assert account.lines == (
        Settled(1, "dòng 1", 900, 1000, 750),
        Settled(2, "dòng 2", 0, 100, 100),
    )
    assert account.sources == (
        Settled(8, "NS", 1000, 2000, 700),
        Settled(9, "Tài trợ", 100, 100, 150),
    )
    assert (account.approved, account.spent, account.left) == (1100, 850, 250)


@given(st.lists(st.integers(0, 10**9), min_size=1, max_size=30))
def test_what_is_spent_and_left_come_to_what_was_approved(amounts):
    lines = [line(key, norm=amount) for key, amount in enumerate(amounts)]
    spent = [Spent(key, None, amount // 3) for key, amount in enumerate(amounts)]
    account = settle(lines, [], spent, planned={})
    assert account.spent + account.left == account.approved == total(amounts)


@pytest.mark.parametrize(
    ("amount", "spent", "over"), [(100, 0, 0), (101, 0, 1), (1, 100, 1), (50, 50, 0)]
)
def test_how_much_a_payment_goes_over_its_line(amount, spent, over):
    assert over_by(amount, approved=100, spent=spent) == over
