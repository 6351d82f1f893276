"""What holders are told of their tasks: by message, and as text for a group in Zalo."""

from collections.abc import Iterable, Sequence
from datetime import date

from django.utils.translation import gettext as _

from hoithi.campaigns.models import Agency, Campaign
from hoithi.campaigns.queries import Reminder, Work
from hoithi.core.tasks.due import Span
from hoithi.core.tasks.reminding import LATE
from hoithi.core.vietnamese.dates import date_text
from hoithi.core.vietnamese.numbers import two_digits
from hoithi.wording.tasks import span_text

_LONGEST = 200


def reminder_message(campaign: Campaign, reminders: Sequence[Reminder], today: date) -> str:
    """One message to somebody about all tasks that they are reminded of today."""
    head = _("Nhắc việc theo kế hoạch “%(title)s”:") % {"title": shortened(campaign.title)}
    lines = (
        f"- {_when(one.span, one.step, today)}: {shortened(one.holding.task.text)}"
        for one in reminders
    )
    tail = _("Việc nào đã xong, đề nghị báo cáo trên hệ thống để không nhận thêm nhắc việc.")
    return "\n".join([head, *lines, tail])


def _when(span: Span, step: int, today: date) -> str:
    if step == LATE:
        return late_said(span, today)
    if step == 0:
        return _("Hôm nay là hạn")
    return left_said(span, today)


def late_said(span: Span, today: date) -> str:
    """For how many days a task is late."""
    days = two_digits((today - span.last).days)
    return _("Quá hạn %(days)s ngày (hạn %(day)s)") % {"days": days, "day": date_text(span.last)}


def left_said(span: Span, today: date) -> str:
    """How many days are left; of a day that is not set, between which days it falls."""
    if span.first > today and span.first != span.last:
        return _("Hạn %(days)s") % {"days": span_text(span)}
    days = two_digits((span.last - today).days)
    return _("Còn %(days)s ngày (hạn %(day)s)") % {"days": days, "day": date_text(span.last)}


def agency_text(
    campaign: Campaign, agency: Agency, works: Sequence[Work], today: date, address: str
) -> str:
    """A text to paste into Zalo: what one agency has not finished."""
    facts = {
        "agency": agency.name,
        "title": shortened(campaign.title),
        "day": date_text(today),
        "number": two_digits(len(works)),
    }
    told = _(
        "%(agency)s: đến ngày %(day)s còn %(number)s việc quá hạn hoặc sắp đến hạn theo kế hoạch "
        "“%(title)s”:"
    )
    return "\n".join([told % facts, *_numbered(works, today), _tail(address)])


def everybodys_text(
    campaign: Campaign, led: Iterable[tuple[Agency, Sequence[Work]]], today: date, address: str
) -> str:
    """A text to paste into Zalo: what all agencies have not finished, one after the other."""
    facts = {"title": shortened(campaign.title), "day": date_text(today)}
    head = _("Các việc quá hạn, sắp đến hạn theo kế hoạch “%(title)s” (đến ngày %(day)s):") % facts
    blocks = ("\n".join([f"* {agency.name}", *_numbered(works, today)]) for agency, works in led)
    return "\n\n".join([head, *blocks, _tail(address)])


def _numbered(works: Iterable[Work], today: date) -> list[str]:
    return [
        f"{number}. {shortened(work.task.text)} – {_standing(work, today)}"
        for number, work in enumerate(works, start=1)
    ]


def _standing(work: Work, today: date) -> str:
    if work.span is None:
        return _("chưa có hạn")
    said = late_said if work.span.last < today else left_said
    told = said(work.span, today)
    return told[:1].lower() + told[1:]


def _tail(address: str) -> str:
    return _("Đề nghị báo cáo kết quả tại %(address)s") % {"address": address}


def shortened(text: str) -> str:
    """The first line of a text, cut after a whole word where it is long."""
    line = text.strip().partition("\n")[0].strip().rstrip(".;")
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST].rpartition(' ')[0]}…"
