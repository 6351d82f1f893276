"""What must be looked at again in a campaign that was copied or came from another body."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from hoithi.core.founding.records import ActivityDraft, Asks, CampaignDraft, Kind, TaskDraft
from hoithi.core.handing.outdated import (
    Outdated,
    bodies_in,
    documents_in,
    names_older_days,
    rest_days,
)
from hoithi.core.handing.years import first_day_of
from hoithi.core.rulebook.document import Rulebook
from hoithi.core.rulebook.moments import instant
from hoithi.core.rulebook.record import Record
from hoithi.core.rulebook.walk import walk
from hoithi.core.rulebook.windows import budget
from hoithi.core.vietnamese.dates import days_text
from hoithi.core.vietnamese.moments import local_day
from hoithi.core.vietnamese.money import amount_text

_MOST_LINES = 40
"""Lines of one question; who has more has a plan to write anew."""
_LONGEST = 160
_LONGEST_TITLE = 90
"""So that the days behind a title are never cut off."""


@dataclass(frozen=True, slots=True)
class Before:
    """What is known of where the campaign came from."""

    superior: str = ""
    """The superior's plan that the earlier campaign carried out, as one line."""
    gone_units: tuple[Outdated, ...] = ()
    """Units of the earlier campaign that have ended, with what they went into."""
    is_anothers: bool = False
    """It came from another body, whose names of agencies and committees may not be ours."""


def look_again(draft: CampaignDraft, before: Before, *, today: date) -> tuple[TaskDraft, ...]:
    """One question for each matter that the earlier campaign does not answer for this one."""
    on = max(first_day_of(draft) or today, today)
    return (
        TaskDraft("Kế hoạch mới chưa có số, ký hiệu: số và ký hiệu là gì?", asks=Asks.HEADER),
        TaskDraft("Kế hoạch mới chưa ghi ngày ban hành: ban hành ngày nào?", asks=Asks.HEADER),
        *_of_superior(draft, before),
        *_of_days(draft, today),
        *_of_names(draft, before, on),
        *_listed(
            "Danh sách thành viên và quyết định thành lập của các ban, tổ sau cần lập lại:",
            (one.name for one in draft.committees),
        ),
        *_listed(
            "Mức giải thưởng, đơn giá và định mức chi cần xem lại theo quy định hiện hành:",
            _money(draft),
        ),
        *_listed(
            "Câu chữ của các nhiệm vụ sau còn nêu ngày hoặc năm trước đây:",
            (
                task.text
                for task in draft.tasks
                if not task.asks and names_older_days(task.text, on.year)
            ),
        ),
        *_of_rules(draft),
    )


def _of_names(draft: CampaignDraft, before: Before, on: date) -> tuple[TaskDraft, ...]:
    """What is called by a name that is another body's, or of the past."""
    return (
        *_listed(
            "Tên cơ quan, đơn vị, ban, tổ theo bản nhận được; hãy thay bằng tên của đơn vị mình:",
            _foreign(draft, before),
        ),
        *_listed(
            "Các đơn vị sau đã sáp nhập, đổi tên hoặc không còn; hãy thay bằng đơn vị mới:",
            map(_replaced, before.gone_units),
        ),
        *_listed(
            "Các tên gọi sau không còn dùng; hãy sửa trong nội dung:",
            map(_replaced, bodies_in(list(_texts(draft)), on)),
        ),
        *_listed(
            "Các văn bản sau đã được thay thế; hãy sửa căn cứ và thể lệ:",
            map(_replaced, documents_in(list(_texts(draft)), on)),
        ),
    )


def _listed(text: str, lines: Iterable[str]) -> Iterator[TaskDraft]:
    """One question with its lines; none where there is nothing to list."""
    if found := list(lines):
        shown = [_one_line(line) for line in found[:_MOST_LINES]]
        if len(found) > _MOST_LINES:
            shown.append(f"… và {len(found) - _MOST_LINES} nội dung khác")
        told = "\n".join(f"- {line}" for line in shown)
        yield TaskDraft(f"{text}\n{told}", asks=Asks.AGAIN)


def _one_line(text: str, most: int = _LONGEST) -> str:
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[:most].rpartition(' ')[0]} …"


