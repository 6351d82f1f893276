"""The units of Vietnam: the lists are whole, dated, and answer what contests ask."""

import json
from collections import Counter
from datetime import date
from itertools import pairwise

import pytest
import vietnam_provinces

from hoithi.core.units.kinds import Level, UnitKind
from hoithi.core.units.queries import (
    NameAloneRefused,
    at,
    children,
    communes_of_former_district,
    divided,
    find,
    predecessors,
    successors,
)
from hoithi.core.units.vietnam import TWO_TIERS_SINCE, sources, units_of_vietnam
from hoithi.core.vietnamese.text import words_key

INDEX = units_of_vietnam()
BEFORE = date(2025, 6, 30)
SINCE = TWO_TIERS_SINCE
MERGED = {
    "Tuyên Quang": "Hà Giang, Tuyên Quang",
    "Lào Cai": "Lào Cai, Yên Bái",
    "Thái Nguyên": "Bắc Kạn, Thái Nguyên",
    "Phú Thọ": "Hòa Bình, Phú Thọ, Vĩnh Phúc",
    "Bắc Ninh": "Bắc Giang, Bắc Ninh",
    "Hưng Yên": "Hưng Yên, Thái Bình",
    "Hải Phòng": "Hải Dương, Hải Phòng",
    "Ninh Bình": "Hà Nam, Nam Định, Ninh Bình",
    "Quảng Trị": "Quảng Bình, Quảng Trị",
    "Đà Nẵng": "Quảng Nam, Đà Nẵng",
    "Quảng Ngãi": "Kon Tum, Quảng Ngãi",
    "Gia Lai": "Bình Định, Gia Lai",
    "Khánh Hòa": "Khánh Hòa, Ninh Thuận",
    "Lâm Đồng": "Bình Thuận, Lâm Đồng, Đắk Nông",
    "Đắk Lắk": "Phú Yên, Đắk Lắk",
    "Hồ Chí Minh": "Bà Rịa - Vũng Tàu, Bình Dương, Hồ Chí Minh",
    "Đồng Nai": "Bình Phước, Đồng Nai",
    "Tây Ninh": "Long An, Tây Ninh",
    "Cần Thơ": "Cần Thơ, Hậu Giang, Sóc Trăng",
    "Vĩnh Long": "Bến Tre, Trà Vinh, Vĩnh Long",
    "Đồng Tháp": "Tiền Giang, Đồng Tháp",
    "Cà Mau": "Bạc Liêu, Cà Mau",
    "An Giang": "An Giang, Kiên Giang",
}
UNCHANGED = (
    "Cao Bằng, Hà Nội, Hà Tĩnh, Huế, Lai Châu, Lạng Sơn, Nghệ An, Quảng Ninh, "
    "Sơn La, Thanh Hóa, Điện Biên"
)


def proper(unit):
    return unit.name.removeprefix("Tỉnh ").removeprefix("Thành phố ")


def commune(name, province):
    [unit] = find(INDEX, name, level=Level.COMMUNE, province=province, day=SINCE)
    return unit


def test_the_lists_are_whole():
    assert Counter(unit.level for unit in at(INDEX, BEFORE)) == {
        Level.PROVINCE: 63,
        Level.DISTRICT: 696,
        Level.COMMUNE: 10_035,
    }
    assert Counter(unit.kind for unit in at(INDEX, SINCE)) == {
        UnitKind.PROVINCE: 28,
        UnitKind.CENTRAL_CITY: 6,
        UnitKind.COMMUNE: 2_621,
        UnitKind.WARD: 687,
        UnitKind.SPECIAL_ZONE: 13,
    }


def test_every_row_names_its_resolution_and_its_province():
    assert {record.source for record in INDEX.records} <= sources().keys()
    assert {step.source for step in INDEX.successions} <= sources().keys()
    provinces = {unit.code for unit in INDEX.records if unit.level is Level.PROVINCE}
    assert {record.province for record in INDEX.records} == provinces


def test_no_code_names_two_units_on_a_day():
    for units in INDEX.by_code.values():
        spans = sorted((unit.valid_from or date.min, unit.valid_to or date.max) for unit in units)
        assert all(one[1] <= other[0] for one, other in pairwise(spans))


def test_today_is_that_of_the_package():
    listed = json.loads(vietnam_provinces.NESTED_DIVISIONS_JSON_PATH.read_text("utf-8"))
    wanted = {(p["code"], words_key(w["name"])) for p in listed for w in p["wards"]}
    communes = at(INDEX, SINCE, level=Level.COMMUNE)
    assert {(int(unit.province), words_key(unit.name)) for unit in communes} == wanted
    assert len({unit.code for unit in communes}) == 3_321


def test_codes_are_those_decided_and_not_of_the_draft():
    assert commune("Phường Ngô Quyền", "31").code == "11329"
    assert commune("Phường Cửa Nam", "01").code == "00082"
    assert commune("Xã Đắk Song", "68").name == "Xã Đắk Song"


def test_the_63_provinces_became_34():
    expected = {new: sorted(old.split(", ")) for new, old in MERGED.items()}
    expected |= {name: [name] for name in UNCHANGED.split(", ")}
    today = {
        proper(unit): sorted(
            proper(old) for old in predecessors(INDEX, unit.code, SINCE, at=BEFORE)
        )
        for unit in at(INDEX, SINCE, level=Level.PROVINCE)
    }
    assert today == expected


def test_every_former_commune_has_heirs_but_two():
    lost = [
        unit.code
        for unit in at(INDEX, BEFORE, level=Level.COMMUNE)
        if not successors(INDEX, unit.code, BEFORE, by=SINCE)
    ]
    assert lost == ["01651", "02482"]
    orphans = [
        unit.code
        for unit in at(INDEX, SINCE, level=Level.COMMUNE)
        if not predecessors(INDEX, unit.code, SINCE, at=BEFORE)
    ]
    assert orphans == []


