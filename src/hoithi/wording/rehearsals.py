"""Why the exam room refused false people, in a few words each."""

from django.utils.translation import gettext as _


def refusal_named(code: str) -> str:
    """The kind of refusal; the room's own code where it has no words here."""
    return _named().get(code, code)


def _named() -> dict[str, str]:
    return {
        "day_used_up": _("Hết lượt thi trong ngày"),
        "round_used_up": _("Hết lượt thi trong đợt"),
        "contest_used_up": _("Hết lượt thi trong cuộc thi"),
        "not_open": _("Đợt thi chưa mở"),
        "closed": _("Đợt thi đã đóng"),
        "other_sitting_open": _("Còn lượt thi khác chưa nộp"),
        "barred": _("Thuộc diện không được dự thi"),
        "form_refused": _("Phiếu đăng ký không hợp lệ"),
        "proof_missing": _("Chưa qua bước chống đăng ký tự động"),
        "already_entered": _("Đã đăng ký trước đó"),
        "no_paper": _("Không có đề thi"),
        "busy": _("Máy chủ quá tải"),
        "failed": _("Lỗi của máy chủ"),
    }
