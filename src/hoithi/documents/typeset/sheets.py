"""Simple official documents by Nghị định 30/2020/NĐ-CP: minutes, rules, explanations, lists."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from hoithi.core.vietnamese.dates import long_date_text
from hoithi.core.vietnamese.issuers import head_lines, names_no_superior
from hoithi.documents.typeset.press import pdf, qr_svg

_ROWS_ON_A_PAGE = 30


class Style(StrEnum):
    """How a paragraph is set."""

    PLAIN = "plain"
    HEADING = "heading"
    SUBHEADING = "subheading"
    """Bold italics, "a) …"."""
    BASIS = "basis"
    """A "Căn cứ …" line, in italics."""
    BOLD = "bold"
    POINT = "point"
    """Indented as a whole, without an indented first line."""
    CENTRED = "centred"
    CENTRED_BOLD = "centred_bold"
    RIGHT = "right"
    SMALL = "small"


class Side(StrEnum):
    """Where the text of a column stands."""

    LEFT = "left"
    CENTRE = "center"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; line breaks in the text are kept."""

    text: str
    style: Style = Style.PLAIN


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose heading returns on every page; each row has one text for each heading."""

    headings: tuple[str, ...]
    rows: Sequence[Sequence[str]]
    widths: tuple[int, ...] = ()
    """Shares of the page's width; 0 is as wide as its content. Equal shares when left out."""
    sides: tuple[Side, ...] = ()
    caption: str = ""
    size: float = 12
    """Of the letters, in points."""
    has_total: bool = False
    """The last row is a total, in bold."""


@dataclass(frozen=True, slots=True)
class Blanks:
    """Dotted lines to write on."""

    count: int


@dataclass(frozen=True, slots=True)
class NewPage:
    """What follows begins on a new page."""


@dataclass(frozen=True, slots=True)
class Signature:
    """A place to sign: lines of authority and post, a remark ("(Ký, ghi rõ họ tên)"), a name."""

    authority: tuple[str, ...]
    name: str = ""
    remark: str = ""


@dataclass(frozen=True, slots=True)
class SignedBeside:
    """Places to sign beside each other, within the text."""

    places: tuple[Signature, ...]


Block = Paragraph | Table | Blanks | NewPage | SignedBeside


@dataclass(frozen=True, slots=True)
class OfficialSheet:
    """An official document. What is not known yet ("" or None) is left out or dotted."""

    issuer: str
    kind: str
    """For example "BIÊN BẢN"; "" for a letter, whose title stands below the number ("V/v …")."""
    title: str
    blocks: Sequence[Block]
    superior: str = ""
    number: str = ""
    """For example "Số: 15/BB-BTC"."""
    place: str = ""
    on: date | None = None
    addressed_to: tuple[str, ...] = ()
    """Kính gửi."""
    recipients: tuple[str, ...] = ()
    """For example ("- Như trên;", "- Lưu: VT, BTC.")."""
    signatures: tuple[Signature, ...] = ()
    """One stands on the right; more stand beside each other where there are no recipients."""
    is_across: bool = False
    enclosed: Sequence[Block] = ()
    """What follows on a new page after the signature."""
    trace: str = ""
    """A small line at the foot of every page, such as the version and its hash."""
    address: str = ""
    """Where the document can be compared, as a QR code beside the signature."""
    code: str = ""


def sheet(document: OfficialSheet) -> bytes:
    """The PDF of an official document. Refuses a table whose rows do not fit its headings."""
    every = [*document.blocks, *document.enclosed]
    rows = sum(len(block.rows) for block in every if isinstance(block, Table))
    data = {
        "document_title": f"{document.kind} {document.title}".strip(),
        "superior": "" if names_no_superior(document.issuer) else document.superior,
        "issuer": "\n".join(head_lines(document.issuer)),
        "number": document.number,
        "place": document.place,
        "on": long_date_text(document.on) if document.on else "",
        "kind": document.kind,
        "title": document.title,
        "blocks": [_block(block) for block in document.blocks],
        "enclosed": [_block(block) for block in document.enclosed],
        "addressed": document.addressed_to,
        "recipients": document.recipients,
        "signatures": [asdict(signature) for signature in document.signatures],
        "across": document.is_across,
        "trace": document.trace,
        "address": document.address,
        "code": document.code,
        "qr": qr_svg(document.address) if document.address else "",
    }
    return pdf("sheet.typ", data, pages=rows // _ROWS_ON_A_PAGE + len(every) // _ROWS_ON_A_PAGE)


def _block(block: Block) -> dict[str, Any]:
    match block:
        case Paragraph():
            return {"what": "paragraph", "text": block.text, "style": block.style}
        case Table():
            return _table(block)
        case Blanks():
            return {"what": "blanks", "count": block.count}
        case NewPage():
            return {"what": "break"}
        case SignedBeside():
            return {"what": "signed", "places": [asdict(place) for place in block.places]}


def _table(table: Table) -> dict[str, Any]:
    count = len(table.headings)
    if any(len(row) != count for row in table.rows):
        raise ValueError(table.headings)
    return {
        "what": "table",
        "headings": table.headings,
        "rows": [list(row) for row in table.rows],
        "widths": table.widths or (1,) * count,
        "aligned": table.sides or (Side.LEFT,) * count,
        "caption": table.caption,
        "size": table.size,
        "total": table.has_total,
    }
