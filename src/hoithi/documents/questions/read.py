"""Finds out in which format a file of questions is, and reads it."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace

from hoithi.documents.questions.aiken import ANSWER_LINE, OPTION_LINE, read_aiken
from hoithi.documents.questions.cloze import GAPS, read_cloze
from hoithi.documents.questions.gift import BARE_WEIGHT, read_gift, read_missing_word
from hoithi.documents.questions.moodle_xml import read_moodle_xml
from hoithi.documents.questions.official import read_official
from hoithi.documents.questions.official_docx import lines_of_docx
from hoithi.documents.questions.official_lines import NUMBERED, QUESTION, SourceLine
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
from hoithi.documents.questions.texts import GAP, MOST_QUESTIONS

MAX_BYTES = 20 * 1024 * 1024
MAX_TEXT = 2 * 1024 * 1024
"""Letters of a file that is text alone: a thousand questions as long as a bank allows."""
_HEAD = 50_000
"""Letters by which a format is told from its kin."""
MAX_LINE = 100_000
_TAG = re.compile(r"<([A-Za-z_][\w.:-]{0,80})")
_LONGEST_PROLOG = 200_000
_ROOTS = {
    "quiz": Format.MOODLE_XML,
    "question": Format.MOODLE_XML,
    "assessmentItem": Format.QTI_ITEM,
    "POOL": Format.BLACKBOARD,
    "questestinterop": Format.BLACKBOARD,
    "examview": Format.EXAMVIEW,
    "qti-assessment-item": Format.QTI_3,
    "qti-assessment-test": Format.QTI_3,
    "problem": Format.OPEN_EDX,
}
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""Begins files of Office before 2007, and newer ones with a password."""
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_ZIP_CONTENTS = (b"PK\x01\x02", b"imsmanifest.xml", b"word/document.xml", b"h5p.json")
_PROLOG = {"<?": "?>", "<!--": "-->"}
_WEBCT = re.compile(r"^:TYPE:(?:MC|M|S|P|C)\b", re.MULTILINE)
_GIFT_ONLY = re.compile(
    r"::|^//|->|^\$CATEGORY|^[ \t]{0,9}\[(?:html|moodle|plain|markdown)\]"
    r"|\{\s*\}|\{\s*#|\{\s*(?:T|F|TRUE|FALSE)\b",
    re.MULTILINE,
)
_OPTION = re.compile(r"\s{0,20}\*?[A-Ba-b]\s?[.)]\s*\S")
_LEAST = 2
_NO_BYTES = b"\xef\xbb\xbf\xff\xfe \t\r\n\0"


def read_questions(data: bytes) -> QuestionReading:
    """All questions of a file and everything in it that is none, each with its place.

    A file that cannot be read is a reading of no questions and one fault that says why.
    """
    found = Format.UNKNOWN
    try:
        found = format_of(data)
        return _few(_reader(found)(data))
    except Unreadable as wrong:
        fault = Fault(wrong.problem, wrong.line, facts=wrong.facts)
        return QuestionReading(found, faults=(fault,))


def _few(reading: QuestionReading) -> QuestionReading:
    """The reading. Refuses far more questions than a bank takes at once."""
    if len(reading.questions) > MOST_QUESTIONS:
        raise Unreadable(Problem.TOO_MANY_QUESTIONS, most=str(MOST_QUESTIONS))
    if not (reading.questions or reading.faults):
        return replace(reading, faults=(Fault(Problem.NO_QUESTION),))
    if len(reading.faults) > MOST_QUESTIONS:
        return replace(reading, faults=reading.faults[:MOST_QUESTIONS])
    return reading


