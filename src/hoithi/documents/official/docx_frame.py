"""Page, head and foot of a .docx by Nghị định 30/2020/NĐ-CP, Phụ lục I."""

from docx.document import Document as Docx
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from hoithi.core.vietnamese.dates import long_date_text
from hoithi.core.vietnamese.issuers import head_lines, names_no_superior
from hoithi.documents.official.docx_parts import (
    ALIGNED,
    bare_table,
    centred,
    paragraph,
    printable,
    space_to_sign,
    text_width,
    write,
)
from hoithi.documents.official.records import BLANK, Paper, Signature

_FONT = "Times New Roman"
_SMALL = Pt(12)
_LIST = Pt(11)
_TITLE = Pt(14)
_LEFT_SHARE = 0.42


def set_page(document: Docx, paper: Paper) -> None:
    """A4 with the margins of the decree, the page's number above the text from the second on."""
    section = document.sections[0]
    upright = (Mm(210), Mm(297))
    section.page_width, section.page_height = upright[::-1] if paper.landscape else upright
    section.orientation = WD_ORIENT.LANDSCAPE if paper.landscape else WD_ORIENT.PORTRAIT
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(18)
    section.different_first_page_header_footer = True
    _put_page_number(section.header.paragraphs[0])
    _set_fonts(document)
    document.core_properties.title = printable(f"{paper.kind} {paper.subject}".strip())[:255]
    document.core_properties.author = printable(paper.issuer)[:255]


def put_head(document: Docx, paper: Paper) -> None:
    """Issuer and number beside the national heading and the date; below it kind and subject."""
    width = round(text_width(document) / Mm(1))
    left_width = round(width * _LEFT_SHARE)
    table = bare_table(document, [left_width, width - left_width])
    left, right = table.rows[0].cells
    _put_issuer(left, paper, left_width)
    _put_national(right, paper, width - left_width)
    if paper.kind:
        _put_title(document, paper, width)
    _put_addressed(document, paper)


def put_foot(document: Docx, paper: Paper) -> None:
    """Nơi nhận on the left, who signs on the right."""
    if paper.signature is None and not paper.copies_to:
        return
    document.add_paragraph().paragraph_format.space_after = Pt(0)
    half = round(text_width(document) / Mm(1) / 2)
    left, right = bare_table(document, [half, half]).rows[0].cells
    if paper.copies_to:
        write(left.paragraphs[0], "Nơi nhận:", bold=True, italic=True, size=_SMALL)
        for line in paper.copy_lines:
            write(left.add_paragraph(), line, size=_LIST)
        for target in left.paragraphs:
            target.paragraph_format.space_after = Pt(0)
    if paper.signature is not None:
        _put_signature(right, paper.signature)


def _put_signature(cell: _Cell, signature: Signature) -> None:
    for line in signature.lines:
        centred(cell, line.upper(), bold=True)
    space_to_sign(cell)
    centred(cell, signature.name, bold=True)


def _put_issuer(cell: _Cell, paper: Paper, width: int) -> None:
    if not names_no_superior(paper.issuer):
        for line in head_lines(paper.superior):
            centred(cell, line.upper(), size=_SMALL)
    for line in head_lines(paper.issuer) or (BLANK,):
        centred(cell, line.upper(), bold=True, size=_SMALL)
    _put_rule(cell, width, share=0.35)
    if paper.number_text:
        centred(cell, paper.number_text)
    if not paper.kind and paper.subject:
        centred(cell, f"V/v {paper.subject}", size=_SMALL)


def _put_national(cell: _Cell, paper: Paper, width: int) -> None:
    centred(cell, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold=True, size=_SMALL)
    centred(cell, "Độc lập - Tự do - Hạnh phúc", bold=True)
    _put_rule(cell, width, share=0.6)
    day = long_date_text(paper.signed_on) if paper.signed_on else "ngày …… tháng …… năm ………"
    target = centred(cell, "")
    write(target, f"{paper.place or BLANK}, {day}", italic=True)


def _put_title(document: Docx, paper: Paper, width: int) -> None:
    kind = paragraph(document, WD_ALIGN_PARAGRAPH.CENTER)
    kind.paragraph_format.space_before = Pt(12)
    kind.paragraph_format.space_after = Pt(0)
    write(kind, paper.kind.upper(), bold=True, size=_TITLE)
    subject = paragraph(document, WD_ALIGN_PARAGRAPH.CENTER)
    subject.paragraph_format.space_after = Pt(0)
    write(subject, paper.subject or BLANK, bold=True, size=_TITLE)
    rule = paragraph(document, WD_ALIGN_PARAGRAPH.CENTER)
    _rule(rule, width, share=0.25)
    rule.paragraph_format.space_after = Pt(12)


def _put_addressed(document: Docx, paper: Paper) -> None:
    if not paper.addressed_to:
        return
    only = paper.addressed_to[0] if len(paper.addressed_to) == 1 else ""
    target = paragraph(document, WD_ALIGN_PARAGRAPH.CENTER)
    target.paragraph_format.space_before = Pt(12)
    write(target, f"Kính gửi: {only}".strip())
    if only:
        return
    for place, line in enumerate(paper.addressed_to, start=1):
        one = paragraph(document, ALIGNED["left"])
        one.paragraph_format.left_indent = Mm(50)
        one.paragraph_format.space_after = Pt(2)
        write(one, f"- {line}{';' if place < len(paper.addressed_to) else '.'}")


def _put_rule(cell: _Cell, width: int, *, share: float) -> None:
    _rule(centred(cell, ""), width, share=share)


def _rule(target: Paragraph, width: int, *, share: float) -> None:
    """The short line below: a border of an almost empty paragraph, `share` of the width."""
    side = Mm(width * (1 - share) / 2)
    target.paragraph_format.left_indent = target.paragraph_format.right_indent = side
    target.paragraph_format.space_after = Pt(6)
    target.paragraph_format.line_spacing = Pt(3)
    border = OxmlElement("w:pBdr")
    line = OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "000000")):
        line.set(qn(f"w:{name}"), value)
    border.append(line)
    target._p.get_or_add_pPr().append(border)  # noqa: SLF001 – python-docx has no borders


def _put_page_number(target: Paragraph) -> None:
    target.alignment = WD_ALIGN_PARAGRAPH.CENTER
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    target._p.append(field)  # noqa: SLF001 – python-docx has no fields


def _set_fonts(document: Docx) -> None:
    for name in ("Normal", "Heading 1", "Heading 2", "Heading 3"):
        style = document.styles[name]
        style.font.name = _FONT
        style.font.size = Pt(13)
        style.font.italic = False
        style.font.color.rgb = RGBColor(0, 0, 0)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for script in ("ascii", "hAnsi", "eastAsia", "cs"):
            fonts.set(qn(f"w:{script}"), _FONT)
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
    normal = document.styles["Normal"].paragraph_format
    normal.space_after = Pt(6)
    normal.line_spacing = 1.15
