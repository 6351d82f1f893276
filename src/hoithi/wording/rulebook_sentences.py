"""The sentences about what the checks find in rulebooks, by code; facts stand in braces."""

from django.utils.translation import gettext_noop as _

from hoithi.core.rulebook.checks import FindingCode as F

WHAT = {
    "round": _("tuần, đợt, vòng thi"),
    "part": _("phần thi"),
    "group": _("nhóm đối tượng"),
    "collective": _("bảng xếp hạng tập thể"),
    "prize": _("giải"),
}

FINDINGS = {
    F.KEY_REPEATED: _("mã “{key}” đã dùng ở trên. Hãy đặt mã khác."),
    F.UNKNOWN_REFERENCE: _("không có {what} nào mang mã “{key}”. Hãy chọn lại hoặc bổ sung."),
    F.REFERENCE_TWICE: _("“{key}” được ghi hai lần. Hãy giữ lại một."),
    F.UNKNOWN_KIND_OF_UNIT: _("không có loại đơn vị “{value}”. Hãy chọn lại."),
    F.BLANK_LEFT: _("chưa ghi nội dung. Hãy bổ sung."),
    F.NO_ROUNDS: _("chưa có tuần, đợt hay vòng thi nào. Hãy thêm ít nhất một."),
    F.WINDOW_EMPTY: _(
        "bắt đầu {opens} nhưng kết thúc {closes}. Giờ kết thúc phải sau giờ bắt đầu."
    ),
    F.ROUND_OUTSIDE_CONTEST: _(
        "“{title}” nằm ngoài thời gian cuộc thi (từ {opens} đến {closes}). "
        "Hãy sửa thời gian của đợt thi hoặc của cuộc thi."
    ),
    F.ROUNDS_OVERLAP: _("“{title}” trùng thời gian với “{other}”. Hãy tách thời gian hai vòng."),
    F.ROUNDS_OUT_OF_ORDER: _("“{title}” diễn ra trước “{other}” nhưng xếp sau. Nên sắp lại."),
    F.PUBLISHES_BEFORE_CLOSE: _(
        "“{title}” công bố kết quả lúc {publishes}, trước khi kết thúc lúc {closes}. "
        "Hãy lùi giờ công bố."
    ),
    F.WEEKS_DIFFER: _(
        "kế hoạch nêu thi trong {weeks} tuần nhưng thời gian cuộc thi từ {opens} đến {closes} "
        "dài {days} ngày. Hãy sửa ngày hoặc số tuần và ghi lại quyết định."
    ),
    F.WEEK_ROUNDS_DIFFER: _(
        "kế hoạch nêu {weeks} tuần nhưng có {rounds} tuần thi. Hãy bổ sung hoặc sửa số tuần."
    ),
    F.WINDOW_BEYOND_ROUNDS: _(
        "thời gian cuộc thi ghi {stated}, còn các vòng thi là {rounds}. Nên xem lại cho khớp."
    ),
    F.ROUND_TIME_OPEN: _("“{title}” chưa có thời gian. Hãy ghi giờ, ngày bắt đầu và kết thúc."),
    F.PUBLICATION_OPEN: _("“{title}” chưa có giờ công bố kết quả. Hãy bổ sung."),
    F.TRIAL_AFTER_START: _(
        "“{title}” còn mở khi cuộc thi đã bắt đầu lúc {opens}. Nên kết thúc sớm hơn."
    ),
    F.PLAN_AFTER_START: _(
        "kế hoạch ban hành ngày {day}, sau khi cuộc thi bắt đầu lúc {opens}. Nên xem lại."
    ),
    F.REGISTRATION_AFTER_START: _(
        "hạn đăng ký {day} sau khi cuộc thi bắt đầu lúc {opens}. Hãy sửa hạn đăng ký."
    ),
    F.ADVANCE_NOT_LATER: _(
        "“{title}” chọn vào “{other}”, nhưng vòng đó không ở phía sau. Hãy chọn vòng sau."
    ),
    F.ADVANCE_EMPTY: _("“{title}” chưa nêu chọn bao nhiêu người, đội vào vòng sau. Hãy bổ sung."),
    F.ADVANCE_DIFFERS: _(
        "“{title}” nêu số được chọn chung khác với vòng khác cùng vào một vòng. Hãy thống nhất."
    ),
    F.ADVANCE_FROM_TRIAL: _(
        "“{title}” là thi thử, không dùng để chọn vào vòng sau. Hãy bỏ mục này."
    ),
    F.ADVANCE_OVERLAPS: _("“{other}” bắt đầu khi “{title}” chưa kết thúc. Hãy sửa thời gian."),
    F.ADVANCE_GROUPS_TOGETHER: _(
        "“{title}” chọn riêng từng nhóm đối tượng, nhưng các nhóm xếp hạng chung. "
        "Hãy cho các nhóm xếp hạng riêng hoặc bỏ số riêng của từng nhóm."
    ),
    F.ADVANCE_GROUP_LEFT_OUT: _(
        "“{title}” không chọn ai của nhóm “{group}” vào vòng sau. Hãy kiểm tra lại."
    ),
    F.KIND_WITHOUT_PART: _("{kind} chưa có phần thi phù hợp. Hãy thêm ít nhất một."),
    F.BLUEPRINT_EMPTY: _("“{title}” không có câu hỏi nào. Hãy ghi số câu của từng lĩnh vực."),
    F.DRAW_TWICE: _("lĩnh vực “{field}” được ghi hai lần. Nên gộp lại."),
    F.MINUTES_OVER_WINDOW: _(
        "“{title}” chỉ mở {window} phút nhưng thời gian làm bài là {minutes} phút. "
        "Hãy rút thời gian làm bài hoặc kéo dài thời gian mở."
    ),
    F.LEAST_SECONDS_OVER_MINUTES: _(
        "{seconds} giây nhiều hơn cả thời gian làm bài {minutes} phút. Hãy giảm xuống."
    ),
    F.POINTS_NEGATIVE: _("điểm không được âm ({value}). Hãy nhập lại."),
    F.POINTS_NOTHING: _("0 điểm thì không chấm được. Hãy nhập số điểm."),
    F.PERCENT_OUT_OF_RANGE: _("tỷ lệ {value} phải từ 0 đến 100. Hãy nhập lại."),
    F.PASS_MARK_OVER_MOST: _(
        "“{title}”: điểm đạt {pass_mark} cao hơn điểm tối đa {most}. Hãy sửa."
    ),
    F.PASS_WITHOUT_MARK: _("“{title}” phải đạt nhưng chưa có điểm đạt. Hãy ghi điểm đạt."),
    F.PASS_TOTAL_OVER_MOST: _("tổng điểm đạt cao hơn tổng điểm tối đa {most}. Hãy sửa."),
    F.CRITERIA_SUM_DIFFERS: _(
        "“{title}”: các dòng chấm cộng lại không bằng điểm tối đa {most}. Hãy sửa cho khớp."
    ),
    F.ESSAY_POINTS_TWICE: _(
        "dòng tự luận của đề phải ghi 0 điểm, vì điểm bài tự luận được chấm ở “{title}”. Hãy sửa."
    ),
    F.CRITERIA_OPEN: _("“{title}” chưa có tiêu chí chấm. Hãy bổ sung biểu điểm."),
    F.STEP_UNUSABLE: _("“{title}”: bước điểm phải lớn hơn 0 và không quá điểm tối đa. Hãy sửa."),
    F.PENALTY_INCOMPLETE: _("“{title}”: chưa ghi số điểm trừ. Hãy bổ sung."),
    F.PENALTY_BANDS_UNORDERED: _(
        "“{title}”: các mức trừ phải xếp theo số giây tăng dần. Hãy sắp lại."
    ),
    F.PENALTY_WITHOUT_MINUTES: _(
        "“{title}” có trừ điểm quá giờ nhưng chưa có thời gian. Hãy bổ sung."
    ),
    F.NOT_A_PAPER: _("“{title}” không phải bài thi trực tuyến nên không có đề. Hãy chọn lại."),
    F.PART_NOT_IN_ROUND: _(
        "“{title}” không được tổ chức ở vòng này. Hãy bỏ thay đổi hoặc thêm phần thi."
    ),
    F.PAPER_REPEATED: _("đề riêng cho “{key}” được ghi hai lần. Hãy giữ lại một."),
    F.PREDICTION_UNUSED: _(
        "câu dự đoán của “{title}” không dùng để tính điểm hay xếp hạng. Nên xem lại."
    ),
    F.PREDICTION_AMBIGUOUS: _(
        "“{title}” cho thi nhiều lượt và tính gộp các lượt, nên không rõ số dự đoán nào được tính. "
        "Hãy chọn một lượt được tính."
    ),
    F.PREDICTION_TWICE: _(
        "“{title}” hỏi dự đoán ở nhiều bài thi, nên không rõ số nào được tính. "
        "Hãy chỉ giữ câu dự đoán ở một bài."
    ),
    F.PREDICTION_SELF_MADE: _(
        "“{title}” hỏi dự đoán số lượt trong khi không giới hạn số lượt; "
        "người thi có thể tự làm thay đổi con số. Nên giới hạn lượt thi."
    ),
    F.ATTEMPTS_CROSSED: _(
        "{limit} lượt nhiều hơn mức tối đa {larger} của khoảng thời gian dài hơn. Hãy sửa."
    ),
    F.ATTEMPTS_UNLIMITED: _(
        "không giới hạn số lượt thi. Nên đặt mức tối đa để tránh thi hàng loạt."
    ),
    F.AGES_CROSSED: _("tuổi thấp nhất {least} lớn hơn tuổi cao nhất {most}. Hãy sửa."),
    F.GROUP_AGES_OUTSIDE: _("nhóm “{title}” nằm ngoài độ tuổi được dự thi. Hãy sửa độ tuổi."),
    F.AGE_NOT_ASKED: _(
        "có quy định độ tuổi nhưng không yêu cầu khai năm sinh. Hãy thêm mục bắt buộc."
    ),
    F.CONSENT_AGE_NOT_ASKED: _(
        "người dưới {age} tuổi cần người giám hộ đồng ý nhưng không hỏi năm sinh. Nên thêm mục này."
    ),
    F.IDENTITY_KEY_EMPTY: _(
        "chưa có thông tin xác định một người. Hãy chọn ít nhất một mục bắt buộc."
    ),
    F.IDENTITY_KEY_NOT_REQUIRED: _(
        "“{field}” không bắt buộc khai nên không thể xác định một người. Hãy đổi thành bắt buộc."
    ),
    F.IDENTITY_KEY_NOT_ASKED: _("“{field}” không có trong phiếu khai. Hãy thêm vào hoặc bỏ ra."),
    F.IDENTITY_FIELD_TWICE: _("“{field}” được ghi hai lần. Hãy giữ lại một."),
    F.NAME_NOT_ASKED: _("chưa hỏi họ tên nên không thể trao giải. Hãy thêm họ tên."),
    F.PERSONAL_NUMBER_ASKED: _(
        "bắt buộc khai số định danh cá nhân. Chỉ nên hỏi khi kế hoạch yêu cầu."
    ),
    F.TEAM_RULES_MISSING: _("thi theo đội nhưng chưa có quy định về đội thi. Hãy bổ sung."),
    F.TEAM_RULES_UNUSED: _("có quy định về đội nhưng không thi theo đội. Nên bỏ."),
    F.TEAM_SIZES_CROSSED: _(
        "đội từ {least} đến {most} người, trong đó {named} thành viên chính và dự bị: "
        "không khớp. Hãy sửa."
    ),
    F.UNIT_NOT_ASKED: _("có xếp hạng theo đơn vị nhưng không hỏi đơn vị dự thi. Hãy thêm mục này."),
    F.UNIT_MAY_BE_NONE: _(
        "được để trống đơn vị; người đó không tính cho tập thể nào. Nên xem lại."
    ),
    F.STANDINGS_EMPTY: _("chưa nêu được chọn đơn vị theo nơi nào. Hãy chọn ít nhất một."),
    F.KIND_NOT_OFFERED: _(
        "“{title}” xếp hạng {kind_of_unit} nhưng người thi không chọn được loại này. Hãy "
        "sửa cho khớp."
    ),
    F.QUOTA_EMPTY: _("“{title}” chưa có tỷ lệ hay số người. Hãy bổ sung."),
    F.QUOTA_KIND_NOT_OFFERED: _(
        "“{title}” áp dụng cho {kind_of_unit} nhưng người thi không chọn được loại đơn vị này. "
        "Hãy sửa cho khớp."
    ),
    F.QUOTA_COUNTS_ALL: _(
        "“{title}” chưa nêu chức vụ hay loại đơn vị nên tính mọi người trong danh sách của mọi "
        "đơn vị. Nên ghi rõ nếu chỉ tính một số người."
    ),
    F.NO_EXCLUSIONS: _(
        "chưa nêu đối tượng không được dự thi, như Ban Tổ chức, người ra đề. Nên bổ sung."
    ),
    F.SHARED_PASSWORD: _(
        "mật khẩu chung dễ bị lộ và không xác định được người thi. Nên bỏ nếu kế hoạch "
        "không yêu cầu."
    ),
    F.ELIGIBLE_OPEN: _("chưa nêu đối tượng dự thi. Nên ghi như trong kế hoạch."),
    F.RANKING_OPEN: _(
        "“{title}” chưa có tiêu chí xếp hạng. Hãy chọn tiêu chí và ghi lại quyết định."
    ),
    F.RANKING_KEY_TWICE: _("tiêu chí “{by}” được ghi hai lần. Hãy giữ lại một."),
    F.RANKING_KEY_WITHOUT_SOURCE: _(
        "chưa có số liệu cho tiêu chí “{by}”. Hãy bổ sung nguồn hoặc bỏ tiêu chí."
    ),
    F.RANKING_KEY_PART_UNUSED: _(
        "tiêu chí “{by}” không dùng điểm của một phần thi. Hãy bỏ phần thi hoặc đổi tiêu chí."
    ),
    F.RANKING_KEY_AFTER_LOT: _(
        "tiêu chí “{by}” đứng sau bốc thăm nên không bao giờ được xét. Hãy đưa lên trước."
    ),
    F.RANKING_KEY_ODD_DIRECTION: _(
        "tiêu chí “{by}” đang xếp ngược với thường lệ. Nên kiểm tra lại."
    ),
    F.OVERALL_MISSING: _(
        "có giải hoặc tiêu chí chung cuộc nhưng chưa chọn cách tính kết quả chung. Hãy chọn."
    ),
    F.OVERALL_BEST_MISSING: _("chưa nêu tính bao nhiêu vòng có kết quả cao nhất. Hãy ghi số vòng."),
    F.OVERALL_BEST_OVER_ROUNDS: _("tính {best} vòng nhưng chỉ có {rounds} vòng. Hãy sửa."),
    F.METHOD_EMPTY: _("“{title}” chưa có cách tính. Hãy thêm tiêu chí."),
    F.AGGREGATE_TWICE: _("tiêu chí “{by}” được ghi hai lần. Hãy giữ lại một."),
    F.AGGREGATE_WITHOUT_SOURCE: _(
        "chưa có số liệu cho tiêu chí “{by}”. Hãy bổ sung nguồn hoặc bỏ tiêu chí."
    ),
    F.GATE_INCOMPLETE: _("điều kiện “{kind}” chưa đủ nội dung. Hãy bổ sung."),
    F.GATE_WITHOUT_SOURCE: _(
        "điều kiện “{kind}” chưa có căn cứ để xét. Hãy bổ sung chỉ tiêu hoặc giải cá nhân."
    ),
    F.BRACKETS_UNORDERED: _("các mức phải theo quy mô tăng dần, mức cuối để trống. Hãy sắp lại."),
    F.BRACKETS_UNFINISHED: _(
        "đơn vị từ {staff} người trở lên chưa có mức. Nên thêm mức cuối để trống quy mô."
    ),
    F.STAFF_COUNTS_NEEDED: _(
        "“{title}” cần số người của từng đơn vị; hãy thu đủ số liệu trước khi xếp hạng."
    ),
    F.PRIZE_POINTS_UNUSED: _(
        "có điểm quy đổi giải nhưng cách tính không dùng đến. Nên bỏ hoặc thêm vào cách tính."
    ),
    F.COUNTS_TRIAL: _("“{title}” tính cả vòng thi thử. Hãy bỏ vòng thi thử."),
    F.COLLECTIVE_WITHOUT_PRIZE: _("“{title}” không gắn với giải nào. Nên xem lại."),
    F.TABLE_EMPTY: _("“{title}” chưa có giải nào. Hãy thêm giải."),
    F.TABLE_INCOMPLETE: _(
        "“{title}” chưa nêu mục này nên không biết trao theo bảng xếp hạng nào. Hãy chọn."
    ),
    F.TABLE_MISFIT: _("“{title}” không dùng mục này. Hãy bỏ hoặc đổi cách lấy giải."),
    F.TABLE_OF_TRIAL: _("“{title}” trao giải cho vòng thi thử. Hãy bỏ vòng thi thử."),
    F.SHARES_OVER_SLOTS: _(
        "“{title}” dành cho các nhóm {kept} giải nhưng chỉ có {slots} giải. Hãy sửa."
    ),
    F.BUDGET_EXCEEDED: _(
        "tổng giải thưởng {total} vượt kinh phí {budget} là {over}. Hãy giảm giải hoặc "
        "điều chỉnh kinh phí."
    ),
    F.AMOUNTS_OUT_OF_ORDER: _(
        "“{title}” có mức thưởng cao hơn “{other}” xếp trên. Nên kiểm tra lại."
    ),
    F.NOTHING_GIVEN: _("“{title}” không có tiền, giấy hay quà. Hãy bổ sung."),
    F.AUTHORITY_OPEN: _("“{title}” chưa nêu ai quyết định trao giải. Hãy bổ sung."),
    F.SPECIAL_WITHOUT_SOURCE: _("“{title}” ({special}) chưa có số liệu để xét. Hãy bổ sung nguồn."),
    F.RETENTION_TOO_SHORT: _(
        "lưu thông tin {days} ngày là ngắn hơn {needed} ngày cần để giải quyết phản ánh "
        "và trao giải. "
        "Hãy tăng lên."
    ),
    F.PHASES_MISSING: _(
        "mỗi người nhận một giải trong một đợt, nhưng chưa vòng thi nào ghi thuộc đợt nào. "
        "Hãy ghi đợt cho các vòng thi, hoặc chọn phạm vi khác."
    ),
    F.CHOICE_OPEN: _("{found} Hãy chọn phương án."),
    F.CHOICE_WITHOUT_DECIDER: _("{found} Hãy ghi người quyết định và ngày quyết định."),
    F.YEAR_BEFORE: _(
        "có ghi năm {year}, trong khi cuộc thi bắt đầu năm {begins}. Nếu câu này còn lại từ cuộc "
        "thi trước thì sửa lại."
    ),
    F.CHOICE_ABOUT_NOTHING: _("“{about}” không phải là mục nào của thể lệ. Nên sửa lại."),
}
