"""Issuers of official documents: the lines of their name, what stands above, their symbols.

Nghị định 30/2020/NĐ-CP, Phụ lục I, II.2 and II.3: committees and councils of the people name no
superior above themselves; a number is "Số: …/QĐ-UBND", a letter's "Số: …/UBND-…".
"""

import re

from hoithi.core.vietnamese.text import fold

_NO_SUPERIOR = ("uy ban nhan dan", "ubnd", "hoi dong nhan dan", "hdnd")
_AREAS = re.compile(
    r"\s(?=(?:TỈNH|THÀNH PHỐ|XÃ|PHƯỜNG|ĐẶC KHU|QUẬN|HUYỆN|THỊ XÃ|THỊ TRẤN)\s)", re.IGNORECASE
)
_UNITS = re.compile(
    r"^(ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|HỘI ĐỒNG NHÂN DÂN|BAN CHẤP HÀNH|BAN TỔ CHỨC|BAN CHỈ ĐẠO"
    r"|BAN GIÁM KHẢO)\s",
    re.IGNORECASE,
)
_FITS = 23
"""Capitals of the head that stand on one line beside the national heading."""
_SYMBOLS = {
    "uy ban nhan dan": "UBND",
    "ubnd": "UBND",
    "hdnd": "HĐND",
    "van phong": "VP",
    "hoi dong nhan dan": "HĐND",
    "ban to chuc": "BTC",
    "ban chi dao": "BCĐ",
}
_INITIALS = ("so ", "phong ", "trung tam ", "chi cuc ")
_NOT_COUNTED = frozenset({"và", "của"})
_OF_AREA = frozenset({"tỉnh", "thành", "xã", "phường", "quận", "huyện", "thị", "đặc"})
_KINDS = {
    "quyet dinh": "QĐ",
    "ke hoach": "KH",
    "to trinh": "TTr",
    "thong bao": "TB",
    "bao cao": "BC",
    "bien ban": "BB",
    "giay moi": "GM",
    "huong dan": "HD",
    "huong dan kiem tra": "HD",
    "chuong trinh": "CTr",
}


def names_no_superior(issuer: str) -> bool:
    """Whether the head of its papers names nobody above: committees and councils of the people."""
    return fold(issuer).startswith(_NO_SUPERIOR)


def head_lines(name: str) -> tuple[str, ...]:
    """The name as the head of a document breaks it: where its sense does, never within an area."""
    parts = [one for part in _AREAS.split(name) for one in _UNITS.sub(r"\1\n", part).split("\n")]
    lines: list[str] = []
    for part in (one.strip() for one in parts):
        together = f"{lines[-1]} {part}" if lines else part
        if lines and len(together) <= _FITS:
            lines[-1] = together
        elif part:
            lines.append(part)
    return tuple(lines)


def symbol_of(issuer: str) -> str:
    """ "UBND", "SNV", "BTC"; empty where custom does not tell it from the name."""
    words = fold(issuer)
    for start, symbol in _SYMBOLS.items():
        if words.startswith(start):
            return symbol
    if not words.startswith(_INITIALS):
        return ""
    initials = ""
    for word in re.findall(r"\w+", issuer):
        if word in _OF_AREA and initials:
            break
        if word.lower() not in _NOT_COUNTED:
            initials += word[0].upper()
    return initials


def number_said(number: str, kind: str, issuer: str) -> str:
    """ "15/QĐ-UBND", "……/UBND-……"; empty for a list or form, which has no number of its own.

    A number that was given stands as it is; only what is missing is put beside it.
    """
    given, _, symbol = number.partition("/")
    if symbol.strip("-… ") and (given or not symbol.endswith(("-", "…"))) and "-" in symbol[1:]:
        return f"{given or '……'}/{symbol}"
    if given and symbol:
        return number
    whose, what = symbol_of(issuer) or "……", symbol.strip("-… ") or _KINDS.get(fold(kind), "")
    if not kind:
        return given or (f"……/{whose}-……" if whose.isalpha() else "……")
    if not what:
        return given
    return f"{given or '……'}/{what}-{whose}"
