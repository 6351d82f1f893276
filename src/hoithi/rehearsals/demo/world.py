"""Who and what the demonstration consists of. Every body, unit and person in it is made up."""

from dataclasses import dataclass

PASSWORD = "dung-thu-hoi-thi"
"""Of all demonstration accounts; an installation made by `hoithi demo` refuses to be public."""


@dataclass(frozen=True)
class DemoUnit:
    """A unit of a body, with its staff count where people are counted."""

    code: str
    kind: str
    name: str
    parent: str = ""
    staff: int = 0


@dataclass(frozen=True)
class DemoAccount:
    """An account, its roles over its body, and the unit of a unit's contact."""

    login: str
    full_name: str
    post: str
    roles: tuple[str, ...]
    unit: str = ""


@dataclass(frozen=True)
class DemoBody:
    """An organising body with its units and accounts; `example` is its contest's rulebook."""

    slug: str
    name: str
    superior: str
    place: str
    telephone: str
    units: tuple[DemoUnit, ...] = ()
    accounts: tuple[DemoAccount, ...] = ()
    example: str = ""
    contest_slug: str = ""
    people: int = 0
    """How many take part in the simulation of a week."""


def _hamlets() -> tuple[DemoUnit, ...]:
    names = (
        ("Đồng Tâm", 412),
        ("Bến Đò", 365),
        ("Làng Mới", 288),
        ("Cầu Trắng", 501),
        ("Gò Chè", 197),
        ("Đồng Quang", 334),
        ("Tân Lập", 276),
        ("Tân Tiến", 301),
        ("Suối Cạn", 142),
        ("Núi Voi", 118),
        ("Đình Cả", 389),
        ("Ao Sen", 226),
        ("Xuân Đám", 254),
        ("Hồng Thái", 310),
        ("Vạn Phúc", 275),
        ("Bãi Bông", 163),
    )
    return tuple(
        DemoUnit(f"HS-T{number:02d}", "thon", f"Thôn {name}", "HS", staff)
        for number, (name, staff) in enumerate(names, start=1)
    )


def _cells() -> tuple[DemoUnit, ...]:
    names = (
        ("Chi bộ cơ quan Ủy ban nhân dân xã", 46),
        ("Chi bộ Trạm Y tế", 14),
        ("Chi bộ Trường Trung học phổ thông Hòa Sơn", 52),
        ("Chi bộ thôn Đồng Tâm", 31),
        ("Chi bộ thôn Cầu Trắng", 38),
        ("Chi bộ Công an xã", 19),
    )
    return tuple(
        DemoUnit(f"HS-CB{number:02d}", "party_cell", name, "HS", staff)
        for number, (name, staff) in enumerate(names, start=1)
    )


def _communes(prefix: str, parent: str, names: str) -> tuple[DemoUnit, ...]:
    return tuple(
        DemoUnit(f"{prefix}-X{number:02d}", "commune", f"Xã {name}", parent)
        for number, name in enumerate(names.split(", "), start=1)
    )


