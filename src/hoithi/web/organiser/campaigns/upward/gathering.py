"""Everything that a report to the superior says of a campaign, each figure with its page."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta

from django.urls import reverse

from hoithi.campaigns.facts import answer_of, outline_of
from hoithi.campaigns.models import Activity, Campaign, Holding, HoldingStatus
from hoithi.campaigns.queries import Late, budgets, late_tasks, outreach_lines, overview, reports
from hoithi.campaigns.queries.tasks import works_in
from hoithi.conferences.queries.meetings import open_counts
from hoithi.core.attendance import Tally
from hoithi.core.reporting.told import (
    ActivityTold,
    AgencyTold,
    CampaignTold,
    MoneyTold,
    ObstacleTold,
    OutreachTold,
    RequestTold,
    Source,
)
from hoithi.core.tasks.due import Urgency
from hoithi.core.vietnamese.dates import date_text
from hoithi.core.vietnamese.moments import local_day
from hoithi.core.vietnamese.numbers import two_digits
from hoithi.core.vietnamese.text import fold
from hoithi.people.models import Person, UnitVersion
from hoithi.people.queries.units import in_force
from hoithi.web.organiser.campaigns.upward.contests import contests_told, held_in
from hoithi.wording.tasks import moment_said

_COMING = timedelta(days=30)
_PROPOSES = ("kien nghi", "de xuat", "de nghi")
_NOTHING = {"", "khong", "khong co", "khong.", "khong co."}
_SHORT = 160


def _source(campaign: Campaign, page: str, label: str, *more: object) -> Source:
    return Source(label, reverse(page, args=[campaign.body.slug, campaign.pk, *more]))


def campaign_told(campaign: Campaign, person: Person, *, at: datetime) -> CampaignTold:
    """The figures of this moment, as the person may see them."""
    day = local_day(at)
    activities = list(campaign.activities.all())
    superior = (campaign.superior_number, campaign.superior_issuer)
    above = " của ".join(filter(None, superior))
    late = late_tasks(campaign, today=day)
    return CampaignTold(
        title=campaign.title,
        issuer=campaign.plan_issuer or campaign.body.name,
        number=campaign.plan_number,
        issued_on=campaign.plan_issued_on,
        superior=f"Kế hoạch số {above}" if campaign.superior_number else "",
        source=_source(campaign, "campaign", "Kế hoạch"),
        tasks=_source(campaign, "campaign_tasks", "Nhiệm vụ"),
        today=day,
        committees=tuple(_committees(campaign)),
        activities=tuple(_activities(campaign, activities, at)),
        agencies=tuple(_agencies(campaign, day)),
        overdue=tuple(_overdue(late)),
        late_units=len({name for one in late for name in one.units}),
        upcoming=tuple(_upcoming(campaign, day)),
        obstacles=tuple(_obstacles(campaign, day)),
        contests=tuple(contests_told(activities, person, at=at)),
        requests=tuple(_requests(campaign, day)),
        outreach=_outreach(campaign, day),
        money=_money(campaign),
    )


def _committees(campaign: Campaign) -> Iterator[tuple[str, int, str]]:
    """Each by name, with how many members and the number of its decision."""
    for one in campaign.committees.prefetch_related("members"):
        yield one.name, len(one.members.all()), one.decision_number


def _activities(
    campaign: Campaign, activities: Iterable[Activity], at: datetime
) -> Iterator[ActivityTold]:
    came, held, day = open_counts(campaign), held_in(campaign, at), local_day(at)
    for one in activities:
        told = came.get(one.pk, Tally())
        yield ActivityTold(
            key=str(one.pk),
            title=one.title,
            when=moment_said(one),
            place=one.place,
            is_over=one.last_day is not None and one.last_day < day and not one.is_open,
            source=_source(campaign, "campaign_activity", "Hoạt động", one.key),
            invited=told.invited,
            came=told.came,
            was_held=told.came > 0 or one.pk in held,
        )


def _agencies(campaign: Campaign, day: date) -> Iterator[AgencyTold]:
    for one in overview(campaign, today=day).agencies:
        yield AgencyTold(one.agency.name, one.led, one.done, one.overdue, one.stuck)


def _overdue(late: Iterable[Late]) -> Iterator[str]:
    for one in late:
        who = one.agency.name
        who += f", {two_digits(len(one.units))} đơn vị chưa xong" if one.units else ""
        yield f"{_short(one.task.text)} ({who}, hạn {date_text(one.span.last)})"


def _upcoming(campaign: Campaign, day: date) -> Iterator[str]:
    """What falls due in the weeks to come, the soonest first, with those who lead it."""
    works = works_in(campaign, campaign.agencies.all(), today=day)
    coming = [
        (one.span.last, one.task, one.leaders)
        for one in works
        if one.span and one.urgency is not Urgency.DONE and day <= one.span.last <= day + _COMING
    ]
    for last, task, leaders in sorted(coming, key=lambda each: (each[0], each[1].ordinal)):
        who = ", ".join(one.agency.name for one in leaders)
        yield f"{who or 'Chưa phân công'}: {_short(task.text)}, chậm nhất ngày {date_text(last)}"


def _obstacles(campaign: Campaign, day: date) -> Iterator[ObstacleTold]:
    rows = Holding.objects.filter(task__campaign=campaign).exclude(obstacle="")
    rows = rows.exclude(status=HoldingStatus.DONE).select_related("agency").order_by("pk")
    units = [one.unit_id for one in rows]
    versions = UnitVersion.objects.filter(in_force(day), unit__in=[u for u in units if u])
    names = dict(versions.order_by("valid_from").values_list("unit_id", "name"))
    for one in rows:
        yield ObstacleTold(
            str(one.pk),
            names.get(one.unit_id or 0) or one.agency.name,
            one.obstacle,
            one.obstacle_answer,
            _source(campaign, "campaign_task", "Nhiệm vụ", one.task_id),
        )


def _requests(campaign: Campaign, day: date) -> Iterator[RequestTold]:
    answers = reports.answers_by_request(campaign, day)
    for one in reports.requests_of(campaign, today=day):
        if one.request.sent_at is None:
            continue
        outline = outline_of(one.request)
        places = [n for n, each in enumerate(outline.sections) if _proposes(each.heading)]
        said = (
            (name, answer_of(answer).texts[place])
            for name, answer in answers.get(one.request.pk, ())
            for place in places
        )
        yield RequestTold(
            str(one.request.pk),
            one.request.title,
            one.asked,
            one.sent,
            _source(campaign, "report_request", "Báo cáo của đơn vị", one.request.pk),
            tuple((name, words) for name, words in said if fold(words) not in _NOTHING),
        )


def _proposes(heading: str) -> bool:
    return any(word in fold(heading) for word in _PROPOSES)


def _outreach(campaign: Campaign, day: date) -> OutreachTold:
    found = outreach_lines.table(campaign, today=day)
    return OutreachTold(
        found.told,
        sum(reached for _channel, _deeds, reached in found.totals),
        len(found.lines),
        len(found.silent),
        _source(campaign, "campaign_outreach", "Tuyên truyền"),
    )


def _money(campaign: Campaign) -> MoneyTold | None:
    budget = budgets.budget_of(campaign)
    if budget is None or budgets.approved(budget) is None:
        return None
    account = budgets.settlement(budget)
    source = _source(campaign, "campaign_budget", "Kinh phí")
    return MoneyTold(account.approved, account.spent, source)


def _short(text: str) -> str:
    """The first line of a task, which ends with a whole word."""
    line = " ".join(text.partition("\n")[0].split()).rstrip(" .;")
    return line if len(line) <= _SHORT else f"{line[:_SHORT].rpartition(' ')[0]}…"
