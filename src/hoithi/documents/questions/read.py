"""Finds out in which format a file of questions is, and reads it."""

import re
from collections.abc import Callable

from hoithi.documents.questions.aiken import ANSWER_LINE, OPTION_LINE, read_aiken
from hoithi.documents.questions.cloze import GAPS, read_cloze
from hoithi.documents.questions.gift import read_gift, read_missing_word
from hoithi.documents.questions.moodle_xml import read_moodle_xml
from hoithi.documents.questions.official import QUESTION, SourceLine, read_official
from hoithi.documents.questions.official_docx import lines_of_docx
from hoithi.documents.questions.qti import Item, read_item
from hoithi.documents.questions.qti_package import Package, read_package
from hoithi.documents.questions.qti_questions import question_of
from hoithi.documents.questions.records import (
    Fault,
    Format,
    Problem,
    QuestionReading,
    Unreadable,
)
from hoithi.documents.questions.texts import GAP

MAX_BYTES = 20 * 1024 * 1024
_ROOT = re.compile(rb"<([A-Za-z_][\w.:-]*)")
_ROOTS = {
    "quiz": Format.MOODLE_XML,
    "assessmentItem": Format.QTI_ITEM,
    "POOL": Format.BLACKBOARD,
    "questestinterop": Format.BLACKBOARD,
}
_PROLOG = re.compile(rb"<\?.*?\?>|<!--.*?-->", re.DOTALL)
_GIFT_ONLY = re.compile(
    r"::|^//|->|^\$CATEGORY|\{\s*\}|\{\s*#|\{\s*(?:T|F|TRUE|FALSE)\b", re.MULTILINE
)
_NO_BYTES = b"\xef\xbb\xbf\xff\xfe \t\r\n\0"


def read_questions(data: bytes) -> QuestionReading:
    """All questions of a file and everything in it that is none, each with its place.

    A file that cannot be read is a reading of no questions and one fault that says why.
    """
    found = Format.UNKNOWN
    try:
        found = format_of(data)
        return _READERS[found](data)
    except Unreadable as wrong:
        fault = Fault(wrong.problem, wrong.line, facts=wrong.facts)
        return QuestionReading(found, faults=(fault,))


def format_of(data: bytes) -> Format:
    """The format that a file is written in. Refuses what is none of them, and why."""
    if not data.strip(_NO_BYTES):
        raise Unreadable(Problem.EMPTY_FILE)
    if len(data) > MAX_BYTES:
        raise Unreadable(Problem.TOO_BIG, megabytes=str(len(data) // 1024**2))
    if data.startswith(b"PK") and b"word/document.xml" in data:
        return Format.OFFICIAL_TEXT
    if data.startswith(b"PK") or b"imsmanifest.xml" in data[:4096]:
        return Format.QTI_PACKAGE
    if data.lstrip(_NO_BYTES).startswith(b"<"):
        return _format_of_xml(data)
    # What the text is written in shows even where a letter of it cannot be read.
    return _format_of_text(data.decode(_code(data), "replace"))


def _format_of_xml(data: bytes) -> Format:
    root = _ROOT.search(_PROLOG.sub(b"", data))
    name = root[1].decode("ascii", "replace").rpartition(":")[2] if root else ""
    found = _ROOTS.get(name)
    if found is None:
        raise Unreadable(Problem.UNKNOWN_FORMAT, element=name[:60])
    return found


def _format_of_text(text: str) -> Format:
    if any(QUESTION.fullmatch(line) for line in text.splitlines()) and "{" not in text:
        return Format.OFFICIAL_TEXT
    if ANSWER_LINE.search(text) and OPTION_LINE.search(text):
        return Format.AIKEN
    if GAPS.search(text) and not _GIFT_ONLY.search(GAPS.sub("", text)):
        return Format.CLOZE
    if "{" not in text and not _GIFT_ONLY.search(text):
        raise Unreadable(Problem.UNKNOWN_FORMAT, element="")
    if not _GIFT_ONLY.search(text):
        reading = read_missing_word(text)
        if reading.questions and all(GAP in one.stem for one in reading.questions):
            return Format.MISSING_WORD
    return Format.GIFT


def _text(data: bytes) -> str:
    """The text of a file in UTF-8 or, with its mark, UTF-16. Nothing is replaced in silence."""
    try:
        return data.decode(_code(data)).replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as wrong:
        line = data[: wrong.start].count(b"\n") + 1
        raise Unreadable(Problem.NOT_UTF8, line) from wrong


def _code(data: bytes) -> str:
    return "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"


def _not_promised(_data: bytes) -> QuestionReading:
    raise Unreadable(Problem.FORMAT_NOT_PROMISED, format=Format.BLACKBOARD.value)


def item_in(data: bytes) -> Item:
    """A QTI item for who wants it as it stands."""
    return read_item(data)


def package_in(data: bytes) -> Package:
    """A QTI package for who wants it as it stands."""
    return read_package(data)


def _of_officials(data: bytes) -> QuestionReading:
    if data.startswith(b"PK"):
        return read_official(lines_of_docx(data))
    return read_official(SourceLine(line) for line in _text(data).splitlines())


def _of_item(data: bytes) -> QuestionReading:
    return QuestionReading(Format.QTI_ITEM, (question_of(read_item(data)),))


def _of_package(data: bytes) -> QuestionReading:
    found = read_package(data)
    questions = tuple(question_of(item) for _file, item in found.items)
    return QuestionReading(Format.QTI_PACKAGE, questions)


_READERS: dict[Format, Callable[[bytes], QuestionReading]] = {
    Format.GIFT: lambda data: read_gift(_text(data)),
    Format.AIKEN: lambda data: read_aiken(_text(data)),
    Format.MISSING_WORD: lambda data: read_missing_word(_text(data)),
    Format.CLOZE: lambda data: read_cloze(_text(data)),
    Format.OFFICIAL_TEXT: _of_officials,
    Format.MOODLE_XML: read_moodle_xml,
    Format.QTI_ITEM: _of_item,
    Format.QTI_PACKAGE: _of_package,
    Format.BLACKBOARD: _not_promised,
}
