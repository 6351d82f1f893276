"""The sentences of the exam room."""

from datetime import datetime

from django.utils.translation import gettext, gettext_noop

from hoithi.kit.refusals import Refusal
from hoithi.sittings.facts import refusals
from hoithi.wording import moments, sentence

_ENDS = {"closed_at", "deadline_at"}
_SENTENCES: dict[type[Refusal], str] = {
    refusals.NotOpen: gettext_noop("Chưa đến giờ thi. Đợt thi mở lúc %(opens_at)s."),
    refusals.RoundClosed: gettext_noop("Đợt thi đã kết thúc lúc %(closed_at)s."),
    refusals.Paused: gettext_noop(
        "Ban Tổ chức đang tạm dừng đợt thi. Vui lòng chờ thông báo trên trang này."
    ),
    refusals.Cancelled: gettext_noop("Đợt thi đã bị hủy. Xem thông báo của Ban Tổ chức."),
    refusals.DayUsedUp: gettext_noop("Hôm nay đã dùng hết %(limit)s lượt thi được phép."),
    refusals.RoundUsedUp: gettext_noop("Đã dùng hết %(limit)s lượt thi của đợt thi này."),
    refusals.ContestUsedUp: gettext_noop("Đã dùng hết %(limit)s lượt thi của cuộc thi."),
    refusals.Excluded: gettext_noop(
        "Theo thể lệ, người dự thi này thuộc diện không dự thi nên không mở thêm lượt thi được. "
        "Nếu có nhầm lẫn, hãy gọi số điện thoại hỗ trợ của Ban Tổ chức."
    ),
    refusals.OtherSittingOpen: gettext_noop(
        "Còn một bài thi khác đang làm dở. Vui lòng nộp bài đó trước khi bắt đầu bài mới."
    ),
    refusals.NoPaper: gettext_noop(
        "Đề thi chưa sẵn sàng. Vui lòng báo cho Ban Tổ chức; lượt thi chưa bị tính."
    ),
    refusals.Elsewhere: gettext_noop(
        "Bài thi đang mở ở một trang hoặc thiết bị khác. Có thể chuyển về làm tiếp tại đây."
    ),
    refusals.HandedIn: gettext_noop("Bài thi đã được nộp trước đó; phần gửi sau không được tính."),
    refusals.LateNotCounted: gettext_noop(
        "Đã nhận được nhưng quá giờ làm bài (%(deadline_at)s) nên không được tính."
    ),
    refusals.Annulled: gettext_noop("Lượt thi này đã bị hủy theo quyết định của Ban Tổ chức."),
    refusals.RevisionTaken: gettext_noop(
        "Bài làm này mâu thuẫn với bản đã lưu. Vui lòng tải lại trang để tiếp tục."
    ),
    refusals.LeavingKeeps: gettext_noop("Bài làm đã được lưu; có thể quay lại làm tiếp trước giờ."),
    refusals.Incomplete: gettext_noop("Còn %(missing)s câu chưa trả lời. Cần trả lời mọi câu hỏi."),
    refusals.TimeLeft: gettext_noop("Bài chưa hết giờ: được làm tiếp đến %(deadline_at)s."),
    refusals.Malformed: gettext_noop(
        "Dữ liệu gửi lên không đúng. Vui lòng tải lại trang rồi thử lại."
    ),
    refusals.NotJson: gettext_noop(
        "Dữ liệu gửi lên bị hỏng hoặc thiếu một đoạn nên chưa ghi nhận gì. Vui lòng gửi lại; nếu "
        "vẫn như vậy, hãy tải lại trang."
    ),
    refusals.NotSigned: gettext_noop(
        "Phiên làm việc không hợp lệ hoặc đã hết hạn. Vui lòng vào lại từ trang của cuộc thi."
    ),
    refusals.UnknownContest: gettext_noop("Không tìm thấy cuộc thi này."),
    refusals.SittingGone: gettext_noop("Lượt thi này không còn tồn tại."),
    refusals.CodeWrong: gettext_noop(
        "Thông tin và mã dự thi không khớp. Vui lòng kiểm tra lại, hoặc liên hệ đầu mối đơn vị."
    ),
    refusals.ProofMissing: gettext_noop(
        "Thiết bị chưa hoàn thành bước kiểm tra. Vui lòng chờ vài giây rồi gửi lại."
    ),
    refusals.FormRefused: gettext_noop("Vui lòng xem lại những mục được đánh dấu."),
    refusals.TooLarge: gettext_noop("Dữ liệu gửi lên quá lớn."),
    refusals.UnknownAddress: gettext_noop("Không có địa chỉ này."),
    refusals.WrongMethod: gettext_noop("Địa chỉ này không nhận yêu cầu như vậy."),
    refusals.Busy: gettext_noop(
        "Hệ thống đang nhận rất nhiều bài. Bài làm vẫn ở trên thiết bị và sẽ được gửi lại ngay."
    ),
    refusals.TooOften: gettext_noop(
        "Trang này gửi bài quá dồn dập nên máy chủ tạm chưa nhận. Bài làm vẫn ở trên thiết bị; "
        "vui lòng đợi một giây rồi gửi lại."
    ),
    refusals.Failed: gettext_noop(
        "Có lỗi ở máy chủ; chưa có gì được ghi nhận. Vui lòng thử lại sau ít phút."
    ),
}

NOTICES = {
    "extended": gettext_noop("Giờ làm bài được kéo dài đến %(deadline_at)s."),
    "shortened": gettext_noop("Giờ làm bài kết thúc sớm hơn: %(deadline_at)s."),
    "paused": gettext_noop("Ban Tổ chức đang tạm dừng đợt thi; bài làm vẫn được lưu."),
    "reason": gettext_noop("Lý do: %(reason)s"),
    "clock_stopped": gettext_noop(
        "Ban Tổ chức đang tạm dừng đợt thi và đồng hồ đã dừng. Bài làm vẫn được lưu; khi thi tiếp, "
        "thời gian tạm dừng được bù đủ."
    ),
}
"""What an open page is told with its next answer, by code."""


def notice(code: str, **facts: object) -> str:
    """The sentence of a notice, in the language in force."""
    return gettext(NOTICES[code]) % _printed(facts)


def _worded(refusal: Refusal) -> str:
    return gettext(_SENTENCES[type(refusal)]) % _printed(refusal.facts)


def _printed(facts: dict[str, object]) -> dict[str, object]:
    return {name: _moment(name, fact) for name, fact in facts.items()}


def _moment(name: str, fact: object) -> object:
    if not isinstance(fact, datetime):
        return fact
    return moments.closing(fact) if name in _ENDS else moments.moment(fact)


for _kind in _SENTENCES:
    sentence.register(_kind)(_worded)
