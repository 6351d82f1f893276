"""Papers about tasks: the annex of assignments, the report of what is late, the urging letter."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from hoithi.campaigns.models import Campaign
from hoithi.campaigns.queries import Late, Work, figures
from hoithi.core.plans.checking.orders import may_order
from hoithi.core.tasks.due import DayCount, DueKind, Urgency
from hoithi.core.vietnamese.dates import date_text, long_date_text
from hoithi.core.vietnamese.numbers import two_digits
from hoithi.documents.official import BLANK, Block, Paper, Table, Text
from hoithi.web.organiser.campaigns.committee_papers import plan_said
from hoithi.web.papers import signature_of
from hoithi.wording.tasks import span_text

_ADDRESSED = 12
"""More agencies than these stand in the enclosed table."""
_NAMED = 30
"""More units than these are counted, not named."""


def _shared(campaign: Campaign) -> dict[str, Any]:
    """What every paper of the body has in common."""
    body = campaign.body
    return {
        "issuer": body.name,
        "superior": body.superior,
        "place": body.place,
        "signature": signature_of(body.name),
    }


def assignments(campaign: Campaign, works: Sequence[Work], results: dict[int, list[str]]) -> Paper:
    """PHỤ LỤC "Bảng phân công nhiệm vụ", as plans enclose it, in landscape."""
    rows = [
        (two_digits(number), *line) for number, line in enumerate(assigned(works, results), start=1)
    ]
    headings = ("STT", "Nội dung nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian")
    table = Table((*headings, "Kết quả"), rows, widths=(2, 14, 8, 8, 7, 7))
    return Paper(
        kind="PHỤ LỤC",
        subject="Bảng phân công nhiệm vụ",
        blocks=(Text(f"(Kèm theo {plan_said(campaign)})", align="center", italic=True), table),
        landscape=True,
        **_shared(campaign) | {"signature": None},
    )


def assigned(
    works: Iterable[Work], results: dict[int, list[str]]
) -> Iterable[tuple[str, str, str, str, str]]:
    """The lines of the annex: task, who leads, who cooperates, when, what came of it."""
    for work in works:
        yield (
            _bare(work.task.text),
            "; ".join(one.agency.name for one in work.leaders),
            "; ".join(one.agency.name for one in work.helpers),
            when(work),
            "; ".join(results.get(work.task.pk, [])),
        )


def _bare(text: str) -> str:
    """The words of a task without the sign that ended them in the plan's list."""
    return text.strip().rstrip(" ;.")


def when(work: Work) -> str:
    """The time as the plan tells it; counted from an activity, with the days it now means."""
    task, days = work.task, span_text(work.span)
    if task.due_kind != DueKind.RELATIVE.value or task.activity is None:
        return days or task.due_words
    if not work.is_open and days:
        return days
    counted = "ngày làm việc" if task.due_counted == DayCount.WORKING_DAYS.value else "ngày"
    side = "Trước" if task.due_offset < 0 else "Sau"
    told = f"{side} {task.activity.title} {two_digits(abs(task.due_offset))} {counted}"
    return f"{told} ({days})" if days else told


def overdue_report(
    campaign: Campaign, works: Sequence[Work], late: Sequence[Late], today: date
) -> Paper:
    """BÁO CÁO on what is late, with how far the whole plan is."""
    counted = figures(works)
    done, overdue = counted[Urgency.DONE], counted[Urgency.OVERDUE]
    lone = max(overdue - tasks_in(late), 0)
    unled = f" (trong đó {two_digits(lone)} nhiệm vụ chưa có cơ quan chủ trì)" if lone else ""
    told = (
        f"Thực hiện {plan_said(campaign)}, đến {long_date_text(today)}, trong tổng số "
        f"{two_digits(len(works))} nhiệm vụ có {two_digits(done)} nhiệm vụ đã hoàn thành, "
        f"{two_digits(overdue)} nhiệm vụ quá hạn{unled}, "
        f"{two_digits(len(works) - done - overdue)} nhiệm vụ chưa đến hạn hoặc chưa có thời hạn."
    )
    blocks: list[Block] = [Text(told)]
    if late:
        blocks += [Text("Các nhiệm vụ quá hạn theo cơ quan chủ trì:"), _table(late)]
    blocks.append(Text(f"{campaign.body.name} báo cáo./."))
    return Paper(
        kind="BÁO CÁO",
        subject="Tình hình thực hiện các nhiệm vụ quá hạn theo kế hoạch",
        signed_on=today,
        blocks=tuple(blocks),
        copies_to=("Lưu: VT",),
        **_shared(campaign),
    )