@pytest.mark.parametrize(
    ("province", "code"),
    [("37", "13558"), ("51", "21040"), ("91", "30823")],
)
def test_xa_binh_son_exists_three_times(province, code):
    assert commune("Xã Bình Sơn", province).code == code
    everywhere = [unit for unit in at(INDEX, SINCE) if unit.name == "Xã Bình Sơn"]
    assert len(everywhere) == 3


@pytest.mark.parametrize(
    ("given", "missing"),
    [
        ({}, ("level", "province", "day")),
        ({"level": Level.COMMUNE, "day": SINCE}, ("province",)),
        ({"level": Level.COMMUNE, "province": "51"}, ("day",)),
        ({"province": "51", "day": SINCE}, ("level",)),
    ],
)
def test_a_name_alone_is_refused(given, missing):
    with pytest.raises(NameAloneRefused) as refusal:
        find(INDEX, "Xã Bình Sơn", **given)
    assert refusal.value.missing == missing


@pytest.mark.parametrize(
    ("typed", "level", "province", "day", "names"),
    [
        ("xa binh son", Level.COMMUNE, "51", SINCE, ["Xã Bình Sơn"]),
        ("  BÌNH   SƠN ", Level.COMMUNE, "51", SINCE, ["Xã Bình Sơn"]),
        ("P. Bách Quang", Level.COMMUNE, "19", SINCE, ["Phường Bách Quang"]),
        ("Xã Bách Quang", Level.COMMUNE, "19", SINCE, []),
        ("TP.Sông Công", Level.DISTRICT, "19", BEFORE, ["Thành phố Sông Công"]),
        ("Sông Công", Level.DISTRICT, "19", SINCE, []),
        ("tx sông công", Level.DISTRICT, "19", date(2014, 1, 1), ["Thị xã Sông Công"]),
        ("ngo quyen", Level.DISTRICT, "31", date(2008, 12, 12), ["Quận Ngô Quyền"]),
        ("Phường 01", Level.COMMUNE, "84", BEFORE, ["Phường 1", "Phường 1"]),
        ("Phường Đúc", Level.COMMUNE, "46", BEFORE, ["Phường Phường Đúc"]),
        ("văn lăng", Level.COMMUNE, "19", SINCE, ["Xã Văn Lăng"]),
        ("van lang", Level.COMMUNE, "19", SINCE, ["Xã Văn Lang", "Xã Văn Lăng"]),
        ("Ea Hleo", Level.COMMUNE, "66", SINCE, ["Xã Ea H’leo"]),
        ("", Level.COMMUNE, "66", SINCE, []),
    ],
)
def test_find(typed, level, province, day, names):
    found = find(INDEX, typed, level=level, province=province, day=day)
    assert sorted(unit.name for unit in found) == names


def test_provinces_are_found_without_a_province():
    [unit] = find(INDEX, "tp ho chi minh", level=Level.PROVINCE, day=SINCE)
    assert unit.code == "79"


@pytest.mark.parametrize(
    ("code", "heirs"),
    [
        pytest.param("165", {"05518": True, "05528": True, "05533": True}, id="Sông Công"),
        pytest.param("304", {"Phường Gia Viên": True, "Phường Lê Chân": False}, id="Ngô Quyền"),
        pytest.param("524", {"Xã Bình Sơn": True, "Xã Đông Sơn": False}, id="Bình Sơn"),
        pytest.param("815", {"Phường Mỹ Tho": True, "Phường Trung An": True}, id="Mỹ Tho"),
        pytest.param("945", {"Xã An Thạnh": True, "Xã Cù Lao Dung": True}, id="Cù Lao Dung"),
        pytest.param("755", {"Đặc khu Côn Đảo": True}, id="no communes below it"),
    ],
)
def test_communes_of_former_district(code, heirs):
    found = communes_of_former_district(INDEX, code, BEFORE, by=SINCE)
    told = {heir.unit.name: heir.wholly for heir in found}
    told |= {heir.unit.code: heir.wholly for heir in found}
    assert heirs.items() <= told.items()


def test_a_district_of_two_communes_has_two_heirs():
    found = communes_of_former_district(INDEX, "945", BEFORE, by=SINCE)
    assert [heir.unit.name for heir in found] == ["Xã An Thạnh", "Xã Cù Lao Dung"]


def test_chains_over_several_changes():
    before_2015 = date(2014, 1, 1)
    [town] = find(INDEX, "Sông Công", level=Level.DISTRICT, province="19", day=before_2015)
    assert [u.name for u in successors(INDEX, town.code, before_2015, by=BEFORE)] == [
        "Thành phố Sông Công"
    ]
    assert [u.name for u in predecessors(INDEX, "46", SINCE, at=before_2015)] == [
        "Tỉnh Thừa Thiên Huế"
    ]
    assert [u.name for u in predecessors(INDEX, "01", SINCE, at=date(2007, 1, 1))] == [
        "Thành phố Hà Nội",
        "Tỉnh Hà Tây",
    ]


def test_a_divided_ward_goes_to_several():
    [ward] = find(INDEX, "Phường Điện Biên", level=Level.COMMUNE, province="01", day=BEFORE)
    assert divided(INDEX, ward.code, BEFORE)
    heirs = {unit.name for unit in successors(INDEX, ward.code, BEFORE, by=SINCE)}
    assert heirs >= {"Phường Ba Đình", "Phường Hoàn Kiếm"}
    assert {unit.name for unit in children(INDEX, "945", BEFORE)} >= {"Thị trấn Cù Lao Dung"}
