"""A plan set as offices set it, header and signature side by side, says what its text says."""

import io

import docx
import fontpkg_noto_serif
import typst

from hoithi.core.plans.reading import read_plan
from hoithi.core.plans.records import Facts
from hoithi.documents.texts.read import read_text
from tests.core.plans.texts import PLAN

LEFT_HEAD = ["ỦY BAN NHÂN DÂN", "XÃ AN PHÚ", "Số: 38/KH-UBND"]
RIGHT_HEAD = [
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "An Phú, ngày 05 tháng 3 năm 2026",
]
LEFT_END = ["Nơi nhận:", "- Thường trực Đảng ủy;", "- Các thôn;", "- Lưu: VT, VHXH."]
RIGHT_END = ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Lê Thị Hồng Vân"]
BODY = [
    line
    for line in PLAN[PLAN.index("KẾ HOẠCH") : PLAN.index("Nơi nhận")].splitlines()
    if line.strip()
]
SIGNS = "\\#*_`$<>@[]-+=/~\"'."


def told(found: Facts) -> dict[str, object]:
    return {
        "number": found.number and found.number.value,
        "issued_on": found.issued_on and found.issued_on.value,
        "place": found.place and found.place.value,
        "issuing_body": found.issuing_body and found.issuing_body.value,
        "title": found.title and found.title.value,
        "prizes": [(one.rank, one.count, one.amount_vnd) for one in found.prizes],
        "periods": [(one.start, one.end) for one in found.periods],
        "assignments": [(one.agency, one.n_tasks) for one in found.assignments],
        "recipients": found.recipients_count and found.recipients_count.value,
        "signatory": found.signatory and found.signatory.name,
    }


EXPECTED = told(read_plan(PLAN).facts)


def escaped(line: str) -> str:
    return "".join(f"\\{letter}" if letter in SIGNS else letter for letter in line)


def side_by_side(left: list[str], right: list[str]) -> str:
    columns = [" \\\n".join(escaped(line) for line in side) for side in (left, right)]
    return f"#grid(columns: (1fr, 1.4fr), column-gutter: 12mm, [{columns[0]}], [{columns[1]}])\n\n"


def test_in_a_pdf_of_two_pages() -> None:
    source = (
        '#set page(paper: "a4", numbering: "1", number-align: top + center)\n'
        '#set text(font: "Noto Serif", size: 13pt)\n#set par(justify: true)\n'
        + side_by_side(LEFT_HEAD, RIGHT_HEAD)
        + "\n\n".join(escaped(line) for line in BODY)
        + "\n\n"
        + side_by_side(LEFT_END, RIGHT_END)
    )
    compiler = typst.Compiler(
        source.encode(),
        font_paths=[fontpkg_noto_serif.ROOT / "files"],
        ignore_system_fonts=True,
    )
    data = compiler.compile(format="pdf")
    assert told(read_plan(read_text(data).text).facts) == EXPECTED


def test_in_a_word_document_with_tables() -> None:
    document = docx.Document()
    for left, right in ((LEFT_HEAD, RIGHT_HEAD), (LEFT_END, RIGHT_END)):
        table = document.add_table(rows=1, cols=2)
        for cell, lines in zip(table.rows[0].cells, (left, right), strict=True):
            cell.text = "\n".join(lines)
        for line in BODY if left is LEFT_HEAD else []:
            document.add_paragraph(line)
    target = io.BytesIO()
    document.save(target)
    assert told(read_plan(read_text(target.getvalue()).text).facts) == EXPECTED
