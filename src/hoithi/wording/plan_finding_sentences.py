"""The sentence for each thing found in a plan; facts stand in braces."""

from django.utils.translation import gettext_noop as _

from hoithi.core.plans.checking import Code, Grade

GRADES = {
    Grade.CONTRADICTION: _("Mâu thuẫn"),
    Grade.OMISSION: _("Thiếu hoặc chưa thực hiện được"),
    Grade.STYLE: _("Nên viết lại"),
}

PARTS = {
    "nation": _("Quốc hiệu và Tiêu ngữ"),
    "issuer": _("tên cơ quan ban hành"),
    "number": _("số, ký hiệu"),
    "place": _("địa danh"),
    "date": _("ngày, tháng, năm ban hành"),
    "title": _("tên loại và trích yếu"),
    "signer": _("chức vụ và họ tên người ký"),
    "authority": _("quyền hạn của người ký (TM. ỦY BAN NHÂN DÂN)"),
    "recipients": _("nơi nhận"),
    "kept": _("“Lưu: VT” ở cuối nơi nhận"),
}

_TIMES = {
    Code.END_BEFORE_START: _("Thời gian kết thúc ({end}) trước thời gian bắt đầu ({start})."),
    Code.IMPOSSIBLE_DATE: _("Trong lịch không có “{written}”."),
    Code.DURATION_DIFFERS: _("Kế hoạch nêu {stated} nhưng từ {start} đến {end} là {days} ngày."),
    Code.DURATION_LOOSE: _("Kế hoạch nêu {stated}, còn từ {start} đến {end} là {days} ngày."),
    Code.WEEKDAY_DIFFERS: _("Ngày {day} là {weekday}, không phải {named}."),
    Code.ROUND_OUTSIDE: _(
        "Tuần, đợt thi từ {start} đến {end} nằm ngoài thời gian thi từ {opens} đến {closes}."
    ),
    Code.LATER_ROUND_OUTSIDE: _(
        "Vòng thi từ {start} đến {end} nằm ngoài thời gian đã nêu từ {opens} đến {closes}."
    ),
    Code.ROUNDS_OVERLAP: _(
        "Tuần thi sau bắt đầu {start} khi tuần thi trước chưa kết thúc ({end})."
    ),
    Code.ROUNDS_COUNTED: _("Số tuần, đợt, vòng thi nêu ra là {stated}, số liệt kê là {listed}."),
    Code.ROUNDS_END_EARLY: _(
        "Tuần, đợt thi cuối cùng kết thúc {last}, còn cuộc thi kết thúc {closes}, "
        "sau đó {days} ngày."
    ),
    Code.PUBLISHED_BEFORE_END: _("Công bố kết quả {published}, trước khi kết thúc thi ({end})."),
    Code.DUE_BEFORE_PLAN: _("Thời hạn {due} đã qua khi kế hoạch được ký ({signed})."),
    Code.STEP_BEFORE_PLAN: _("Công việc bắt đầu {start}, trước ngày ký kế hoạch ({signed})."),
    Code.STEPS_SHARE_DAY: _(
        "Ngày {day} vừa là ngày cuối của bước trước, vừa là ngày đầu của bước sau."
    ),
    Code.YEAR_MISSING: _("Ngày không ghi năm: {written}."),
    Code.TITLE_YEAR: _("Trích yếu ghi năm {stated}, ở đây ghi năm {other}."),
    Code.BUDGET_YEAR: _("Kinh phí lấy từ ngân sách năm {year} nhưng thời gian nêu đến {end}."),
    Code.POSTED_LATE: _("Văn bản được đăng ngày {posted}, khi {number} mốc thời gian đã qua."),
    Code.ATTACHED_LATER: _(
        "Thể lệ được ghi là kèm theo nhưng tiến độ nêu xây dựng thể lệ từ {start} đến {end}."
    ),
    Code.TIME_MISSING: _("Kế hoạch chưa nêu thời gian thực hiện."),
    Code.TIME_OPEN: _("Thời gian chỉ nêu tháng hoặc quý, chưa có ngày."),
}

_FIGURES = {
    Code.PRODUCT_DIFFERS: _("Ghi {stated_vnd}, tính ra {computed_vnd}."),
    Code.WORDS_DIFFER: _("Số tiền bằng số là {stated_vnd}, bằng chữ là {words_vnd}."),
    Code.TOTAL_DIFFERS: _("Dòng tổng cộng ghi {stated_vnd}, các dòng cộng lại là {computed_vnd}."),
    Code.PRIZE_TOTAL_DIFFERS: _(
        "Tổng tiền thưởng ghi {stated_vnd}, cơ cấu giải thưởng cộng lại là {computed_vnd}."
    ),
    Code.PRIZE_TOTAL_UNCLEAR: _(
        "Tổng tiền thưởng ghi {stated_vnd}, các giải đọc được cộng lại là {computed_vnd}."
    ),
    Code.PRIZES_COUNTED: _("Nêu {stated} giải nhưng các giải liệt kê cộng lại là {listed}."),
    Code.PRIZES_OVER_TEAMS: _(
        "Có {prizes} giải chính trong khi có thể chỉ có {least} đội tranh giải "
        "(tổng số đội: {teams}; số cụm: {groups})."
    ),
    Code.PRIZE_COUNT_MISSING: _("“{prize}” có mức thưởng nhưng chưa ghi số lượng giải."),
    Code.PRIZE_AMOUNT_MISSING: _("“{prize}” chưa ghi mức thưởng."),
    Code.PRIZE_ORDER: _("{lower} ({lower_vnd}) cao hơn {higher} ({higher_vnd})."),
    Code.AMOUNT_WITHOUT_CURRENCY: _("Mức thưởng không ghi đơn vị tiền ({number} chỗ)."),
    Code.OVER_NORM: _(
        "Mức thưởng {amount_vnd} vượt mức chi tối đa {most_vnd} theo {article} {document}."
    ),
    Code.LIST_DIFFERS: _("Nêu {stated} {noun} nhưng liệt kê {listed}: {names}."),
    Code.LIST_UNCLEAR: _("Nêu {stated} {noun}, phần liệt kê liền sau có {listed}: {names}."),
    Code.PARTS_DIFFER: _("Nêu {stated} địa điểm nhưng các phần cộng lại là {listed}."),
    Code.SERIES_DIFFERS: _("Nêu {stated} {noun} nhưng liệt kê {listed}."),
    Code.CLUSTERS_SUM: _("Các cụm cộng lại là {listed}, tổng số nêu ra là {stated}."),
    Code.ITEM_ALONE: _("Có mục 1 nhưng không có mục 2."),
}

