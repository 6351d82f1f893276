"""A report to the superior as official document."""

from collections.abc import Iterator

from hoithi.campaigns.actions.upward import Frozen
from hoithi.core.reporting.upward import Part
from hoithi.core.vietnamese.numbers import roman
from hoithi.core.vietnamese.text import fold
from hoithi.documents.official import Block, Heading, Paper, Table, Text
from hoithi.people.models import OrganisingBody
from hoithi.web.papers import signature_of


def paper_of(frozen: Frozen, body: OrganisingBody, document_number: str) -> Paper:
    """BÁO CÁO with its parts numbered I., II. …"""
    usual = "/BC-UBND" if fold(body.name).startswith(("uy ban nhan dan", "ubnd")) else "/BC-"
    return Paper(
        kind="BÁO CÁO",
        subject=frozen.subject,
        issuer=body.name,
        superior=body.superior,
        number=document_number or usual,
        place=body.place,
        addressed_to=(frozen.addressed_to,) if frozen.addressed_to else (),
        blocks=tuple(_blocks(frozen)),
        signature=signature_of(body.name),
        copies_to=("Như trên", "Lưu: VT") if frozen.addressed_to else ("Lưu: VT",),
    )


def _blocks(frozen: Frozen) -> Iterator[Block]:
    for number, part in enumerate(frozen.parts, start=1):
        yield Heading(f"{roman(number)}. {part.heading.upper()}")
        for sentence in part.sentences:
            yield Text(sentence.text)
        yield from _table(part)


def _table(part: Part) -> Iterator[Block]:
    if part.sheet is None:
        return
    sheet = part.sheet
    numeric = frozenset(range(1, len(sheet.headings)))
    widths = (6, *(2 for _ in sheet.headings[1:]))
    yield Table(sheet.headings, sheet.rows, widths=widths, numeric=numeric, total=sheet.total)
