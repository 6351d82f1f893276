"""Labels of rankings of persons and units."""

from django.utils.translation import gettext_noop as _

RECORDS = {
    "RankingKey": _("Tiêu chí xếp hạng"),
    "Overall": _("Xếp hạng chung cuộc"),
    "Collective": _("Xếp hạng tập thể"),
    "InOrder": _("Xét lần lượt từng tiêu chí"),
    "UnitKey": _("Tiêu chí"),
    "WeightedSum": _("Cộng điểm có hệ số"),
    "Term": _("Thành phần điểm"),
    "RankPoints": _("Tính điểm theo thứ hạng"),
    "Gate": _("Điều kiện xếp hạng"),
    "SizeBracket": _("Mức theo quy mô"),
    "PrizePoints": _("Điểm quy đổi giải cá nhân"),
}

_BY = _("So sánh")
_FIRST = _("Xếp trước")

FIELDS = {
    "RankingKey": {
        "by": _BY,
        "first": _FIRST,
        "part": _("Điểm của phần thi"),
        "title": _("Nội dung đánh giá"),
    },
    "Overall": {
        "total": _("Cách tính kết quả chung"),
        "best": _("Số vòng có kết quả cao nhất được tính"),
        "keys": _("Tiêu chí xếp hạng"),
    },
    "Collective": {
        "key": _("Mã"),
        "title": _("Tên bảng xếp hạng"),
        "kinds": _("Loại đơn vị"),
        "units": _("Danh sách đơn vị"),
        "method": _("Cách tính"),
        "gates": _("Điều kiện được xếp hạng"),
        "ties": _("Khi bằng nhau thì xét"),
        "prize_points": _("Điểm quy đổi giải cá nhân"),
        "rounds": _("Các vòng được tính"),
    },
    "InOrder": {"keys": _("Các tiêu chí, theo thứ tự")},
    "UnitKey": {"by": _BY, "first": _FIRST, "title": _("Nội dung đánh giá")},
    "WeightedSum": {"terms": _("Các thành phần điểm")},
    "Term": {"by": _BY, "weight": _("Hệ số"), "most": _("Tối đa")},
    "RankPoints": {
        "criteria": _("Các tiêu chí"),
        "first_points": _("Điểm của đơn vị xếp thứ nhất"),
    },
    "Gate": {
        "kind": _("Điều kiện"),
        "by": _("Số liệu"),
        "least": _("Ít nhất"),
        "brackets": _("Các mức theo quy mô"),
        "parts": _("Các phần thi phải tham gia"),
    },
    "SizeBracket": {
        "staff_below": _("Đơn vị có dưới (người)"),
        "percent": _("Tỷ lệ ít nhất (%)"),
        "least_people": _("Số người ít nhất"),
    },
    "PrizePoints": {"prize": _("Giải"), "points": _("Điểm")},
}

HELPS = {
    ("RankingKey", "part"): _("Chỉ dùng khi so sánh điểm của một phần thi."),
    ("RankingKey", "title"): _("Chỉ dùng cho tiêu chí do Ban Tổ chức hoặc Ban Giám khảo đánh giá."),
    ("Overall", "best"): _("Chỉ dùng khi chọn tính các vòng có kết quả cao nhất."),
    ("Collective", "kinds"): _("Để trống nghĩa là mọi loại đơn vị."),
    ("Collective", "rounds"): _("Để trống nghĩa là mọi vòng, trừ thi thử."),
    ("SizeBracket", "staff_below"): _("Để trống ở mức cuối cùng, cho các đơn vị còn lại."),
}
