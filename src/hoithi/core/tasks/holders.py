"""Who holds a task: an agency, or a set of units by rule such as all communes."""

import re
from enum import StrEnum

from hoithi.core.plans.normal import folded
from hoithi.core.units.kinds import UnitKind


class HolderSet(StrEnum):
    """One agency, or every unit of a kind; a set is opened as one row a unit."""

    ONE = "one"
    COMMUNES = "communes"
    HOST_COMMUNES = "host_communes"
    """The communes in which an activity takes place: named by hand."""
    DISTRICTS = "districts"
    DEPARTMENTS = "departments"
    SCHOOLS = "schools"
    HAMLETS = "hamlets"
    UNIONS = "unions"
    OTHERS = "others"
    """Several that the plan names by what they are only ("các cơ quan, đơn vị")."""


_SETS = (
    (HolderSet.HOST_COMMUNES, r"(?:xa|phuong|thi tran)\b.*\bnoi (?:dien ra|to chuc|dat)"),
    (HolderSet.HAMLETS, r"cac (?:to dan pho|thon|ap|ban|khu pho|khom|lang|buon)\b"),
    (HolderSet.SCHOOLS, r"cac (?:truong|co so giao duc)\b"),
    (HolderSet.COMMUNES, r"cac (?:xa|phuong|thi tran|dac khu|dia phuong)\b"),
    (HolderSet.DISTRICTS, r"cac (?:huyen|quan|thi xa|thanh pho)\b"),
    (HolderSet.DEPARTMENTS, r"cac (?:so|phong|ban)\b"),
    (HolderSet.UNIONS, r"cac (?:doan the|to chuc (?:chinh tri|doan the))"),
    (HolderSet.OTHERS, r"cac (?:co quan|don vi|to chuc|ban, nganh|chi bo)\b"),
)
_COMMUNES = (UnitKind.COMMUNE, UnitKind.WARD, UnitKind.TOWNSHIP, UnitKind.SPECIAL_ZONE)
_KINDS: dict[HolderSet, tuple[UnitKind, ...]] = {
    HolderSet.COMMUNES: _COMMUNES,
    HolderSet.DISTRICTS: (
        UnitKind.RURAL_DISTRICT,
        UnitKind.URBAN_DISTRICT,
        UnitKind.TOWN,
        UnitKind.PROVINCIAL_CITY,
    ),
    HolderSet.DEPARTMENTS: (UnitKind.DEPARTMENT, UnitKind.OFFICE_DIVISION),
    HolderSet.SCHOOLS: (UnitKind.SCHOOL,),
    HolderSet.HAMLETS: (
        UnitKind.THON,
        UnitKind.LANG,
        UnitKind.BAN,
        UnitKind.BUON,
        UnitKind.AP,
        UnitKind.KHOM,
        UnitKind.KHU_PHO,
        UnitKind.TO_DAN_PHO,
    ),
    HolderSet.UNIONS: (UnitKind.UNION,),
}


def set_named(name: str) -> HolderSet:
    """Which set the words of a plan name; a name of its own is one agency."""
    bare = folded(name)
    found = (holders for holders, pattern in _SETS if re.search(pattern, bare))
    return next(found, HolderSet.ONE)


def kinds_in(holders: HolderSet) -> tuple[UnitKind, ...]:
    """The kinds of unit a set opens to; none where the units have to be named by hand."""
    return _KINDS.get(holders, ())
