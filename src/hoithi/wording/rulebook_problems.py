"""The sentences about files that are no rulebook, by their code; facts stand in braces."""

from django.utils.translation import gettext_noop as _

from hoithi.core.rulebook.problem import ProblemCode as P

PROBLEMS = {
    P.TOO_LARGE: _("Tệp quá lớn để là thể lệ. Hãy kiểm tra lại tệp đã chọn."),
    P.LINE_TOO_LONG: _("Ở {where}: dòng dài quá {most} ký tự. Hãy ngắt dòng hoặc chọn đúng tệp."),
    P.TOO_DEEP: _("Tệp có quá nhiều lớp lồng nhau. Hãy chọn đúng tệp thể lệ."),
    P.NOT_UTF8: _("Tệp không dùng bảng mã UTF-8. Hãy lưu lại tệp với bảng mã UTF-8."),
    P.SYNTAX: _("Không đọc được từ {where}. Hãy kiểm tra dấu ngoặc, dấu nháy, dấu bằng ở chỗ đó."),
    P.DUPLICATE_KEY: _("Ở {where}: một mục được ghi hai lần. Hãy giữ lại một."),
    P.FORMAT_UNKNOWN: _(
        "Định dạng {format} không phải định dạng phần mềm này đọc được ({known}). "
        "Hãy cập nhật phần mềm hoặc xuất lại tệp."
    ),
    P.MISSING: _("chưa ghi. Hãy bổ sung mục này."),
    P.UNKNOWN_FIELD: _("không có mục “{name}”. Hãy sửa tên hoặc xóa mục này."),
    P.NOT_A_TABLE: _("phải là một nhóm mục. Hãy ghi lại theo mẫu."),
    P.NOT_A_LIST: _("phải là một danh sách. Hãy ghi trong ngoặc vuông."),
    P.NOT_TEXT: _("phải là chữ, không phải {value}. Hãy đặt trong dấu nháy."),
    P.NOT_A_NUMBER: _("phải là một số. Hãy nhập lại bằng chữ số."),
    P.NOT_YES_OR_NO: _("chỉ nhận có hoặc không."),
    P.NOT_A_CHOICE: _("“{value}” không có trong danh sách. Hãy chọn một trong: {choices}."),
    P.EMPTY: _("để trống. Hãy ghi nội dung hoặc bỏ mục này."),
    P.TOO_LONG: _("dài {length} ký tự, tối đa {most}. Hãy rút gọn."),
    P.TOO_MANY: _("có quá {most} dòng. Hãy bớt lại."),
    P.BAD_CHARACTER: _("có ký tự điều khiển không in được. Hãy nhập lại."),
    P.BAD_KEY: _(
        "mã “{value}” không hợp lệ. Hãy dùng chữ thường không dấu, số và dấu gạch nối, "
        "tối đa 40 ký tự."
    ),
    P.BAD_CODE: _("mã “{value}” không được có dấu cách. Hãy nhập lại."),
    P.BAD_LINK: _(
        "“{value}” không phải là địa chỉ trang mạng. Hãy chép cả địa chỉ, bắt đầu bằng https://."
    ),
    P.BAD_DAY: _("“{value}” không phải là ngày. Hãy nhập ngày có thật, ví dụ 2026-10-05."),
    P.BAD_MOMENT: _(
        "“{value}” không phải là thời điểm. Hãy nhập ngày và giờ có thật, ví dụ 2026-10-05T08:00."
    ),
    P.OUT_OF_RANGE: _("phải từ {least} đến {most}. Hãy nhập lại."),
    P.NO_SUCH_PLACE: _("Không tìm thấy mục này trong thể lệ. Hãy tải lại trang."),
}
