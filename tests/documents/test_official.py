"""Official documents: what is in the model stands in the .docx and in the PDF, in its order."""

import io
import re
from dataclasses import replace
from datetime import date

import pytest
from docx import Document
from docx.shared import Emu

from hoithi.documents.official import (
    Heading,
    Items,
    PageBreak,
    Paper,
    Signature,
    Signatures,
    Table,
    Text,
    to_docx,
    to_pdf,
)
from hoithi.documents.texts.read import read_text
from tests.documents.printed import pages

_LETTER = Paper(
    kind="",
    subject="cử thành viên Ban Tổ chức",
    issuer="Sở Nội vụ",
    superior="Ủy ban nhân dân tỉnh Bắc Hà",
    number="/SNV-CCHC",
    place="Bắc Hà",
    addressed_to=("Sở Tài chính", "Ủy ban nhân dân các xã"),
    blocks=(
        Text("Đề nghị các cơ quan cử 01 người./."),
        Table(
            ("TT", "Cơ quan", "Số người"), (("1", "Sở Tài chính", "1"),), total=("", "Cộng", "1")
        ),
    ),
    signature=Signature("KT. GIÁM ĐỐC", "Phó Giám đốc", "Lò Thị Mai"),
    copies_to=("Như trên;", "Lưu: VT"),
)
_PLAN = Paper(
    kind="Kế hoạch",
    subject="Tổ chức Hội thi",
    issuer="Ủy ban nhân dân xã Đồng Văn",
    number="15/KH-UBND",
    place="Đồng Văn",
    signed_on=date(2026, 3, 5),
    addressed_to=("Sở Nội vụ",),
    bases=("Căn cứ Luật thứ nhất", "Căn cứ Luật thứ hai;"),
    blocks=(
        Heading("I. MỤC ĐÍCH"),
        Heading("a) Thời gian", 3),
        Items(("Một", "Hai"), ordered=True),
        Text("Đơn vị tính: đồng", align="right"),
        Text("PHỤ LỤC", align="center", bold=True),
        PageBreak(),
        Signatures((("NGƯỜI LẬP", "Vàng A Páo"), ("KẾ TOÁN", ""))),
    ),
    landscape=True,
)


def _lines(paper: Paper) -> list[str]:
    reading = read_text(to_docx(paper))
    return [line.strip() for line in reading.text.splitlines() if line.strip()]


def test_letter_carries_every_part_in_its_order() -> None:
    said = "\n".join(_lines(_LETTER))
    parts = [
        "ỦY BAN NHÂN DÂN",
        "TỈNH BẮC HÀ",
        "SỞ NỘI VỤ",
        "Số: ……/SNV-CCHC",
        "V/v cử thành viên Ban Tổ chức",
        "Kính gửi:",
        "- Sở Tài chính;",
        "- Ủy ban nhân dân các xã.",
        "Đề nghị các cơ quan cử 01 người./.",
        "Cộng",
        "Nơi nhận:",
        "- Như trên;",
        "- Lưu: VT.",
        "PHÓ GIÁM ĐỐC",
        "Lò Thị Mai",
    ]
    places = [said.find(part) for part in parts]
    assert -1 not in places, parts[places.index(-1)]
    assert places == sorted(places)


def test_bases_end_with_semicolons_and_a_full_stop() -> None:
    assert _PLAN.base_lines == ("Căn cứ Luật thứ nhất;", "Căn cứ Luật thứ hai.")


@pytest.mark.parametrize(
    ("number", "said"),
    [("", "Số: ……/KH-……"), ("/KH-UBND", "Số: ……/KH-UBND"), ("15/KH-UBND", "Số: 15/KH-UBND")],
)
def test_number_that_is_not_given_leaves_its_place_free(number: str, said: str) -> None:
    assert Paper(kind="KẾ HOẠCH", subject="", issuer="", number=number).number_text == said


@pytest.mark.parametrize("paper", [_LETTER, _PLAN], ids=["letter", "plan"])
def test_pdf_says_the_words_of_the_docx(paper: Paper) -> None:
    printed = _bare(" ".join(pages(to_pdf(paper))))
    assert [line for line in _lines(paper) if not _bare(line) <= printed] == []


def _bare(text: str) -> set[str]:
    """The words without signs and dotted blanks."""
    return set(re.findall(r"\w+", text))


def test_headings_page_and_width_follow_the_decree() -> None:
    document = Document(io.BytesIO(to_docx(_PLAN)))
    section = document.sections[0]
    lengths = (section.page_width, section.page_height, section.left_margin)
    assert [round(Emu(length or 0).mm) for length in lengths] == [297, 210, 30]
    assert document.styles["Normal"].font.name == "Times New Roman"
    styles = {one.text: one.style.name for one in document.paragraphs if one.style is not None}
    assert (styles["I. MỤC ĐÍCH"], styles["a) Thời gian"]) == ("Heading 1", "Heading 3")


def test_signs_that_xml_cannot_hold_are_left_out() -> None:
    paper = Paper(kind="", subject="a\x00b", issuer="\ud800Sở", blocks=(Text("x\x0by"),))
    assert "xy" in _lines(paper)
    assert "V/v ab" in _lines(paper)
    assert to_pdf(paper).startswith(b"%PDF")


def test_row_that_does_not_fit_its_headings_is_refused() -> None:
    with pytest.raises(ValueError, match="Cơ quan"):
        Table(("TT", "Cơ quan"), (("1",),))


def test_what_is_enclosed_stands_after_the_signature_on_a_page_of_its_own() -> None:
    letter = replace(_LETTER, enclosed=(Text("DANH SÁCH", align="center", bold=True),))
    said = "\n".join(_lines(letter))
    assert said.find("Lò Thị Mai") < said.find("DANH SÁCH")
    last = pages(to_pdf(letter))[-1]
    assert "DANH SÁCH" in last
    assert "Lò Thị Mai" not in last
