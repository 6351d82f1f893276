"""Names set in capitals, written as in a sentence."""

import re
from functools import cache, lru_cache

from hoithi.core.plans.lexicon import rows
from hoithi.core.plans.normal import folded

_QUOTED = re.compile(r"([\"“])([^\"“”]+)([\"”])")
_ACRONYMS = frozenset(
    [
        "UBND",
        "HĐND",
        "THCS",
        "THPT",
        "TH",
        "MTTQ",
        "CCHC",
        "TNCS",
        "DTNT",
        "GD&ĐT",
        "GD-ĐT",
        "GDĐT",
        "TX",
        "CĐCS",
        "MN",
        "TT",
        "LHPN",
        "VNPT",
        "EVN",
    ]
)
_SMALL = re.compile(
    r"\b(ủy ban nhân dân|uỷ ban nhân dân|nhân dân|tỉnh|huyện|quận|xã|phường|"
    r"thị trấn|thị xã|thành phố|và|đặc khu)\b",
    re.IGNORECASE,
)


@cache
def _names() -> tuple[tuple[str, str], ...]:
    """Agencies as they are written, each with its folded name."""
    return tuple((row[1], folded(row[1])) for row in rows("agency_names"))


@lru_cache(maxsize=2048)
def in_small_letters(text: str) -> str:
    """Capitals as in a sentence: names of places and known agencies, levels in small letters."""
    titled = " ".join(
        word if word in _ACRONYMS else word[:1].upper() + word[1:].lower()
        for word in text.split(" ")
    )
    titled = _SMALL.sub(lambda found: found[0].lower(), titled)
    for name, plain in _names():
        at = folded(titled).find(plain)
        if at != -1:
            titled = titled[:at] + name + titled[at + len(name) :]
    titled = _QUOTED.sub(lambda quoted: f"{quoted[1]}{quoted[2].capitalize()}{quoted[3]}", titled)
    return titled[:1].upper() + titled[1:]


def levels_small(text: str) -> str:
    """ "Ủy ban nhân dân Quận X" with a small letter."""
    return re.sub(
        r"(?<=nhân dân )(Tỉnh|Huyện|Quận|Xã|Phường|Thị trấn|Thị xã|Thành phố)\b",
        lambda found: found[0].lower(),
        text,
    )
