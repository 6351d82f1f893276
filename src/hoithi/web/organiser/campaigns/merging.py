"""The reports of all units put together: a sheet for each table, one document for the words."""

from collections.abc import Iterator, Sequence
from datetime import date

from django.utils.translation import gettext as _

from hoithi.campaigns.facts import answer_of, outline_of
from hoithi.campaigns.models import ReportAnswer, ReportRequest
from hoithi.campaigns.queries.report_tables import merged_sheet
from hoithi.core.reporting.answers import Answer, cell_said, sums
from hoithi.core.reporting.outlines import AskedTable
from hoithi.core.vietnamese.dates import date_text
from hoithi.core.vietnamese.numbers import decimal_text
from hoithi.documents.official import Block, Heading, Items, Paper, Table, Text
from hoithi.documents.spreadsheets import Column, Sheet

Answers = Sequence[tuple[str, ReportAnswer]]


def _so_far(answers: Answers, asked: int, on: date) -> str:
    facts = {"sent": len(answers), "asked": asked, "day": date_text(on)}
    return _("Tổng hợp từ %(sent)s/%(asked)s đơn vị đã gửi, tính đến ngày %(day)s.") % facts


def merged_sheets(
    request: ReportRequest, answers: Answers, asked: int, on: date
) -> Iterator[Sheet]:
    """A sheet for each table with the unit before each line and the sums, and one of the words."""
    outline, remark = outline_of(request), _so_far(answers, asked, on)
    read = [(name, answer_of(answer)) for name, answer in answers]
    for number, table in enumerate(outline.tables):
        rows = [(name, answer.tables[number]) for name, answer in read]
        sheet = merged_sheet(table, rows, _("Đơn vị"), _("Cộng"))
        title = sheet.title if len(outline.tables) == 1 else f"{number + 1}. {sheet.title}"
        yield Sheet(title, sheet.columns, sheet.rows, (remark,))
    if outline.sections:
        columns = [Column("unit", (_("Đơn vị"),))]
        columns += [Column(f"s{n}", (one.heading,)) for n, one in enumerate(outline.sections)]
        yield Sheet(_("Nội dung"), columns, [[name, *one.texts] for name, one in read], (remark,))


def merged_paper(request: ReportRequest, answers: Answers, asked: int, on: date) -> Paper:
    """All words under their headings, unit by unit, then the tables with their sums."""
    body = request.campaign.body
    return Paper(
        kind="TỔNG HỢP BÁO CÁO",
        subject=request.title,
        issuer=body.name,
        superior=body.superior,
        place=body.place,
        blocks=(
            Text(_so_far(answers, asked, on), italic=True),
            *_blocks(request, [(name, answer_of(answer)) for name, answer in answers]),
        ),
    )


def _blocks(request: ReportRequest, read: list[tuple[str, Answer]]) -> Iterator[Block]:
    outline = outline_of(request)
    for number, section in enumerate(outline.sections):
        yield Heading(section.heading)
        yield Items(tuple(f"{name}: {one.texts[number]}" for name, one in read))
    for number, table in enumerate(outline.tables):
        yield Heading(table.title)
        yield _table(table, [(name, one.tables[number]) for name, one in read])


def _table(table: AskedTable, answers: Sequence[tuple[str, Sequence[Sequence[str]]]]) -> Table:
    rows = [
        (name, *(cell_said(c.kind, text) for c, text in zip(table.columns, row, strict=True)))
        for name, lines in answers
        for row in lines
    ]
    totals = sums(table, [row for _name, lines in answers for row in lines])
    said = ["" if one is None else decimal_text(one) for one in totals]
    numeric = frozenset(place + 1 for place, one in enumerate(totals) if one is not None)
    headings = (_("Đơn vị"), *(column.title for column in table.columns))
    return Table(headings, rows, numeric=numeric, total=(_("Cộng"), *said))
