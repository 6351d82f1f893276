"""Explanation sheets: why a person or a unit stands where it stands, as an official document."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from hoithi.core.explain import Explanation
from hoithi.core.rulebook.ranking import Aggregate
from hoithi.core.vietnamese.numbers import decimal_text
from hoithi.documents.typeset.sheets import Block, OfficialSheet, Paragraph, Style, Table
from hoithi.results.facts.judged import UnitJudged
from hoithi.results.facts.snapshot import CollectiveShown, UnitLine
from hoithi.results.facts.values import written
from hoithi.results.queries.explaining import LineSheet, UnitSheet
from hoithi.wording import placings


def line_document(sheet: LineSheet, *, sha256: str) -> OfficialSheet:
    """The explanation of a person's or a team's line."""
    head, line = sheet.head, sheet.line
    blocks: list[Block] = [
        _point(_("Họ và tên"), line.name),
        _point(_("Đơn vị"), sheet.unit or _("không đại diện đơn vị nào")),
        _point(_("Hạng"), str(line.place)),
    ]
    if line.prize:
        blocks.append(_point(_("Giải"), line.prize))
    rows = [
        (placings.key_title(key), placings.direction(key), placings.value_text(key, value))
        for key, value in zip(head.keys, line.values, strict=True)
    ]
    blocks.append(_criteria(rows))
    blocks += [Paragraph(text) for text in line_sentences(sheet)]
    if sheet.unsat:
        without = _("Không làm (được tính 0 điểm): %(papers)s.")
        blocks.append(Paragraph(without % {"papers": "; ".join(sheet.unsat)}))
    if sheet.sittings:
        blocks.append(_sittings(sheet))
    return _document(head.body, head.contest, head.round_title, blocks, sha256)


def line_sentences(sheet: LineSheet) -> list[str]:
    """With whom the place is shared, why it is below the next one and above the other."""
    said = []
    shared = len(sheet.explanation.shared_with)
    if shared:
        said.append(_("Cùng hạng với %(people)s người khác.") % {"people": shared})
    compared = (sheet.explanation.above, sheet.explanation.below)
    return [*said, *(_compared(one, sheet) for one in compared if one is not None)]


def _compared(found: Explanation, sheet: LineSheet) -> str:
    keys = sheet.head.keys
    key = keys[found.number - 1] if found.number else None
    names = (sheet.names[found.upper], sheet.names[found.lower])
    upper, lower = written(found.upper_value), written(found.lower_value)
    return placings.why_sentence(key, upper, lower, names=names)


def _sittings(sheet: LineSheet) -> Table:
    """The person's sittings; with the paper of each where the round has several."""
    several = len(sheet.papers) > 1
    heads: tuple[str, ...] = (_("Mã bài thi"), _("Vào thi"), _("Nộp bài"), _("Điểm"))
    rows = [
        (
            *((one.paper,) if several else ()),
            one.receipt,
            placings.second_of(one.started_at),
            placings.second_of(one.submitted_at),
            f"{decimal_text(one.points.normalize())}/{decimal_text(one.most.normalize())}",
        )
        for one in sheet.sittings
    ]
    heads = (_("Bài thi"), *heads) if several else heads
    return Table(heads, rows, caption=_("Các lượt thi của người này trong đợt thi"))


def unit_document(sheet: UnitSheet, *, sha256: str) -> OfficialSheet:
    """The explanation of a unit's place in a collective ranking."""
    head, line = sheet.head, sheet.line
    place = str(line.place) if line.place else _("chưa đủ điều kiện xếp hạng")
    blocks: list[Block] = [
        _point(_("Đơn vị"), line.name),
        _point(_("Bảng xếp hạng"), sheet.table.title),
        _point(_("Hạng"), place),
        _point(_("Số người dự thi"), placings.number_text(line.people)),
        _point(_("Số lượt thi"), placings.number_text(line.sittings)),
    ]
    if line.staff is not None:
        blocks.append(_point(_("Số người của đơn vị"), placings.number_text(line.staff)))
    if line.values:
        blocks.append(_criteria(_compared_values(sheet)))
    if goes_by_shares(sheet):
        blocks.append(Paragraph(shares_sentence()))
    blocks += [Paragraph(text, Style.POINT) for text in unit_sentences(sheet)]
    return _document(head.body, head.contest, head.round_title, blocks, sha256)


