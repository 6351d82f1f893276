"""An official document as PDF, by the layout of all printed sheets."""

from itertools import chain

from hoithi.documents.official.records import (
    Block,
    Heading,
    Items,
    PageBreak,
    Paper,
    Picture,
    Signatures,
    Table,
    Text,
)
from hoithi.documents.typeset import sheets
from hoithi.documents.typeset.sheets import Style

_HEADINGS = {1: Style.HEADING, 2: Style.HEADING, 3: Style.SUBHEADING}
_CELL_SIZE = 12
_WIDE_TABLE = 7
_WIDE_CELL_SIZE = 11


def to_pdf(paper: Paper) -> bytes:
    """The PDF of the document."""
    blocks = chain(
        (sheets.Paragraph(line, Style.BASIS) for line in paper.base_lines),
        chain.from_iterable(_blocks(block) for block in paper.blocks),
    )
    signature = paper.signature
    return sheets.sheet(
        sheets.OfficialSheet(
            issuer=paper.issuer,
            superior=paper.superior,
            number=paper.number_text,
            place=paper.place,
            on=paper.signed_on,
            kind=paper.kind,
            title=paper.subject,
            addressed_to=paper.addressed_to,
            blocks=tuple(blocks),
            recipients=paper.copy_lines,
            signatures=(
                sheets.Signature(tuple(line.upper() for line in signature.lines), signature.name),
            )
            if signature
            else (),
            is_across=paper.landscape,
            enclosed=tuple(chain.from_iterable(_blocks(block) for block in paper.enclosed)),
        )
    )


def _blocks(block: Block) -> list[sheets.Block]:
    match block:
        case Heading():
            return [sheets.Paragraph(block.text, _HEADINGS[block.level])]
        case Text():
            return [sheets.Paragraph(block.text, _style(block))]
        case Items():
            marks = (f"{place}." if block.ordered else "-" for place in range(1, 10**6))
            lines = zip(marks, block.items, strict=False)
            return [sheets.Paragraph(f"{mark} {text}") for mark, text in lines]
        case Table():
            return [_table(block)]
        case Signatures():
            places = tuple(sheets.Signature((post,), name) for post, name in block.places)
            return [sheets.SignedBeside(places)]
        case Picture():
            return [sheets.Paragraph(block.description)] if block.description else []
        case PageBreak():
            return [sheets.NewPage()]


def _style(text: Text) -> Style:
    if text.align == "center":
        return Style.CENTRED_BOLD if text.bold else Style.CENTRED
    if text.align == "right":
        return Style.RIGHT
    if text.italic:
        return Style.BASIS
    return Style.BOLD if text.bold else Style.PLAIN


def _table(table: Table) -> sheets.Table:
    columns = range(len(table.headings))
    rows = [*table.rows, *([table.total] if table.total is not None else [])]
    return sheets.Table(
        headings=table.headings,
        rows=rows,
        widths=table.widths,
        sides=tuple(
            sheets.Side.RIGHT if column in table.numeric else sheets.Side.LEFT for column in columns
        ),
        size=_WIDE_CELL_SIZE if len(table.headings) >= _WIDE_TABLE else _CELL_SIZE,
        has_total=table.total is not None,
    )
