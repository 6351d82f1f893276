"""A published result as data: JSON, CSV, and the figures behind the statistics page."""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

import msgspec
from django.utils.translation import gettext as _

from hoithi.core.vietnamese.dates import date_text
from hoithi.core.vietnamese.numbers import dotted
from hoithi.documents.charts import Series, bar_chart, line_chart
from hoithi.results.facts.snapshot import KeyShown, Statistics, Value
from hoithi.web.public.shown import Published, unit_rows
from hoithi.wording import placings as words

_BOM = "\ufeff"
"""Without it Excel takes the file for a text in another encoding."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def as_json(published: Published, address: str) -> bytes:
    """What the pages show, for programs: nothing that is not on the pages."""
    head, result = published.head, published.result
    whole: dict[str, object] = {
        "contest": head.contest,
        "organiser": head.body,
        "round": head.round_title or None,
        "address": address,
        "number": result.number,
        "preliminary": result.preliminary,
        "correction_reason": result.correction_reason or None,
        "sha256": result.sha256,
        "published_at": result.visible_from.isoformat(),
        "rulebook_versions": [
            {"number": number, "sha256": sha256} for number, sha256 in head.versions
        ],
        "people": published.statistics.people,
        "sittings": published.statistics.sittings,
        "predictions": msgspec.to_builtins(head.predicted),
        "prizes": [_prize_table(table) for table in published.tables],
        "ranking": list(_lines(published)),
        "collectives": [_collective(table) for table in published.collectives],
    }
    return msgspec.json.encode(whole)


def _prize_table(table: msgspec.Struct) -> object:
    """The table without the numbers by which the office knows people."""
    plain = msgspec.to_builtins(table)
    for internal in ("undecided", "reserves", "passed_over", "given_up"):
        plain.pop(internal)
    for prize in plain["prizes"]:
        for winner in prize["winners"]:
            winner.pop("entrant")
            winner.pop("unit_id")
    return plain


def _lines(published: Published) -> Iterable[dict[str, object]]:
    keys = published.head.keys
    for line in published.public_lines():
        yield {
            "place": line.place,
            "tied": line.tied,
            "name": line.name,
            "unit": published.unit_name(line.unit) or None,
            "group": line.group or None,
            "points": line.points,
            "seconds": line.seconds,
            "sittings": line.sittings,
            "keys": _by_name(keys, line.values),
            "prize": line.prize or None,
        }


def _by_name(keys: Sequence[KeyShown], values: Sequence[Value]) -> list[dict[str, Value]]:
    return [
        {"by": key.by, "title": key.title or None, "value": value}
        for key, value in zip(keys, values, strict=True)
    ]


def _collective(table: msgspec.Struct) -> object:
    plain = msgspec.to_builtins(table)
    for line in plain["lines"]:
        line.pop("unit")
    return plain


def as_csv(published: Published) -> bytes:
    """The public ranking as a table that Excel opens rightly."""
    apart = bool(published.head.sections)
    heads = [_("Hạng"), _("Họ và tên"), _("Đơn vị"), *published.columns(), _("Giải")]
    rows = (
        [*([ranking.title] if apart else []), row.place, row.name, row.unit, *row.cells, row.prize]
        for ranking in published.rankings
        for page in range(1, published.pages + 1)
        for row in published.rows(page, ranking)
    )
    if apart:
        heads = [_("Nhóm đối tượng"), *heads]
    return _written(heads, rows)


def units_csv(published: Published) -> bytes:
    """All collective rankings in one table."""
    heads = [_("Bảng"), _("Hạng"), _("Đơn vị"), _("Số người"), _("Số lượt"), _("Điểm"), _("Giải")]
    rows = (
        [table.title, row.place or "", row.name, row.people, row.sittings, row.score, row.prize]
        for table in published.collectives
        for row in unit_rows(table)
    )
    return _written(heads, rows)


def _written(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(heads)
    writer.writerows([_harmless(str(cell)) for cell in row] for row in rows)
    return (_BOM + out.getvalue()).encode()


def _harmless(text: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def statistics_shown(published: Published) -> dict[str, object]:
    """The figures of the statistics page, people and sittings apart."""
    figures = published.statistics
    units = published.head.units
    return {
        "people": dotted(figures.people),
        "sittings": dotted(figures.sittings),
        "ranked": dotted(figures.ranked),
        "full_marks": dotted(figures.full_marks),
        "bands": _bands(figures.bands),
        "charts": _charts(figures),
        "groups": [(t, dotted(p), dotted(s)) for t, p, s in figures.by_group],
        "unit_figures": [
            (
                units[row.unit].name if row.unit >= 0 else _("Không đại diện đơn vị nào"),
                dotted(row.people),
                dotted(row.sittings),
                dotted(row.full_marks),
                words.number_text(None if row.mean is None else str(row.mean)),
            )
            for row in figures.by_unit
        ]
        if published.head.unit_figures
        else [],
    }


def _charts(figures: Statistics) -> list[tuple[str, str]]:
    """Titles and SVG of the charts: sittings by day and by hour of the day."""
    charts = []
    if figures.by_day:
        title = _("Lượt thi theo ngày")
        days = [(date_text(date.fromisoformat(day)), count) for day, count in figures.by_day]
        charts.append((title, bar_chart(title, days)))
    if any(figures.by_hour):
        title = _("Lượt nộp bài theo giờ trong ngày")
        labels = [f"{hour}h" for hour in range(len(figures.by_hour))]
        series = [Series(_("Lượt nộp bài"), figures.by_hour)]
        charts.append((title, line_chart(title, labels, series)))
    return charts


def _bands(bands: Sequence[int]) -> list[tuple[str, str, str, int]]:
    """Title, people, share as text and share as a whole number of each band."""
    titles = [
        _("Đúng toàn bộ"),
        _("Từ 75% đến dưới 100%"),
        _("Từ 25% đến dưới 75%"),
        _("Dưới 25%"),
        _("Không có điểm"),
    ]
    total = sum(bands)
    rows = []
    for title, people in zip(titles, bands, strict=False):
        share = Decimal(people * 100) / total if total else Decimal(0)
        shown = words.number_text(str(round(share, 2)))
        rows.append((title, dotted(people), f"{shown}%", int(share)))
    return rows
