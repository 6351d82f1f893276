"""Finds the heading row of a table and which place holds which column."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from hoithi.documents.spreadsheets.grid import Grid
from hoithi.documents.spreadsheets.records import Column

SEARCHED_LINES = 60
_DEEPEST_HEADING = 3
_WIDEST = 200
_SAME, _SAME_BUT_BRACKETS, _BEGINS_SO = 10, 9, 5

# Headings that offices use for one another, without signs, case and spaces.
_VARIANTS = (
    {"stt", "tt", "sott", "sothutu", "thutu"},
    {
        "hovaten",
        "hoten",
        "hotenduso",
        "hovatendaydu",
        "hotencanbo",
        "hovatennguoiduthi",
        "tennguoiduthi",
    },
    {
        "sodienthoai",
        "dienthoai",
        "sdt",
        "dt",
        "sodt",
        "dtdd",
        "didong",
        "sodienthoailienhe",
        "dienthoailienhe",
    },
    {
        "sodinhdanhcanhan",
        "sodinhdanh",
        "cccd",
        "socccd",
        "cancuoc",
        "socancuoc",
        "cancuoccongdan",
        "socancuoccongdan",
        "cccdcmnd",
        "socccdcmnd",
        "cmndcccd",
        "socmndcccd",
        "cmnd",
        "socmnd",
        "madinhdanh",
    },
    {"ngaysinh", "ngaythangnamsinh", "ngaynamsinh", "sinhngay", "ntns"},
    {"namsinh", "sinhnam"},
    {"donvi", "tendonvi", "coquandonvi", "donvicongtac", "coquan", "noicongtac", "donviduthi"},
    {"chucvu", "chucdanh", "chucvuchucdanh", "chucvucongtac"},
    {"email", "thudientu", "diachiemail", "hopthudientu", "hopthu"},
    {"gioitinh", "namnu", "phai"},
    {"diachi", "noio", "noiohiennay", "choohiennay", "diachithuongtru"},
    {"ghichu", "luuy"},
    {"tongdiem", "diem", "tongsodiem"},
)
_VARIANTS_OF = {key: group for group in _VARIANTS for key in group}


@dataclass(frozen=True, slots=True)
class Heading:
    """Where the table begins: its heading lines and the place of each column found."""

    top: int
    bottom: int
    places: Mapping[str, int]
    twice: Mapping[str, int] = field(default_factory=dict)
    score: int = 0


@lru_cache(maxsize=8192)
def plain(text: str) -> str:
    """The text without signs, case, spaces and punctuation: "Họ và tên (*)" is "hovaten"."""
    letters = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(sign for sign in letters if sign.isalnum() and sign.isascii())


def without_brackets(text: str) -> str:
    return re.sub(r"\([^)]*\)|\[[^\]]*\]", " ", text)


def find_heading(grid: Grid, columns: Sequence[Column]) -> Heading | None:
    """The heading that names most of the columns; the upper, shorter one where several do."""
    best: Heading | None = None
    candidates = sorted(grid.lines)[:SEARCHED_LINES]
    for top in candidates:
        for depth in range(_DEEPEST_HEADING):
            found = _heading_at(grid, top, top + depth, columns)
            if found.places and (best is None or found.score > best.score):
                best = found
    return best


def _heading_at(grid: Grid, top: int, bottom: int, columns: Sequence[Column]) -> Heading:
    texts = _heading_texts(grid, top, bottom)
    fits = [
        (fit, -order, -place, column)
        for order, column in enumerate(columns)
        for place, names in texts.items()
        if (fit := _fit(names, column))
    ]
    places: dict[str, int] = {}
    twice: dict[str, int] = {}
    score = -(bottom - top)
    for fit, _order, minus_place, column in sorted(fits, key=lambda found: found[:3], reverse=True):
        place = -minus_place
        if column.key in places:
            if fit == _SAME and place not in places.values():
                twice.setdefault(column.key, place)
        elif place not in places.values():
            places[column.key] = place
            score += 100 * fit * (2 if column.required else 1)
    return Heading(
        top, _merged_bottom(grid, top, bottom, set(places.values())), places, twice, score
    )


def _merged_bottom(grid: Grid, top: int, bottom: int, places: set[int]) -> int:
    """The last line of the heading: merged headings reach down beside two-line ones."""
    reach = [
        area.bottom
        for area in grid.merged
        if top <= area.top <= bottom < area.bottom <= bottom + _DEEPEST_HEADING
        and not places.isdisjoint(range(area.left, area.right + 1))
    ]
    return max([bottom, *reach])


def _heading_texts(grid: Grid, top: int, bottom: int) -> dict[int, tuple[str, ...]]:
    """For each place the texts it may be known by: all its lines joined, then the lowest alone."""
    texts: dict[int, tuple[str, ...]] = {}
    for place in _places(grid, top, bottom):
        parts = []
        for line in range(top, bottom + 1):
            text = grid.heading_text(line, place)
            if text and text not in parts and len(text) < 300:
                parts.append(text)
        if parts:
            texts[place] = (" ".join(parts), parts[-1]) if len(parts) > 1 else (parts[0],)
    return texts


def _places(grid: Grid, top: int, bottom: int) -> Iterator[int]:
    last = max(
        (place for line in range(top, bottom + 1) for place in grid.lines.get(line, {})), default=0
    )
    covered = (area.right for area in grid.merged if area.top <= bottom and area.bottom >= top)
    yield from range(1, min(max([last, *covered]), _WIDEST) + 1)


def _fit(texts: tuple[str, ...], column: Column) -> int:
    """How well the best of a place's texts names the column; 0 for not at all."""
    return max(_fit_of_text(text, column.headings) for text in texts)


def _fit_of_text(text: str, headings: tuple[str, ...]) -> int:
    whole, bare = _whole_and_bare(text)
    accepted, beginnings = _accepted(headings)
    if whole in accepted:
        return _SAME
    if bare in accepted:
        return _SAME_BUT_BRACKETS
    return _BEGINS_SO if bare.startswith(beginnings) else 0


@lru_cache(maxsize=8192)
def _whole_and_bare(text: str) -> tuple[str, str]:
    return plain(text), plain(without_brackets(text))


@lru_cache(maxsize=1024)
def _accepted(headings: tuple[str, ...]) -> tuple[frozenset[str], tuple[str, ...]]:
    """The plain texts that name a column, and those with which longer headings may begin."""
    wanted = [plain(heading) for heading in headings]
    accepted = {key for name in wanted for key in (name, *_VARIANTS_OF.get(name, ()))}
    return frozenset(accepted), tuple(name for name in wanted if len(name) > 4)
