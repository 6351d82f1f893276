"""A campaign at one glance: figures, what presses, what is open, what takes place soon."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from hoithi.campaigns.models import Activity, Agency, Campaign, Task
from hoithi.campaigns.queries.tasks import Wanted, Work, figures, found_among, works_in
from hoithi.core.tasks.due import Urgency

_PRESSING = (Urgency.OVERDUE, Urgency.SOON)


@dataclass(frozen=True)
class AgencyFigures:
    """How many tasks an agency leads, and how they stand to today."""

    agency: Agency
    led: int
    done: int
    overdue: int
    stuck: int


@dataclass(frozen=True)
class Overview:
    """What the first page of a campaign shows, in a number of queries that never grows."""

    figures: Mapping[Urgency, int]
    tasks: int
    pressing: list[Work]
    """Led, overdue or due soon; the most urgent first."""
    unled: int
    """Tasks that nobody leads and that are not over."""
    questions: list[Task]
    """What the plan left open and nobody has answered."""
    activities: list[Activity]
    """Those to come, the soonest first, then those without a day, then what is over."""
    agencies: list[AgencyFigures]


def overview(campaign: Campaign, *, today: date) -> Overview:
    """The campaign as it stands today; five queries."""
    agencies = list(campaign.agencies.all())
    works = works_in(campaign, agencies, today=today)
    pressing = [work for work in works if work.leaders and work.urgency in _PRESSING]
    unanswered = campaign.tasks.exclude(asks="").filter(answered_at=None)
    return Overview(
        figures(works),
        len(works),
        found_among(pressing, Wanted()),
        sum(not work.leaders for work in works),
        list(unanswered.order_by("ordinal")),
        _soonest_first(campaign.activities.select_related("agency"), today),
        _by_agency(works, agencies),
    )


def _soonest_first(activities: Iterable[Activity], today: date) -> list[Activity]:
    rows = list(activities)
    coming = [one for one in rows if one.last_day is None or one.last_day >= today]
    over = [one for one in rows if one.last_day is not None and one.last_day < today]
    return [
        *sorted(coming, key=lambda one: (one.first_day or date.max, one.ordinal)),
        *sorted(over, key=lambda one: one.last_day or date.min, reverse=True),
    ]


def _by_agency(works: Sequence[Work], agencies: Iterable[Agency]) -> list[AgencyFigures]:
    led: dict[int, list[Work]] = {}
    for work in works:
        for holder in work.leaders:
            led.setdefault(holder.agency.pk, []).append(work)
    return [_figures_of(agency, led.get(agency.pk, [])) for agency in agencies]


def _figures_of(agency: Agency, works: Sequence[Work]) -> AgencyFigures:
    """A task that several lead counts for each by what that one has done."""
    own = [one for work in works for one in work.leaders if one.agency == agency]
    late = [
        work
        for work, one in zip(works, own, strict=True)
        if work.urgency is Urgency.OVERDUE and one.done < one.rows
    ]
    done = sum(one.done == one.rows for one in own)
    return AgencyFigures(agency, len(works), done, len(late), sum(one.stuck > 0 for one in own))
