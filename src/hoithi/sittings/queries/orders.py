"""Orders about attempts: whom they can reach, what was ordered, what one person reads of it."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Max, QuerySet

from hoithi.contests.models import Contest, Round
from hoithi.core.rulebook.windows import UnknownKey, part_of
from hoithi.entries.models import Entrant
from hoithi.people.models import UnitVersion
from hoithi.sittings.facts.records import RoundNow
from hoithi.sittings.models import SittingDecision, SittingDecisionKind
from hoithi.sittings.queries.halls import rounds_now


@dataclass(frozen=True)
class UnitWithPeople:
    """A unit for which people stand in the contest."""

    id: int
    name: str
    people: int


@dataclass(frozen=True)
class Order:
    """Decisions of one kind that were made by one order."""

    round: str
    paper: str
    """Its title where the round has several; empty also for an order about all of them."""
    kind: str
    reason: str
    document_number: str
    by: str
    at: datetime
    people: int


_ORDER = (
    "round__title", "part_title", "kind", "reason", "document_number", "decided_by__full_name",
)  # fmt: skip


@dataclass(frozen=True)
class PaperToPermit:
    """A paper at which an attempt may be given back."""

    round_key: str
    round_title: str
    part_key: str
    title: str
    """Empty where it is the only paper of its round."""
    is_open: bool
    is_over: bool = False
    """Nobody begins a sitting in its round any more."""

    @property
    def key(self) -> str:
        """What names it in a form."""
        return f"{self.round_key}/{self.part_key}" if self.title else self.round_key


def papers_to_permit(contest: Contest, *, at: datetime) -> list[PaperToPermit]:
    """Every paper of the rounds that are not cancelled, in their order. Some small queries."""
    titles = dict(contest.rounds.values_list("key", "title"))
    rounds = [one for one in rounds_now(contest, at) if not one.cancelled]
    return [paper for one in rounds for paper in _papers(one, titles[one.key], at)]


def _papers(round_: RoundNow, title: str, at: datetime) -> list[PaperToPermit]:
    try:
        parts = [part_of(round_.rulebook, key) for key in round_.papers()]
    except UnknownKey:
        # A round that was made since the rules were written has nothing to sit yet.
        return []
    is_open = round_.is_open(at)
    is_over = not is_open and round_.closes_at is not None and round_.closes_at <= at
    return [
        PaperToPermit(
            round_.key, title, one.key, one.title if len(parts) > 1 else "", is_open, is_over
        )
        for one in parts
    ]


def units_with_people(contest: Contest) -> list[UnitWithPeople]:
    """The units for which somebody stands, by name. Two queries."""
    counted = Entrant.objects.filter(contest=contest, unit__isnull=False)
    people = dict(counted.values_list("unit__unit").annotate(n=Count("pk")).order_by())
    newest = UnitVersion.objects.filter(unit__in=people).order_by("valid_from", "pk")
    names = dict(newest.values_list("unit_id", "name"))
    found = [UnitWithPeople(unit, names[unit], count) for unit, count in people.items()]
    return sorted(found, key=lambda one: one.name)


def entrants_of_unit(
    contest: Contest, unit_id: int, *, begun_in: Round | None = None
) -> QuerySet[Entrant]:
    """Those who stand for a unit, under whatever name it had; with a round only who began there."""
    found = Entrant.objects.filter(contest=contest, unit__unit=unit_id)
    if begun_in is not None:
        found = found.filter(sittings__round=begun_in).distinct()
    return found.order_by("pk")


def orders(contest: Contest) -> list[Order]:
    """What was decided about attempts, an order a line, the newest first. One query."""
    rows = (
        SittingDecision.objects.filter(round__contest=contest)
        .values_list(*_ORDER)
        .annotate(at=Max("decided_at"), people=Count("entrant", distinct=True))
        .order_by("-at")
    )
    return [Order(*row) for row in rows]


def given_to(entrant: Entrant) -> QuerySet[SittingDecision]:
    """Attempts given back to one person, the newest first, as that person reads it."""
    rows = SittingDecision.objects.filter(entrant=entrant, kind=SittingDecisionKind.PERMIT)
    return rows.select_related("round").order_by("-decided_at")
