"""Words of rankings: titles of keys, values as people read them, why one stands above another."""

from datetime import datetime
from decimal import Decimal

from django.utils.translation import gettext as _

from hoithi.core.collective.statistics import rounded
from hoithi.core.prizes.records import Reason
from hoithi.core.rulebook.parts import PredictionTarget
from hoithi.core.rulebook.ranking import Aggregate, By, Direction, GateKind
from hoithi.core.vietnamese.moments import VIETNAM_TIME
from hoithi.core.vietnamese.numbers import decimal_text, dotted
from hoithi.results.facts.snapshot import FailureShown, KeyShown, Value, WorkingShown
from hoithi.wording import moments
from hoithi.wording.rulebook_labels import choices

SCORE = "score"
"""The column of a unit's score, which is no aggregate."""
_TIMES = {By.SECONDS, By.TOTAL_SECONDS}
_MOMENTS = {By.SUBMITTED_AT, By.STARTED_AT, By.REGISTERED_AT}
_YES_NO = {By.PASSED, By.FEMALE}
_SHARES = {
    Aggregate.PARTICIPATION,
    Aggregate.COMPULSORY_PARTICIPATION,
    Aggregate.PASS_RATE,
}


def moment(instant: datetime) -> str:
    """ "08h30 ngày 13/12/2021" of an instant."""
    return moments.moment(instant)


def key_title(key: KeyShown) -> str:
    """What a ranking key compares, as the head of a column."""
    return key.title or _KEY_TITLES[By(key.by)]()


def direction(key: KeyShown) -> str:
    """Which end of what a key compares comes first: "sớm hơn" of moments, "cao hơn" of points."""
    if key.by == By.PREDICTION_DISTANCE:
        more, less = choices.FIRST["right"]
    else:
        more, less = choices.FIRST.get(key.by, choices.FIRST_OTHERWISE)
    return _(more if key.first == Direction.MORE else less)


def unit_key_title(key: KeyShown) -> str:
    """What a key of a collective ranking compares, as the head of a column."""
    if key.by == SCORE:
        return _("Tổng điểm xếp hạng")
    return key.title or _AGGREGATE_TITLES[Aggregate(key.by)]()


_KEY_TITLES = {
    By.POINTS: lambda: _("Điểm"),
    By.RIGHT: lambda: _("Số câu đúng"),
    By.PREDICTION_DISTANCE: lambda: _("Dự đoán lệch"),
    By.PREDICTION_EXACT: lambda: _("Dự đoán đúng"),
    By.SECONDS: lambda: _("Thời gian làm bài"),
    By.TOTAL_SECONDS: lambda: _("Tổng thời gian"),
    By.SITTINGS: lambda: _("Số lượt thi"),
    By.SUBMITTED_AT: lambda: _("Nộp bài lúc"),
    By.STARTED_AT: lambda: _("Vào thi lúc"),
    By.REGISTERED_AT: lambda: _("Đăng ký lúc"),
    By.FULL_MARKS: lambda: _("Số lượt đúng toàn bộ"),
    By.AGE: lambda: _("Tuổi"),
    By.FEMALE: lambda: _("Nữ"),
    By.PART_POINTS: lambda: _("Điểm phần thi"),
    By.PENALTY: lambda: _("Điểm trừ"),
    By.PASSED: lambda: _("Đạt"),
    By.JUDGED: lambda: _("Ban Tổ chức đánh giá"),
    By.LOT: lambda: _("Bốc thăm"),
}
_AGGREGATE_TITLES = {
    Aggregate.PEOPLE: lambda: _("Số người dự thi"),
    Aggregate.SITTINGS: lambda: _("Số lượt thi"),
    Aggregate.STAFF: lambda: _("Số người của đơn vị"),
    Aggregate.PARTICIPATION: lambda: _("Tỷ lệ tham gia (%)"),
    Aggregate.COMPULSORY_PARTICIPATION: lambda: _("Tỷ lệ người bắt buộc đã thi (%)"),
    Aggregate.MEAN_POINTS: lambda: _("Điểm trung bình"),
    Aggregate.MEAN_POINTS_OF_STAFF: lambda: _("Điểm trung bình trên tổng số người"),
    Aggregate.TOTAL_POINTS: lambda: _("Tổng điểm"),
    Aggregate.FULL_MARKS: lambda: _("Số người đúng toàn bộ"),
    Aggregate.PRIZES: lambda: _("Số giải cá nhân"),
    Aggregate.PRIZE_POINTS: lambda: _("Điểm giải cá nhân"),
    Aggregate.ARTICLES: lambda: _("Số tin, bài"),
    Aggregate.PASSED: lambda: _("Số người đạt"),
    Aggregate.PASS_RATE: lambda: _("Tỷ lệ đạt (%)"),
    Aggregate.POINTS: lambda: _("Điểm"),
    Aggregate.JUDGED: lambda: _("Ban Tổ chức đánh giá"),
}
_TARGETS = {
    PredictionTarget.CONTESTANTS: lambda: _("Số người dự thi"),
    PredictionTarget.SITTINGS: lambda: _("Số lượt thi"),
    PredictionTarget.ALL_RIGHT: lambda: _("Số người trả lời đúng toàn bộ"),
    PredictionTarget.ALL_RIGHT_SITTINGS: lambda: _("Số lượt trả lời đúng toàn bộ"),
}


def target_title(target: str) -> str:
    """What number a prediction question asked for."""
    return _TARGETS[PredictionTarget(target)]()


