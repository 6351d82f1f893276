"""The sentences and proposals about plans by the code of what was found; facts stand in braces."""

from django.utils.translation import gettext_noop as _

from hoithi.core.plans.checking import Code, Grade

GRADES = {
    Grade.CONTRADICTION: _("Mâu thuẫn"),
    Grade.OMISSION: _("Thiếu, chưa đủ căn cứ hoặc chưa thực hiện được"),
    Grade.STYLE: _("Nên viết lại"),
}

SENTENCES = {
    Code.END_BEFORE_START: _("Thời gian kết thúc ({end}) trước thời gian bắt đầu ({start})."),
    Code.IMPOSSIBLE_DATE: _("Không có ngày {written} trong lịch."),
    Code.DURATION_DIFFERS: _("Kế hoạch nêu {stated} nhưng từ {start} đến {end} là {days} ngày."),
    Code.DURATION_LOOSE: _(
        "Kế hoạch nêu {stated}, khoảng thời gian từ {start} đến {end} là {days} ngày."
    ),
    Code.WEEKDAY_DIFFERS: _("Ngày {day} là {weekday}, không phải {named}."),
    Code.ROUND_OUTSIDE: _(
        "Tuần, đợt thi từ {start} đến {end} nằm ngoài thời gian thi từ {opens} đến {closes}."
    ),
    Code.LATER_ROUND_OUTSIDE: _(
        "Vòng thi từ {start} đến {end} nằm ngoài thời gian đã nêu từ {opens} đến {closes}."
    ),
    Code.ROUNDS_OVERLAP: _("Tuần thi sau bắt đầu {start} khi tuần thi trước kết thúc {end}."),
    Code.ROUNDS_COUNTED: _("Kế hoạch nêu {stated} tuần, đợt, vòng thi nhưng liệt kê {listed}."),
    Code.ROUNDS_END_EARLY: _(
        "Tuần, đợt thi cuối cùng kết thúc {last}, trước ngày kết thúc cuộc thi {closes} "
        "là {days} ngày."
    ),
    Code.PUBLISHED_BEFORE_END: _("Công bố kết quả {published}, trước khi kết thúc thi {end}."),
}

PROPOSALS = {
    Code.END_BEFORE_START: _("Sửa ngày bắt đầu hoặc ngày kết thúc; xem lại tháng và năm."),
    Code.IMPOSSIBLE_DATE: _("Ghi lại ngày có thật."),
    Code.DURATION_DIFFERS: _(
        "Thống nhất số ngày, số tuần với ngày bắt đầu và ngày kết thúc; xem lại tháng và năm."
    ),
    Code.DURATION_LOOSE: _(
        "Nêu rõ đó là khoảng thời gian dự kiến, hoặc ghi đúng ngày bắt đầu và ngày kết thúc."
    ),
    Code.WEEKDAY_DIFFERS: _("Sửa thứ trong tuần thành {weekday}, hoặc sửa lại ngày."),
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
}
