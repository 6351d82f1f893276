"""Estimates: written, submitted, approved by another person, adjusted as the next number."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.db import transaction

from hoithi.campaigns.models import (
    Budget,
    BudgetLine,
    BudgetSource,
    BudgetVersion,
    Campaign,
    Sponsor,
    VersionState,
)
from hoithi.campaigns.queries.budgets import estimate_findings
from hoithi.core.budget.money import LARGEST, MOST_QUANTITY, cost
from hoithi.core.budget.norms import Item
from hoithi.files.models import StoredFile
from hoithi.journal import actions as journal
from hoithi.kit.refusals import Refusal
from hoithi.people.models import Person

MOST_LINES = 500


class EstimateFixed(Refusal):
    """The estimate is submitted or approved: it is not written any more."""


class EstimateChanged(Refusal):
    """Somebody else saved it since this page was opened."""


class EstimateOpen(Refusal):
    """An estimate is being written or waits already; it is finished before the next begins."""


class NothingAdjusted(Refusal):
    """The adjustment says what the approved estimate says."""


class NotSubmitted(Refusal):
    """Only what was submitted is approved or sent back."""


class EstimateIncomplete(Refusal):
    """Lines, norms or sums stand in the way of submitting."""


class OtherPersonNeeded(Refusal):
    """Who wrote or submitted the estimate does not approve it."""


class ReasonMissing(Refusal):
    """An adjustment, a return and a cancellation say why."""


class DecisionMissing(Refusal):
    """Approved on paper: number, signer and the signed document are needed."""


class SumTooLarge(Refusal):
    """A quantity, price or sum that no budget has."""


class TooManyBudgetLines(Refusal):
    """More lines than an estimate may have."""


class BudgetSettled(Refusal):
    """The account is settled: nothing goes out or changes any more."""


@dataclass(frozen=True)
class LineTyped:
    """A line as somebody wrote it; a line that stays keeps its key."""

    text: str
    quantity: Decimal = Decimal(1)
    item: Item = Item.OTHER
    group: str = ""
    unit: str = ""
    norm: int | None = None
    source_key: int | None = None
    note: str = ""
    follows: str = ""
    key: int | None = None


@dataclass(frozen=True)
class SourceTyped:
    """A source as somebody wrote it."""

    kind: str
    name: str
    year: int | None = None
    amount: int | None = None
    sponsor: Sponsor | None = None
    key: int | None = None


@dataclass(frozen=True)
class Word:
    """The decision that approves: by number, and signed on paper where a file comes with it."""

    number: str = ""
    on: date | None = None
    signer: str = ""
    file: StoredFile | None = None


@transaction.atomic
def locked(campaign: Campaign) -> Budget:
    """The budget of the campaign, made when first asked for; every deed about money waits here."""
    Budget.objects.get_or_create(campaign=campaign)
    return (
        Budget.objects.select_for_update(of=("self",))
        .select_related("campaign__body")
        .get(campaign=campaign)
    )


@transaction.atomic
def begin(campaign: Campaign, *, by: Person, at: datetime) -> BudgetVersion:
    """The first estimate, empty; where one is being written it is that one."""
    budget = locked(campaign)
    newest = budget.versions.last()
    if newest is not None:
        return newest
    return _version(budget, 1, by, at)


def _version(budget: Budget, number: int, by: Person, at: datetime) -> BudgetVersion:
    made = BudgetVersion.objects.create(budget=budget, number=number, made_by=by, made_at=at)
    made.drafters.add(by)
    facts = {"version": number}
    journal.record("campaigns.estimate_begun", budget.campaign, by=by, at=at, facts=facts)
    return made


def drafted(version: BudgetVersion, revision: int | None = None) -> BudgetVersion:
    """The locked row of an estimate that may be written. Refuses another's newer revision."""
    budget = locked(version.budget.campaign)
    if budget.settled_at:
        raise BudgetSettled
    row = BudgetVersion.objects.select_for_update().get(pk=version.pk)
    row.budget = budget
    if row.state != VersionState.DRAFT:
        raise EstimateFixed
    if revision is not None and row.revision != revision:
        raise EstimateChanged
    return row


def _written(version: BudgetVersion, by: Person, at: datetime, deed: str) -> None:
    version.revision += 1
    version.save(update_fields=["revision"])
    version.drafters.add(by)
    version.budget.save(update_fields=["last_key"])
    facts = {"version": version.number, "revision": version.revision}
    journal.record(deed, version.budget.campaign, by=by, at=at, facts=facts)


def new_key(budget: Budget) -> int:
    """A key for a line or source, never given before; saved with the deed."""
    budget.last_key += 1
    return budget.last_key