def _compared_values(sheet: UnitSheet) -> list[tuple[str, str, str]]:
    pairs = zip(sheet.table.columns, sheet.line.values, strict=True)
    return [
        (
            placings.unit_key_title(key),
            placings.direction(key),
            placings.unit_value_text(key, value),
        )
        for key, value in pairs
    ]


def _criteria(rows: Sequence[tuple[str, str, str]]) -> Table:
    """Each criterion with what comes first and the result."""
    heads = (_("TT"), _("Tiêu chí"), _("Xếp trước"), _("Kết quả"))
    numbered = [(str(number), *row) for number, row in enumerate(rows, start=1)]
    return Table(heads, numbered, widths=(0, 3, 2, 3), caption=_("Tiêu chí xếp hạng"))


_BY_POINTS = {
    Aggregate.MEAN_POINTS,
    Aggregate.MEAN_POINTS_OF_STAFF,
    Aggregate.TOTAL_POINTS,
    Aggregate.POINTS,
}


def goes_by_shares(sheet: UnitSheet) -> bool:
    """Whether points that the unit is ranked by were made comparable between groups."""
    used = {key.by for key in sheet.table.columns} | {one.by for one in sheet.line.working}
    used |= {failure.by for failure in sheet.line.failures}
    return sheet.head.in_shares and not used.isdisjoint(_BY_POINTS)


def shares_sentence() -> str:
    """That points of groups whose papers have other maxima count as shares of these."""
    return _(
        "Các nhóm làm bài có điểm tối đa khác nhau, nên điểm của mỗi người được quy về phần trăm "
        "điểm tối đa (đúng hết là 100); điểm trung bình, tổng điểm của đơn vị tính từ các số này."
    )


def unit_sentences(sheet: UnitSheet) -> list[str]:
    """Conditions that are missed, how the score came about, why the next unit is above."""
    said = [placings.failure_sentence(failure) for failure in sheet.line.failures]
    said += [placings.working_sentence(working) for working in sheet.line.working]
    if sheet.above is not None and sheet.above.values:
        said.append(_unit_compared(sheet.table, sheet.above, sheet.line))
    names = {one.unit: one.name for one in (sheet.above, sheet.line) if one}
    said += [judged_sentence(one, names[one.unit]) for one in sheet.judged]
    return [f"- {text[:1].upper()}{text[1:]}." for text in said]


def judged_sentence(judged: UnitJudged, name: str) -> str:
    """What the committee gave a unit, why, and by which minutes."""
    words = {
        "name": name,
        "title": judged.title or _("ý kiến của Ban Tổ chức"),
        "value": placings.number_text(judged.value),
        "reason": judged.reason.rstrip(". "),
        "document": judged.document,
    }
    return _("%(name)s, %(title)s: %(value)s, vì %(reason)s (theo %(document)s)") % words


def _unit_compared(table: CollectiveShown, above: UnitLine, below: UnitLine) -> str:
    for key, first, second in zip(table.columns, above.values, below.values, strict=True):
        if first != second:
            return _("%(above)s xếp trên vì %(key)s: %(first)s so với %(second)s") % {
                "above": above.name,
                "key": placings.unit_key_title(key).lower(),
                "first": placings.unit_value_text(key, first),
                "second": placings.unit_value_text(key, second),
            }
    return _("bằng %(above)s ở mọi tiêu chí nên cùng hạng") % {"above": above.name}


def _point(title: str, text: str) -> Paragraph:
    return Paragraph(f"- {title}: {text}", Style.POINT)


def _document(
    body: str, contest: str, round_title: str, blocks: list[Block], sha256: str
) -> OfficialSheet:
    title = f"{contest}\n{round_title}" if round_title else contest
    return OfficialSheet(
        issuer=body,
        kind=_("GIẢI THÍCH KẾT QUẢ"),
        title=title,
        blocks=blocks,
        trace=_("Mã đối chiếu kết quả: %(sha256)s") % {"sha256": sha256},
    )
