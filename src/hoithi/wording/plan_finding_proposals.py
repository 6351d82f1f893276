"""What is proposed for each thing found in a plan; facts stand in braces."""

from django.utils.translation import gettext_noop as _

from hoithi.core.plans.checking import Code

_TIMES = {
    Code.END_BEFORE_START: _("Sửa ngày bắt đầu hoặc ngày kết thúc; xem lại tháng và năm."),
    Code.IMPOSSIBLE_DATE: _("Ghi lại ngày có thật."),
    Code.DURATION_DIFFERS: _(
        "Thống nhất số ngày, số tuần với ngày bắt đầu và ngày kết thúc; xem lại tháng và năm."
    ),
    Code.DURATION_LOOSE: _(
        "Nêu rõ đó là khoảng thời gian dự kiến, hoặc ghi đúng ngày bắt đầu và ngày kết thúc."
    ),
    Code.WEEKDAY_DIFFERS: _("Sửa thành {weekday}, hoặc sửa lại ngày."),
    Code.ROUND_OUTSIDE: _("Sửa thời gian của tuần, đợt thi hoặc thời gian chung của cuộc thi."),
    Code.LATER_ROUND_OUTSIDE: _(
        "Nêu thời gian chung đến hết vòng cuối, hoặc sửa thời gian của vòng thi."
    ),
    Code.ROUNDS_OVERLAP: _("Sửa ngày bắt đầu hoặc ngày kết thúc để hai tuần thi nối tiếp nhau."),
    Code.ROUNDS_COUNTED: _("Liệt kê đủ các tuần, đợt, vòng thi hoặc sửa số đã nêu."),
    Code.ROUNDS_END_EARLY: _(
        "Sửa ngày kết thúc cuộc thi thành {last}, hoặc nêu công việc của thời gian còn lại."
    ),
    Code.PUBLISHED_BEFORE_END: _("Lùi thời gian công bố kết quả đến sau khi kết thúc thi."),
    Code.DUE_BEFORE_PLAN: _("Ghi thời hạn sau ngày ký; xem lại tháng và năm."),
    Code.STEP_BEFORE_PLAN: _("Xem lại ngày; việc đã làm trước khi ký thì không cần nêu thời gian."),
    Code.STEPS_SHARE_DAY: _("Cho bước sau bắt đầu từ ngày kế tiếp."),
    Code.YEAR_MISSING: _("Ghi đủ ngày, tháng, năm."),
    Code.TITLE_YEAR: _("Thống nhất một năm trong toàn văn bản."),
    Code.BUDGET_YEAR: _("Xem lại năm ngân sách hoặc ngày kết thúc."),
    Code.POSTED_LATE: _("Khi đưa vào triển khai, xem lại các mốc đã qua."),
    Code.ATTACHED_LATER: _("Ghi “thể lệ ban hành sau” kèm thời hạn, hoặc kèm thể lệ vào kế hoạch."),
    Code.TIME_MISSING: _("Ghi ngày bắt đầu và ngày kết thúc."),
    Code.TIME_OPEN: _("Ghi ngày cụ thể, hoặc nêu ai thông báo ngày và trước bao lâu."),
}

_FIGURES = {
    Code.PRODUCT_DIFFERS: _("Sửa số lượng, mức chi hoặc thành tiền cho khớp."),
    Code.WORDS_DIFFER: _("Sửa số hoặc chữ cho khớp."),
    Code.TOTAL_DIFFERS: _("Sửa dòng tổng cộng thành {computed_vnd}, hoặc sửa các dòng."),
    Code.PRIZE_TOTAL_DIFFERS: _("Sửa tổng tiền thưởng hoặc cơ cấu giải thưởng cho khớp."),
    Code.PRIZE_TOTAL_UNCLEAR: _(
        "Nêu cách tính tổng tiền thưởng, ghi đủ số lượng và mức của từng giải."
    ),
    Code.PRIZES_COUNTED: _("Sửa tổng số giải hoặc số lượng của từng giải."),
    Code.PRIZES_OVER_TEAMS: _(
        "Giảm số giải, hoặc nêu rõ có thể không trao hết giải tùy số đội dự thi."
    ),
    Code.PRIZE_COUNT_MISSING: _("Ghi số lượng, ví dụ: 01 giải {prize}."),
    Code.PRIZE_AMOUNT_MISSING: _(
        "Ghi mức thưởng, hoặc nêu rõ chỉ tặng giấy chứng nhận, giấy khen."
    ),
    Code.PRIZE_ORDER: _("Xem lại mức thưởng của hai giải."),
    Code.AMOUNT_WITHOUT_CURRENCY: _("Ghi thêm chữ “đồng”."),
    Code.OVER_NORM: _("Giảm mức thưởng xuống không quá {most_vnd}, hoặc nêu nguồn xã hội hóa."),
    Code.LIST_DIFFERS: _("Liệt kê đủ hoặc sửa số đã nêu."),
    Code.LIST_UNCLEAR: _("Viết lại để số nêu ra khớp với phần liệt kê."),
    Code.PARTS_DIFFER: _("Sửa tổng số hoặc số của từng phần."),
    Code.SERIES_DIFFERS: _("Liệt kê đủ hoặc sửa số đã nêu."),
    Code.CLUSTERS_SUM: _("Rà soát số đơn vị, số đội của từng cụm."),
    Code.ITEM_ALONE: _("Bỏ số thứ tự, hoặc bổ sung mục còn thiếu."),
}

