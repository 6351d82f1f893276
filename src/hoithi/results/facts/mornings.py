"""Morning reports: rows to the record of the rules and back, and the picture for a chat group."""

from datetime import date, datetime
from typing import Any

import msgspec

from hoithi.core.morning import Morning
from hoithi.core.vietnamese.dates import moment_text
from hoithi.core.vietnamese.moments import LocalMoment
from hoithi.core.vietnamese.numbers import dotted
from hoithi.documents.pictures import Day, Figure, Summary, Tone, summary_picture
from hoithi.results.models import MorningReport


def facts_of(morning: Morning) -> Any:
    """What is stored of a morning."""
    return msgspec.to_builtins(morning)


def morning_of(report: MorningReport) -> Morning:
    """The morning of a stored report."""
    return msgspec.convert(report.facts, Morning)


def picture(morning: Morning, body: str, days: dict[date, int], at: datetime) -> bytes:
    """The five figures as a PNG, with the attempts of each day before this morning."""
    before = [(day, attempts) for day, attempts in days.items() if day < morning.on]
    summary = Summary(
        body=body,
        title=morning.contest,
        moment=f"Đến {moment_text(LocalMoment.of(at))}",
        figures=(
            _counted("Người dự thi", morning.people, morning.people_yesterday),
            _counted("Lượt thi", morning.attempts, morning.attempts_yesterday),
            *_of_units(morning),
            _left(morning.days_left),
        ),
        days=[Day(f"{day:%d/%m}", attempts) for day, attempts in before],
        foot="Số người và số lượt là hai con số khác nhau; không nêu tên cá nhân.",
    )
    return summary_picture(summary)


def _counted(label: str, number: int, yesterday: int) -> Figure:
    more = number - yesterday
    change = f"tăng {dotted(more)}" if more > 0 else f"giảm {dotted(-more)}"
    note = f"{change} so với sáng hôm trước" if more else "không tăng so với sáng hôm trước"
    return Figure(label, dotted(number), note)


def _of_units(morning: Morning) -> tuple[Figure, ...]:
    if not morning.units:
        return ()
    total = f"trên {dotted(len(morning.units))} đơn vị"
    whole, empty = len(morning.whole), len(morning.empty)
    return (
        Figure("Đơn vị đạt 100%", dotted(whole), total, Tone.GOOD),
        Figure("Đơn vị chưa có ai", dotted(empty), total, Tone.BAD if empty else Tone.PLAIN),
    )


def _left(days: int | None) -> Figure:
    if days is None:
        return Figure("Thời gian còn lại", "–", "chưa ấn định ngày kết thúc", Tone.INFO)
    if days < 0:
        return Figure("Thời gian còn lại", "hết", "đã kết thúc dự thi", Tone.INFO)
    note = "hôm nay là ngày cuối" if days == 0 else "ngày để dự thi"
    return Figure("Thời gian còn lại", str(days), note, Tone.INFO)
