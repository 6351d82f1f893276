"""Tables of units as an authority may hand them in."""

from datetime import date

import pytest

from hoithi.core.units.index import UnitNotKnown, index_of
from hoithi.core.units.kinds import Level, UnitKind
from hoithi.core.units.queries import find, predecessors, successors
from hoithi.core.units.records import Share, Succession, UnitRecord
from hoithi.core.units.tables import (
    Doubt,
    Flaw,
    read_sources,
    read_successions,
    read_units,
    with_provinces,
)

HEADING = "code,kind,name,parent,valid_from,valid_to,source"


def test_a_fuller_table_is_read():
    lines = [
        HEADING,
        "19,province,Tỉnh Thái Nguyên,,,,nq",
        '165,provincial_city,"Thành phố  Sông Công",19,2015-07-01,2025-07-01,nq',
        "05518,ward,Phường Mỏ Chè,165,,2025-07-01,nq",
        "05519,ward,Phường Lạ,999,,,nq",
    ]
    read = read_units(lines)
    assert read.doubts == ()
    placed = with_provinces(read.rows)
    assert [unit.province for unit in placed] == ["19", "19", "19", ""]
    assert placed[1] == UnitRecord(
        code="165",
        kind=UnitKind.PROVINCIAL_CITY,
        name="Thành phố Sông Công",
        province="19",
        parent="19",
        valid_from=date(2015, 7, 1),
        valid_to=date(2025, 7, 1),
        source="nq",
    )


@pytest.mark.parametrize(
    ("line", "doubt"),
    [
        pytest.param(",ward,Phường A,165,,,nq", Doubt(2, Flaw.EMPTY, "code"), id="no code"),
        pytest.param("1,ward,,165,,,nq", Doubt(2, Flaw.EMPTY, "name"), id="no name"),
        pytest.param("1,ward,A,,,,nq", Doubt(2, Flaw.EMPTY, "parent"), id="no parent"),
        pytest.param("1,ward,A,165,,,", Doubt(2, Flaw.EMPTY, "source"), id="no resolution"),
        pytest.param("1,xã,A,165,,,nq", Doubt(2, Flaw.KIND, "kind"), id="unknown kind"),
        pytest.param("1,ward,A,165,1/7/2025,,nq", Doubt(2, Flaw.DATE, "valid_from"), id="date"),
        pytest.param(
            "1,ward,A,165,2025-07-01,2025-07-01,nq",
            Doubt(2, Flaw.DAYS_REVERSED, "valid_to"),
            id="ends before it begins",
        ),
        pytest.param("1,ward,A,165,,,nq,more", Doubt(2, Flaw.COLUMNS, ""), id="a cell more"),
        pytest.param("1,ward,A\x1b,165,,,nq", Doubt(2, Flaw.CHARACTERS, ""), id="control"),
        pytest.param("1", Doubt(2, Flaw.KIND, "kind"), id="half a line"),
    ],
)
def test_a_faulty_line_is_told_and_the_others_stay(line, doubt):
    read = read_units([HEADING, line, "19,province,Tỉnh Thái Nguyên,,,,nq"])
    assert read.doubts == (doubt,)
    assert [unit.code for unit in read.rows] == ["19"]


@pytest.mark.parametrize("lines", [[], ["code;kind;name"], ["Mã,Loại,Tên"]])
def test_another_table_is_not_taken(lines):
    read = read_units(lines)
    assert read.rows == ()
    assert [doubt.flaw for doubt in read.doubts] == [Flaw.COLUMNS]


def test_successions_and_sources():
    heading = "before,after,on,share,source"
    read = read_successions([heading, "1,2,2025-07-01,part,nq", "1,2,,,nq", "1,2,2025-07-01,x,nq"])
    assert read.rows == (Succession("1", "2", date(2025, 7, 1), Share.PART, "nq"),)
    assert read.doubts == (Doubt(3, Flaw.EMPTY, "on"), Doubt(4, Flaw.SHARE, "share"))
    lines = ["key,number,issued_on,issuer,title,in_force_on,note", "nq,1/NQ,,Quốc hội,T,,"]
    assert read_sources(lines).doubts == (Doubt(2, Flaw.EMPTY, "issued_on"),)


def unit(code, began, ended):
    return UnitRecord(code, UnitKind.COMMUNE, f"Xã {code}", "1", "1", began, ended, "nq")


FIRST, SECOND = date(2020, 1, 1), date(2025, 7, 1)


def many_to_many():
    """A and B became M and B; M and C became X and Y; one code is given again."""
    units = [unit("A", None, FIRST), unit("B", None, None), unit("C", None, SECOND)]
    units += [unit("M", FIRST, SECOND), unit("X", SECOND, None), unit("A", SECOND, None)]
    steps = [
        Succession("A", "M", FIRST, Share.PART, "nq"),
        Succession("A", "B", FIRST, Share.PART, "nq"),
        Succession("M", "X", SECOND, Share.PART, "nq"),
        Succession("M", "A", SECOND, Share.PART, "nq"),
        Succession("C", "A", SECOND, Share.WHOLE, "nq"),
    ]
    return index_of(units, steps)


@pytest.mark.parametrize(
    ("code", "day", "by", "codes"),
    [
        ("A", date(2019, 1, 1), date(2019, 6, 1), ["A"]),
        ("A", date(2019, 1, 1), FIRST, ["B", "M"]),
        ("A", date(2019, 1, 1), SECOND, ["A", "B", "X"]),
        ("C", date(2019, 1, 1), SECOND, ["A"]),
        ("B", date(2019, 1, 1), SECOND, ["B"]),
    ],
)
def test_successors_over_two_changes(code, day, by, codes):
    assert [unit.code for unit in successors(many_to_many(), code, day, by=by)] == codes


def test_predecessors_over_two_changes():
    index, today = many_to_many(), date(2026, 1, 1)
    assert [u.code for u in predecessors(index, "A", today, at=date(2019, 1, 1))] == ["A", "C"]
    assert [u.code for u in predecessors(index, "A", today, at=date(2021, 1, 1))] == ["C", "M"]
    assert [u.code for u in predecessors(index, "B", today, at=date(2019, 1, 1))] == ["A", "B"]


def test_a_code_out_of_its_days_is_not_known():
    index = many_to_many()
    with pytest.raises(UnitNotKnown) as refusal:
        index.unit("A", date(2022, 1, 1))
    assert (refusal.value.code, refusal.value.day) == ("A", date(2022, 1, 1))
    assert find(index, "A", level=Level.COMMUNE, province="1", day=date(2022, 1, 1)) == ()


@pytest.mark.parametrize("kind", list(UnitKind))
def test_every_kind_has_its_label_and_level(kind):
    assert kind.label == kind.label.strip() != ""
    assert isinstance(kind.level, Level)
