"""`hoithi bank statistics`: a set of attempts marked and reckoned for a program and a person."""

import json

import pytest

from hoithi.command.bank import statistics
from hoithi.command.screen import Exit

QUESTIONS = "slot,type,which,mark\n1,truefalse,,1\n2,match,,3\n"
STEPS = (
    "quizattempt,responses.1.answer,responses.2.frog,responses.2.cat,responses.2.newt\n"
    "1,1,amphibian,mammal,amphibian\n2,0,amphibian,mammal,insect\n3,1,insect,insect,insect\n"
)


@pytest.fixture
def files(tmp_path):
    found = []
    for name, text in (("questions.csv", QUESTIONS), ("steps.csv", STEPS)):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        found.append(path)
    return found


def test_a_program_reads_marks_and_figures(files, capsys):
    statistics(*files, json=True)
    told = json.loads(capsys.readouterr().out)
    assert [one["marks"] for one in told["results"]] == [[1, 3], [0, 2], [1, 0]]
    assert told["qstats"][0]["facility"] == pytest.approx(2 / 3)
    assert told["quiz"]["s"] == 3


def test_a_person_reads_a_line_for_each_question(files, capsys):
    statistics(*files)
    assert "Câu 1: 3 lượt, làm đúng 66,7" in capsys.readouterr().out


def test_what_is_no_set_is_refused_by_its_file(files, capsys):
    files[1].write_text("a\n", encoding="utf-8")
    with pytest.raises(SystemExit) as left:
        statistics(*files)
    assert left.value.code == Exit.REFUSED
    assert "steps" in capsys.readouterr().err


def test_a_kind_that_is_not_known_is_told_in_words(files, capsys):
    files[0].write_text("slot,type,which,mark\n1,wiki,,1\n", encoding="utf-8")
    with pytest.raises(SystemExit):
        statistics(*files)
    assert "chưa biết loại câu hỏi wiki" in capsys.readouterr().err
