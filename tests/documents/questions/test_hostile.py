"""Files of questions that no system writes: they are refused or read, and never slow."""

import io
import json
import zipfile

import pytest

from hoithi.documents.questions.as_json import as_json
from hoithi.documents.questions.qti_package import read_package
from hoithi.documents.questions.read import read_questions
from hoithi.documents.questions.records import Format, Problem, Unreadable
from hoithi.documents.questions.sample import sample_docx
from hoithi.documents.questions.words import words_of
from tests.documents.test_hostile_files import replaced

NUMBER = (
    "<quiz><question type='numerical'><name><text>a</text></name>"
    "<questiontext><text>Bao nhiêu?</text></questiontext>"
    "<answer fraction='100'><text>{value}</text><tolerance>{around}</tolerance></answer>"
    "</question></quiz>"
)
MANIFEST = (
    "<manifest><resources><resource identifier='R1' type='imsqti_item_xmlv2p1'>"
    "<file href='a.xml'/></resource></resources></manifest>"
)


@pytest.mark.parametrize(("value", "around"), [("1e400", "0"), ("1", "1e400"), ("1e-400", "0")])
def test_numbers_that_nobody_asks_for_are_refused(value, around):
    reading = read_questions(NUMBER.format(value=value, around=around).encode())
    assert [fault.problem for fault in reading.faults] == [Problem.NOT_A_NUMBER]
    json.dumps(as_json(reading), allow_nan=False)


@pytest.mark.parametrize("blank", [" ", "\n", "\t", "\r\n", "\xa0"])
def test_a_long_run_of_blanks_is_one(blank):
    run = blank * 200_000
    assert words_of(f"a{run}b<br>{run}c<p>{run}d") == "a b\nc\nd"


def test_blanks_in_answers_of_gift_are_no_markup():
    blanks = " " * 15_000
    reading = read_questions(f"::x::Hỏi?{{=[html]Một{blanks}[html] ~Hai}}\n".encode())
    assert [one.text.replace(" ", "") for one in reading.questions[0].choices] == [
        "Một[html]",
        "Hai",
    ]


def test_an_item_that_names_no_file_refuses_the_package():
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("imsmanifest.xml", MANIFEST)
        archive.writestr("a.xml", "<assessmentItem/>")
    with pytest.raises(Unreadable) as refused:
        read_package(target.getvalue())
    assert (refused.value.problem, refused.value.facts) == (Problem.FILE_MISSING, {"file": "R1"})


def test_a_word_file_whose_links_lead_nowhere_is_damaged():
    data = replaced(sample_docx(), "word/_rels/document.xml.rels", b"Target=", b"Tarjet=")
    assert [fault.problem for fault in read_questions(data).faults] == [Problem.DAMAGED_ARCHIVE]


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, Problem.OLD_WORD),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            Problem.PASSWORD,
        ),
        (b"PK\x03\x04 nothing of a document", Problem.DAMAGED_ARCHIVE),
    ],
)
def test_a_file_that_shows_no_format_is_not_called_by_one(data, problem):
    reading = read_questions(data)
    assert (reading.format, [one.problem for one in reading.faults]) == (Format.UNKNOWN, [problem])
