"""Tasks: added, held, opened for every unit of a set, reported, their questions answered."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Max

from hoithi.campaigns.actions.holders import held_by
from hoithi.campaigns.facts import with_due
from hoithi.campaigns.models import Activity, Agency, Campaign, Holding, HoldingStatus, Task
from hoithi.campaigns.queries.moves import activities_asked
from hoithi.core.tasks.due import NO_DUE, Due
from hoithi.files import actions as files
from hoithi.files.actions import Upload
from hoithi.files.facts import FileKind
from hoithi.files.models import StoredFile
from hoithi.journal import actions as journal
from hoithi.kit.refusals import Refusal
from hoithi.people.models import Person, Unit

EVIDENCE_KINDS = (
    FileKind.PDF,
    FileKind.DOCX,
    FileKind.XLSX,
    FileKind.JPEG,
    FileKind.PNG,
    FileKind.WEBP,
)
"""What shows that a task was done: a document, a table, a photograph."""


class NothingTold(Refusal):
    """An obstacle, an answer or a task without a word in it."""


class NothingToAnswer(Refusal):
    """No obstacle was reported, or the task asks for nothing."""


class AnsweredByActivity(Refusal):
    """It asks when or where an activity is: the activity itself is told of that."""


@dataclass(frozen=True)
class NewTask:
    """A task that somebody adds by hand."""

    text: str
    due: Due = NO_DUE
    activity: Activity | None = None
    leads: tuple[Agency, ...] = ()
    cooperates: tuple[Agency, ...] = ()


@dataclass(frozen=True)
class Attached:
    """A file as somebody sends it, under the name that the device gave it."""

    upload: Upload | bytes
    name: str


@dataclass(frozen=True)
class Report:
    """What a holder reports of a task; a newer file takes the place of the older one."""

    status: HoldingStatus
    evidence: str = ""
    obstacle: str = ""
    file: Attached | None = None


@transaction.atomic
def add_task(campaign: Campaign, new: NewTask, *, by: Person, at: datetime) -> Task:
    """One more task of the campaign with those who hold it."""
    if not new.text.strip():
        raise NothingTold
    last = campaign.tasks.aggregate(last=Max("ordinal"))["last"] or 0
    task = Task(campaign=campaign, activity=new.activity, ordinal=last + 1, text=new.text)
    task.made_by = by
    with_due(task, new.due).save()
    held_by(task, new.leads, new.cooperates)
    journal.record("campaigns.task_added", campaign, by=by, at=at, facts={"task": task.pk})
    return task


def hold(task: Task, agency: Agency, *, leads: bool, unit: Unit | None = None) -> Holding:
    """The agency, or a unit of its set, holds the task; who holds it already goes on so."""
    holding, _ = Holding.objects.get_or_create(
        task=task, agency=agency, unit=unit, defaults={"leads": leads}
    )
    return holding


@transaction.atomic
def change_due(task: Task, due: Due, *, by: Person, at: datetime) -> Task:
    """Another due date."""
    with_due(task, due).save()
    journal.record("campaigns.task_moved", task.campaign, by=by, at=at, facts={"task": task.pk})
    return task


@transaction.atomic
def open_set(agency: Agency, units: Iterable[Unit], *, by: Person, at: datetime) -> int:
    """Opens every task of a set of holders as one row a unit; how many rows are new.

    The row of the set itself gives way to those of its units. Opened again with more units, only
    the new ones are added, and what was reported stays.
    """
    chosen = list(units)
    rows = agency.holdings.order_by("task_id", "unit_id")
    leads = {row.task_id: row.leads for row in rows}
    known = {(row.task_id, row.unit_id) for row in rows}
    new = [
        Holding(task_id=task, agency=agency, unit=unit, leads=lead)
        for task, lead in leads.items()
        for unit in chosen
        if (task, unit.pk) not in known
    ]
    Holding.objects.bulk_create(new, batch_size=500)
    if chosen:
        agency.holdings.filter(unit=None, status=HoldingStatus.WAITING).delete()
    facts = {"agency": agency.pk, "units": len(chosen), "rows": len(new)}
    journal.record("campaigns.set_opened", agency.campaign, by=by, at=at, facts=facts)
    return len(new)


@transaction.atomic
def report(holding: Holding, told: Report, *, by: Person, at: datetime) -> Holding:
    """What a holder says of its task, with the file that shows it.

    Refuses an obstacle without a word, and a file that is none of `EVIDENCE_KINDS`.
    """
    locked = _locked(holding)
    if told.status == HoldingStatus.STUCK and not told.obstacle.strip():
        raise NothingTold
    if told.file:
        locked.evidence_file = _kept(told.file, locked.task.campaign, by, at)
    locked.status = told.status
    locked.evidence = told.evidence or locked.evidence
    if told.obstacle.strip():
        locked.obstacle, locked.obstacle_answer, locked.answered_at = told.obstacle, "", None
    locked.reported_by, locked.reported_at = by, at
    locked.done_at = (locked.done_at or at) if told.status == HoldingStatus.DONE else None
    locked.save()
    facts = {"holding": locked.pk, "status": str(told.status)}
    journal.record("campaigns.task_reported", locked.task.campaign, by=by, at=at, facts=facts)
    return locked


def _locked(holding: Holding) -> Holding:
    rows = Holding.objects.select_for_update(of=("self",))
    return rows.select_related("task__campaign__body").get(pk=holding.pk)


def _kept(file: Attached, campaign: Campaign, by: Person, at: datetime) -> StoredFile:
    body = campaign.body
    return files.store(file.upload, file.name, body=body, by=by, at=at, allowed=EVIDENCE_KINDS)


@transaction.atomic
def answer_obstacle(holding: Holding, answer: str, *, by: Person, at: datetime) -> Holding:
    """The organiser's answer to a reported obstacle; the holder goes on with the task."""
    locked = _locked(holding)
    if not locked.obstacle:
        raise NothingToAnswer
    if not answer.strip():
        raise NothingTold
    locked.obstacle_answer, locked.answered_by, locked.answered_at = answer, by, at
    if locked.status == HoldingStatus.STUCK:
        locked.status = HoldingStatus.DOING
    locked.save()
    facts = {"holding": locked.pk}
    journal.record("campaigns.obstacle_answered", locked.task.campaign, by=by, at=at, facts=facts)
    return locked


@transaction.atomic
def answer_question(task: Task, answer: str, *, by: Person | None, at: datetime) -> Task:
    """What was left open is decided; answered again, the newer answer counts.

    When and where an activity takes place is no text: the activity is changed, which answers.
    """
    locked = Task.objects.select_for_update().select_related("campaign").get(pk=task.pk)
    if not locked.asks:
        raise NothingToAnswer
    if activities_asked(locked):
        raise AnsweredByActivity
    if not answer.strip():
        raise NothingTold
    locked.answer, locked.answered_by, locked.answered_at = answer, by, at
    locked.save(update_fields=["answer", "answered_by", "answered_at"])
    facts = {"task": locked.pk, "answer": answer}
    journal.record("campaigns.question_answered", locked.campaign, by=by, at=at, facts=facts)
    return locked
