"""Areas that a text names, and the level of a body by its name."""

import re
from collections.abc import Iterable
from functools import cache

from hoithi.core.plans.blocks import Block
from hoithi.core.plans.lexicon import any_of, bare, meaning, rows, words
from hoithi.core.plans.normal import CAPITAL, folded
from hoithi.core.plans.spelling import in_small_letters
from hoithi.core.units.vietnam import province_names

LEVEL = rf"(?:{any_of('levels')}|thanh pho|tp\.?)"
"""Any word for a level, in folded text."""
_PROPER = rf"(?:[{CAPITAL}0-9][\w.'’-]*)"
AREA = re.compile(
    rf"\b((?i:xã|phường|thị trấn|đặc khu|quận|huyện|thị xã|thành phố|TP\.?|tỉnh))\s+"
    rf"({_PROPER}(?:\s+(?:-\s+)?{_PROPER}){{0,4}})"
)
_ORGAN = re.compile(
    r"(?i)^ban (?:chấp hành|thường vụ|thường trực|bí thư)\s+(?=\w+ (?:đoàn|ủy|uỷ)\b)|"
    r"^đoàn chủ tịch\s+"
)
"""What leads a body and does not tell its level."""
_STOP = re.compile(
    r"(?i)\s+(?:về|đến|định hướng|ban hành|xây dựng|tổ chức|năm|giai đoạn|thực hiện|"
    r"lần|trên|khóa|đã|và|gắn|với)\b.*",
    re.DOTALL,
)
_CITY = re.compile(r"\b(?:thành phố|tp\.?|thanh pho)\s+(.+)$")
_LEVELS = re.compile(rf"\b(?!xã hội\b)({'|'.join(re.escape(row[1]) for row in rows('levels'))})\b")
_NUMBERED = re.compile(r"\bq\.? ?\d{1,2}$")
""" "Hội Liên hiệp Phụ nữ Q11"."""
_OF_PROVINCE = re.compile(
    r"(?:(?:ban \w+ \w+ )?(?:dang bo|hoi|doan|lien (?:doan|minh|hiep)|cong doan)\b|mat tran|"
    r"uy ban|bao hiem xa hoi|cuc\b|dai (?:phat thanh|truyen hinh)|bao\b|cong an|toa an|"
    r"vien kiem sat).{0,80}? "
)
"""A body that stands in every province, before the name of one."""


def level_of(name: str, year: int | None) -> str | None:
    """commune, district, province or central, by the first level word of the name."""
    name = _ORGAN.sub("", name)
    plain = folded(name)
    if plain.startswith("truong "):
        return None
    city = _CITY.search(name.lower())
    named = _LEVELS.search(name.lower())
    if city and not (named and named.start() < city.start()):
        return "province" if _is_central_city(folded(city[1]), year) else "district"
    if named:
        return meaning("levels")[bare(named[1])]
    if party := re.search(r"\bthanh (?:uy|doan) (.+)", plain):
        return "province" if _is_central_city(party[1], year) else "district"
    if _NUMBERED.search(plain):
        return "district"
    opening = re.match(rf"{any_of('body_levels')}\b", plain)
    if opening and meaning("body_levels")[opening[0]] != "central":
        return meaning("body_levels")[opening[0]]
    if _is_of_province(plain):
        return "province"
    of_country = plain.endswith((" viet nam", " toi cao")) and not plain.startswith("cong ty")
    return "central" if opening or of_country else None


def _is_of_province(plain: str) -> bool:
    """Whether a body bears the name of a province without its level: "Hội Nông dân Hà Nội"."""
    if re.search(r"\b(?:cong san|tncs|tien phong) ho chi minh$", plain):
        return False
    return any(
        plain.endswith(f" {name}") and _OF_PROVINCE.fullmatch(plain.removesuffix(name))
        for name in _provinces()
    )


@cache
def _provinces() -> frozenset[str]:
    return frozenset(folded(name) for name in province_names())


def _is_central_city(plain: str, year: int | None) -> bool:
    """Whether a city stood directly under the centre in a year: Huế does since 2025."""
    central = [
        *words("central_cities", "city"),
        *(words("central_cities", "2025") if (year or 0) >= 2025 else ()),
    ]
    return any(one in plain for one in central)


def level_of_title(title: str, year: int | None) -> str | None:
    """The level of the one area that a title names: for rules of a committee."""
    unquoted = re.sub(r"[\"“”]", "", title)
    text = in_small_letters(unquoted) if title.isupper() else title
    named = {level_of(f"{level} {name}", year) for level, name in named_areas(text)}
    return named.pop() if len(named) == 1 else None


def areas_of(blocks: Iterable[Block]) -> list[tuple[str, str]]:
    """Every named area of some paragraphs: ("tỉnh", "Tiền Giang")."""
    texts = (block.text for block in blocks)
    small = (in_small_letters(text) if text.isupper() else text for text in texts)
    return [area for text in small for area in named_areas(text)]


def named_areas(text: str) -> list[tuple[str, str]]:
    """The areas of a text with their level words, in order."""
    found: list[tuple[str, str]] = []
    for match in AREA.finditer(text):
        name = _STOP.sub("", match[2]).strip(" .,’'-")
        if name and name[0].isupper() and not name.isdigit():
            level = match[1].lower().replace("tp.", "thành phố").replace("tp", "thành phố")
            found.append((level, name))
    return found
