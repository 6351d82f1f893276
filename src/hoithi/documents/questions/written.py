"""Writes the questions of a bank in the format that is asked for."""

from collections.abc import Sequence
from enum import StrEnum

from hoithi.documents.questions.docx_out import docx_file
from hoithi.documents.questions.gift_out import gift_file
from hoithi.documents.questions.moodle_out import moodle_file
from hoithi.documents.questions.notes import Outgoing
from hoithi.documents.questions.qti_out import qti_file


class Written(StrEnum):
    """A format in which a bank leaves."""

    GIFT = "gift"
    MOODLE_XML = "moodle-xml"
    QTI = "qti"
    DOCX = "docx"

    @property
    def ending(self) -> str:
        """What the names of such files end in."""
        return {"gift": "gift.txt", "moodle-xml": "xml", "qti": "zip", "docx": "docx"}[self.value]


def write_questions(
    form: Written, questions: Sequence[Outgoing], *, title: str, issuer: str
) -> bytes:
    """The file of these questions with their keys; reading it gives the same questions."""
    match form:
        case Written.GIFT:
            return gift_file(title, questions)
        case Written.MOODLE_XML:
            return moodle_file(title, questions)
        case Written.QTI:
            return qti_file(title, questions)
        case Written.DOCX:
            return docx_file(title, issuer, questions)
