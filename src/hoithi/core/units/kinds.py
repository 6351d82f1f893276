"""The kinds of units that take part in contests, with their Vietnamese names and levels."""

from enum import StrEnum


class Level(StrEnum):
    """Where a unit stands; bodies stand at the level of the authority they belong to."""

    PROVINCE = "province"
    DISTRICT = "district"
    """Ended on 1/7/2025 (Nghị quyết 203/2025/QH15)."""
    COMMUNE = "commune"
    HAMLET = "hamlet"
    """Thôn, tổ dân phố: no level of government."""
    BODY = "body"


class UnitKind(StrEnum):
    """What a unit is."""

    PROVINCE = "province"
    CENTRAL_CITY = "central_city"
    URBAN_DISTRICT = "urban_district"
    RURAL_DISTRICT = "rural_district"
    TOWN = "town"
    PROVINCIAL_CITY = "provincial_city"
    COMMUNE = "commune"
    WARD = "ward"
    SPECIAL_ZONE = "special_zone"
    TOWNSHIP = "township"
    THON = "thon"
    LANG = "lang"
    BAN = "ban"
    BUON = "buon"
    AP = "ap"
    KHOM = "khom"
    KHU_PHO = "khu_pho"
    TO_DAN_PHO = "to_dan_pho"
    DEPARTMENT = "department"
    OFFICE_DIVISION = "office_division"
    CENTRE = "centre"
    SCHOOL = "school"
    ENTERPRISE = "enterprise"
    PARTY_BODY = "party_body"
    PARTY_CELL = "party_cell"
    UNION = "union"
    UNION_BRANCH = "union_branch"
    DIGITAL_TEAM = "digital_team"
    POLICE = "police"
    MILITARY = "military"
    CENTRAL_AGENCY = "central_agency"

    @property
    def label(self) -> str:
        """As documents call it, in lower case."""
        return _SAID[self][1]

    @property
    def level(self) -> Level:
        return _SAID[self][0]


def is_of_residents(kind: str) -> bool:
    """Whether the people of a unit of this kind are residents of a place, not staff of an office:
    thôn, tổ dân phố and the like."""
    return any(kind == one and one.level is Level.HAMLET for one in UnitKind)


_SAID: dict[UnitKind, tuple[Level, str]] = {
    UnitKind.PROVINCE: (Level.PROVINCE, "tỉnh"),
    UnitKind.CENTRAL_CITY: (Level.PROVINCE, "thành phố trực thuộc Trung ương"),
    UnitKind.URBAN_DISTRICT: (Level.DISTRICT, "quận"),
    UnitKind.RURAL_DISTRICT: (Level.DISTRICT, "huyện"),
    UnitKind.TOWN: (Level.DISTRICT, "thị xã"),
    UnitKind.PROVINCIAL_CITY: (Level.DISTRICT, "thành phố thuộc tỉnh"),
    UnitKind.COMMUNE: (Level.COMMUNE, "xã"),
    UnitKind.WARD: (Level.COMMUNE, "phường"),
    UnitKind.SPECIAL_ZONE: (Level.COMMUNE, "đặc khu"),
    UnitKind.TOWNSHIP: (Level.COMMUNE, "thị trấn"),
    UnitKind.THON: (Level.HAMLET, "thôn"),
    UnitKind.LANG: (Level.HAMLET, "làng"),
    UnitKind.BAN: (Level.HAMLET, "bản"),
    UnitKind.BUON: (Level.HAMLET, "buôn"),
    UnitKind.AP: (Level.HAMLET, "ấp"),
    UnitKind.KHOM: (Level.HAMLET, "khóm"),
    UnitKind.KHU_PHO: (Level.HAMLET, "khu phố"),
    UnitKind.TO_DAN_PHO: (Level.HAMLET, "tổ dân phố"),
    UnitKind.DEPARTMENT: (Level.BODY, "sở, ban, ngành"),
    UnitKind.OFFICE_DIVISION: (Level.BODY, "phòng, ban chuyên môn"),
    UnitKind.CENTRE: (Level.BODY, "trung tâm, đơn vị sự nghiệp"),
    UnitKind.SCHOOL: (Level.BODY, "trường học"),
    UnitKind.ENTERPRISE: (Level.BODY, "doanh nghiệp"),
    UnitKind.PARTY_BODY: (Level.BODY, "đảng bộ, cơ quan Đảng"),
    UnitKind.PARTY_CELL: (Level.BODY, "chi bộ"),
    UnitKind.UNION: (Level.BODY, "Mặt trận, đoàn thể"),
    UnitKind.UNION_BRANCH: (Level.BODY, "chi đoàn, chi hội"),
    UnitKind.DIGITAL_TEAM: (Level.BODY, "tổ công nghệ số cộng đồng"),
    UnitKind.POLICE: (Level.BODY, "công an"),
    UnitKind.MILITARY: (Level.BODY, "quân đội"),
    UnitKind.CENTRAL_AGENCY: (Level.BODY, "cơ quan ngành dọc Trung ương"),
}
