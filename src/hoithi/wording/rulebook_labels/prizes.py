"""Labels of prizes."""

from django.utils.translation import gettext_noop as _

RECORDS = {
    "PrizeTable": _("Bảng giải thưởng"),
    "Prize": _("Giải"),
    "GroupShare": _("Số giải dành cho nhóm"),
    "PrizePolicy": _("Quy định về nhận giải"),
}

FIELDS = {
    "PrizeTable": {
        "key": _("Mã"),
        "title": _("Tên bảng giải"),
        "scope": _("Lấy từ bảng xếp hạng"),
        "prizes": _("Các giải"),
        "rounds": _("Trao ở các vòng"),
        "group": _("Chỉ xét nhóm"),
        "shares": _("Số giải dành riêng cho từng nhóm"),
        "collective": _("Bảng xếp hạng tập thể"),
        "special": _("Loại giải phụ"),
        "part": _("Phần thi"),
        "ties": _("Khi bằng nhau ở giải cuối"),
        "cap_percent": _("Số giải không quá (% người xếp hạng)"),
        "authority": _("Thẩm quyền quyết định"),
    },
    "Prize": {
        "key": _("Mã"),
        "title": _("Tên giải"),
        "count": _("Số lượng"),
        "amount": _("Mức thưởng mỗi giải (đồng)"),
        "gift": _("Quà tặng"),
        "award": _("Hình thức"),
        "authority": _("Thẩm quyền quyết định"),
        "least_points": _("Điểm thấp nhất để trao"),
    },
    "GroupShare": {"group": _("Nhóm"), "slots": _("Số giải")},
    "PrizePolicy": {
        "one_prize": _("Mỗi người chỉ nhận một giải trong"),
        "keep_higher": _("Đạt nhiều giải thì nhận giải cao nhất"),
        "winners_leave_later_rounds": _("Người đã đạt giải không nhận giải ở vòng sau"),
        "vacated": _("Giải bị bỏ trống"),
        "unclaimed_after_days": _("Hết hạn nhận giải sau (ngày)"),
        "reserves": _("Số người dự bị sau mỗi giải"),
    },
}

HELPS = {
    ("PrizeTable", "rounds"): _(
        "Để trống: giải theo vòng trao ở mọi vòng; giải khác trao một lần."
    ),
    ("PrizeTable", "group"): _("Để trống nghĩa là xét chung."),
    ("Prize", "least_points"): _("Không ai đạt mức này thì không trao giải."),
    ("PrizePolicy", "unclaimed_after_days"): _("Để trống nghĩa là không có hạn."),
}
