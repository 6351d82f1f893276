"""Files of questions in the formats of other systems, whatever is in them."""

import io
import json
import re
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoithi.documents.questions.as_json import as_json, item_as_json, package_as_json
from hoithi.documents.questions.read import item_in, package_in, read_questions
from hoithi.documents.questions.records import Format, Kind, Problem
from tests.documents.foreign import FOLDER

GIFT = """// Về thủ tục
$CATEGORY: Cải cách/Một cửa

::TTHC 1::[html]Cơ quan <b>nào</b> chủ trì?{=Sở Nội vụ#Đúng ~Sở Tư pháp ~%-50%Sở Y tế}

Hồ sơ được nhận tại {~nhà riêng =Bộ phận Một cửa} của xã.

Kết quả được trả đúng hạn.{T}

Thời hạn là bao nhiêu ngày?{#5:1}

Ghép tên với việc.{=Một cửa -> Nhận hồ sơ =Văn thư -> Đóng dấu}

Dấu \\{ và \\= là gì?{=ký hiệu =%50%dấu}

Nêu ý kiến.{}
"""
ITEM = """<?xml version="1.0" encoding="UTF-8"?>
<qti:assessmentItem xmlns:qti="http://www.imsglobal.org/xsd/imsqti_v2p1"
 identifier="c1" title="Một cửa">
<responseDeclaration identifier="R" cardinality="single" baseType="identifier">
<correctResponse><value>B</value></correctResponse></responseDeclaration>
<itemBody><p>Đọc kỹ.</p><choiceInteraction responseIdentifier="R" maxChoices="1" shuffle="true">
<prompt>Ở đâu?</prompt><simpleChoice identifier="A" fixed="true">Nhà</simpleChoice>
<simpleChoice identifier="B">Một cửa</simpleChoice>{more}</choiceInteraction></itemBody>
</qti:assessmentItem>"""
MANIFEST = """<manifest><resources>
<resource identifier="i1" type="imsqti_item_xmlv2p1" href="items/c%201.xml"/>
</resources></manifest>"""


def _zip(**files: str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, text in files.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), text)
    return target.getvalue()


def test_gift_in_all_its_forms():
    reading = read_questions(GIFT.encode())
    told = [(one.kind, one.name[:24], one.right or one.is_true) for one in reading.questions]
    assert (reading.format, reading.categories) == (Format.GIFT, ("Cải cách/Một cửa",))
    assert told == [
        ("multichoice", "TTHC 1", ("Sở Nội vụ",)),
        ("multichoice", "Hồ sơ được nhận tại ____", ("Bộ phận Một cửa",)),
        ("truefalse", "Kết quả được trả đúng hạ", True),
        ("numerical", "Thời hạn là bao nhiêu ng", ("5",)),
        ("match", "Ghép tên với việc.", None),
        ("shortanswer", "Dấu { và = là gì?", ("ký hiệu", "dấu")),
        ("essay", "Nêu ý kiến.", None),
    ]


@pytest.mark.parametrize(
    ("data", "format_", "problem"),
    [
        (b"", Format.UNKNOWN, Problem.EMPTY_FILE),
        (b"\xef\xbb\xbf \n", Format.UNKNOWN, Problem.EMPTY_FILE),
        (b"x" * (20 * 1024 * 1024 + 1), Format.UNKNOWN, Problem.TOO_BIG),
        (b"Xin ch\xe0o {=a ~b} nha", Format.MISSING_WORD, Problem.NOT_UTF8),
        (b"<quiz><question", Format.MOODLE_XML, Problem.NOT_WELL_FORMED),
        (b'<!DOCTYPE quiz [<!ENTITY a "b">]><quiz/>', Format.MOODLE_XML, Problem.DECLARES_ENTITIES),
        (b"<html><body/></html>", Format.UNKNOWN, Problem.UNKNOWN_FORMAT),
        (b"<questestinterop/>", Format.BLACKBOARD, Problem.FORMAT_NOT_PROMISED),
        (b"PK\x03\x04 imsmanifest.xml", Format.QTI_PACKAGE, Problem.DAMAGED_ARCHIVE),
        ("Hãy chọn các loại quả.".encode(), Format.UNKNOWN, Problem.NO_QUESTION),
        ("Một bài văn.".encode("utf-16-le"), Format.UNKNOWN, Problem.NOT_UTF8),
        ("Một bài văn.".encode("cp1258", "ignore") + b"\xe0", Format.UNKNOWN, Problem.NOT_UTF8),
        (b"$CATEGORY: a/b\n", Format.GIFT, Problem.NO_QUESTION),
        (b"<quiz/>", Format.MOODLE_XML, Problem.NO_QUESTION),
    ],
)
def test_what_is_no_file_of_questions_is_refused_with_the_reason(data, format_, problem):
    reading = read_questions(data)
    told = (reading.format, reading.outcome, [one.problem for one in reading.faults])
    assert told == (format_, "refused", [problem])


