"""The sentence for everything that is doubtful in a spreadsheet."""

from collections import defaultdict
from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from hoithi.documents.spreadsheets import Doubt, Reason

_OF_THE_FILE = {
    Reason.EMPTY_FILE: gettext_noop("Tệp không có nội dung. Hãy chọn lại tệp."),
    Reason.TOO_BIG: gettext_noop(
        "Tệp %(megabytes)s MB lớn hơn mức cho phép %(at_most)s MB. Hãy bỏ bớt hình ảnh hoặc chia "
        "thành nhiều tệp."
    ),
    Reason.NOT_A_SPREADSHEET: gettext_noop(
        "Tệp không phải bảng tính. Hãy gửi tệp Excel (.xlsx, .xls) hoặc CSV."
    ),
    Reason.PASSWORD: gettext_noop("Tệp đang đặt mật khẩu. Hãy bỏ mật khẩu rồi gửi lại."),
    Reason.DAMAGED: gettext_noop("Tệp bị hỏng, không mở được. Hãy lưu lại rồi gửi lại."),
    Reason.BOMB: gettext_noop(
        "Tệp khi giải nén quá lớn nên không được nhận. Hãy sao chép bảng sang một tệp mới."
    ),
    Reason.TOO_MANY_ROWS: gettext_noop(
        "Bảng có quá nhiều dòng (tối đa %(at_most)s dòng). Hãy chia thành nhiều tệp."
    ),
    Reason.NO_HEADING: gettext_noop(
        "Không tìm thấy dòng tiêu đề. Bảng cần có các cột: %(columns)s. Nên dùng tệp mẫu."
    ),
    Reason.MISSING_COLUMN: gettext_noop("Bảng thiếu cột “%(heading)s”. Hãy thêm cột này."),
    Reason.NO_ROWS: gettext_noop("Dưới dòng tiêu đề không có dòng dữ liệu nào."),
}
_OF_A_LINE = {
    Reason.REQUIRED_EMPTY: gettext_noop("Chưa ghi “%(heading)s”."),
    Reason.NOT_A_NUMBER: gettext_noop("“%(heading)s”: “%(value)s” không phải là số."),
    Reason.NOT_WHOLE: gettext_noop("“%(heading)s”: “%(value)s” không phải là số nguyên."),
    Reason.NOT_A_DATE: gettext_noop(
        "“%(heading)s”: “%(value)s” không phải là ngày. Hãy ghi ngày/tháng/năm, ví dụ 05/3/2026."
    ),
    Reason.IMPOSSIBLE_DATE: gettext_noop("“%(heading)s”: không có ngày “%(value)s”."),
    Reason.UNLIKELY_BIRTH: gettext_noop(
        "“%(heading)s”: “%(value)s” không thể là ngày sinh. Hãy xem lại năm."
    ),
    Reason.NOT_A_PHONE: gettext_noop(
        "“%(heading)s”: “%(value)s” không phải số điện thoại. Hãy ghi đủ 10 chữ số."
    ),
    Reason.NOT_AN_IDENTITY: gettext_noop(
        "“%(heading)s”: “%(value)s” không phải số định danh cá nhân. Hãy ghi đủ 12 chữ số."
    ),
    Reason.NOT_A_MARK: gettext_noop(
        "“%(heading)s”: chỉ ghi x, “không” hoặc để trống; “%(value)s” không đọc được."
    ),
    Reason.NOT_A_CHOICE: gettext_noop(
        "“%(heading)s”: “%(value)s” không có trong danh mục. Hãy chọn trong danh sách của tệp mẫu."
    ),
    Reason.TOO_LONG: gettext_noop("“%(heading)s”: nội dung quá dài. Hãy rút gọn."),
    Reason.FORMULA_ERROR: gettext_noop(
        "“%(heading)s”: công thức bị lỗi. Hãy ghi thẳng giá trị vào ô."
    ),
    Reason.FORMULA_NOT_COMPUTED: gettext_noop(
        "“%(heading)s”: công thức chưa được tính. Hãy mở tệp bằng Excel, lưu lại rồi gửi lại."
    ),
    Reason.DIGITS_LOST: gettext_noop(
        "“%(heading)s”: “%(value)s” đã mất chữ số. Hãy định dạng ô là văn bản rồi nhập lại."
    ),
}
_TO_LOOK_AT = {
    Reason.HEADING_TWICE: gettext_noop(
        "Tiêu đề có ở hai cột; đã đọc cột thứ %(taken)s, bỏ qua cột thứ %(left)s."
    ),
    Reason.LEADING_ZERO_RESTORED: gettext_noop(
        "“%(heading)s”: “%(value)s” đã được thêm số 0 ở đầu. Hãy xem lại."
    ),
    Reason.TWO_DIGIT_YEAR: gettext_noop(
        "“%(heading)s”: năm trong “%(value)s” chỉ có hai chữ số. Hãy xem lại."
    ),
    Reason.MONTH_BEFORE_DAY: gettext_noop(
        "“%(heading)s”: “%(value)s” được hiểu là tháng đứng trước ngày. Hãy xem lại."
    ),
    Reason.DATES_MAY_BE_SWAPPED: gettext_noop(
        "“%(heading)s”: %(dates)s ngày có thể bị đảo ngày và tháng. Hãy xem lại cả cột."
    ),
    Reason.NUMBER_AMBIGUOUS: gettext_noop(
        "“%(heading)s”: “%(value)s” có thể hiểu hai cách (hàng nghìn hoặc thập phân). Hãy xem lại."
    ),
    Reason.CONVERTED_TEXT: gettext_noop(
        "Đã chuyển %(cells)s ô từ bảng mã cũ %(encoding)s sang Unicode. Hãy xem lại dấu tiếng Việt."
    ),
    Reason.SECTION_LINE: gettext_noop("Dòng “%(text)s” là đề mục nên không đọc."),
    Reason.ROWS_BELOW_END: gettext_noop("Không đọc %(lines)s dòng nằm dưới dòng tổng cộng."),
    Reason.OTHER_SHEETS: gettext_noop(
        "Chỉ đọc trang tính “%(sheet)s”; còn %(others)s trang tính khác giống bảng này."
    ),
}
_SENTENCES = _OF_THE_FILE | _OF_A_LINE | _TO_LOOK_AT


def doubt_sentence(doubt: Doubt) -> str:
    """What is doubtful in the file or line, and what to do."""
    return _(_SENTENCES[doubt.reason]) % defaultdict(str, doubt.facts)


def doubts_by_line(doubts: Iterable[Doubt]) -> dict[int, list[str]]:
    """The sentences of each line as the spreadsheet counts them; line 0 is the whole file."""
    found: dict[int, list[str]] = {}
    for doubt in doubts:
        found.setdefault(doubt.line, []).append(doubt_sentence(doubt))
    return dict(sorted(found.items()))
