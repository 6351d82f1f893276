"""Sentences for refusals about results, certificates and typed papers."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from hoithi.awards import actions as awards
from hoithi.results.actions import refusals
from hoithi.sittings.actions import typed_alone, typing
from hoithi.wording import sentence
from hoithi.wording.placings import moment


@sentence.register
def _round_not_over(refusal: refusals.RoundNotOver) -> str:
    if refusal.until is None:
        return _("Đợt thi chưa đóng nên chưa lập được danh sách kết quả.")
    return _(
        "Đợt thi (hoặc lượt thi cuối cùng) chưa kết thúc. Hãy lập danh sách sau %(until)s."
    ) % {"until": moment(refusal.until)}


@sentence.register
def _nothing_to_rank(_refusal: refusals.NothingToRank) -> str:
    return _("Đợt thi thử hoặc đợt thi đã hủy không có kết quả xếp hạng.")


@sentence.register
def _rounds_missing(refusal: refusals.RoundsMissing) -> str:
    return _("Chưa có danh sách kết quả của các đợt: %(rounds)s. Hãy lập từng đợt trước.") % {
        "rounds": ", ".join(refusal.rounds)
    }


@sentence.register
def _no_draft(_refusal: refusals.NoDraft) -> str:
    return _("Chưa có danh sách kết quả nào. Hãy bấm “Lập danh sách kết quả”.")


@sentence.register
def _stale(_refusal: refusals.DraftStale) -> str:
    return _(
        "Từ lúc lập danh sách kết quả đến nay đã có thay đổi (xác minh, bốc thăm, điểm hoặc "
        "quyết định). Thường trực Ban Tổ chức hoặc Tổ thư ký bấm “Lập lại danh sách kết quả”, "
        "sau đó danh sách mới được trình phê duyệt."
    )


@sentence.register
def _signs_unsought(_refusal: refusals.SignsUnsought) -> str:
    return _(
        "Hệ thống đang tìm dấu hiệu cần xác minh trong các bài thi của danh sách này. "
        "Hãy tải lại trang sau một phút, xem các dấu hiệu rồi phê duyệt."
    )


@sentence.register
def _rehearsal(_refusal: refusals.RehearsalNotPublished) -> str:
    return _("Đây là bản chạy thử với người dự thi giả nên kết quả không bao giờ được công bố.")


@sentence.register
def _unverified(refusal: refusals.WinnersUnverified) -> str:
    return ngettext(
        "Còn %(people)s người dự kiến đạt giải chưa được xác minh.",
        "Còn %(people)s người dự kiến đạt giải chưa được xác minh.",
        refusal.people,
    ) % {"people": refusal.people}


@sentence.register
def _essays_unmarked(refusal: refusals.EssaysUnmarked) -> str:
    return _(
        "Bài tự luận chưa có điểm chính thức: %(parts)s. Hãy chấm xong, chuyển điểm và để người "
        "thứ hai xác nhận, rồi lập lại danh sách kết quả."
    ) % {"parts": ", ".join(refusal.parts)}


@sentence.register
def _undecided(refusal: refusals.TiesUndecided) -> str:
    return _(
        "Còn %(people)s người bằng nhau ở suất giải cuối cùng. Hãy bốc thăm hoặc ghi quyết định "
        "của Ban Tổ chức rồi lập lại danh sách kết quả."
    ) % {"people": refusal.facts["people"]}


@sentence.register
def _not_approved(_refusal: refusals.NotApproved) -> str:
    return _("Kết quả chưa được người thứ hai phê duyệt nên chưa thể công bố.")


@sentence.register
def _already_approved(_refusal: refusals.AlreadyApproved) -> str:
    return _("Kết quả này đã được phê duyệt.")


@sentence.register
def _second_person(_refusal: refusals.SecondPersonRequired) -> str:
    return _(
        "Người đã xác minh không tự phê duyệt được. Hãy nhờ người thứ hai, gửi đường dẫn một lần, "
        "hoặc ghi văn bản đã ký của lãnh đạo."
    )


@sentence.register
def _officials(_refusal: refusals.OfficialsEnough) -> str:
    return _("Chỉ cơ quan khai báo có một cán bộ mới được phê duyệt bằng bản giấy đã ký.")


@sentence.register
def _document_missing(_refusal: refusals.DocumentMissing) -> str:
    return _("Cần đủ số, ngày, người ký và tệp văn bản đã ký.")


@sentence.register
def _reason_missing(_refusal: refusals.ReasonMissing) -> str:
    return _("Cần ghi lý do.")


@sentence.register
def _already_published(refusal: refusals.AlreadyPublished) -> str:
    return _("Bản này đã được công bố (kết quả số %(number)s).") % refusal.facts


@sentence.register
def _not_a_candidate(_refusal: refusals.NotACandidate) -> str:
    return _("Không có người này trong kết quả.")


@sentence.register
def _lot_incomplete(_refusal: refusals.LotIncomplete) -> str:
    return _("Thứ tự bốc thăm phải ghi đủ từng người bằng nhau, mỗi người một lần.")


@sentence.register
def _remarks_closed(refusal: refusals.RemarksClosed) -> str:
    if refusal.until is None:
        return _("Cuộc thi này không tổ chức tiếp nhận phản ánh, kiến nghị trên mạng.")
    return _("Thời hạn tiếp nhận phản ánh, kiến nghị đã hết lúc %(until)s.") % {
        "until": moment(refusal.until)
    }


@sentence.register
def _remark_empty(_refusal: refusals.RemarkEmpty) -> str:
    return _("Hãy ghi nội dung.")


@sentence.register
def _too_many_remarks(refusal: refusals.TooManyRemarks) -> str:
    return (
        _("Đã có %(most)s phản ánh, kiến nghị đang chờ trả lời. Hãy chờ Ban Tổ chức trả lời.")
        % refusal.facts
    )


@sentence.register
def _remark_answered(_refusal: refusals.RemarkAnswered) -> str:
    return _("Phản ánh, kiến nghị này đã được trả lời.")


@sentence.register
def _preliminary(_refusal: awards.ResultPreliminary) -> str:
    return _("Kết quả sơ bộ chưa được cấp giấy chứng nhận. Hãy phê duyệt và công bố chính thức.")


@sentence.register
def _certificate_replaced(_refusal: awards.AlreadyReplaced) -> str:
    return _("Giấy này đã được cấp lại một lần. Hãy cấp lại từ giấy mới nhất.")


@sentence.register
def _prize_lost(_refusal: awards.PrizeLost) -> str:
    return _("Kết quả mới nhất không còn trao giải này cho người đó nên không cấp lại được.")


@sentence.register
def _withdrawn(_refusal: awards.AlreadyWithdrawn) -> str:
    return _("Giấy chứng nhận này đã bị thu hồi.")


@sentence.register
def _withdraw_reason(_refusal: awards.ReasonMissing) -> str:
    return _("Cần ghi lý do thu hồi; trang xác minh sẽ hiện lý do này.")


@sentence.register
def _not_on_paper(_refusal: typing.NotOnPaper) -> str:
    return _("Người này không đăng ký thi trên giấy nên không nhập bài thay được.")


@sentence.register
def _paper_of_another(_refusal: typing.PaperOfAnotherRound) -> str:
    return _("Đề này không thuộc đợt thi đã chọn. Hãy kiểm tra lại mã đề.")


@sentence.register
def _paper_of_group(_refusal: typing.PaperOfAnotherGroup) -> str:
    return _("Đề này dành cho nhóm đối tượng khác. Hãy kiểm tra lại mã đề và người dự thi.")


@sentence.register
def _nothing_chosen(_refusal: typed_alone.NothingChosen) -> str:
    return _("Chưa chọn bài nào, hoặc các bài đã chọn không còn chờ xác nhận.")


@sentence.register
def _typed_guest(_refusal: typed_alone.GuestIsTypist) -> str:
    return _("Người đã nhập bài không được mời làm người đối chiếu. Hãy mời người khác.")


@sentence.register
def _typed_officials(_refusal: typed_alone.OfficialsEnough) -> str:
    return _("Chỉ cơ quan khai báo có một công chức mới được xác nhận bằng biên bản đã ký.")


@sentence.register
def _answers_malformed(refusal: typing.AnswersMalformed) -> str:
    return _("Câu trả lời không hợp lệ ở câu: %(places)s.") % {"places": ", ".join(refusal.places)}


@sentence.register
def _outside_the_round(_refusal: typing.OutsideTheRound) -> str:
    return _(
        "Giờ thi không đúng: ca thi phải bắt đầu trong thời gian mở của đợt thi và đã kết thúc "
        "trước lúc nhập. Hãy xem lại ngày, giờ và thời gian làm bài."
    )


@sentence.register
def _longer_than_allowed(refusal: typing.LongerThanAllowed) -> str:
    told = _(
        "Thời gian làm bài dài hơn %(minutes)s phút của bài thi. Bài được cho thêm giờ theo biên "
        "bản thì ghi đúng %(minutes)s phút."
    )
    return told % refusal.facts


@sentence.register
def _attempts_used(refusal: typing.AttemptsUsedUp) -> str:
    return _("Người này đã dùng hết %(limit)s lượt thi của vòng.") % refusal.facts


@sentence.register
def _typed_already(_refusal: typing.AlreadyCounted) -> str:
    return _("Bài này đã được hai người nhập trùng khớp và đã nộp; không nhập thêm.")
