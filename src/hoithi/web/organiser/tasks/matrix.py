"""The tasks as tables: agency by month, and task by agency."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from hoithi.campaigns.models import Agency, HoldingStatus
from hoithi.campaigns.queries import Holder, Work, figures
from hoithi.core.tasks.due import Urgency
from hoithi.web.organiser.tasks.desk import desk
from hoithi.web.request import SignedInRequest
from hoithi.wording.tasks import STATUSES

_SHOWN = (Urgency.OVERDUE, Urgency.SOON, Urgency.LATER, Urgency.UNDATED, Urgency.DONE)
_ON_A_PAGE = 60
_LEADS, _HELPS = gettext_lazy("CT"), gettext_lazy("PH")
"""Chủ trì, phối hợp."""
_TONES = {
    HoldingStatus.WAITING: "",
    HoldingStatus.DOING: "badge--info",
    HoldingStatus.DONE: "badge--good",
    HoldingStatus.STUCK: "badge--bad",
}
Month = tuple[int, int]


@dataclass(frozen=True)
class Cell:
    """The tasks that an agency leads and that fall due in one month, counted by urgency."""

    agency: Agency
    month: Month | None
    counts: list[tuple[Urgency, int]]

    @property
    def query(self) -> str:
        """The month as the search of the list takes it."""
        return f"{self.month[0]}-{self.month[1]:02d}" if self.month else ""


@dataclass(frozen=True)
class Held:
    """A task with its cell under each agency."""

    work: Work
    cells: list["Mark | None"]


@dataclass(frozen=True)
class Mark:
    """How an agency holds a task, ready to be printed: a page has thousands."""

    letters: str
    said: str
    tone: str


@require_safe
@login_required
def tasks_matrix(request: SignedInRequest, body: str, number: int) -> HttpResponse:
    """Agency by month, or task by agency where the address asks for it (`?theo=viec`)."""
    seen = desk(request, body, number, "tasks_matrix")
    by_task = request.GET.get("theo") == "viec"
    shown = seen.shown | {"by_task": by_task, "agencies": seen.agencies}
    if by_task:
        page = Paginator(seen.found, _ON_A_PAGE).get_page(request.GET.get("trang"))
        shown["page"] = page
        shown["rows"] = [_across(work, seen.agencies) for work in page]
    else:
        months = months_of(seen.found)
        shown["months"] = [date(*month, 1) if month else None for month in months]
        shown["rows"] = _by_month(seen.found, seen.agencies, months)
    return render(request, "organiser/tasks/matrix.html", shown)


def months_of(works: Iterable[Work]) -> list[Month | None]:
    """The months in which something falls due, in order; last those tasks without a day."""
    found = {work.month for work in works}
    dated = sorted(month for month in found if month)
    return [*dated, None] if None in found else list(dated)


def _by_month(
    works: list[Work], agencies: Iterable[Agency], months: list[Month | None]
) -> list[tuple[Agency, list[Cell]]]:
    led: dict[tuple[int, Month | None], list[Work]] = {}
    for work in works:
        for holder in work.leaders:
            led.setdefault((holder.agency.pk, work.month), []).append(work)
    return [
        (one, [_cell(one, month, led.get((one.pk, month), [])) for month in months])
        for one in agencies
    ]


def _cell(agency: Agency, month: Month | None, works: list[Work]) -> Cell:
    counted: Mapping[Urgency, int] = figures(works)
    return Cell(agency, month, [(how, counted[how]) for how in _SHOWN if counted[how]])


def _across(work: Work, agencies: Iterable[Agency]) -> Held:
    held = {one.agency.pk: _mark(work, one) for one in work.holders}
    return Held(work, [held.get(agency.pk) for agency in agencies])


def _mark(work: Work, holder: Holder) -> Mark:
    """Who has not begun what is overdue and leads it is marked as late."""
    status = holder.status
    is_late = status == HoldingStatus.WAITING and work.urgency is Urgency.OVERDUE and holder.leads
    letters = str(_LEADS if holder.leads else _HELPS)
    tone = "badge--bad" if is_late else _TONES[status]
    return Mark(letters, str(STATUSES[status]), tone)
