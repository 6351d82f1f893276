"""Who holds a task: agencies that come, go on and are let go."""

from collections.abc import Iterable, Mapping

from django.db.models import Q, QuerySet

from hoithi.campaigns.models import Agency, Holding, HoldingStatus, Task
from hoithi.kit.refusals import Refusal
from hoithi.people.models import Unit

_REPORTED = (
    ~Q(status=HoldingStatus.WAITING)
    | ~Q(evidence="")
    | ~Q(obstacle="")
    | Q(evidence_file__isnull=False)
)


class HolderReported(Refusal):
    """A holder has reported already: what it told would be lost with its row."""

    def __init__(self, agency: str) -> None:
        super().__init__(agency=agency)


class HeldTwice(Refusal):
    """One agency is to lead a task and to cooperate in it."""

    def __init__(self, agency: str) -> None:
        super().__init__(agency=agency)


def held_by(task: Task, leads: Iterable[Agency], cooperates: Iterable[Agency]) -> None:
    """Makes the holders of a task those who are told.

    Who goes on keeps what it reported; who has reported cannot be let go.
    """
    wanted = _wanted(leads, cooperates)
    gone = task.holdings.exclude(agency__in=list(wanted))
    refuse_reported(gone)
    gone.delete()
    known = set(task.holdings.values_list("agency_id", flat=True))
    for agency, is_leader in wanted.items():
        task.holdings.filter(agency=agency).update(leads=is_leader)
        if agency.pk not in known:
            _given(task, agency, is_leader)


def _wanted(leads: Iterable[Agency], cooperates: Iterable[Agency]) -> Mapping[Agency, bool]:
    wanted = dict.fromkeys(leads, True)
    for agency in cooperates:
        if agency in wanted:
            raise HeldTwice(agency.name)
        wanted[agency] = False
    return wanted


def _given(task: Task, agency: Agency, leads: bool) -> None:
    """One row, or one for each unit to which the agency's other tasks were opened."""
    opened = Unit.objects.filter(
        pk__in=Holding.objects.filter(agency=agency, unit__isnull=False).values("unit")
    )
    units: list[Unit | None] = [*opened] or [None]
    Holding.objects.bulk_create(
        [Holding(task=task, agency=agency, unit=unit, leads=leads) for unit in units],
        batch_size=500,
    )


def refuse_reported(rows: QuerySet[Holding]) -> None:
    """Refuses to lose rows of which one has been reported on."""
    reported = rows.filter(_REPORTED).select_related("agency").first()
    if reported:
        raise HolderReported(reported.agency.name)
