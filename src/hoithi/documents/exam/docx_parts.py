"""What papers and answer sheets in .docx share: page, head, foot, marks, lines to write on."""

from collections.abc import Sequence

from docx.document import Document as Docx
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from hoithi.core.questions.marked import pieces
from hoithi.documents.exam.records import ExamHead
from hoithi.documents.official.docx_parts import bare_table, centred, printable

TEXT_WIDTH = 175
"""Millimetres between the margins."""
_FONT = "Times New Roman"
_SIZE = Pt(12)
_SIDES = (83, 92)


def page(document: Docx, title: str, author: str) -> None:
    """A4 upright with narrow margins, Times New Roman 12, no space between paragraphs."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(15), Mm(16)
    section.left_margin, section.right_margin = Mm(20), Mm(15)
    section.footer_distance = Mm(8)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = _FONT, _SIZE
    fonts = normal.element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), _FONT)
    normal.paragraph_format.space_after = Pt(2)
    normal.paragraph_format.line_spacing = 1.08
    document.core_properties.title = printable(title)[:255]
    document.core_properties.author = printable(author)[:255]


def head(document: Docx, told: ExamHead, *, is_paper: bool) -> None:
    """Who holds the contest on the left; the contest, the round and the time on the right."""
    left, right = bare_table(document, _SIDES).rows[0].cells
    if told.superior:
        centred(left, told.superior.upper(), size=Pt(11))
    centred(left, told.issuer.upper(), bold=True, size=Pt(11))
    if is_paper:
        _pages(centred(left, ""))
    centred(right, told.contest.upper(), bold=True, size=_SIZE)
    centred(right, told.round, bold=True, size=_SIZE)
    if told.part:
        centred(right, told.part, size=_SIZE)
    if is_paper:
        time = f"Thời gian làm bài: {told.minutes} phút (không kể thời gian phát đề)"
        centred(right, "").add_run(time).italic = True


def code_box(document: Docx, code: str) -> None:
    """The lines for name and number, and the code in a frame of its own."""
    document.add_paragraph().paragraph_format.space_after = Pt(0)
    table = bare_table(document, (TEXT_WIDTH - 40, 40))
    names, box = table.rows[0].cells
    names.paragraphs[0].add_run(f"Họ và tên: {'.' * 98}")
    names.add_paragraph().add_run(f"Số báo danh: {'.' * 34} Đơn vị: {'.' * 42}")
    frame(box)
    centred(box, f"Mã đề {printable(code)}", bold=True, size=Pt(14))
    document.add_paragraph().paragraph_format.space_after = Pt(0)


def foot(document: Docx, code: str) -> None:
    """ "Trang 1/4 – Mã đề 101" below every page."""
    target = document.sections[0].footer.paragraphs[0]
    target.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    target.add_run("Trang ")
    _field(target, "PAGE")
    target.add_run("/")
    _field(target, "NUMPAGES")
    target.add_run(f" – Mã đề {printable(code)}")


def marked(target: Paragraph, text: str) -> None:
    """Text with its marks into a paragraph; line breaks are kept."""
    for piece in pieces(printable(text)):
        run = target.add_run(piece.text)
        run.bold, run.italic = piece.bold or None, piece.italic or None


def plain(document: Docx, text: str, *, bold: bool = False, italic: bool = False) -> Paragraph:
    """A paragraph in one face."""
    target: Paragraph = document.add_paragraph()
    run = target.add_run(printable(text))
    run.bold, run.italic = bold, italic
    return target


def dotted_line(document: Docx) -> Paragraph:
    """A line to write on, as wide as the text."""
    target: Paragraph = document.add_paragraph()
    stops = target.paragraph_format.tab_stops
    stops.add_tab_stop(Mm(TEXT_WIDTH), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
    target.add_run("\t")
    target.paragraph_format.space_before = Pt(5)
    return target


def two_columns(document: Docx, left: Sequence[tuple[str, str]], right: Sequence[str]) -> Table:
    """What is matched beside what it is matched with: letters on the left, numbers on the right."""
    table: Table = document.add_table(rows=max(len(left), len(right)), cols=2)
    table.style = "Table Grid"
    for row in table.rows:
        _unsplit(row)
    for place, (letter, text) in enumerate(left):
        _filled(table.cell(place, 0), f"{letter}. ", text)
    for place, text in enumerate(right):
        _filled(table.cell(place, 1), f"{place + 1}. ", text)
    return table


def frame(cell: _Cell) -> None:
    """A line on all four sides of a cell."""
    borders = OxmlElement("w:tcBorders")
    for side in ("top", "left", "bottom", "right"):
        line = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "8"), ("space", "0"), ("color", "000000")):
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    cell._tc.get_or_add_tcPr().append(borders)  # noqa: SLF001 - python-docx has no borders


def _filled(cell: _Cell, sign: str, text: str) -> None:
    target = cell.paragraphs[0]
    target.add_run(sign).bold = True
    marked(target, text)
    target.paragraph_format.keep_with_next = True


def _unsplit(row: object) -> None:
    properties = row._tr.get_or_add_trPr()  # type: ignore[attr-defined]  # noqa: SLF001 - no call
    properties.append(OxmlElement("w:cantSplit"))


def _pages(target: Paragraph) -> None:
    target.add_run("(Đề thi có ").italic = True
    _field(target, "NUMPAGES")
    target.add_run(" trang)").italic = True


def _field(target: Paragraph, name: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), name)
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    target._p.append(field)  # noqa: SLF001 - python-docx has no fields
