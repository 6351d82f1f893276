"""Small sets of our own: tries, penalties, what is not whole, and files that are no sets."""

import pytest

from hoithi.documents.quiz_sets.read import Problem, SetUnreadable
from hoithi.documents.quiz_sets.reckoning import as_json, quiz_set

QUESTIONS = (
    b"slot,type,which,cat,mark\n1,match,,main,3\n2,calculatedsimple,sumwithvariants,main,1\n"
)
HEAD = (
    "quizattempt,responses.1.frog,responses.1.cat,responses.1.newt,responses.1.-submit,"
    "responses.1.-tryagain,variants.2,responses.2.answer,responses.2.-submit,finished\n"
)


def told(*lines, interactive=True):
    steps = (HEAD + "".join(f"{line}\n" for line in lines)).encode()
    return as_json(quiz_set(QUESTIONS, steps, interactive=interactive))


def test_each_row_pays_for_its_own_tries():
    found = told(
        "1,amphibian,amphibian,insect,1,0,3,3.3,1,0",
        "1,amphibian,amphibian,insect,0,1,3,3.3,0,0",
        "1,amphibian,mammal,amphibian,1,0,3,3.3,0,1",
    )
    # One row right at once, two at the second try: 1 + 2 · 2/3 of three.
    (result,) = found["results"]
    assert result["marks"] == pytest.approx([1 + 4 / 3, 1.0], abs=1e-6)
    names = ("modelresponse", "count1", "count2")
    counts = [tuple(row[name] for name in names) for row in found["responsecounts"]]
    assert counts[:2] == [("frog: amphibian", 1, 1), ("cat: amphibian", 1, 0)]


def test_what_is_not_whole_is_no_try():
    found = told("1,amphibian,mammal,,1,0,3,x,1,0", "1,amphibian,mammal,amphibian,0,0,3,3.3,0,1")
    assert found["results"][0]["marks"] == pytest.approx([3.0, 1.0])


def test_an_attempt_that_goes_on_has_no_sum_and_no_figures():
    found = told("1,amphibian,mammal,amphibian,1,0,3,9,0,0", interactive=True)
    (result,) = found["results"]
    assert result["marks"] == [pytest.approx(3.0), None]
    assert (result["finished"], result["summarks"]) == (False, None)
    assert (found["quiz"]["s"], found["qstats"]) == (0, [])


MATCH = b"slot,type,which,mark\n1,match,,1\n"


@pytest.mark.parametrize(
    ("questions", "steps", "problem"),
    [
        (b"", b"", Problem.EMPTY),
        (b"\xff\xfe", b"", Problem.NOT_TEXT),
        (b'slot,type\n1,"match', b"", Problem.RAGGED),
        (b"slot,type,which,mark\n1,ddmarker,,1\n", b"", Problem.UNKNOWN_KIND),
        (b"slot,type,which,mark\nx,match,,1\n", b"", Problem.PLACE_FAULTY),
        (b"slot,type,which,mark\n1,match,,NaN\n", b"", Problem.PLACE_FAULTY),
        (b"slot,type,which,mark\n1,match,,9e9999\n", b"", Problem.PLACE_FAULTY),
        (MATCH, b"name\n1\n", Problem.NO_ATTEMPTS),
        (MATCH, b"quizattempt,a\n1\n", Problem.RAGGED),
        (MATCH, b"quizattempt,variants.1\n1,99\n", Problem.UNKNOWN_VARIANT),
        (
            b"slot,type,which,mark\n1,random,,1\n",
            b"quizattempt,randqs.1\n1,x\n",
            Problem.NOT_IN_POOL,
        ),
    ],
)
def test_what_is_no_set_is_refused_with_the_reason(questions, steps, problem):
    with pytest.raises(SetUnreadable) as refusal:
        quiz_set(questions, steps, interactive=False)
    assert refusal.value.problem is problem
