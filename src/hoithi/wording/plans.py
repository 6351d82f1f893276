"""The sentences about a plan that was read: why a file was refused, and what is doubtful in it."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from hoithi.core.plans.records import Doubt
from hoithi.core.plans.records import Reason as Doubtful
from hoithi.documents.texts.records import Reason, TextReading
from hoithi.plans.actions import AlreadyFounded, NotAFact, NotRead, PlanRefused
from hoithi.wording import sentence

_REFUSALS = {
    Reason.EMPTY_FILE: gettext_noop("Tệp không có nội dung. Hãy chọn lại tệp."),
    Reason.TOO_BIG: gettext_noop("Tệp lớn quá mức cho phép. Hãy bỏ bớt hình ảnh rồi gửi lại."),
    Reason.PASSWORD: gettext_noop("Tệp đang đặt mật khẩu. Hãy bỏ mật khẩu rồi gửi lại."),
    Reason.DAMAGED: gettext_noop("Tệp bị hỏng, không mở được. Hãy lưu lại rồi gửi lại."),
    Reason.BOMB: gettext_noop(
        "Tệp khi giải nén quá lớn nên không được nhận. Hãy lưu lại bằng Word rồi gửi lại."
    ),
    Reason.ENTITIES: gettext_noop(
        "Tệp có phần XML khai báo thực thể; vì an toàn, tệp như vậy không được nhận. Hãy mở bằng "
        "Word, lưu lại rồi gửi lại."
    ),
    Reason.NOT_A_DOCUMENT: gettext_noop(
        "Tệp không phải văn bản. Hãy gửi tệp Word (.docx), PDF có chữ, .html, .txt hoặc .md."
    ),
    Reason.OLD_WORD: gettext_noop(
        "Tệp Word đời cũ (.doc). Hãy mở bằng Word, lưu thành .docx rồi gửi lại."
    ),
    Reason.SCAN: gettext_noop(
        "Tệp chỉ có ảnh chụp, không có chữ. Hãy gửi bản Word hoặc PDF lưu từ Word; nếu chỉ có bản "
        "giấy thì nhận dạng chữ (OCR) trước rồi gửi lại."
    ),
}
_DOUBTS = {
    Doubtful.NO_DOCUMENT: gettext_noop("Không thấy tên loại văn bản (Kế hoạch, Thể lệ, …)."),
    Doubtful.NUMBER_BLANK: gettext_noop("Số của văn bản còn để trống."),
    Doubtful.DATE_BLANK: gettext_noop("Ngày ký của văn bản còn để trống."),
    Doubtful.REFERENCE_BLANK: gettext_noop("Văn bản được dẫn còn để trống số."),
    Doubtful.IMPOSSIBLE_DATE: gettext_noop("Không có ngày này."),
    Doubtful.YEAR_IMPLIED: gettext_noop("Ngày không ghi năm; năm lấy theo nội dung gần đó."),
    Doubtful.END_BEFORE_START: gettext_noop("Ngày kết thúc trước ngày bắt đầu."),
    Doubtful.NO_SIGNATORY: gettext_noop("Không thấy tên người ký."),
    Doubtful.NO_ISSUER: gettext_noop("Không thấy tên cơ quan ban hành."),
}


def refusal_sentence(reading: TextReading) -> str:
    """Why the text of a file was not taken; empty for one that was."""
    return _(_REFUSALS[reading.refused]) if reading.refused else ""


def doubt_sentence(doubt: Doubt) -> str:
    """What a person should look at, without its place."""
    return _(_DOUBTS[doubt.reason])


@sentence.register
def _refused(refusal: PlanRefused) -> str:
    return refusal_sentence(refusal.reading)


@sentence.register
def _already(_refusal: AlreadyFounded) -> str:
    return _(
        "Văn bản này đã được lập thành kế hoạch triển khai trước đó, nên không lập thêm lần nữa."
    )


@sentence.register
def _not_read(_refusal: NotRead) -> str:
    return _("Hệ thống đang đọc văn bản. Hãy chờ đọc xong rồi lập kế hoạch triển khai.")


@sentence.register
def _not_a_fact(_refusal: NotAFact) -> str:
    return _(
        "Nội dung vừa ghi chưa đúng cách ghi của mục này. Ngày ghi theo dạng 2026-10-25, số và "
        "tiền chỉ ghi chữ số."
    )