def format_of(data: bytes) -> Format:
    """The format that a file is written in. Refuses what is none of them, and why."""
    if not data.strip(_NO_BYTES):
        raise Unreadable(Problem.EMPTY_FILE)
    if len(data) > MAX_BYTES:
        raise Unreadable(Problem.TOO_BIG, megabytes=str(len(data) // 1024**2))
    if data.startswith(b"PK"):
        return _format_of_zip(data)
    if data.startswith(_OLE):
        raise Unreadable(Problem.PASSWORD if _LOCKED in data else Problem.OLD_WORD)
    if b"imsmanifest.xml" in data[:4096] and b"\0" in data:
        return Format.QTI_PACKAGE
    if data.lstrip(_NO_BYTES).startswith(b"<"):
        return _format_of_xml(data)
    try:
        # What the text is written in shows even where a letter of it cannot be read.
        return _format_of_text(data.decode(_code(data), "replace"))
    except Unreadable:
        _text(data)  # Where a letter cannot be read, that is what is wrong.
        raise


def _format_of_xml(data: bytes) -> Format:
    name = _root_of(data[:_LONGEST_PROLOG].decode(_code(data), "replace"))
    found = _ROOTS.get(name)
    if found is None:
        raise Unreadable(Problem.UNKNOWN_FORMAT, element=name[:60])
    return found


def _root_of(head: str) -> str:
    """The name of the first element, past declarations and comments; "" where there is none."""
    at = head.find("<")
    while at >= 0:
        ends = [end for begin, end in _PROLOG.items() if head.startswith(begin, at)]
        if tag := _TAG.match(head, at):
            return tag[1].rpartition(":")[2]
        at = head.find(ends[0], at) if ends else at + 1
        at = head.find("<", at) if at >= 0 else at
    return ""


def _format_of_zip(data: bytes) -> Format:
    # Where a zip file names what it holds nothing stands: of what it was no sign is left.
    if not any(sign in data for sign in _ZIP_CONTENTS):
        raise Unreadable(Problem.DAMAGED_ARCHIVE)
    if b"word/document.xml" in data:
        return Format.OFFICIAL_TEXT
    return Format.H5P if b"h5p.json" in data else Format.QTI_PACKAGE


def _format_of_text(text: str) -> Format:
    if _WEBCT.search(text):
        return Format.WEBCT
    if "{" not in text and _is_of_officials(text.splitlines()):
        return Format.OFFICIAL_TEXT
    if ANSWER_LINE.search(text) and OPTION_LINE.search(text):
        return Format.AIKEN
    if GAPS.search(text) and not _GIFT_ONLY.search(GAPS.sub("", text)):
        return Format.CLOZE
    if "{" not in text and not _GIFT_ONLY.search(text):
        raise Unreadable(Problem.NO_QUESTION, 1)
    if not _GIFT_ONLY.search(text):
        found = read_gift(text[:_HEAD]).questions
        within = all(GAP in one.stem for one in found)
        if found and (within or BARE_WEIGHT.search(text)):
            return Format.MISSING_WORD
    return Format.GIFT


def _is_of_officials(lines: list[str]) -> bool:
    """Whether questions begin with "Câu 1", or with bare numbers above options."""
    if any(QUESTION.fullmatch(unicodedata.normalize("NFC", line)) for line in lines):
        return True
    numbered = any(NUMBERED.fullmatch(line.strip()) for line in lines)
    options = sum(1 for line in lines if _OPTION.match(line))
    return numbered and options >= _LEAST and not ANSWER_LINE.search("\n".join(lines))


def _text(data: bytes) -> str:
    """The text of a file in UTF-8 or, with its mark, UTF-16. Nothing is replaced in silence."""
    try:
        text = data.decode(_code(data)).replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as wrong:
        line = data[: wrong.start].count(b"\n") + 1
        raise Unreadable(Problem.NOT_UTF8, line) from wrong
    return _bounded(text)


def _bounded(text: str) -> str:
    """The text. Refuses one that is longer than questions can be, or has a line that is."""
    if len(text) > MAX_TEXT:
        raise Unreadable(Problem.TOO_BIG, megabytes=str(len(text) // 1024**2))
    for number, line in enumerate(text.split("\n"), start=1):
        if len(line) > MAX_LINE:
            raise Unreadable(Problem.LINE_TOO_LONG, number)
    return text


def _code(data: bytes) -> str:
    return "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"


def _reader(found: Format) -> Callable[[bytes], QuestionReading]:
    if found not in _READERS:
        raise Unreadable(Problem.FORMAT_NOT_PROMISED, format=found.value)
    return _READERS[found]


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
    return QuestionReading(Format.QTI_PACKAGE, read_package(data).questions)


_READERS: dict[Format, Callable[[bytes], QuestionReading]] = {
    Format.GIFT: lambda data: read_gift(_text(data)),
    Format.AIKEN: lambda data: read_aiken(_text(data)),
    Format.MISSING_WORD: lambda data: read_missing_word(_text(data)),
    Format.CLOZE: lambda data: read_cloze(_text(data)),
    Format.OFFICIAL_TEXT: _of_officials,
    Format.MOODLE_XML: read_moodle_xml,
    Format.QTI_ITEM: _of_item,
    Format.QTI_PACKAGE: _of_package,
}