def prize_reason(reason: str) -> str:
    """Why somebody takes no prize of a table."""
    return {
        Reason.NO_PRIZE: _("được xếp hạng nhưng không xét giải theo thể lệ"),
        Reason.NOT_RECOGNISED: _("kết quả không được công nhận"),
        Reason.UNREACHED: _("không liên lạc được"),
        Reason.HAS_A_PRIZE: _("đã nhận một giải khác, mỗi người nhận một giải"),
        Reason.WON_EARLIER_ROUND: _("đã đạt giải ở đợt thi trước"),
        Reason.BELOW_LEAST: _("chưa đủ điểm tối thiểu của giải"),
        Reason.NOBODY_LEFT: _("không còn người để xét"),
        Reason.CAP: _("đã hết tỷ lệ người được xét giải"),
    }[Reason(reason)]


def number_text(value: Value) -> str:
    """A number as documents write it: two digits after the comma at most."""
    if value is None:
        return "–"
    if isinstance(value, int):
        return dotted(value)
    number = rounded(Decimal(value))
    shown = number.normalize() if number != number.to_integral_value() else number.quantize(1)
    return decimal_text(+Decimal(f"{shown:f}"))


def seconds_text(seconds: Value) -> str:
    """A time as minutes and seconds: 192 → "3 phút 12 giây"."""
    if seconds is None:
        return "–"
    whole = int(Decimal(seconds))
    minutes, rest = divmod(whole, 60)
    return _("%(minutes)s phút %(seconds)s giây") % {"minutes": minutes, "seconds": f"{rest:02d}"}


def value_text(key: KeyShown, value: Value) -> str:
    """A ranking value as people read it."""
    if value is None:
        return "–"
    by = By(key.by)
    if by in _TIMES:
        return seconds_text(value)
    if by in _MOMENTS:
        return second_of(datetime.fromisoformat(str(value)))
    if by in _YES_NO:
        return _("có") if value else _("không")
    return number_text(value)


def second_of(instant: datetime) -> str:
    """A moment to the second, as ranking by moments needs it."""
    return instant.astimezone(VIETNAM_TIME).strftime("%H:%M:%S %d/%m/%Y")


def unit_value_text(key: KeyShown, value: Value) -> str:
    """A value of a collective ranking as people read it."""
    text = number_text(value)
    share = key.by != SCORE and Aggregate(key.by) in _SHARES
    return f"{text}%" if value is not None and share else text


def why_sentence(
    key: KeyShown | None, above: Value, below: Value, *, names: tuple[str, str]
) -> str:
    """Why the first stands above the second: the key that decided, with both values."""
    if key is None:
        return _("%(above)s và %(below)s bằng nhau ở mọi tiêu chí nên cùng hạng.") % {
            "above": names[0],
            "below": names[1],
        }
    words = {
        "above": names[0],
        "below": names[1],
        "key": key_title(key).lower(),
        "how": direction(key),
        "first": value_text(key, above),
        "second": value_text(key, below),
    }
    return (
        _("%(above)s xếp trên %(below)s vì %(key)s %(how)s: %(first)s so với %(second)s.") % words
    )


def failure_sentence(failure: FailureShown) -> str:
    """A condition for being ranked that a unit does not meet, and how far it is from it."""
    if not failure.kind:
        return _("chưa có người dự thi")
    if failure.missing:
        return _("chưa dự các phần thi: %(parts)s") % {"parts": ", ".join(failure.missing)}
    if failure.found is None:
        return _UNDECLARED[GateKind(failure.kind)]()
    numbers = {
        "by": unit_key_title(KeyShown(failure.by, "more")) if failure.by else "",
        "quota": failure.quota,
        "needed": number_text(failure.needed),
        "found": number_text(failure.found),
    }
    return _FAILURES[GateKind(failure.kind)]() % numbers


_FAILURES = {
    GateKind.LEAST: lambda: _("%(by)s phải từ %(needed)s, mới có %(found)s"),
    GateKind.SIZE_BRACKETS: lambda: _(
        "cần ít nhất %(needed)s người dự thi theo quy mô đơn vị, mới có %(found)s"
    ),
    GateKind.ALL_COMPULSORY: lambda: _("cần đủ %(needed)s người bắt buộc dự thi, mới có %(found)s"),
    GateKind.QUOTAS: lambda: _("%(quota)s: cần %(needed)s người, mới có %(found)s"),
    GateKind.A_WINNER: lambda: _("chưa có người đạt giải cá nhân"),
    GateKind.ALL_PARTS: lambda: _("cần dự %(needed)s phần thi, mới dự %(found)s"),
}
_UNDECLARED = {
    GateKind.LEAST: lambda: _("chưa có số liệu để xét điều kiện"),
    GateKind.SIZE_BRACKETS: lambda: _("chưa khai báo số người của đơn vị"),
    GateKind.ALL_COMPULSORY: lambda: _("chưa gửi danh sách người bắt buộc dự thi"),
    GateKind.QUOTAS: lambda: _("chưa gửi danh sách người dự thi"),
    GateKind.A_WINNER: lambda: _("chưa có người đạt giải cá nhân"),
    GateKind.ALL_PARTS: lambda: _("chưa dự đủ các phần thi"),
}


def working_sentence(working: WorkingShown) -> str:
    """How one aggregate became points of a unit's score."""
    key = KeyShown(working.by, "more", working.title)
    numbers = {
        "key": unit_key_title(key),
        "value": unit_value_text(key, working.value),
        "points": number_text(working.points),
        "place": working.place,
    }
    if working.place is not None:
        return _("%(key)s %(value)s: hạng %(place)s, được %(points)s điểm") % numbers
    if working.capped:
        return _("%(key)s %(value)s: được tối đa %(points)s điểm") % numbers
    return _("%(key)s %(value)s: được %(points)s điểm") % numbers
