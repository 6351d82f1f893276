"""Everything that happens to a file of questions before anything could be written."""

import json

from hoithi.core.questions.rows import read_question
from hoithi.documents.questions.as_json import as_json
from hoithi.documents.questions.read import read_questions
from hoithi.documents.questions.rows import row_of, same_question, why_not
from hoithi.questions.facts import COLUMNS
from hoithi.wording.question_files import fault_sentence


def read_all(data: bytes) -> None:
    """Reads a file as the screen and the command do. Whatever it is, nothing may be raised."""
    reading = read_questions(data)
    json.dumps(as_json(reading), allow_nan=False)
    for fault in reading.faults:
        fault_sentence(fault)
    for one in reading.questions:
        if why_not(one) is None:
            row = {column.key: "" for column in COLUMNS} | row_of(one)
            same_question(row)
            read_question(one.line or 0, row)
