"""An explanation of several lines with bold words comes back from every file, and is shown so."""

from dataclasses import replace

import pytest
from django.template.loader import render_to_string

from hoithi.documents.questions.read import read_questions
from hoithi.documents.questions.written import Written
from hoithi.questions import actions
from hoithi.questions.actions import Beside
from hoithi.questions.actions.tables import as_they_are
from hoithi.web.organiser.bank.shown import shown_question
from tests.make import AT
from tests.questions import make as builders

pytestmark = pytest.mark.django_db
ANSWER = replace(builders.ANSWER, explanation="Theo **Điều 7**.\nDòng hai.")


@pytest.fixture
def bank():
    made = builders.bank()
    actions.add(made, "MC-001", builders.TEXT, ANSWER, by=None, at=AT)
    return made


@pytest.mark.parametrize("form", list(Written))
def test_it_comes_back_from_files_of_other_systems(bank, form):
    other = builders.bank(bank.body, "Ngân hàng khác")
    beside = Beside("one-stop", "easy", "1/NQ-CP", "tep")
    read = read_questions(actions.export_as(bank, form))
    actions.take_foreign(other, read, beside, partly=False, by=None, at=AT)
    assert as_they_are(other) == as_they_are(bank)


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_it_comes_back_from_the_table(bank, kind):
    other = builders.bank(bank.body, "Ngân hàng khác")
    data = builders.exported(bank, kind)
    actions.import_questions(other, data, f"a.{kind}", by=None, at=AT)
    assert as_they_are(other) == as_they_are(bank)


def test_bold_words_and_lines_are_shown(bank):
    version = bank.questions.get().versions.get()
    page = render_to_string("organiser/bank/text.html", shown_question(version))
    assert '<p class="lines">Theo <strong>Điều 7</strong>.\nDòng hai.</p>' in page
