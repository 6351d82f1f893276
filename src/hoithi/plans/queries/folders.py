"""All that the papers of a campaign say, in as many queries however many rows there are."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime

from hoithi.campaigns.models import Activity, Agency, Campaign, Committee, Holding, Task
from hoithi.contests.facts import rulebook_of
from hoithi.contests.models import Contest, Round, RulebookVersion
from hoithi.core.rulebook.document import Rulebook
from hoithi.core.rulebook.entry import IdentityKind
from hoithi.core.vietnamese.moments import local_day
from hoithi.entries.models import Entrant
from hoithi.people import queries as people
from hoithi.people.models import Identity, Person
from hoithi.plans.models import PlanDocument
from hoithi.plans.queries.handing import contests_by_activity
from hoithi.results.facts.snapshot import Table, TableShown
from hoithi.results.models import Result
from hoithi.results.queries import stored, visible


@dataclass(frozen=True)
class Duty:
    """A task as an agency holds it."""

    task: Task
    leads: bool


@dataclass(frozen=True)
class Announced:
    """A published result with its prizes."""

    result: Result
    tables: tuple[TableShown, ...]

    @property
    def round(self) -> Round | None:
        """The round; None for the whole contest."""
        return self.result.round


@dataclass(frozen=True)
class Held:
    """A contest of the campaign with its newest rules and what was published."""

    contest: Contest
    activity: Activity
    rules: Rulebook
    results: tuple[Announced, ...] = ()
    is_draft: bool = False
    """No version of its rules was ever put in force."""


@dataclass(frozen=True)
class FolderFacts:
    """A campaign as its papers need it."""

    campaign: Campaign
    today: date
    activities: tuple[Activity, ...]
    committees: tuple[Committee, ...]
    agencies: tuple[tuple[Agency, tuple[Duty, ...]], ...]
    contests: tuple[Held, ...] = field(default=())
    plan_text: str = ""
    """The words of the plan that was uploaded."""

    @property
    def standing(self) -> Agency | None:
        """Cơ quan thường trực, where the plan names one."""
        return next((one for one, _ in self.agencies if one.is_standing), None)


def folder_facts(campaign: Campaign, *, at: datetime) -> FolderFacts:
    """Everything for the papers of the campaign."""
    return FolderFacts(
        campaign,
        local_day(at),
        tuple(campaign.activities.select_related("agency").prefetch_related("unit_sets")),
        tuple(campaign.committees.prefetch_related("members")),
        tuple(_agencies(campaign)),
        tuple(_contests(campaign, at)),
        "\n".join(PlanDocument.objects.filter(campaign=campaign).values_list("text", flat=True)),
    )


def _agencies(campaign: Campaign) -> Iterable[tuple[Agency, tuple[Duty, ...]]]:
    rows = Holding.objects.filter(task__campaign=campaign, task__asks="")
    held: dict[int, dict[int, Duty]] = {}
    for row in rows.select_related("task__activity").order_by("-leads", "task__ordinal"):
        held.setdefault(row.agency_id, {}).setdefault(row.task_id, Duty(row.task, row.leads))
    return ((one, tuple(held.get(one.pk, {}).values())) for one in campaign.agencies.all())


def _contests(campaign: Campaign, at: datetime) -> Iterable[Held]:
    contests = contests_by_activity(campaign)
    rows = RulebookVersion.objects.filter(contest__in=contests.values()).order_by("number")
    versions = {row.contest_id: row for row in rows}
    in_force = {row.contest_id for row in rows if row.effective_at}
    results = _results(contests.values(), at)
    for one in contests.values():
        if one.activity:
            told, rules = tuple(results.get(one.pk, ())), rulebook_of(versions[one.pk])
            yield Held(one, one.activity, rules, told, is_draft=one.pk not in in_force)


def _results(contests: Iterable[Contest], at: datetime) -> dict[int, list[Announced]]:
    """The newest final result of each round, in the order of rounds, that of the whole last."""
    rows = visible(at).filter(contest__in=list(contests), preliminary=False).order_by("number")
    newest = {(row.contest_id, row.round_id): row for row in rows}
    drafts = [row.draft_id for row in newest.values()]
    tables = stored.of_several(drafts, Table.PRIZES, list[TableShown])
    found: dict[int, list[Announced]] = {}
    for row in sorted(newest.values(), key=_by_round):
        found.setdefault(row.contest_id, []).append(
            Announced(row, tuple(tables.get(row.draft_id, ())))
        )
    return found


def _by_round(row: Result) -> tuple[bool, int]:
    return row.round is None, row.round.ordinal if row.round else 0


def full_names(facts: FolderFacts, *, by: Person, at: datetime) -> dict[int, str]:
    """The winners' names by entrant as certificates print them; every name read is journaled.

    Teams, units and those whose identity was erased are not in it.
    """
    winners = {
        winner.entrant
        for held in facts.contests
        for one in held.results
        for table in one.tables
        for prize in table.prizes
        for winner in prize.winners
        if winner.entrant
    }
    rows = Entrant.objects.filter(pk__in=winners).select_related("identity")
    return {row.pk: _full_name(row, row.identity, by, at) for row in rows if row.identity}


def _full_name(row: Entrant, identity: Identity, by: Person, at: datetime) -> str:
    fields = people.opened_identity(
        identity, by=by, reason="plans.folder", at=at, contest_id=row.contest_id
    )
    return fields.get(IdentityKind.FULL_NAME) or row.name