@pytest.mark.parametrize(
    ("files", "problem", "named"),
    [
        ({"a_xml": ITEM}, Problem.NO_MANIFEST, {}),
        ({"imsmanifest_xml": MANIFEST}, Problem.FILE_MISSING, {"file": "items/c 1.xml"}),
        (
            {"imsmanifest_xml": MANIFEST, "items__c 1_xml": "<a>"},
            Problem.NOT_WELL_FORMED,
            {"file": "items/c 1.xml"},
        ),
        ({"imsmanifest_xml": "<m/>", "..__x_xml": "a"}, Problem.UNSAFE_PATH, {"file": "../x.xml"}),
        ({"imsmanifest_xml": "<manifest/>"}, Problem.NO_ITEM, {"element": "imsmanifest.xml"}),
    ],
)
def test_broken_packages_are_refused_precisely(files, problem, named):
    fault = read_questions(_zip(**files)).faults[0]
    assert (fault.problem, fault.facts) == (problem, named)


def test_an_archive_that_grows_without_end_is_refused():
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("imsmanifest.xml", "0" * (101 * 1024 * 1024))
    assert read_questions(data.getvalue()).faults[0].problem is Problem.BOMB


def test_an_item_and_its_package_are_read_alike():
    item = ITEM.replace("{more}", "")
    alone = read_questions(item.encode())
    packed = read_questions(_zip(imsmanifest_xml=MANIFEST, **{"items__c 1_xml": item}))
    assert [one.questions[0].right for one in (alone, packed)] == [("Một cửa",), ("Một cửa",)]
    assert (alone.questions[0].kind, alone.questions[0].single) == (Kind.MULTICHOICE, True)


def test_an_element_that_the_schema_forbids_is_named_with_its_line():
    fault = read_questions(ITEM.replace("{more}", "\n<br/>").encode()).faults[0]
    assert (fault.problem, fault.line, fault.facts["element"]) == (
        Problem.ELEMENT_NOT_ALLOWED,
        9,
        "br",
    )


@given(st.text(max_size=300) | st.text("{}=~#:%->\\\n\nTCâu1.AĐáp án<quiz>&;", max_size=300))
def test_no_text_breaks_the_readers(text):
    for head in ("", "<quiz>", "{=a ~b}\n", "A) x\nANSWER: A\n", "Câu 1. a\nA. b\nB. c\n"):
        reading = read_questions((head + text).encode("utf-8", "surrogatepass"))
        assert reading.questions or reading.faults or reading.format is not Format.UNKNOWN
        json.dumps(as_json(reading), allow_nan=False)


@given(st.binary(max_size=200))
def test_no_bytes_break_the_readers(data):
    for head in (b"", b"PK\x03\x04", b"<?xml version='1.0'?><assessmentItem>", b"\xff\xfe"):
        read_questions(head + data)


_EXPECTED = sorted(
    str(path.relative_to(FOLDER))
    for family in ("question-formats", "qti")
    for path in (FOLDER / family).rglob("*.expected.json")
)


@pytest.mark.skipif(not _EXPECTED, reason="The public files are not beside us.")
@pytest.mark.parametrize("name", _EXPECTED)
def test_public_files_read_as_their_expectations_say(name):
    wanted = json.loads((FOLDER / name).read_bytes())
    data = (FOLDER / name.removesuffix(".expected.json")).read_bytes()
    reading = as_json(read_questions(data))
    if reading["outcome"] != "refused" and name.startswith("qti"):
        is_package = "item_count" in wanted
        found = package_as_json(package_in(data)) if is_package else item_as_json(item_in(data))
        reading = found
    assert _differences(reading, wanted) == []


_NOT_OURS = frozenset(
    {"note", "reason", "errors", "file_holds", "would_hold", "database_unchanged"}
)
"""Remarks of who wrote the expectation, and what a bank has no use for."""


def _differences(found, wanted, where="") -> list[str]:
    """Where what was read is not what is expected; texts that are cut agree as far as they go."""
    if isinstance(wanted, dict):
        if not isinstance(found, dict):
            return [where]
        keys = (key for key in wanted if key not in _NOT_OURS)
        return [
            one
            for key in keys
            for one in _differences(found.get(key), wanted[key], f"{where}/{key}")
        ]
    if isinstance(wanted, list):
        if len(wanted) != len(found or ()):
            return [] if not wanted and not found else [where]
        pairs = zip(found or (), wanted, strict=True)
        return [one for n, (a, b) in enumerate(pairs) for one in _differences(a, b, f"{where}/{n}")]
    return [] if _agree(found, wanted) else [f"{where}: {found!r} {wanted!r}"]


def _agree(found, wanted) -> bool:
    if isinstance(wanted, str):
        plain = " ".join(wanted.replace("&amp", "&").split())
        if re.fullmatch(r"\d+\.\d+", wanted):
            return abs(float(found) - float(wanted)) < 1e-9
        told = found or ""
        return told.startswith(plain) or bool(told and plain.startswith(told))
    if isinstance(wanted, float) and isinstance(found, int | float):
        return abs(found - wanted) < 1e-5
    return found == wanted or (not wanted and not found)
