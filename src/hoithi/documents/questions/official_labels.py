"""Lines of an official's questions that say something of a question: "Lĩnh vực: Một cửa"."""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from hoithi.core.vietnamese.text import fold
from hoithi.documents.questions.records import Kind

LABELS: Mapping[str, tuple[str, ...]] = {
    "code": ("Mã câu hỏi", "Mã câu", "Mã số"),
    "kind": ("Loại câu hỏi", "Dạng câu hỏi"),
    "field": ("Lĩnh vực", "Chủ đề"),
    "topic": ("Chủ đề trong lĩnh vực", "Chuyên đề", "Chủ đề cụ thể"),
    "difficulty": ("Mức độ", "Độ khó"),
    "audience": ("Đối tượng",),
    **{f"target_{number}": (f"Vế ghép {number}", f"Vế {number}") for number in range(1, 11)},
    "anchored": ("Phương án cố định",),
    "weights": ("Tỷ lệ điểm từng phương án (%)", "Tỷ lệ điểm"),
    "diacritics": ("Phân biệt dấu",),
    "longest": ("Số từ tối đa",),
    "media": ("Tệp kèm theo",),
    "document_number": ("Số ký hiệu văn bản", "Số, ký hiệu văn bản"),
    "document_title": ("Tên văn bản", "Trích yếu"),
    "article": ("Điều",),
    "clause": ("Khoản",),
    "document_date": ("Ngày văn bản", "Ngày ban hành"),
    "in_force_from": ("Ngày có hiệu lực", "Hiệu lực từ"),
    "in_force_to": ("Ngày hết hiệu lực", "Hiệu lực đến"),
    "checked_on": ("Ngày tra cứu hiệu lực",),
    "never_with": ("Không cùng đề với", "Không ra cùng đề với"),
    "explanation": ("Giải thích", "Ghi chú", "Lời giải"),
}
"""The columns of the officials' table as labels of lines; the first name is the one written."""
KINDS: Mapping[str, Kind] = {
    "mot lua chon": Kind.MULTICHOICE,
    "nhieu lua chon": Kind.MULTICHOICE,
    "dung/sai": Kind.TRUEFALSE,
    "tra loi ngan": Kind.SHORTANSWER,
    "dien so": Kind.NUMERICAL,
    "ghep doi": Kind.MATCH,
    "sap xep": Kind.ORDERING,
    "tu luan": Kind.ESSAY,
    "du doan so": Kind.DESCRIPTION,
}
_NAMES = {fold(name): key for key, names in LABELS.items() for name in names}
_LABEL = re.compile(r"([^:]{2,40}):\s*(.*)", re.DOTALL)
_BASIS = re.compile(
    r"\(?\s?(?:Căn cứ(?: pháp lý)?|Cơ sở pháp lý|Nguồn|Trích dẫn|Theo)\s?[::]\s*(.*?)\)?",
    re.DOTALL,
)
_DAY = re.compile(r"(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?!\d)")
_NUMBER = re.compile(
    r"(?<![\w/])\d{1,5}/(?:\d{4}/)?[A-ZĐ][A-ZĐ0-9&]{0,15}(?:-[A-ZĐ0-9&]{1,15}){0,4}"
)
_ARTICLE = re.compile(r"\b[Đđ]iều\s{1,5}(\d{1,4}[a-zđ]?)\b")
_CLAUSE = re.compile(r"\b[Kk]hoản\s{1,5}(\d{1,4}[a-zđ]?)\b")
_POINT = re.compile(r"\b[Đđ]iểm\s{1,5}([a-zđ])\b")
_PLACE = re.compile(
    r"\b(?:[Đđ]iều|[Kk]hoản|[Đđ]iểm|[Cc]hương|[Mm]ục)\s{1,5}(?:\d{1,4}[a-zđ]?|[a-zđ]|[IVXLC]{1,6})\b"
    r"(?:\s?(?:,|;|và)\s?(?:\d{1,4}[a-zđ]?|[a-zđ])\b){0,20}(?:\s?(?:,|;|và\b|của\b|tại\b))?"
)
_LONGEST_NUMBER = 60
_LEVELS = {
    "nhan biet": "Dễ",
    "biet": "Dễ",
    "thong hieu": "Trung bình",
    "hieu": "Trung bình",
    "van dung": "Khó",
    "van dung cao": "Khó",
    "kho": "Khó",
    "de": "Dễ",
    "trung binh": "Trung bình",
}
_DAYS = frozenset({"document_date", "in_force_from", "in_force_to", "checked_on"})


BETWEEN = " | "
"""Stands between several labels of one line."""


def labels_in(text: str) -> list[tuple[str, str]]:
    """The columns that a line fills: one, or several side by side; none for other lines."""
    parts = [label_in(part) for part in text.split(BETWEEN)]
    told = [part for part in parts if part is not None]
    if len(told) == len(parts):
        return told
    whole = label_in(text)
    return [whole] if whole else []


def label_in(text: str) -> tuple[str, str] | None:
    """The column of the officials' table that a line fills, and with what."""
    found = _LABEL.fullmatch(text)
    key = _NAMES.get(fold(found[1])) if found else None
    if found is None or key is None:
        return None
    value = found[2].strip()
    if key in _DAYS:
        value = day_in(value) or value
    if key == "difficulty":
        value = _LEVELS.get(fold(value), value)
    return key, value


def basis_in(text: str) -> dict[str, str]:
    """Where an answer stands: "Căn cứ: khoản 2 Điều 5 Nghị định …"; {} for other lines."""
    found = _BASIS.fullmatch(text)
    return dict(_cited(found[1].strip())) if found and found[1].strip() else {}


def _cited(told: str) -> Iterator[tuple[str, str]]:
    number = _NUMBER.search(told)
    # What has no number is called by its name: "Hiến pháp năm 2013".
    name = _PLACE.sub("", told).strip(" ,;.–-")[:_LONGEST_NUMBER].strip()
    if number or name:
        yield "document_number", number[0] if number else name
    if article := _ARTICLE.search(told):
        yield "article", article[1]
    clause, point = _CLAUSE.search(told), _POINT.search(told)
    parts = [clause[1]] if clause else []
    parts += [f"điểm {point[1]}"] if point else []
    if parts:
        yield "clause", ", ".join(parts)
    if number and (day := day_in(told)):
        yield "document_date", day


def day_in(text: str) -> str:
    """The first whole day of a text as 2026-11-22; "" without one."""
    found = _DAY.search(text)
    if found is None:
        return ""
    try:
        return date(int(found[3]), int(found[2]), int(found[1])).isoformat()
    except ValueError:
        return ""