_FORM = {
    Code.HEADER_MISSING: _(
        "Bổ sung theo {rule}; nếu đây là bản chép từ trang thông tin điện tử thì đối chiếu với "
        "bản đã ký."
    ),
    Code.END_MISSING: _(
        "Bổ sung theo {rule}; nếu đây là bản chép từ trang thông tin điện tử thì đối chiếu với "
        "bản đã ký."
    ),
    Code.NUMBER_BLANK: _("Ghi số khi ban hành, hoặc đối chiếu với bản đã ký."),
    Code.DATE_BLANK: _("Ghi ngày khi ban hành, hoặc đối chiếu với bản đã ký."),
    Code.REFERENCE_BLANK: _("Ghi số, ký hiệu và ngày của văn bản được dẫn."),
    Code.BASES_MISSING: _("Nêu văn bản của cấp trên hoặc kế hoạch năm làm căn cứ."),
    Code.BASE_LATER: _("Xem lại ngày của căn cứ và ngày ký kế hoạch."),
    Code.BASE_REPLACED: _("Dẫn {by}."),
    Code.READING_REPLACED: _("Dùng {by}."),
    Code.NUMBER_FORM: _("Ghi {better}."),
    Code.NUMBER_ZERO: _("Ghi {better}."),
    Code.DAY_ZERO: _("Ghi {better}."),
    Code.END_SIGN: _("Kết thúc bằng “./.”."),
    Code.SPELLING: _("Viết “{right}”."),
    Code.CLAUSE_REPEATED: _("Bỏ đoạn viết lặp."),
    Code.ABOLISHED_LEVEL: _("Dùng {by}; tên cũ thì ghi thêm “(cũ)”."),
    Code.ABOLISHED_BODY: _("Thay bằng {by}."),
    Code.ABOLISHED_PAPER: _("Dùng {by}."),
}

_DUTIES = {
    Code.ASSIGNMENTS_MISSING: _("Bổ sung phần tổ chức thực hiện: cơ quan, việc, thời hạn."),
    Code.NO_TASK_DATED: _("Ghi thời hạn cho các việc chính."),
    Code.TASKS_WITHOUT_DATE: _("Ghi thời hạn, hoặc nêu việc làm thường xuyên."),
    Code.ROW_WITHOUT_OWNER: _("Ghi đơn vị chủ trì."),
    Code.ROW_WITHOUT_DATE: _("Ghi thời hạn hoàn thành."),
    Code.ANCHOR_MISSING: _("Ghi ngày của mốc, hoặc ghi thẳng ngày phải hoàn thành."),
    Code.AGENCY_WITHOUT_TASK: _("Bổ sung nhiệm vụ của {agency}, hoặc sửa nơi nhận báo cáo."),
    Code.AGENCY_WITHOUT_COPY: _("Bổ sung vào nơi nhận các cơ quan được giao việc."),
    Code.COMMITTEE_UNKNOWN: _("Thống nhất một tên, hoặc nêu quyết định thành lập Ban Chỉ đạo."),
    Code.TASK_OF_ANOTHER: _("Chuyển thành mục riêng của {other}."),
    Code.TASKS_ALIKE: _("Gộp hai mục, hoặc nêu rõ việc riêng của từng cơ quan."),
    Code.ORDERED_OUTSIDE: _("Viết “đề nghị” thay cho “giao”, “yêu cầu”, “phân công”."),
    Code.ASKED_WITHOUT_WORD: _("Viết “Đề nghị {agency} …”."),
    Code.CONTEST_OR_PERFORMANCE: _(
        "Thống nhất: hội thi thì có thể lệ, giám khảo và giải; chương trình biểu diễn thì không."
    ),
    Code.EXCLUSIONS_MISSING: _(
        "Nêu rõ ai không được dự thi, hoặc được dự thi nhưng không xét giải."
    ),
    Code.ELIGIBLE_MISSING: _("Nêu rõ ai được dự thi."),
    Code.VENUE_MISSING: _("Ghi địa điểm, hoặc nêu ai thông báo địa điểm và trước bao lâu."),
    Code.BUDGET_MISSING: _("Nêu nguồn kinh phí và cơ quan lập dự toán."),
}

PROPOSALS = _TIMES | _FIGURES | _FORM | _DUTIES
