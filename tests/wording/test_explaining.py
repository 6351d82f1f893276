"""The explanation sheet of a unit: what was compared, and on which scale points are."""

from decimal import Decimal

import pytest

from hoithi.documents.typeset.sheets import Paragraph, Table
from hoithi.results.facts.snapshot import (
    CollectiveShown,
    FailureShown,
    Head,
    KeyShown,
    UnitLine,
    WorkingShown,
)
from hoithi.results.queries.explaining import UnitSheet
from hoithi.wording.explaining import goes_by_shares, shares_sentence, unit_document
from hoithi.wording.placings import number_text

PEOPLE, MEAN = KeyShown("people", "more"), KeyShown("mean_points", "more")


def sheet(*columns, values=(), in_shares=True, **line):
    head = Head(
        contest="Cuộc thi", slug="c", body="UBND xã Hòa Sơn", kind="online", versions=(),
        in_shares=in_shares,
    )  # fmt: skip
    facts = {"place": 1, "unit": 1, "code": "thon-dong", "name": "Thôn Đông", "people": 40}
    shown = UnitLine(values=values, **(facts | line))
    table = CollectiveShown(
        key="units", title="Xếp hạng thôn", method="in_order", columns=columns, lines=(shown,)
    )
    return UnitSheet(head, table, shown, None)


def rows(document):
    return [tuple(row) for one in document.blocks if isinstance(one, Table) for row in one.rows]


def paragraphs(document):
    return [one.text for one in document.blocks if isinstance(one, Paragraph)]


def test_every_criterion_with_its_result():
    found = unit_document(sheet(PEOPLE, MEAN, values=(40, "82.125")), sha256="a" * 64)
    assert rows(found) == [
        ("1", "Số người dự thi", "nhiều hơn", "40"),
        ("2", "Điểm trung bình", "cao hơn", "82,13"),
    ]
    assert shares_sentence() in paragraphs(found)


def test_a_unit_that_is_not_ranked_has_no_criteria():
    failure = FailureShown(kind="least", by="mean_points", found="40", needed="50")
    found = unit_document(sheet(MEAN, place=0, failures=(failure,)), sha256="a" * 64)
    assert rows(found) == []
    assert shares_sentence() in paragraphs(found)


MEAN_WORKING = (WorkingShown("total_points", "82.5", "9"),)
SCORE = KeyShown("score", "more")


@pytest.mark.parametrize(
    ("of", "said"),
    [
        pytest.param(sheet(MEAN, values=("82",)), True, id="by the mean"),
        pytest.param(sheet(SCORE, values=("9",), working=MEAN_WORKING), True, id="in the score"),
        pytest.param(sheet(PEOPLE, values=(40,)), False, id="by people only"),
        pytest.param(sheet(MEAN, values=("82",), in_shares=False), False, id="alike papers"),
    ],
)
def test_shares_are_said_where_points_are_compared(of, said):
    assert goes_by_shares(of) is said
    assert (shares_sentence() in paragraphs(unit_document(of, sha256="b"))) is said


@pytest.mark.parametrize(
    ("value", "text"),
    [(None, "–"), (1234, "1.234"), ("85.125", "85,13"), ("85.412", "85,41"), ("0.004", "0"),
     ("90", "90"), (str(Decimal(200) / 3), "66,67"), ("12345.5", "12.345,5")],
)  # fmt: skip
def test_numbers_are_rounded_as_results_are_published(value, text):
    assert number_text(value) == text
