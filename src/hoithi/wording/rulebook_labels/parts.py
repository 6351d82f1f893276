"""Labels of parts, papers, sheets and attempts."""

from django.utils.translation import gettext_noop as _

RECORDS = {
    "PaperPart": _("Bài thi trực tuyến"),
    "Draw": _("Số câu của một lĩnh vực"),
    "Prediction": _("Câu hỏi dự đoán"),
    "JuryPart": _("Phần thi có giám khảo"),
    "EssayRules": _("Cách chấm bài tự luận"),
    "Criterion": _("Tiêu chí chấm"),
    "TimePenalty": _("Trừ điểm quá giờ"),
    "PenaltyBand": _("Mức trừ"),
    "CheckPart": _("Nội dung kiểm tra thực hành"),
    "EnteredPart": _("Điểm do Tổ thư ký nhập"),
    "AttemptRules": _("Số lượt thi"),
    "PassRule": _("Điều kiện đạt"),
}

_MINUTES = _("Thời gian (phút)")
_PASS_MARK = _("Điểm đạt")
_MOST = _("Điểm tối đa")

FIELDS = {
    "PaperPart": {
        "key": _("Mã"),
        "title": _("Tên phần thi"),
        "minutes": _("Thời gian làm bài (phút)"),
        "blueprint": _("Số câu theo lĩnh vực"),
        "points": _("Điểm mỗi câu"),
        "shuffle_questions": _("Đảo thứ tự câu hỏi"),
        "shuffle_options": _("Đảo thứ tự phương án"),
        "must_answer_all": _("Phải trả lời hết các câu"),
        "multiple": _("Chấm câu có nhiều phương án đúng"),
        "withdrawn": _("Câu hỏi bị hủy"),
        "prediction": _("Câu hỏi dự đoán"),
        "pass_mark": _PASS_MARK,
        "least_seconds": _("Dưới số giây này là dấu hiệu cần xác minh"),
        "released_share": _("Tối đa bao nhiêu phần trăm số câu lấy từ bộ câu hỏi ôn tập"),
    },
    "Draw": {
        "field": _("Lĩnh vực"),
        "count": _("Số câu"),
        "difficulty": _("Mức độ"),
        "points": _("Điểm mỗi câu"),
        "audience": _("Câu hỏi dành cho"),
        "topic": _("Chủ đề"),
        "essay": _("Lấy câu tự luận"),
    },
    "Prediction": {
        "target": _("Dự đoán số"),
        "scope": _("Tính trong"),
        "population": _("Chốt số liệu"),
        "asked_after_paper": _("Hỏi sau các câu khác"),
        "points": _("Điểm khi đoán đúng"),
        "may_exceed": _("Chấp nhận số dự đoán lớn hơn số thực tế"),
        "text": _("Lời câu hỏi"),
    },
    "JuryPart": {
        "key": _("Mã"),
        "title": _("Tên phần thi"),
        "most": _MOST,
        "minutes": _MINUTES,
        "criteria": _("Tiêu chí chấm"),
        "rule": _("Cách tính điểm"),
        "step": _("Bước điểm"),
        "places": _("Làm tròn điểm đến mấy chữ số thập phân"),
        "penalty": _("Trừ điểm quá giờ"),
        "pass_mark": _PASS_MARK,
        "essay": _("Chấm bài tự luận"),
    },
    "EssayRules": {
        "of_paper": _("Bài thi có câu tự luận"),
        "top": _("Số người được chấm"),
        "third_from_percent": _("Lệch bao nhiêu phần trăm thì người thứ ba chấm"),
        "third": _("Điểm khi có người thứ ba"),
    },
    "Criterion": {"key": _("Mã"), "title": _("Nội dung"), "most": _MOST},
    "TimePenalty": {
        "rule": _("Cách trừ"),
        "points": _("Điểm trừ"),
        "free_seconds": _("Số giây không trừ"),
        "bands": _("Các mức trừ"),
    },
    "PenaltyBand": {"from_seconds": _("Quá từ (giây)"), "points": _("Điểm trừ")},
    "CheckPart": {
        "key": _("Mã"),
        "title": _("Tên nội dung"),
        "most": _MOST,
        "minutes": _MINUTES,
        "steps": _("Các thao tác"),
        "pass_mark": _PASS_MARK,
    },
    "EnteredPart": {
        "key": _("Mã"),
        "title": _("Tên phần thi"),
        "most": _MOST,
        "pass_mark": _PASS_MARK,
    },
    "AttemptRules": {
        "a_day": _("Số lượt tối đa trong một ngày"),
        "a_round": _("Số lượt tối đa trong một tuần, đợt, vòng"),
        "a_contest": _("Số lượt tối đa trong cả cuộc thi"),
        "counted": _("Lượt được tính"),
        "leaving": _("Khi thoát khỏi bài thi"),
        "finish_after_close": _("Được làm tiếp khi đợt thi đã đóng"),
        "grace_seconds": _("Số giây chờ nhận bài sau khi hết giờ"),
        "precision_seconds": _("Làm tròn thời gian (giây)"),
    },
    "PassRule": {
        "all_parts": _("Phải đạt từng phần"),
        "total": _("Tổng điểm đạt"),
        "target_percent": _("Chỉ tiêu số người đạt (%)"),
        "target_taking_part_percent": _("Chỉ tiêu số người tham gia (%)"),
    },
}

HELPS = {
    ("Draw", "difficulty"): _("Để trống nghĩa là mọi mức độ."),
    ("Draw", "points"): _("Để trống nghĩa là theo điểm chung của đề."),
    ("Draw", "essay"): _("Dòng này chỉ lấy câu tự luận; dòng khác không lấy câu tự luận nào."),
    ("Draw", "topic"): _("Để trống nghĩa là mọi chủ đề của lĩnh vực."),
    ("PaperPart", "released_share"): _("Để trống nghĩa là không giới hạn; 0 là không lấy câu nào."),
    ("Prediction", "points"): _("Bằng 0 nghĩa là không tính vào điểm bài thi."),
    ("JuryPart", "most"): _("Để trống nghĩa là tổng điểm của các tiêu chí."),
    ("JuryPart", "essay"): _(
        "Chỉ dùng khi phần thi là bài tự luận của một bài thi trực tuyến: chấm trên màn hình, theo "
        "số phách, hai người chấm độc lập."
    ),
    ("EssayRules", "top"): _("Để trống nghĩa là chấm tất cả. Bằng điểm người cuối đều được chấm."),
    ("CheckPart", "pass_mark"): _("Để trống nghĩa là người chấm kết luận đạt hoặc không đạt."),
    ("AttemptRules", "a_day"): _("Để trống nghĩa là không giới hạn."),
    ("AttemptRules", "a_round"): _("Để trống nghĩa là không giới hạn."),
    ("AttemptRules", "a_contest"): _("Để trống nghĩa là không giới hạn."),
    ("AttemptRules", "finish_after_close"): _("Lượt bắt đầu trước giờ đóng được làm hết giờ."),
}