_FORM = {
    Code.HEADER_MISSING: _("Phần đầu văn bản thiếu: {missing}."),
    Code.END_MISSING: _("Phần cuối văn bản thiếu: {missing}."),
    Code.NUMBER_BLANK: _("Số của văn bản còn để trống."),
    Code.DATE_BLANK: _("Ngày, tháng ban hành còn để trống."),
    Code.REFERENCE_BLANK: _("Văn bản được dẫn còn để trống số."),
    Code.BASES_MISSING: _("Kế hoạch chưa nêu căn cứ ban hành."),
    Code.BASE_LATER: _("Căn cứ {number} ký ngày {day}, sau ngày ký kế hoạch ({signed})."),
    Code.BASE_REPLACED: _("Căn cứ {number} đã được thay thế từ {since}."),
    Code.READING_REPLACED: _("Văn bản {number} được dẫn đã được thay thế từ {since}."),
    Code.NUMBER_FORM: _("Ký hiệu {number} viết chưa đúng thể thức."),
    Code.NUMBER_ZERO: _("Số văn bản nhỏ hơn 10 phải có số 0 phía trước: {number}."),
    Code.DAY_ZERO: _("Ngày nhỏ hơn 10 và tháng 1, tháng 2 phải có số 0 phía trước."),
    Code.END_SIGN: _("Câu cuối của văn bản chưa kết thúc bằng “./.”."),
    Code.SPELLING: _("Có thể viết sai: “{wrong}”."),
    Code.CLAUSE_REPEATED: _("Một đoạn được viết hai lần: “{words}”."),
    Code.ABOLISHED_LEVEL: _("“{name}” không còn là cấp, đơn vị hành chính từ {since}."),
    Code.ABOLISHED_BODY: _("“{name}” không còn từ {since}."),
    Code.ABOLISHED_PAPER: _("“{name}” không còn dùng từ {since}."),
}

_DUTIES = {
    Code.ASSIGNMENTS_MISSING: _("Kế hoạch chưa phân công cơ quan, đơn vị thực hiện."),
    Code.NO_TASK_DATED: _("Không có nhiệm vụ nào được giao kèm thời hạn: {agencies}."),
    Code.TASKS_WITHOUT_DATE: _("Nhiệm vụ giao cho các cơ quan sau chưa có thời hạn: {agencies}."),
    Code.ROW_WITHOUT_OWNER: _("Công việc chưa có đơn vị thực hiện: {task}."),
    Code.ROW_WITHOUT_DATE: _("Công việc chưa có thời hạn: {task}."),
    Code.ANCHOR_MISSING: _("Thời hạn tính theo một mốc mà kế hoạch chưa nêu ngày: {written}."),
    Code.AGENCY_WITHOUT_TASK: _(
        "{agency} nhận báo cáo, phản ánh nhưng không có trong phần phân công."
    ),
    Code.AGENCY_WITHOUT_COPY: _(
        "Cơ quan được giao việc nhưng không có trong nơi nhận: {agencies}."
    ),
    Code.COMMITTEE_UNKNOWN: _(
        "Nhiệm vụ nhắc đến Ban Chỉ đạo (BCĐ), trong khi kế hoạch chỉ có Ban Tổ chức."
    ),
    Code.TASK_OF_ANOTHER: _("Việc của {other} được ghi trong phần nhiệm vụ của {agency}."),
    Code.TASKS_ALIKE: _("Nhiệm vụ của {other} giống hệt nhiệm vụ của {agency}."),
    Code.ORDERED_OUTSIDE: _("“{written}”: cơ quan ban hành không giao việc cho tổ chức này."),
    Code.ASKED_WITHOUT_WORD: _("{agency} không thuộc quyền giao việc của cơ quan ban hành."),
    Code.CONTEST_OR_PERFORMANCE: _(
        "“{subject}” chỗ này là hội thi, chỗ khác là chương trình biểu diễn."
    ),
    Code.EXCLUSIONS_MISSING: _(
        "Chưa nêu đối tượng không được dự thi (Ban Tổ chức, người ra câu hỏi, kỹ thuật phần mềm)."
    ),
    Code.ELIGIBLE_MISSING: _("Chưa nêu đối tượng dự thi."),
    Code.VENUE_MISSING: _("Chưa nêu địa điểm tổ chức."),
    Code.BUDGET_MISSING: _("Chưa nêu kinh phí thực hiện."),
}

SENTENCES = _TIMES | _FIGURES | _FORM | _DUTIES