def _of_superior(draft: CampaignDraft, before: Before) -> Iterator[TaskDraft]:
    if before.superior:
        text = (
            f"Bản trước triển khai {before.superior} của cấp trên. Lần này triển khai văn bản nào?"
        )
        yield TaskDraft(text, asks=Asks.AGAIN)
    for one in draft.activities:
        if one.is_superiors:
            text = f"“{one.title}” do cấp trên tổ chức: liên kết với cuộc thi nào trên hệ thống?"
            yield TaskDraft(text, activity=one.key, asks=Asks.SUPERIOR)


def _of_days(draft: CampaignDraft, today: date) -> Iterator[TaskDraft]:
    own = [one for one in draft.activities if not one.is_superiors]
    unset = [_with_days(one) for one in own if one.moment.is_open]
    for question in _listed("Ngày của các hoạt động sau là ngày dự kiến, cần ấn định:", unset):
        yield TaskDraft(question.text, asks=Asks.WHEN)
    days = sorted(set(_days(draft)))
    yield from _listed(
        "Các mốc sau rơi vào ngày nghỉ, lễ, Tết; hãy chọn ngày khác nếu cần:", rest_days(days)
    )
    past = (f"{days_text(day, day)}: {what}" for day, what, _ in days if day < today)
    yield from _listed("Các mốc sau đã qua; hãy dời sang ngày mới:", past)


def _with_days(one: ActivityDraft) -> str:
    moment, title = one.moment, _one_line(one.title, _LONGEST_TITLE)
    if moment.first is None or moment.last is None:
        return f"{title}: chưa có ngày"
    return f"{title}: dự kiến {days_text(moment.first, moment.last)}"


def _days(draft: CampaignDraft) -> Iterator[tuple[date, str, bool]]:
    """Days that are named, what for, and whether a weekend is no matter for it.

    A contest is taken in at home, on Sundays too; nobody hands in a report then.
    """
    for one in draft.activities:
        is_contest = one.kind is Kind.CONTEST
        for day in {one.moment.first, one.moment.last} - {None}:
            yield day, one.title, is_contest  # type: ignore[misc]  # None was taken out
        yield from _days_of_rules(one.rulebook, one.title)
    for task in draft.tasks:
        if task.due.last and not task.asks:
            yield task.due.last, _one_line(task.text), False


def _days_of_rules(rulebook: Rulebook | None, title: str) -> Iterator[tuple[date, str, bool]]:
    for one in rulebook.rounds if rulebook else ():
        moments = (one.window.opens, one.window.closes) if one.window else ()
        for moment in moments:
            yield local_day(instant(moment)), f"{title} ({one.title})", True


def _foreign(draft: CampaignDraft, before: Before) -> Sequence[str]:
    if not before.is_anothers:
        return ()
    return [*(one.name for one in draft.agencies), *(one.name for one in draft.committees)]


def _replaced(one: Outdated) -> str:
    return f"{one.name} → {one.by}" if one.by else f"{one.name} (không còn)"


def _texts(draft: CampaignDraft) -> Iterator[str]:
    """All that the campaign says in words."""
    yield draft.title
    yield from (one.name for one in draft.agencies)
    yield from (one.name for one in draft.committees)
    for one in draft.activities:
        yield from (one.title, one.place, *(units.words for units in one.units))
        yield from _words(one.rulebook) if one.rulebook else ()
    yield from (task.text for task in draft.tasks if not task.asks)


def _words(rulebook: Record) -> Iterator[str]:
    return (told.value for told in walk(rulebook) if isinstance(told.value, str))


def _money(draft: CampaignDraft) -> Iterator[str]:
    for one in draft.activities:
        total = budget(one.rulebook).total if one.rulebook else 0
        if total:
            yield f"{one.title}: tổng giải thưởng {amount_text(total)}"


def _of_rules(draft: CampaignDraft) -> Iterator[TaskDraft]:
    """The rules of each contest, with what they leave open."""
    for one in draft.activities:
        if one.rulebook is None:
            continue
        open_ = (choice.found for choice in one.rulebook.choices if choice.chosen is None)
        lines = "".join(f"\n- {_one_line(found)}" for found in islice(open_, _MOST_LINES))
        text = f"Thể lệ “{one.title}” chép từ bản trước; hãy xem lại trước khi ban hành.{lines}"
        yield TaskDraft(text, activity=one.key, asks=Asks.RULES)
