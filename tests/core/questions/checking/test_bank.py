"""What the bank as a whole gives away, its legal bases, and its rows of the papers."""

from dataclasses import replace
from datetime import date

import pytest

from hoithi.core.questions.checking import BasisChange, Code, Finding, Grade, Row, findings
from hoithi.core.questions.checking.bases import changed, missing, misspelt, not_in_force
from hoithi.core.questions.checking.places import (
    keys_in_one_place,
    longest_is_right,
    truths_one_sided,
)
from hoithi.core.questions.checking.rows import exposed
from hoithi.core.questions.records import LegalBasis
from tests.core.questions.checking.make import single, statement

ON = date(2026, 11, 22)


def _with_keys(*counts):
    places = [place for place, count in enumerate(counts) for _ in range(count)]
    return [single(f"C{n}", "?", "a", "b", "c", "d", right=at) for n, at in enumerate(places)]


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ((5, 5, 5, 5), []),
        ((7, 4, 5, 4), []),
        ((14, 2, 2, 2), ["A 14, B 2, C 2, D 2"]),
        # Too few questions to say anything.
        ((19, 0, 0, 0), []),
        ((0, 0, 0, 0), []),
    ],
)
def test_keys_in_one_place(counts, said):
    found = list(keys_in_one_place(_with_keys(*counts)))
    assert [one.facts["places"] for one in found] == said


@pytest.mark.parametrize(("true", "false", "count"), [(6, 6, 0), (14, 2, 1), (9, 0, 0), (0, 0, 0)])
def test_statements_mostly_true(true, false, count):
    bank = [statement(f"D{n}", is_true=n < true) for n in range(true + false)]
    assert len(list(truths_one_sided(bank))) == count


def test_the_longest_is_right_more_often_than_by_chance():
    bank = [single(f"C{n}", "?", "dài nhất ở đây", "b", "c", "d") for n in range(20)]
    assert list(longest_is_right(bank)) == [
        Finding(
            Code.LONGEST_IS_RIGHT,
            Grade.SHOULD,
            tuple(f"C{n}" for n in range(20)),
            {"questions": 20, "hits": 20, "share": 100, "chance": 25},
        )
    ]
    fair = [single(f"C{n}", "?", "dài nhất ở đây", "b", "c", "d", right=n % 4) for n in range(20)]
    assert list(longest_is_right(fair)) == []


@pytest.mark.parametrize(
    ("basis", "codes"),
    [
        (LegalBasis(number="61/2018/NĐ-CP", article="7"), []),
        (LegalBasis(), [Code.NO_BASIS]),
        (LegalBasis(number="61/2018/NĐ-CP"), [Code.NO_ARTICLE]),
        (LegalBasis(number="61/2018/NĐ-CP", article="7", in_force_to=ON), [Code.BASIS_ENDED]),
        (LegalBasis(number="6/NQ-CP", article="7", in_force_to=date(2026, 11, 23)), []),
        (
            LegalBasis(number="6/NQ-CP", article="7", in_force_from=date(2026, 12, 1)),
            [Code.BASIS_TO_COME],
        ),
    ],
)
def test_legal_bases(basis, codes):
    bank = [single("C1", "?", "a", "b", basis=basis)]
    assert [one.code for one in [*missing(bank), *not_in_force(bank, ON)]] == codes


def test_a_document_on_record_is_named_once_with_what_waits():
    ended = BasisChange("61/2018/NĐ-CP", ON, "118/2025/NĐ-CP")
    amended = BasisChange("61/2018/NĐ-CP", ON, "1/2026/NĐ-CP", "7", expired=False)
    one = replace(single("C1", "?", "a", "b"), changes=(ended, amended))
    two = replace(single("C2", "?", "a", "b"), changes=(ended,))
    assert [(found.code, found.questions) for found in changed([one, two])] == [
        (Code.BASIS_EXPIRED, ("C1", "C2")),
        (Code.BASIS_AMENDED, ("C1",)),
    ]


def test_a_number_is_named_once_with_its_questions():
    written = ["61/2018/NĐCP", "61/2018/NĐCP", "76/NQ-CP", "Nghị quyết 76/NQ-CP"]
    bank = [
        single(f"C{n}", "?", "a", "b", basis=LegalBasis(number=number, article="1"))
        for n, number in enumerate(written)
    ]
    assert [(one.code, one.questions, one.facts["right"]) for one in misspelt(bank)] == [
        (Code.NUMBER_MISSPELT, ("C0", "C1"), "61/2018/NĐ-CP"),
        (Code.NUMBER_IN_TWO_WAYS, ("C3",), "76/NQ-CP"),
    ]


@pytest.mark.parametrize(
    ("needed", "available", "codes", "exposure"),
    [
        (5, 4, [Code.ROW_SHORT], 100),
        (5, 0, [Code.ROW_SHORT], 100),
        (5, 9, [Code.ROW_WORN], 56),
        (5, 10, [], 50),
        (5, 100, [], 5),
    ],
)
def test_rows_of_the_papers(needed, available, codes, exposure):
    row = Row("Hội thi", "Tuần 1", "", "one-stop", "", needed, available)
    assert [one.code for one in exposed([row])] == codes
    assert row.exposure == exposure


def test_the_gravest_come_first_and_an_empty_bank_is_sound():
    bank = [
        single("C1", "Điều nào không đúng?", "a", "b"),
        single("C2", "?", "a", "b", basis=LegalBasis()),
    ]
    assert [one.grade for one in findings(bank, [], on=ON)] == [Grade.MUST, Grade.SHOULD]
    assert findings([], [], on=ON) == []
