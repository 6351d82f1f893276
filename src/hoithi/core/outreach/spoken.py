"""A text as it is read aloud on the loudspeaker: numbers, dates and abbreviations in words."""

import re
from collections.abc import Callable
from math import ceil

from hoithi.core.vietnamese.numbers import LARGEST, number_words

SYLLABLES_A_MINUTE = 190
"""How fast local radio is read: slow enough for a loudspeaker in the street."""
_EARLY = 10
_ABBREVIATIONS = {
    "UBND": "Ủy ban nhân dân",
    "HĐND": "Hội đồng nhân dân",
    "UBMTTQ": "Ủy ban Mặt trận Tổ quốc",
    "MTTQ": "Mặt trận Tổ quốc",
    "BTC": "Ban Tổ chức",
    "BGK": "Ban Giám khảo",
    "CCHC": "cải cách hành chính",
    "CĐS": "chuyển đổi số",
    "CNTT": "công nghệ thông tin",
    "TTHC": "thủ tục hành chính",
    "DVC": "dịch vụ công",
    "DVCTT": "dịch vụ công trực tuyến",
    "CBCC": "cán bộ, công chức",
    "CBCCVC": "cán bộ, công chức, viên chức",
    "KH": "kế hoạch",
    "QĐ": "quyết định",
    "VHTT": "văn hóa thông tin",
    "THCS": "trung học cơ sở",
    "THPT": "trung học phổ thông",
    "TDP": "tổ dân phố",
    "LĐLĐ": "liên đoàn lao động",
    "TP": "thành phố",
    "TX": "thị xã",
    "TT": "thị trấn",
    "QR": "quy-a",
    "VNeID": "vi-en-i-đi",
}
_SIGNS = {
    ".": " chấm ",
    "/": " gạch chéo ",
    "-": " gạch ngang ",
    "@": " a còng ",
    "_": " gạch dưới ",
}
_UNREAD = re.compile(r"\b[A-ZĐ]{2,}(?:[-/][A-ZĐ]+)*\b")
_VOWELS = set("AEIOUYÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ")


def spoken(text: str) -> str:
    """The text in words only. Abbreviations that nobody told how to read stay as they are."""
    for pattern, said in _RULES:
        text = pattern.sub(said, text)
    return re.sub(r" +([,.;:])", r"\1", re.sub(r" {2,}", " ", text)).strip()


def unread(text: str) -> tuple[str, ...]:
    """Abbreviations left in a spoken text, for the announcer to look up."""
    found = (one for one in _UNREAD.findall(text) if not set(one) & _VOWELS)
    return tuple(dict.fromkeys(found))


def minutes(text: str) -> int:
    """How many minutes the text takes to read aloud, at least one."""
    return max(1, ceil(len(text.split()) / SYLLABLES_A_MINUTE))


def _number(digits: str) -> str:
    bare = int(re.sub(r"\D", "", digits) or 0)
    return number_words(bare) if bare <= LARGEST else " ".join(number_words(int(d)) for d in digits)


def _day(match: re.Match[str]) -> str:
    """ "ngày 05/3/2026", "05/3": the day of a month below eleven is "mùng"."""
    day, month, year = match["day"], match["month"], match["year"]
    said = f"ngày {_day_words(day)} tháng {_month_words(month)}"
    return f"{said} năm {_number(year)}" if year else said


def _day_words(digits: str) -> str:
    day = int(digits)
    return f"mùng {number_words(day)}" if day <= _EARLY else number_words(day)


def _month_words(digits: str) -> str:
    """The fourth month is "tư"."""
    month = int(digits)
    return "tư" if month == 4 else number_words(month)


def _hour(match: re.Match[str]) -> str:
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    said = f"{number_words(hour)} giờ"
    return f"{said} {number_words(minute)} phút" if minute else said


def _address(match: re.Match[str]) -> str:
    """An address letter group by letter group: "hoithi.vn/a" → "hoithi chấm vn gạch chéo a"."""
    bare = re.sub(r"^https?://|/$", "", match[0])
    parts = re.split(r"([./@_-])", bare)
    return "".join(
        _SIGNS.get(part, re.sub(r"\d+", lambda m: f" {_number(m[0])} ", part)) for part in parts
    )


def _abbreviation(match: re.Match[str]) -> str:
    return _ABBREVIATIONS[match[0].rstrip(".")]


def _percent(match: re.Match[str]) -> str:
    whole, _, rest = match["number"].partition(",")
    point = f" phẩy {_number(rest)}" if rest else ""
    return f"{_number(whole)}{point} phần trăm"


_Said = Callable[[re.Match[str]], str]
_DAY_AND_MONTH = r"(?P<day>0?[1-9]|[12]\d|3[01])/(?P<month>0?[1-9]|1[0-2])"
_ADDRESS = r"(?:https?://)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}(?:/[\w./-]*\w)?/?"
_KNOWN = "|".join(sorted(_ABBREVIATIONS, key=len, reverse=True))
_RULES: tuple[tuple[re.Pattern[str], _Said], ...] = (
    (re.compile(_ADDRESS, re.IGNORECASE | re.ASCII), _address),
    (re.compile(rf"(?:\bngày )?\b{_DAY_AND_MONTH}/(?P<year>\d{{4}})\b"), _day),
    # Without a year it may be a share ("7/7 câu"), unless it is called a day.
    (re.compile(rf"\bngày {_DAY_AND_MONTH}(?P<year>(?!))?\b"), _day),
    (
        re.compile(r"\bngày (?P<day>\d{1,2}) tháng (?P<month>\d{1,2})(?: năm (?P<year>\d{4}))?\b"),
        _day,
    ),
    (re.compile(r"\b(?P<hour>\d{1,2})(?:h|g| giờ )(?P<minute>\d{2})?(?: phút)?\b"), _hour),
    (re.compile(r"(?P<number>\d+(?:,\d+)?) ?%"), _percent),
    (re.compile(rf"\b(?:TP|TX|TT)\.|\b(?:{_KNOWN})\b"), _abbreviation),
    (
        re.compile(r"\b(\d+)/(\d+)\b"),
        lambda match: f"{_number(match[1])} trên {_number(match[2])}",
    ),
    (re.compile(r"\d{1,3}(?:\.\d{3})+|\d+"), lambda match: _number(match[0])),
)
