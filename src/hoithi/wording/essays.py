"""Sentences about the marking of essays: refusals, stages, faults of marks."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from hoithi.core.essays.final import Stage
from hoithi.core.essays.sharing import NobodyToMark
from hoithi.core.essays.sheet import MarkFault
from hoithi.essays.actions import beginning, handing_over, marking, sharing
from hoithi.wording import sentence

_NAMED = 12


def _numbers(numbers: tuple[int, ...]) -> str:
    told = ", ".join(str(number) for number in numbers[:_NAMED])
    return f"{told}, …" if len(numbers) > _NAMED else told


@sentence.register
def _nobody(refusal: NobodyToMark) -> str:
    return ngettext(
        "Chưa chia bài nào: bài số %(numbers)s thiếu người chấm, vì người chấm không được chấm bài "
        "của đơn vị mình, của đơn vị bị loại trừ hoặc bài đã chấm. Hãy thêm người chấm.",
        "Chưa chia bài nào: %(count)s bài (số %(numbers)s) thiếu người chấm, vì người chấm không "
        "được chấm bài của đơn vị mình, của đơn vị bị loại trừ hoặc bài đã chấm. Hãy thêm người "
        "chấm.",
        len(refusal.numbers),
    ) % {"count": len(refusal.numbers), "numbers": _numbers(refusal.numbers)}


@sentence.register
def _still_open(_refusal: beginning.RoundStillOpen) -> str:
    return _("Chưa chấm được: đợt thi chưa đóng hoặc còn bài chưa nộp.")


@sentence.register
def _begun(_refusal: beginning.AlreadyBegun) -> str:
    return _("Bài tự luận đã được lọc và đánh số phách từ trước.")


@sentence.register
def _no_essays(_refusal: beginning.NoEssays) -> str:
    return _("Không có bài nào đã nộp mà đề có câu tự luận.")


@sentence.register
def _no_judge(_refusal: sharing.NotAJudge) -> str:
    return _("Người chấm phải có vai trò giám khảo của cuộc thi.")


@sentence.register
def _marks_already(_refusal: sharing.AlreadyMarking) -> str:
    return _("Người này đã ở trong danh sách người chấm.")


@sentence.register
def _marks_faulty(_refusal: marking.MarksFaulty) -> str:
    return _("Chưa ghi điểm: hãy sửa các dòng có báo lỗi.")


@sentence.register
def _handed_in(_refusal: marking.SheetHandedIn) -> str:
    return _("Phiếu đã nộp nên không sửa được. Cần sửa thì báo Thường trực Ban Tổ chức mở lại.")


@sentence.register
def _overtaken(_refusal: marking.SheetOvertaken) -> str:
    return _("Phiếu này đã được ghi ở một trang khác. Hãy tải lại trang.")


@sentence.register
def _not_handed_in(_refusal: marking.NotHandedIn) -> str:
    return _("Chỉ mở lại được phiếu đã nộp.")


@sentence.register
def _reason(_refusal: marking.ReasonMissing) -> str:
    return _("Cần ghi lý do mở lại phiếu.")


@sentence.register
def _own(_refusal: marking.OwnSheet) -> str:
    return _("Không tự mở lại phiếu của chính mình; người khác phải mở.")


@sentence.register
def _unsettled(refusal: handing_over.EssaysUnsettled) -> str:
    return ngettext(
        "Chưa chuyển điểm: bài số %(numbers)s chưa chấm xong.",
        "Chưa chuyển điểm: %(count)s bài chưa chấm xong (số %(numbers)s).",
        len(refusal.numbers),
    ) % {"count": len(refusal.numbers), "numbers": _numbers(refusal.numbers)}


def stage(of: Stage) -> str:
    """How far an essay is."""
    return {
        Stage.WAITING: _("Đang chấm"),
        Stage.THIRD: _("Chờ người thứ ba"),
        Stage.SETTLED: _("Đã xong"),
    }[of]


def mark_fault(fault: MarkFault, most: str, step: str) -> str:
    """What is wrong with the mark of a line, and what can be given."""
    told = {
        MarkFault.MISSING: _("Chưa có điểm."),
        MarkFault.BELOW_NOTHING: _("Điểm không được nhỏ hơn 0."),
        MarkFault.ABOVE_MOST: _("Nhiều nhất %(most)s điểm."),
        MarkFault.BETWEEN_STEPS: _("Điểm cho theo bước %(step)s."),
        MarkFault.TOO_PRECISE: _("Nhiều nhất bốn chữ số thập phân."),
    }
    return told[fault] % {"most": most, "step": step}