HOA_SON = DemoBody(
    slug="hoa-son",
    name="Ủy ban nhân dân xã Hòa Sơn",
    superior="Ủy ban nhân dân tỉnh Thái Nguyên",
    place="Hòa Sơn",
    telephone="0208 1234 567",
    units=(
        DemoUnit("HS", "commune", "Xã Hòa Sơn"),
        *_hamlets(),
        DemoUnit("HS-TH1", "school", "Trường Trung học phổ thông Hòa Sơn", "HS", 986),
        DemoUnit("HS-TH2", "school", "Trường Trung học cơ sở Nguyễn Du", "HS", 214),
        DemoUnit("HS-TH3", "school", "Trường Trung học cơ sở Tân Lập", "HS", 168),
        DemoUnit("HS-TH4", "school", "Trường Tiểu học và Trung học cơ sở Núi Voi", "HS", 74),
        *_cells(),
    ),
    accounts=(
        DemoAccount("quantri", "Nông Thị Bích Ngọc", "Văn thư", ("administrator",)),
        DemoAccount(
            "thuongtruc",
            "Trần Quốc Khánh",
            "Trưởng phòng Văn hóa - Xã hội, Thường trực Ban Tổ chức",
            ("organiser", "administrator"),
        ),
        DemoAccount("thuky", "Lê Thị Hồng Nhung", "Thư ký Ban Tổ chức", ("secretary",)),
        DemoAccount("soancauhoi", "Phạm Đức Long", "Tổ soạn câu hỏi", ("question_writer",)),
        DemoAccount("thamdinh", "Vũ Thu Hà", "Tổ thẩm định câu hỏi", ("question_reviewer",)),
        DemoAccount("pheduyet", "Hoàng Minh Tuấn", "Phó Trưởng Ban Tổ chức", ("approver",)),
        DemoAccount("giamsat", "Đỗ Thị Lan", "Ủy viên giám sát", ("auditor",)),
        DemoAccount("daumoi", "Triệu Văn Sơn", "Trưởng thôn Đồng Tâm", ("unit_contact",), "HS-T01"),
        DemoAccount("chamthi1", "Đặng Thị Minh Châu", "Người chấm bài tự luận", ("judge",)),
        DemoAccount("chamthi2", "Lưu Văn Khải", "Người chấm bài tự luận", ("judge",)),
        DemoAccount("chamthi3", "Mã Thị Hương Giang", "Người chấm bài tự luận", ("judge",)),
    ),
    example="xa-2026",
    contest_slug="hoa-son-2026",
    people=3_000,
)

SONG_CONG = DemoBody(
    slug="song-cong",
    name="Ủy ban nhân dân thành phố Sông Công",
    superior="Ủy ban nhân dân tỉnh Thái Nguyên",
    place="Sông Công",
    telephone="0208 7654 321",
    units=(
        DemoUnit("SC", "provincial_city", "Thành phố Sông Công"),
        DemoUnit("SC-01", "ward", "Phường Bách Quang", "SC", 1_850),
        DemoUnit("SC-02", "ward", "Phường Cải Đan", "SC", 1_420),
        DemoUnit("SC-03", "ward", "Phường Châu Sơn", "SC", 1_180),
        DemoUnit("SC-04", "ward", "Phường Lương Sơn", "SC", 1_640),
        DemoUnit("SC-05", "ward", "Phường Mỏ Chè", "SC", 2_010),
        DemoUnit("SC-06", "ward", "Phường Phố Cò", "SC", 1_530),
        DemoUnit("SC-07", "ward", "Phường Thắng Lợi", "SC", 1_710),
        DemoUnit("SC-08", "commune", "Xã Bá Xuyên", "SC", 920),
        DemoUnit("SC-09", "commune", "Xã Bình Sơn", "SC", 1_060),
        DemoUnit("SC-10", "commune", "Xã Tân Quang", "SC", 880),
    ),
    accounts=(
        DemoAccount(
            "songcong", "Nguyễn Hữu Nghĩa", "Phòng Nội vụ, Thường trực Ban Tổ chức", ("organiser",)
        ),
        DemoAccount(
            "songcong2", "Dương Thị Thanh Tâm", "Thư ký Ban Tổ chức", ("secretary", "approver")
        ),
    ),
    example="song-cong-2021",
    contest_slug="song-cong-2021",
    people=600,
)

THAI_NGUYEN = DemoBody(
    slug="thai-nguyen",
    name="Ủy ban nhân dân tỉnh Thái Nguyên",
    superior="",
    place="Thái Nguyên",
    telephone="0208 3855 000",
    units=(
        DemoUnit("TN", "province", "Tỉnh Thái Nguyên"),
        *(
            DemoUnit(f"TN-P{number:02d}", "ward", f"Phường {name}", "TN")
            for number, name in enumerate(
                ("Phan Đình Phùng", "Linh Sơn", "Tích Lương", "Gia Sàng", "Quyết Thắng"), start=1
            )
        ),
        *_communes(
            "TN",
            "TN",
            "Hòa Sơn, Đồng Hỷ, Phú Bình, Đại Từ, Định Hóa, Võ Nhai, Phú Lương, La Hiên",
        ),
    ),
    accounts=(
        DemoAccount(
            "tinh", "Lý Thị Mai Hương", "Sở Nội vụ, phòng Cải cách hành chính", ("organiser",)
        ),
        DemoAccount("tinh2", "Lục Văn Thành", "Phó Trưởng Ban Tổ chức", ("approver",)),
    ),
)


