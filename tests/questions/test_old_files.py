"""A bank in .xls and in the fonts before Unicode comes in with the words it was written with."""

import csv
from pathlib import Path

import pytest

from hoithi.questions import actions
from tests.documents.old_excel import KINDS, as_sent

BANK = Path(__file__).parents[2] / "examples" / "questions" / "cchc-cds.csv"
QUESTIONS = 12
_PLAIN = str.maketrans({"“": '"', "”": '"', "–": "-", "…": ".", "’": "'"})


def lines() -> list[list[str]]:
    """The heading and the first questions, with signs that the old fonts have."""
    rows = csv.reader(BANK.read_text(encoding="utf-8-sig").splitlines())
    found = [[cell.translate(_PLAIN).replace(";", ",") for cell in row] for row in rows]
    return found[: QUESTIONS + 1]


def words(found) -> list[tuple[str, ...]]:
    """What stands in the questions; capitals with tones are small letters in TCVN3."""
    return [
        tuple(text.lower() for text in (one.code, one.question.stem, *one.question.options))
        for one in found.questions
        if one.question is not None
    ]


@pytest.mark.parametrize(("ending", "encoding"), KINDS)
def test_questions_come_in_as_they_are_read(ending, encoding):
    meant = actions.preview(as_sent("xlsx", "unicode", lines()), "bank.xlsx")
    found = actions.preview(as_sent(ending, encoding, lines()), f"bank.{ending}")
    assert (len(words(meant)), words(found)) == (QUESTIONS, words(meant))
