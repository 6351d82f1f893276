"""Labels of the rules of entry."""

from django.utils.translation import gettext_noop as _

RECORDS = {
    "EntryRules": _("Điều kiện và đăng ký dự thi"),
    "Group": _("Nhóm đối tượng"),
    "IdentityField": _("Thông tin phải khai"),
    "UnitChoice": _("Đơn vị dự thi"),
    "Exclusion": _("Đối tượng loại trừ"),
    "TeamRules": _("Quy định về đội thi"),
    "Quota": _("Chỉ tiêu tham gia"),
}

FIELDS = {
    "EntryRules": {
        "entrant": _("Dự thi theo"),
        "eligible": _("Đối tượng dự thi"),
        "fields": _("Thông tin phải khai"),
        "key": _("Thông tin xác định một người"),
        "min_age": _("Tuổi thấp nhất"),
        "max_age": _("Tuổi cao nhất"),
        "consent_under": _("Cần cha mẹ hoặc người giám hộ đồng ý khi dưới (tuổi)"),
        "unit": _("Đơn vị dự thi"),
        "exclusions": _("Đối tượng loại trừ"),
        "team": _("Quy định về đội thi"),
        "quotas": _("Chỉ tiêu tham gia bắt buộc"),
        "counted_by": _("Số người lấy theo báo cáo của"),
        "proof_of_work": _("Chặn phần mềm tự động đăng ký"),
        "password": _("Mật khẩu chung của cuộc thi"),
        "entry_fee": _("Lệ phí dự thi (đồng)"),
    },
    "Group": {
        "key": _("Mã"),
        "title": _("Tên nhóm"),
        "audience": _("Câu hỏi dành cho"),
        "kinds_of_unit": _("Loại đơn vị thuộc nhóm"),
        "min_age": _("Tuổi thấp nhất"),
        "max_age": _("Tuổi cao nhất"),
    },
    "IdentityField": {
        "kind": _("Thông tin"),
        "asked": _("Khi nào phải khai"),
        "unique": _("Không được trùng giữa hai người"),
        "label": _("Tên gọi khác trên phiếu"),
    },
    "UnitChoice": {
        "standings": _("Được chọn đơn vị theo"),
        "kinds": _("Loại đơn vị được chọn"),
        "under": _("Chỉ các đơn vị thuộc"),
        "may_have_none": _("Được để trống đơn vị"),
        "locked_after_first_sitting": _("Không đổi đơn vị sau lượt thi đầu tiên"),
        "explanation": _("Lời giải thích"),
    },
    "Exclusion": {
        "key": _("Mã"),
        "who": _("Đối tượng"),
        "effect": _("Mức loại trừ"),
        "roles": _("Vai trò trên phần mềm"),
        "units": _("Toàn bộ người của đơn vị"),
    },
    "TeamRules": {
        "least": _("Số người ít nhất"),
        "most": _("Số người nhiều nhất"),
        "main_members": _("Số thành viên chính"),
        "reserves": _("Số thành viên dự bị"),
        "captain": _("Có đội trưởng"),
        "a_unit": _("Số đội của một đơn vị"),
        "register_by": _("Đăng ký chậm nhất ngày"),
        "composition": _("Yêu cầu về thành phần"),
    },
    "Quota": {
        "key": _("Mã"),
        "title": _("Đối tượng bắt buộc"),
        "kinds": _("Loại đơn vị áp dụng"),
        "posts": _("Chức vụ, vị trí được tính"),
        "percent": _("Tỷ lệ ít nhất (%)"),
        "least": _("Số người ít nhất"),
    },
}

HELPS = {
    ("EntryRules", "key"): _("Chỉ gồm những thông tin bắt buộc; hai người trùng hết là một người."),
    ("EntryRules", "password"): _("Mật khẩu chung dễ bị lộ; chỉ dùng khi kế hoạch yêu cầu."),
    ("EntryRules", "counted_by"): _(
        "Khi số người của một đơn vị được hai nơi báo cáo: mã đơn vị báo cáo được lấy, theo thứ tự "
        "ưu tiên. Để trống thì số liệu thứ hai bị từ chối."
    ),
    ("Group", "kinds_of_unit"): _("Để trống nghĩa là người dự thi tự chọn nhóm."),
    ("Group", "audience"): _("Để trống nghĩa là câu hỏi dùng chung."),
    ("UnitChoice", "kinds"): _("Để trống nghĩa là mọi loại đơn vị."),
    ("UnitChoice", "under"): _(
        "Để trống nghĩa là mọi đơn vị trong danh sách của cơ quan. Đơn vị được nêu mà không có đơn "
        "vị trực thuộc, hoặc thuộc loại đơn vị đã nêu, thì chính đơn vị đó được chọn."
    ),
    ("UnitChoice", "explanation"): _("In trong thể lệ và hiện cạnh ô chọn đơn vị."),
    ("Exclusion", "roles"): _("Người giữ vai trò này tự động thuộc đối tượng loại trừ."),
    ("Quota", "kinds"): _("Để trống nghĩa là mọi loại đơn vị."),
    ("Quota", "posts"): _("Ghi như trong danh sách của đơn vị; để trống nghĩa là mọi người."),
}
