"""Everything that can be wrong with a file of questions has a sentence that can be said."""

import pytest

from hoithi.documents.questions.records import Format, Problem
from hoithi.wording.question_files import format_label, problem_sentence


@pytest.mark.parametrize("problem", Problem)
def test_every_problem_is_said_whatever_is_known_of_it(problem):
    told = problem_sentence(problem, {"file": "a{b}.xml"})
    assert told.endswith((".", ")."))
    assert problem_sentence(problem)


@pytest.mark.parametrize("found", Format)
def test_every_format_has_a_name(found):
    assert format_label(found)
