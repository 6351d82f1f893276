"""The administrative units of Vietnam: today's from vietnam-provinces, those of the past kept here.

Covered: the 34 provinces; the 3,321 communes, wards and special zones of 1/7/2025; the 63
provinces, 696 districts and 10,035 communes of 30/6/2025 and what each became; Hà Tây, Thừa Thiên
Huế and the town of Sông Công before. Other changes of before 30/6/2025 are not: a former unit
without a beginning is known to have been on 30/6/2025, and since when is not told here.
`data/README.md` says where the tables come from. A fuller table is read with `tables.read_units`.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.metadata import distribution
from importlib.resources import files
from pathlib import Path
from typing import TypeVar

from hoithi.core.units.index import UnitIndex, index_of
from hoithi.core.units.kinds import UnitKind
from hoithi.core.units.records import Source, UnitRecord
from hoithi.core.units.tables import (
    Doubt,
    TableRead,
    read_sources,
    read_successions,
    read_units,
    with_provinces,
)
from hoithi.core.vietnamese.text import clean, spelling_key

T = TypeVar("T")

TWO_TIERS_SINCE = date(2025, 7, 1)
"""The first day of government in two tiers: provinces and communes."""

_KIND_OF_PROVINCE = re.compile(r"^(?:Tỉnh|Thành phố) ")
_KINDS = {"xã": UnitKind.COMMUNE, "phường": UnitKind.WARD, "đặc khu": UnitKind.SPECIAL_ZONE}


@dataclass(eq=False)
class TableDamaged(RuntimeError):
    """A table shipped with the program does not read whole."""

    name: str
    doubts: tuple[Doubt, ...]


@cache
def units_of_vietnam() -> UnitIndex:
    """All units known here, past and present, with what followed what. Reads the tables once."""
    shipped = [
        record
        for name in ("provinces.csv", "districts.csv", "former_communes.csv")
        for record in _whole(name, read_units(_lines(name)))
    ]
    records = with_provinces([*shipped, *_communes_of_today()])
    return index_of(records, _whole("successions.csv", read_successions(_lines("successions.csv"))))


@cache
def sources() -> dict[str, Source]:
    """The resolutions that the records name, by key."""
    read = _whole("sources.csv", read_sources(_lines("sources.csv")))
    return {source.key: source for source in read}


@cache
def province_names() -> frozenset[str]:
    """The names of all provinces, past and present, without the word for their kind."""
    found = _whole("provinces.csv", read_units(_lines("provinces.csv")))
    return frozenset(_KIND_OF_PROVINCE.sub("", one.name) for one in found)


def _communes_of_today() -> Iterator[UnitRecord]:
    """Communes, wards and special zones of the package, under the codes and names decided.

    The package of 10/2025 follows the draft of the list of codes; `commune_codes.csv` holds the
    124 entries in which Quyết định 19/2025/QĐ-TTg (or an evident slip of the name) differs.
    """
    decided = {
        (province, spelling_key(name)): (name, code)
        for province, name, code, _ in _rows("commune_codes.csv")
    }
    resolutions = dict(_rows("province_resolutions.csv"))
    for province in json.loads(_list_of_today()):
        province_code = f"{province['code']:02d}"
        for ward in province["wards"]:
            stated = (clean(ward["name"]), f"{ward['code']:05d}")
            name, code = decided.get((province_code, spelling_key(ward["name"])), stated)
            yield UnitRecord(
                code=code,
                kind=_KINDS[ward["division_type"]],
                name=name,
                province=province_code,
                parent=province_code,
                valid_from=TWO_TIERS_SINCE,
                valid_to=None,
                source=resolutions[province_code],
            )


def _list_of_today() -> str:
    """The one file of the package that is read; none of its code is run (see docs/decisions)."""
    found = distribution("vietnam-provinces").locate_file(
        "vietnam_provinces/data/nested-divisions.json"
    )
    return Path(str(found)).read_text(encoding="utf-8")


def _whole(name: str, read: TableRead[T]) -> tuple[T, ...]:
    if read.doubts:
        raise TableDamaged(name, read.doubts)
    return read.rows


def _lines(name: str) -> list[str]:
    table = files("hoithi.core.units") / "data" / name
    return table.read_text(encoding="utf-8").splitlines()


def _rows(name: str) -> Iterator[list[str]]:
    """The rows of a small table of ours below its heading; none of its cells holds a comma."""
    return (line.split(",") for line in _lines(name)[1:])
