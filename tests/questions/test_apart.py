"""Questions that are never in one paper: written, exchanged by table, known to the draw."""

from dataclasses import replace

import pytest

from hoithi.questions import actions, queries
from hoithi.questions.actions import QuestionFaulty
from hoithi.questions.facts import text_of
from hoithi.sittings.facts.banks import bank_questions
from hoithi.wording.questions import reasons_by_line
from tests import make
from tests.make import AT
from tests.questions.make import ANSWER, TEXT, bank, exported, question, table

pytestmark = pytest.mark.django_db


def apart(*codes):
    return replace(TEXT, never_with=frozenset(codes))


def test_a_written_pair_is_kept_apart_in_both_directions():
    into = bank()
    first = question(into, "MC-001")
    second = question(into, "MC-002", text=apart("MC-001"))
    versions = queries.newest_versions(into)
    known = {one.version_id: one.never_with for one in bank_questions(versions)}
    assert known == {first.pk: frozenset(), second.pk: frozenset({first.pk})}
    assert text_of(second).never_with == {"MC-001"}


def test_codes_of_another_bank_keep_nothing_apart():
    question(bank(), "MC-001")
    into = bank(title="Ngân hàng khác")
    with pytest.raises(QuestionFaulty) as refused:
        question(into, "MC-002", text=apart("MC-001"))
    assert [(one.code, one.facts) for one in refused.value.faults] == [
        ("never_with_unknown", {"codes": "MC-001"})
    ]


@pytest.mark.parametrize("code", ["MC-001", "MC-999"])
def test_a_question_is_revised_with_others_of_its_bank_only(code):
    version = question(bank())
    with pytest.raises(QuestionFaulty):
        actions.revise(version, apart(code), ANSWER, by=make.person(), at=AT)


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        pytest.param("MC-002", None, id="a question of the file"),
        pytest.param("MC-050 ; MC-002", None, id="one of the bank and one of the file"),
        pytest.param("MC-999", "Không có câu nào mang mã MC-999", id="unknown"),
        pytest.param("MC-001", "ghi mã của chính câu này", id="itself"),
    ],
)
def test_the_column_of_the_table(written, reason):
    found = actions.preview(table({"never_with": written}, {}), "a.xlsx", {"MC-050"})
    said = " ".join(reasons_by_line(found).values())
    assert (found.can_be_imported, (reason or "") in said) == (reason is None, True)


def test_an_exported_bank_comes_in_again_unchanged():
    into, at = bank(), AT
    data = table({"never_with": "MC-002"}, {})
    assert actions.import_questions(into, data, "a.xlsx", by=None, at=at) == 2
    kept = {one.question.code: one.never_with for one in queries.newest_versions(into)}
    assert kept == {"MC-001": ["MC-002"], "MC-002": []}
    again = actions.import_questions(into, exported(into), "b.xlsx", by=None, at=at)
    assert again == 0
