"""The statistics of a round's questions as a table to be taken away."""

from collections.abc import Iterator
from decimal import Decimal

from django.utils.translation import gettext as _

from hoithi.documents.spreadsheets import Column, Kind, Out
from hoithi.kit import clock
from hoithi.results.queries import item_statistics as queries
from hoithi.results.queries.item_statistics import QuestionSeen
from hoithi.web.organiser.statistics.shown import in_order, paper_asked, title_of
from hoithi.web.tables import Asked, TableOut, table_view
from hoithi.wording.item_statistics import doubt_said, figure

_COLUMNS = (
    Column("code", ("Mã câu hỏi",)),
    Column("stem", ("Nội dung",)),
    Column("sittings", ("Số lượt có câu này",), kind=Kind.WHOLE),
    Column("exposure", ("Tỷ lệ xuất hiện (%)",), kind=Kind.NUMBER),
    Column("facility", ("Tỷ lệ làm đúng (%)",), kind=Kind.NUMBER),
    Column("deviation", ("Độ lệch chuẩn",), kind=Kind.NUMBER),
    Column("guess", ("Đoán mò (%)",), kind=Kind.NUMBER),
    Column("discrimination", ("Độ phân biệt",), kind=Kind.NUMBER),
    Column("upper_lower", ("Chênh nhóm cao – thấp 27 % (%)",), kind=Kind.NUMBER),
    Column("efficiency", ("Hiệu quả phân biệt (%)",), kind=Kind.NUMBER),
    Column("intended", ("Trọng số dự kiến (%)",), kind=Kind.NUMBER),
    Column("effective", ("Trọng số thực tế (%)",), kind=Kind.NUMBER),
    Column("seconds", ("Thời gian trung vị (giây)",), kind=Kind.NUMBER),
    Column("doubts", ("Cần xem lại",)),
)


@table_view
def round_statistics_out(asked: Asked, slug: str, key: str) -> TableOut:
    """Every figure of every question of one paper; without a paper an empty table."""
    round_ = queries.round_to_read(asked.person, slug, key, at=clock.now())
    row = queries.statistics_of(round_)
    found = row and paper_asked(queries.figures_of(row), asked.query.get("de", ""))
    lines: Iterator[list[Out]] = iter(())
    remarks = [f"{round_.contest.title} – {round_.title}"]
    if found:
        stored = found[1]
        lines = _lines(in_order(queries.questions_of(stored), "ma"))
        remarks += [title_of(round_, stored), _reliability(stored.paper.alpha)]
    table = TableOut(_("THỐNG KÊ CÂU HỎI"), _COLUMNS, lines, tuple(remarks))
    return table.called(f"thong-ke-cau-hoi-{key}", round_.contest.body)


def _reliability(alpha: float | None) -> str:
    return _("Hệ số tin cậy Cronbach alpha: %(alpha)s") % {"alpha": figure(alpha, 3)}


def _lines(questions: list[QuestionSeen]) -> Iterator[list[Out]]:
    for one in questions:
        figures = one.stored.figures
        yield [
            one.version.question.code,
            one.version.stem,
            figures.sittings,
            _percent(one.exposure),
            _percent(figures.facility),
            _rounded(figures.deviation, 3),
            _percent(figures.guess),
            _rounded(figures.discrimination, 3),
            _percent(figures.upper_lower),
            _percent(figures.efficiency),
            _percent(figures.intended_weight),
            _percent(figures.effective_weight),
            _rounded(one.stored.seconds, 0),
            " ".join(map(doubt_said, one.doubts)),
        ]


def _percent(value: float | None) -> Decimal | None:
    return None if value is None else _rounded(100 * value, 1)


def _rounded(value: float | None, places: int) -> Decimal | None:
    return None if value is None else Decimal(f"{value:.{places}f}")
