"""Papers and published lists that name people whom a corrected key concerns, and what to do."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from hoithi.campaigns.queries.budgets import lists_paying
from hoithi.core.vietnamese.dates import date_text
from hoithi.core.vietnamese.moments import local_day
from hoithi.results.facts.corrections import RoundPreview
from hoithi.results.models import CorrectedRound, LotDrawing, Result
from hoithi.results.queries.issued import Issued, issued_of
from hoithi.web.organiser.campaigns.budget.winners import won_key


@dataclass(frozen=True)
class PaperSeen:
    """One of them: what it is, and what changes in it."""

    title: str
    change: str


def papers_seen(row: CorrectedRound, preview: RoundPreview) -> list[PaperSeen]:
    """Everything but certificates; nothing where the correction changes no line of the round."""
    if not (preview.lines or preview.prizes or preview.units):
        return []
    issued = issued_of(row, {line.entrant for line in preview.lines})
    found = [*_of_drawings(issued)]
    if row.base_result is not None:
        found = [*_of_result(row.base_result, issued, preview), *found]
        found += _of_prizes(row.base_result, row, preview)
    return [*found, *_of_contest(issued)]


def _of_result(result: Result, issued: Issued, preview: RoundPreview) -> Iterator[PaperSeen]:
    facts = {"number": result.number, "day": date_text(local_day(result.visible_from))}
    counts = {"moved": preview.moved, "people": preview.people, "prizes": len(preview.prizes)}
    yield PaperSeen(
        _("Kết quả số %(number)s, công bố ngày %(day)s") % facts,
        _(
            "%(people)s người đổi điểm, %(moved)s người đổi thứ hạng, %(prizes)s thay đổi về giải: "
            "kết quả mang số tiếp theo thay thế, bản cũ vẫn xem được."
        )
        % counts,
    )
    for one in issued.approvals:
        if not one.document_number:
            title = _("Phiếu phê duyệt kết quả ký trên giấy ngày %(day)s") % {
                "day": date_text(local_day(one.at))
            }
        else:
            title = _("Văn bản số %(number)s ngày %(day)s, người ký: %(signer)s") % {
                "number": one.document_number,
                "day": date_text(one.document_date or local_day(one.at)),
                "signer": one.signer,
            }
        yield PaperSeen(
            title,
            _("Phê duyệt danh sách cũ: danh sách mới cần văn bản điều chỉnh hoặc thay thế."),
        )


def _of_prizes(result: Result, row: CorrectedRound, preview: RoundPreview) -> Iterator[PaperSeen]:
    if not preview.prizes:
        return
    yield PaperSeen(
        _(
            "Biên bản tổng hợp kết quả, tờ trình, quyết định và danh sách tặng giải, lời dẫn trao "
            "giải lập từ kết quả số %(number)s"
        )
        % {"number": result.number},
        _("Tải lại ở hồ sơ kết thúc sau khi có kết quả mới; bản đã ký cần quyết định điều chỉnh."),
    )
    lost = [one.key for one in preview.prizes if not one.gained]
    keys = [won_key(row.round_id, row.round.contest_id, key) for key in lost]
    for one in lists_paying(keys):
        told = {"title": one.title, "day": date_text(one.paid_on)}
        yield PaperSeen(
            _("Danh sách chi tiền “%(title)s”, ngày %(day)s") % told,
            _("Đã chốt và có người thôi được giải: cần thu hồi hoặc điều chỉnh khoản chi.")
            if one.closed_at
            else _("Chưa chốt: bỏ người thôi được giải, thêm người được giải."),
        )


def _of_drawings(issued: Issued) -> Iterator[PaperSeen]:
    for one in issued.drawings:
        yield PaperSeen(
            _drawing_said(one), _("Có người đổi điểm hoặc thứ hạng: xem lại có còn cần.")
        )


def _drawing_said(drawing: LotDrawing) -> str:
    day = {"day": date_text(local_day(drawing.at))}
    if drawing.reason:
        return _("Quyết định xếp thứ tự người bằng điểm ngày %(day)s") % day
    return _("Biên bản bốc thăm ngày %(day)s") % day


def _of_contest(issued: Issued) -> Iterator[PaperSeen]:
    for row in issued.notices:
        told = {
            "code": row.correction.version.question.code,
            "number": row.correction.number,
            "result": row.result.number if row.result else "",
        }
        yield PaperSeen(
            _("Thông báo đính chính câu %(code)s, lần %(number)s (kết quả số %(result)s)") % told,
            _("Điểm và thứ hạng ghi trong đó không còn là mới nhất: ra thông báo của lần này."),
        )
    if issued.whole is not None:
        whole = issued.whole
        facts = {"number": whole.number, "day": date_text(local_day(whole.visible_from))}
        yield PaperSeen(
            _("Kết quả toàn cuộc thi số %(number)s, công bố ngày %(day)s") % facts,
            _("Danh sách toàn cuộc được lập lại và chờ phê duyệt, công bố như thường lệ."),
        )