@transaction.atomic
def write_lines(
    version: BudgetVersion,
    lines: Sequence[LineTyped],
    *,
    revision: int | None = None,
    by: Person,
    at: datetime,
) -> BudgetVersion:
    """All lines of a draft, as they now stand: what is not among them is gone."""
    row = drafted(version, revision)
    _refuse_large(lines)
    known = set(row.lines.values_list("key", flat=True))
    sources = set(row.sources.values_list("key", flat=True))
    row.lines.all().delete()
    taken: set[int] = set()
    made = []
    for ordinal, line in enumerate(lines, 1):
        keeps = line.key in known and line.key not in taken
        key = line.key if keeps and line.key is not None else new_key(row.budget)
        taken.add(key)
        made.append(_line(row, line, ordinal, key, sources))
    BudgetLine.objects.bulk_create(made, batch_size=100)
    _written(row, by, at, "campaigns.estimate_written")
    return row


def _line(
    version: BudgetVersion, line: LineTyped, ordinal: int, key: int, sources: set[int]
) -> BudgetLine:
    return BudgetLine(
        version=version,
        key=key,
        ordinal=ordinal,
        group=line.group,
        item=line.item,
        text=line.text,
        quantity=line.quantity,
        unit=line.unit,
        norm=line.norm,
        source_key=line.source_key if line.source_key in sources else None,
        note=line.note,
        follows=line.follows,
    )


def _refuse_large(lines: Sequence[LineTyped]) -> None:
    if len(lines) > MOST_LINES:
        raise TooManyBudgetLines(at_most=MOST_LINES)
    for line in lines:
        amount = cost(line.quantity, line.norm)
        if not 0 < line.quantity <= MOST_QUANTITY or not 0 <= (amount or 0) <= LARGEST:
            raise SumTooLarge(text=line.text)
        if line.norm is not None and not 0 <= line.norm <= LARGEST:
            raise SumTooLarge(text=line.text)


@transaction.atomic
def write_sources(
    version: BudgetVersion,
    sources: Iterable[SourceTyped],
    *,
    revision: int | None = None,
    by: Person,
    at: datetime,
) -> BudgetVersion:
    """All sources of a draft, as they now stand; lines of one that is gone have none."""
    row = drafted(version, revision)
    known = set(row.sources.values_list("key", flat=True))
    row.sources.all().delete()
    kept: set[int] = set()
    made = []
    for ordinal, one in enumerate(sources, 1):
        if one.amount is not None and not 0 <= one.amount <= LARGEST:
            raise SumTooLarge(text=one.name)
        keeps = one.key in known and one.key not in kept
        key = one.key if keeps and one.key is not None else new_key(row.budget)
        kept.add(key)
        made.append(_source(row, one, ordinal, key))
    BudgetSource.objects.bulk_create(made, batch_size=100)
    row.lines.exclude(source_key__in=kept).update(source_key=None)
    _written(row, by, at, "campaigns.sources_written")
    return row


def _source(version: BudgetVersion, source: SourceTyped, ordinal: int, key: int) -> BudgetSource:
    return BudgetSource(
        version=version,
        key=key,
        ordinal=ordinal,
        kind=source.kind,
        name=source.name,
        year=source.year,
        amount=source.amount,
        sponsor=source.sponsor,
    )


@transaction.atomic
def submit(version: BudgetVersion, *, by: Person, at: datetime) -> BudgetVersion:
    """The draft goes up for approval; why it was sent back stays to be read beside it.

    Refuses what has no lines or blank norms, and an adjustment that adjusts nothing.
    """
    row = drafted(version)
    blocking = [one for one in estimate_findings(row, at=at) if one.blocks]
    if blocking:
        raise EstimateIncomplete(number=len(blocking))
    before = row.budget.versions.filter(number=row.number - 1).first()
    if before is not None and _content(before) == _content(row):
        raise NothingAdjusted
    row.state, row.submitted_by, row.submitted_at = VersionState.SUBMITTED, by, at
    row.save()
    facts = {"version": row.number}
    journal.record("campaigns.estimate_submitted", row.budget.campaign, by=by, at=at, facts=facts)
    return row


def _content(version: BudgetVersion) -> list[tuple[object, ...]]:
    """What an estimate says, whoever wrote it and when."""
    lines = ("key", "group", "item", "text", "quantity", "unit", "norm", "source_key", "note")
    sources = ("key", "kind", "name", "year", "amount", "sponsor")
    told = [*version.lines.values_list(*lines), *version.sources.values_list(*sources)]
    return [tuple(one) for one in told]
