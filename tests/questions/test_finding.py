"""Finding questions and banks."""

from dataclasses import replace
from datetime import date

import pytest

from hoithi.core.questions.records import LegalBasis
from hoithi.questions import actions, queries
from hoithi.questions.queries import Wanted
from tests import make
from tests.make import AT
from tests.questions.make import TEXT, bank, question
from tests.results import boards

pytestmark = pytest.mark.django_db


@pytest.fixture
def full():
    into = bank()
    question(into, "MC-001")
    question(into, "MC-002", text=replace(TEXT, stem="Thời hạn trả kết quả là bao lâu?"))
    question(into, "TT-001", text=replace(TEXT, field="procedures", difficulty="hard"))
    actions.approve(
        question(into, "TT-002", text=replace(TEXT, audience="pupil")), by=make.person(), at=AT
    )
    return into


@pytest.mark.parametrize(
    ("wanted", "codes"),
    [
        pytest.param(Wanted(), ["MC-001", "MC-002", "TT-001", "TT-002"], id="everything"),
        pytest.param(Wanted(text="thoi han"), ["MC-002"], id="without marks"),
        pytest.param(Wanted(text="KẾT quả  hạn"), ["MC-002"], id="words in any order"),
        pytest.param(Wanted(text="tt-00"), ["TT-001", "TT-002"], id="by code"),
        pytest.param(Wanted(text="%"), [], id="no pattern of the database"),
        pytest.param(Wanted(field="procedures"), ["TT-001"], id="by field"),
        pytest.param(Wanted(difficulty="hard", audience="pupil"), [], id="both at once"),
        pytest.param(Wanted(audience="pupil"), ["TT-002"], id="by audience"),
        pytest.param(Wanted(state="approved"), ["TT-002"], id="by state"),
    ],
)
def test_found_in(full, wanted, codes):
    found = queries.found_in(full, wanted)
    assert [version.question.code for version in found] == codes


def test_banks_are_counted_by_the_state_of_their_newest_versions(full):
    empty = bank()
    assert queries.states_of([full, empty]) == {full.pk: {"proposed": 3, "approved": 1}}
    assert queries.fields_of(full) == ["one-stop", "procedures"]


def test_a_role_over_a_contest_reaches_its_banks(full):
    over = boards.contest(body=full.body)
    writer = make.person()
    make.role(writer, "question_writer", contest_id=over.pk)
    assert not queries.may(writer, full, "question_writer", at=AT)

    actions.use_in(full, over, by=None, at=AT)
    assert queries.may(writer, full, "question_writer", at=AT)
    assert not queries.may(writer, full, "organiser", at=AT)
    assert list(queries.banks_of(writer, at=AT)) == [full]


@pytest.mark.parametrize(
    ("wanted", "codes"),
    [
        ({"topic": "Hồ sơ"}, ["MC-002"]),
        ({"document": "5-2026-ndcp"}, ["MC-002"]),
        ({"document": "61-2018-ndcp"}, ["MC-001"]),
        ({"basis": "ended"}, ["MC-002"]),
        ({"basis": "waiting"}, []),
        ({"author": "0"}, []),
    ],
)
def test_topic_document_author_and_basis_are_looked_for(wanted, codes):
    into = bank()
    question(into)
    basis = LegalBasis("5/2026/NĐ-CP", article="1", in_force_to=date(2026, 7, 1))
    text = replace(TEXT, stem="Khác?", topic="Hồ sơ", basis=basis)
    question(into, "MC-002", text=text)
    found = queries.found_in(into, Wanted(**wanted), on=date(2026, 11, 2))
    assert [one.question.code for one in found] == codes
