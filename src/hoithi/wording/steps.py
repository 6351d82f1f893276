"""What the list of next steps says: the deed, why it stands there, and the word on its button."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext_lazy

from hoithi.core.next_steps import Step
from hoithi.core.step_keys import StepKey


def deed(step: Step) -> str:
    """What is to be done."""
    if step.corrects and step.key is StepKey.PREPARE:
        return _("Lập lại danh sách kết quả")
    return _deeds()[step.key]


def _deeds() -> dict[StepKey, str]:
    return {
        StepKey.RESOLVE: _("Sửa chỗ mâu thuẫn trong thể lệ"),
        StepKey.ANSWER: _("Trả lời nội dung kế hoạch còn để ngỏ"),
        StepKey.PUT_IN_FORCE: _("Áp dụng thể lệ"),
        StepKey.CHOOSE_BANK: _("Chọn ngân hàng câu hỏi"),
        StepKey.REVIEW: _("Thẩm định câu hỏi"),
        StepKey.SIMULATE: _("Xem mô phỏng đề thi"),
        StepKey.SEAL: _("Niêm phong đề thi"),
        StepKey.SEAL_BROKEN: _("Xem xét niêm phong bị phá"),
        StepKey.BASES_CHANGED: _("Xem lại câu hỏi trong bộ đề đã niêm phong"),
        StepKey.ANNOUNCE: _("Công khai cuộc thi"),
        StepKey.REHEARSE: _("Chạy thử"),
        StepKey.OPENS: _("Đợt thi sẽ tự mở"),
        StepKey.RESUME: _("Cho đợt thi tiếp tục"),
        StepKey.WATCH: _("Theo dõi đợt thi đang mở"),
        StepKey.DECIDE_CORRECTIONS: _("Giải quyết đề nghị đổi đơn vị"),
        StepKey.ENTER_POINTS: _("Nhập điểm từ biên bản chấm"),
        StepKey.CONFIRM_POINTS: _("Người thứ hai xác nhận điểm"),
        StepKey.PREPARE: _("Lập danh sách kết quả"),
        StepKey.SETTLE_TIES: _("Xử lý trường hợp bằng nhau"),
        StepKey.TELEPHONE: _("Gọi điện xác minh người dự kiến đạt giải"),
        StepKey.APPROVE: _("Phê duyệt kết quả"),
        StepKey.PUBLISH: _("Công bố kết quả"),
        StepKey.APPROVE_KEY: _("Phê duyệt đính chính đáp án"),
        StepKey.APPEARS: _("Kết quả sẽ tự hiện"),
        StepKey.ANSWER_REMARKS: _("Trả lời phản ánh, kiến nghị"),
        StepKey.CERTIFICATES: _("In giấy chứng nhận"),
    }


def reason(step: Step) -> str:
    """Why it is to be done; about a result that is out, also by whom."""
    if step.corrects:
        return _corrections()[step.key]
    if step.key_waiting:
        return _(
            "Câu %(code)s: đề nghị đổi đáp án hoặc hủy câu chờ người thứ hai xem và phê duyệt."
        ) % {"code": step.key_waiting.code}
    if step.key in _COUNTED:
        return str(_COUNTED[step.key] % step.count)
    return _reasons()[step.key]


def _corrections() -> dict[StepKey, str]:
    changed = _("Sau khi công bố kết quả đã có thay đổi.")
    workers = _("Thường trực Ban Tổ chức hoặc Thư ký")
    told = {
        StepKey.ENTER_POINTS: _("%(workers)s nhập điểm còn thiếu để điều chỉnh kết quả."),
        StepKey.CONFIRM_POINTS: _("Người thứ hai xác nhận điểm để điều chỉnh kết quả."),
        StepKey.PREPARE: _("%(workers)s lập lại danh sách để điều chỉnh kết quả."),
        StepKey.SETTLE_TIES: _("%(workers)s xử lý người bằng nhau trong danh sách mới."),
        StepKey.TELEPHONE: _("%(workers)s xác minh người mới được đề nghị trao giải."),
        StepKey.APPROVE: _("Danh sách mới chờ người có thẩm quyền phê duyệt."),
        StepKey.PUBLISH: _("%(workers)s công bố kết quả điều chỉnh, ghi rõ lý do."),
    }
    return {key: f"{changed} {words % {'workers': workers}}" for key, words in told.items()}


_COUNTED = {
    StepKey.RESOLVE: ngettext_lazy(
        "Còn %d chỗ mâu thuẫn nên chưa thể áp dụng.",
        "Còn %d chỗ mâu thuẫn nên chưa thể áp dụng.",
    ),
    StepKey.ANSWER: ngettext_lazy(
        "Còn %d nội dung chưa quyết định nên chưa thể công khai.",
        "Còn %d nội dung chưa quyết định nên chưa thể công khai.",
    ),
    StepKey.REVIEW: ngettext_lazy(
        "%d câu hỏi đang chờ người thẩm định.",
        "%d câu hỏi đang chờ người thẩm định.",
    ),
    StepKey.BASES_CHANGED: ngettext_lazy(
        "%d câu trong bộ đề dẫn văn bản đã hết hiệu lực hoặc được sửa đổi.",
        "%d câu trong bộ đề dẫn văn bản đã hết hiệu lực hoặc được sửa đổi.",
    ),
    StepKey.ENTER_POINTS: ngettext_lazy(
        "%d phần thi chưa có điểm.",
        "%d phần thi chưa có điểm.",
    ),
    StepKey.CONFIRM_POINTS: ngettext_lazy(
        "%d bảng điểm chờ người thứ hai đối chiếu.",
        "%d bảng điểm chờ người thứ hai đối chiếu.",
    ),
    StepKey.SETTLE_TIES: ngettext_lazy(
        "%d người bằng nhau ở suất giải cuối.",
        "%d người bằng nhau ở suất giải cuối.",
    ),
    StepKey.TELEPHONE: ngettext_lazy(
        "Còn %d người chưa xác minh.",
        "Còn %d người chưa xác minh.",
    ),
    StepKey.ANSWER_REMARKS: ngettext_lazy(
        "%d phản ánh, kiến nghị chưa trả lời.",
        "%d phản ánh, kiến nghị chưa trả lời.",
    ),
    StepKey.DECIDE_CORRECTIONS: ngettext_lazy(
        "%d đề nghị đang chờ. Đề nghị được chấp nhận thì tính cho đơn vị mới.",
        "%d đề nghị đang chờ. Đề nghị được chấp nhận thì tính cho đơn vị mới.",
    ),
}


def _reasons() -> dict[StepKey, str]:
    return {
        StepKey.PUT_IN_FORCE: _("Bản dự thảo đã hết mâu thuẫn, đang chờ áp dụng."),
        StepKey.CHOOSE_BANK: _("Chưa có câu hỏi để lập đề thi."),
        StepKey.SIMULATE: _("Chưa ai xem đề sẽ dễ, khó và dùng lặp câu hỏi ra sao."),
        StepKey.SEAL: _("Chưa có đề thi; đợt thi chưa nhận người vào thi được."),
        StepKey.SEAL_BROKEN: _(
            "Khi mở đợt thi, câu hỏi hoặc đáp án khác với lúc niêm phong. Hãy đối chiếu trước khi "
            "công bố kết quả."
        ),
        StepKey.ANNOUNCE: _("Trang cuộc thi chưa hiện cho người dự thi."),
        StepKey.REHEARSE: _("Thử toàn bộ cách làm với người dự thi giả trước ngày mở."),
        StepKey.OPENS: _("Đề thi đã niêm phong. Không cần thao tác gì."),
        StepKey.RESUME: _("Người dự thi đang phải chờ."),
        StepKey.WATCH: _("Số người, số lượt, thiết bị; gia hạn, tạm dừng khi cần."),
        StepKey.PREPARE: _("Đợt thi đã đóng; danh sách cần lập mới hoặc lập lại."),
        StepKey.APPROVE: _("Đã xác minh xong, chờ người có thẩm quyền."),
        StepKey.PUBLISH: _("Kết quả đã được phê duyệt."),
        StepKey.APPEARS: _("Đã công bố, đến giờ sẽ hiện trên trang cuộc thi."),
        StepKey.CERTIFICATES: _("Kết quả đã công bố, chưa in giấy chứng nhận."),
    }