def _of_plan(
    slug: str,
    name: str,
    *,
    superior: str,
    place: str,
    account: DemoAccount,
    units: tuple[DemoUnit, ...] = (),
) -> DemoBody:
    approver = DemoAccount(
        f"{account.login}2", "Hà Thị Thu Phương", "Phó Trưởng Ban Tổ chức", ("approver",)
    )
    return DemoBody(
        slug=slug,
        name=name,
        superior=superior,
        place=place,
        telephone="",
        units=units,
        accounts=(account, approver),
    )


NGO_QUYEN = _of_plan(
    "ngo-quyen",
    "Ủy ban nhân dân quận Ngô Quyền",
    superior="Ủy ban nhân dân thành phố Hải Phòng",
    place="Ngô Quyền",
    account=DemoAccount(
        "ngoquyen",
        "Bùi Đức Thắng",
        "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân",
        ("organiser",),
    ),
)
BINH_SON = _of_plan(
    "binh-son",
    "Ủy ban nhân dân huyện Bình Sơn",
    superior="Ủy ban nhân dân tỉnh Quảng Ngãi",
    place="Bình Sơn",
    account=DemoAccount(
        "binhson", "Phan Thị Ngọc Diễm", "Phòng Văn hóa và Thông tin", ("organiser",)
    ),
    units=(
        DemoUnit("BS", "rural_district", "Huyện Bình Sơn"),
        *_communes(
            "BS",
            "BS",
            "Bình Phước, Bình Trị, Bình Mỹ, Bình An, Bình Chánh, Bình Chương, Bình Dương, "
            "Bình Đông, Bình Hải, Bình Hiệp, Bình Hòa, Bình Khương, Bình Long, Bình Minh, "
            "Bình Nguyên, Bình Tân Phú, Bình Thanh, Bình Thạnh, Bình Thuận, Bình Trung, Bình Châu",
        ),
        DemoUnit("BS-TT", "township", "Thị trấn Châu Ổ", "BS"),
    ),
)
BACH_QUANG = _of_plan(
    "bach-quang",
    "Ủy ban nhân dân phường Bách Quang",
    superior="Ủy ban nhân dân thành phố Sông Công",
    place="Bách Quang",
    account=DemoAccount(
        "bachquang", "Trần Thị Kim Oanh", "Văn hóa - Xã hội phường", ("organiser",)
    ),
)
TIEN_GIANG = _of_plan(
    "tien-giang",
    "Ủy ban nhân dân tỉnh Tiền Giang",
    superior="",
    place="Tiền Giang",
    account=DemoAccount(
        "tiengiang", "Nguyễn Hoàng Nam", "Sở Nội vụ, phòng Cải cách hành chính", ("organiser",)
    ),
)
CU_LAO_DUNG = _of_plan(
    "cu-lao-dung",
    "Ủy ban nhân dân huyện Cù Lao Dung",
    superior="Ủy ban nhân dân tỉnh Sóc Trăng",
    place="Cù Lao Dung",
    account=DemoAccount("culaodung", "Lâm Thị Sà Rươl", "Phòng Nội vụ huyện", ("organiser",)),
)

BODIES = (
    THAI_NGUYEN,
    HOA_SON,
    SONG_CONG,
    NGO_QUYEN,
    BINH_SON,
    BACH_QUANG,
    TIEN_GIANG,
    CU_LAO_DUNG,
)
OPERATOR = DemoAccount("vanhanh", "Ngô Thanh Phong", "Quản trị hệ thống", ("operator",))