def tasks_in(late: Iterable[Late]) -> int:
    """How many tasks are late; one that several lead counts once."""
    return len({one.task.pk for one in late})


def urging(campaign: Campaign, late: Sequence[Late], today: date) -> Paper:
    """Công văn "V/v đôn đốc thực hiện …": bodies of the State within its reach are told, all
    others are asked."""
    issuer = campaign.body.name
    names = list(dict.fromkeys(one.agency.name for one in late))
    told = [name for name in names if may_order(issuer, name)]
    asked = [name for name in names if not may_order(issuer, name)]
    blocks: list[Block] = [
        Text(
            f"Thực hiện {plan_said(campaign)}; qua theo dõi đến {long_date_text(today)}, còn "
            f"{two_digits(tasks_in(late))} nhiệm vụ đã quá thời hạn mà cơ quan, đơn vị chủ trì "
            "chưa báo cáo hoàn thành."
        ),
        *_wishes(issuer, told, asked),
        _table(late),
        Text(
            "Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, kịp thời phản ánh về "
            f"{issuer} để được hướng dẫn, giải quyết./."
        ),
    ]
    return Paper(
        kind="",
        subject=f"đôn đốc thực hiện nhiệm vụ theo {_short_plan(campaign)}",
        addressed_to=_addressed(names),
        blocks=tuple(blocks),
        copies_to=("Như trên", "Lưu: VT"),
        **_shared(campaign),
    )


def _wishes(issuer: str, told: list[str], asked: list[str]) -> Iterable[Block]:
    until = f"báo cáo kết quả về {issuer} trước ngày {BLANK}"
    deed = "khẩn trương hoàn thành các nhiệm vụ nêu dưới đây"
    if told:
        yield Text(f"{issuer} yêu cầu {_listed(told)} {deed}; {until}.")
    if asked:
        yield Text(
            f"{issuer} đề nghị {_listed(asked)} quan tâm, phối hợp thực hiện các nhiệm vụ nêu dưới "
            f"đây; thông tin kết quả về {issuer} trước ngày {BLANK}."
        )


def _listed(names: list[str]) -> str:
    if len(names) > _ADDRESSED:
        return "các cơ quan, đơn vị có tên trong bảng dưới đây"
    return ", ".join(names)


def _addressed(names: list[str]) -> tuple[str, ...]:
    few = len(names) <= _ADDRESSED
    return tuple(names) if few else ("Các cơ quan, đơn vị có tên trong bảng kèm theo",)


def _short_plan(campaign: Campaign) -> str:
    return f"Kế hoạch số {campaign.plan_number}" if campaign.plan_number else "kế hoạch"


def _table(late: Sequence[Late]) -> Table:
    rows = [(two_digits(number), *line) for number, line in enumerate(map(late_line, late), 1)]
    headings = ("STT", "Cơ quan chủ trì", "Nhiệm vụ", "Thời hạn", "Quá hạn (ngày)", "Ghi chú")
    return Table(headings, rows, widths=(2, 6, 13, 5, 4, 6), numeric=frozenset({4}))


def late_line(late: Late) -> tuple[str, str, str, str, str]:
    """Who leads, the task, its deadline, for how many days it is late, who and what is behind."""
    return (
        late.agency.name,
        _bare(late.task.text),
        date_text(late.span.last),
        str(late.days),
        remark(late),
    )


def remark(late: Late) -> str:
    """The units that have not finished, and what they reported to stand in the way."""
    parts = []
    if late.units:
        count = two_digits(len(late.units))
        named = ", ".join(filter(None, late.units)) if len(late.units) <= _NAMED else ""
        parts.append(f"{count} đơn vị chưa xong" + (f": {named}" if named else ""))
    parts += [f"Vướng mắc: {one}" for one in late.obstacles]
    return "; ".join(parts)
