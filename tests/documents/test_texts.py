"""The text of documents as they come, and refusals of what is none."""

import io
import zipfile

import docx
import fontpkg_noto_serif
import pytest
import typst
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import given
from hypothesis import strategies as st

from hoithi.core.plans.reading import read_plan
from hoithi.documents.texts.read import read_text
from hoithi.documents.texts.records import Reason
from tests.core.plans.texts import PLAN


def packed(**members: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/"), content)
    return target.getvalue()


def word(fill) -> bytes:
    document = docx.Document()
    fill(document)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def test_word_tells_paragraphs_and_tables_in_order():
    def fill(document):
        document.add_paragraph("KẾ HOẠCH")
        table = document.add_table(rows=2, cols=2)
        for cell, text in zip(table._cells, ["Giải", "Số lượng", "Nhất", "01"], strict=True):
            cell.text = text
        document.add_paragraph("Hết.")

    assert read_text(word(fill)).text == "KẾ HOẠCH\nGiải\tSố lượng\nNhất\t01\nHết."


def test_columns_of_several_lines_are_told_one_after_the_other():
    def fill(document):
        table = document.add_table(rows=1, cols=2)
        table.cell(0, 0).text = "Nơi nhận:\n- Như trên;"
        table.cell(0, 1).text = "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH"
        for cell in table._cells:
            cell.add_paragraph("Dòng cuối")

    lines = [line for line in read_text(word(fill)).text.splitlines() if line]
    assert lines == [
        "Nơi nhận:",
        "- Như trên;",
        "Dòng cuối",
        "TM. ỦY BAN NHÂN DÂN",
        "CHỦ TỊCH",
        "Dòng cuối",
    ]


LISTS = """<w:abstractNum {} w:abstractNumId="77">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="-"/></w:lvl>
</w:abstractNum>"""
LISTED = '<w:numPr {}><w:ilvl w:val="{}"/><w:numId w:val="88"/></w:numPr>'
NUMBERED = [
    (0, "MỤC ĐÍCH"),
    (1, "Một"),
    (1, "Hai"),
    (2, "Gạch"),
    (0, "NỘI DUNG"),
    (1, "Ba"),
]


BOX = (
    '<w:p xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:r><w:t>Trước</w:t>'
    "</w:r><w:r><mc:AlternateContent><mc:Choice Requires='wps'>{0}</mc:Choice>"
    "<mc:Fallback>{0}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
)
CONTENT = "<w:txbxContent>{}</w:txbxContent>".format(
    "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in ("Số: 12/KH-UBND", "Dòng hai"))
)


def test_a_text_box_is_told_once_and_line_by_line():
    def fill(document):
        document.element.body.insert(0, parse_xml(BOX.format(CONTENT)))

    lines = [line for line in read_text(word(fill)).text.splitlines() if line]
    assert lines == ["Trước", "Số: 12/KH-UBND", "Dòng hai"]


def test_numbers_that_word_makes_are_in_the_text():
    def fill(document):
        numbering = document.part.numbering_part.element
        numbering.insert(0, parse_xml(LISTS.format(nsdecls("w"))))
        number = f'<w:num {nsdecls("w")} w:numId="88"><w:abstractNumId w:val="77"/></w:num>'
        numbering.append(parse_xml(number))
        for depth, text in NUMBERED:
            properties = document.add_paragraph(text)._p.get_or_add_pPr()
            properties.append(parse_xml(LISTED.format(nsdecls("w"), depth)))

    assert read_text(word(fill)).text.splitlines() == [
        "I. MỤC ĐÍCH",
        "1. Một",
        "2. Hai",
        "- Gạch",
        "II. NỘI DUNG",
        "1. Ba",
    ]


def test_a_plan_says_the_same_in_word_html_and_plain_text():
    def fill(document):
        for line in PLAN.splitlines():
            document.add_paragraph(line)

    paragraphs = "".join(f"<p>{line}</p>" for line in PLAN.splitlines())
    html = f"<html><body>{paragraphs}</body></html>"
    told = []
    for data in (PLAN.encode(), word(fill), html.encode()):
        said = read_plan(read_text(data).text).facts
        counts = (len(said.prizes), len(said.assignments))
        told.append((said.number.value, said.signatory.name, *counts))
    assert told == [("38/KH-UBND", "Lê Thị Hồng Vân", 4, 3)] * 3


def test_a_page_is_read_without_scripts_and_rows_stay_rows():
    page = (
        "<!doctype html><head><title>x</title></head><body><script>alert(1)</script>"
        "<p>Giải&nbsp;thưởng<br>năm 2024</p><ul><li>Một</li></ul>"
        "<table><tr><td>Nhất</td><td>01</td></tr></table></body>"
    )
    lines = [line for line in read_text(page.encode()).text.splitlines() if line]
    assert lines == ["Giải thưởng", "năm 2024", "- Một", "Nhất\t01"]


@pytest.mark.parametrize("code", ["utf-8", "utf-8-sig", "utf-16"])
def test_plain_text_in_the_codes_that_windows_writes(code):
    assert read_text("KẾ HOẠCH tổ chức".encode(code)).text == "KẾ HOẠCH tổ chức"


def test_pdf_tells_lines_from_the_top_and_keeps_columns_apart():
    source = (
        "#set page(width: 160mm, height: 100mm)\nKẾ HOẠCH\n\n"
        "#grid(columns: (60mm, 60mm), [Nơi nhận:], [CHỦ TỊCH])\n\nTổ chức Hội thi năm 2024\n"
    )
    text = read_text(pdf(source)).text
    assert text.splitlines() == ["KẾ HOẠCH", "Nơi nhận:\tCHỦ TỊCH", "Tổ chức Hội thi năm 2024"]


def test_pdf_puts_letters_of_two_fonts_together():
    # As a word processor does where the font of the text has no Vietnamese letters.
    marked = '#show regex("[ẾẠứộăế]"): it => text(font: "DejaVu Sans Mono", it)\n'
    text = read_text(
        pdf(marked + "KẾ HOẠCH\n\nTổ chức Hội thi năm 2024, thực hiện theo Kế hoạch\n")
    ).text
    assert text.splitlines() == ["KẾ HOẠCH", "Tổ chức Hội thi năm 2024, thực hiện theo Kế hoạch"]


def test_pdf_reads_a_letter_drawn_twice_for_boldness_once():
    twice = (
        "#place(dx: 0.3pt)[KẾ HOẠCH]\nKẾ HOẠCH\n\nTổ chức Hội thi tìm hiểu cải cách hành chính\n"
    )
    text = read_text(pdf(twice)).text
    assert text.splitlines() == ["KẾ HOẠCH", "Tổ chức Hội thi tìm hiểu cải cách hành chính"]


def pdf(source: str) -> bytes:
    fonts = [fontpkg_noto_serif.ROOT / "files"]
    setup = '#set text(font: "Noto Serif", size: 10pt)\n'
    compiler = typst.Compiler((setup + source).encode(), font_paths=fonts, ignore_system_fonts=True)
    return compiler.compile(format="pdf")


ENTITIES = b"<!DOCTYPE a [<!ENTITY a 'aaaaaaaaaa'>]>"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        pytest.param(b"", Reason.EMPTY_FILE, id="empty"),
        pytest.param(b"\xef\xbb\xbf \n", Reason.EMPTY_FILE, id="blank"),
        pytest.param(b"a" * (20 * 1024**2 + 1), Reason.TOO_BIG, id="too big"),
        pytest.param(b"%PDF-1.7 nothing", Reason.DAMAGED, id="broken pdf"),
        pytest.param(b"\x89PNG\r\n\x1a\n", Reason.SCAN, id="picture"),
        pytest.param(b"MZ\x90\x00", Reason.NOT_A_DOCUMENT, id="program"),
        pytest.param(b"PK\x03\x04broken", Reason.DAMAGED, id="broken zip"),
        pytest.param(packed(xl__workbook_xml=b"<a/>"), Reason.NOT_A_DOCUMENT, id="other zip"),
        pytest.param(
            packed(**{"word/document.xml": ENTITIES + b"<a/>"}), Reason.ENTITIES, id="entities"
        ),
        pytest.param(
            packed(**{"word/document.xml": b" " * 60_000_000}), Reason.BOMB, id="zip bomb"
        ),
        pytest.param(
            packed(**{"word/document.xml": b"<a/>"}), Reason.DAMAGED, id="no word document"
        ),
        pytest.param(
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            Reason.PASSWORD,
            id="password",
        ),
        pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x01" * 64, Reason.OLD_WORD, id="doc"),
    ],
)
def test_what_is_no_document_is_refused(data, reason):
    reading = read_text(data)
    assert (reading.refused, reading.text) == (reason, "")


def test_a_scan_without_text_is_refused():
    assert read_text(pdf("#rect(width: 50mm, height: 50mm)")).refused is Reason.SCAN


@given(st.binary(max_size=400))
def test_bytes_of_any_kind_are_answered(data):
    read_text(data)
