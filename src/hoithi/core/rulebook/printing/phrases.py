"""Ranking keys and aggregates in the words of a regulation."""

import re
from collections.abc import Collection
from decimal import Decimal

from hoithi.core.rulebook.printing.numbers import number, share
from hoithi.core.rulebook.printing.terms import listed, lower
from hoithi.core.rulebook.ranking import Aggregate, By, Direction, RankingKey, UnitKey
from hoithi.core.units.kinds import UnitKind
from hoithi.core.vietnamese.text import fold

_MORE, _LESS = Direction.MORE, Direction.LESS

_KEYS = {
    By.POINTS: ("tổng điểm cao hơn", "tổng điểm thấp hơn"),
    By.RIGHT: ("trả lời đúng nhiều câu hơn", "trả lời đúng ít câu hơn"),
    By.PREDICTION_DISTANCE: (
        "số dự đoán lệch nhiều hơn so với số thực tế",
        "số dự đoán gần số thực tế hơn",
    ),
    By.PREDICTION_EXACT: ("dự đoán đúng số thực tế", "không dự đoán đúng số thực tế"),
    By.SECONDS: ("thời gian làm bài dài hơn", "thời gian làm bài ngắn hơn"),
    By.TOTAL_SECONDS: ("tổng thời gian làm bài dài hơn", "tổng thời gian làm bài ngắn hơn"),
    By.SITTINGS: ("số lượt thi nhiều hơn", "số lượt thi ít hơn"),
    By.SUBMITTED_AT: ("nộp bài muộn hơn", "nộp bài sớm hơn"),
    By.STARTED_AT: ("bắt đầu làm bài muộn hơn", "bắt đầu làm bài sớm hơn"),
    By.REGISTERED_AT: ("đăng ký muộn hơn", "đăng ký sớm hơn"),
    By.FULL_MARKS: ("nhiều lượt đạt điểm tuyệt đối hơn", "ít lượt đạt điểm tuyệt đối hơn"),
    By.AGE: ("cao tuổi hơn", "ít tuổi hơn"),
    By.FEMALE: ("là nữ", "là nam"),
    By.PENALTY: ("bị trừ điểm nhiều hơn", "bị trừ điểm ít hơn"),
    By.PASSED: ("được đánh giá đạt", "không được đánh giá đạt"),
    By.LOT: ("kết quả bốc thăm", "kết quả bốc thăm"),
}

_AGGREGATES = {
    Aggregate.PEOPLE: ("số người tham gia", "người"),
    Aggregate.SITTINGS: ("số lượt tham gia", "lượt"),
    Aggregate.STAFF: ("tổng số người của đơn vị", "người"),
    Aggregate.PARTICIPATION: ("tỷ lệ người tham gia trên tổng số người của đơn vị", "%"),
    Aggregate.COMPULSORY_PARTICIPATION: ("tỷ lệ tham gia của đối tượng bắt buộc", "%"),
    Aggregate.MEAN_POINTS: ("điểm trung bình của người tham gia", "điểm"),
    Aggregate.MEAN_POINTS_OF_STAFF: ("điểm trung bình tính trên tổng số người của đơn vị", "điểm"),
    Aggregate.TOTAL_POINTS: ("tổng điểm của người tham gia", "điểm"),
    Aggregate.FULL_MARKS: ("số người đạt điểm tuyệt đối", "người"),
    Aggregate.PRIZES: ("số giải cá nhân", "giải"),
    Aggregate.PRIZE_POINTS: ("điểm quy đổi từ giải cá nhân", "điểm"),
    Aggregate.ARTICLES: ("số tin, bài tuyên truyền", "tin, bài"),
    Aggregate.PASSED: ("số người được đánh giá đạt", "người"),
    Aggregate.PASS_RATE: ("tỷ lệ người đạt trên số người tham gia", "%"),
    Aggregate.POINTS: ("điểm của đơn vị", "điểm"),
}


def key_text(key: RankingKey, parts: dict[str, str]) -> str:
    """What puts one before another: "thời gian làm bài ngắn hơn"."""
    if key.by is By.PART_POINTS:
        part = parts.get(key.part or "", key.part or "phần thi")
        return f"điểm {lower(part)} {'cao' if key.first is _MORE else 'thấp'} hơn"
    if key.by is By.JUDGED:
        return lower(key.title or "đánh giá của Ban Tổ chức")
    more, less = _KEYS[key.by]
    return more if key.first is _MORE else less


def unit_key_text(key: UnitKey) -> str:
    """What puts one unit before another: "số người tham gia nhiều hơn"."""
    if key.by is Aggregate.JUDGED:
        return lower(key.title or "đánh giá của Ban Tổ chức")
    noun, unit = _AGGREGATES[key.by]
    numbers = ("nhiều", "ít") if unit in {"người", "lượt", "giải", "tin, bài"} else ("cao", "thấp")
    return f"{noun} {numbers[0] if key.first is _MORE else numbers[1]} hơn"


def aggregate_text(by: Aggregate) -> str:
    """The aggregate alone: "tỷ lệ người tham gia …"."""
    return "đánh giá của Ban Tổ chức" if by is Aggregate.JUDGED else _AGGREGATES[by][0]


def measured(by: Aggregate, least: Decimal) -> str:
    """A number of an aggregate with its unit: "85%", "20 người"."""
    unit = "điểm" if by is Aggregate.JUDGED else _AGGREGATES[by][1]
    return share(least) if unit == "%" else f"{number(least)} {unit}"


def in_order(texts: list[str]) -> tuple[str, ...]:
    """The first criterion, and each further one for those equal so far."""
    return tuple(
        f"{text[:1].upper()}{text[1:]}." if place == 0 else f"Trường hợp bằng nhau: {text}."
        for place, text in enumerate(texts)
    )


def kind_text(code: str) -> str:
    """What a kind of unit is called: xã, thôn, trường học; an unknown code as it is."""
    return UnitKind(code).label if code in {kind.value for kind in UnitKind} else code


def bound(title: str, kinds: tuple[str, ...]) -> str:
    """To which units something applies, unless its title tells: ", áp dụng đối với thôn và ấp"."""
    called = [kind_text(kind) for kind in kinds]
    told = all(kind in title.lower() for kind in called)
    return "" if told else f", áp dụng đối với {listed(called)}"


_SENTENCES = re.compile(r"(?<=[.;])\s+")
_EXCLUDES = re.compile(r"\W*(?:khong|tru|ngoai tru)\b")


def without_exclusions(eligible: str, names: Collection[str]) -> str:
    """Who may take part, without the sentences that say who may not.

    Of sentences only those fall away that name one of `names`, since these are told on their own.
    """
    kept = [
        one
        for one in _SENTENCES.split(eligible)
        if not _EXCLUDES.match(fold(one)) or not any(fold(name) in fold(one) for name in names)
    ]
    return " ".join(kept).rstrip(" ;") or eligible
