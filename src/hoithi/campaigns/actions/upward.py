"""Reports to the superior: begun, put in words, frozen as numbered versions; the own quota."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256

import msgspec
from django.db import transaction
from django.db.models import Max

from hoithi.campaigns.models import (
    Activity,
    Campaign,
    ParticipationQuota,
    UpwardReport,
    UpwardVersion,
)
from hoithi.core.reporting.upward import Part, ReportKind
from hoithi.core.reporting.words import blanks_by_part
from hoithi.journal import actions as journal
from hoithi.kit.refusals import Refusal
from hoithi.people.models import Person

LONGEST_WORDS = 4_000
MOST_WORDS = 300


class UpwardChanged(Refusal):
    """Somebody else wrote in the report since this page was opened."""


class NothingNew(Refusal):
    """The last version says the same, figures and all."""


class BlanksLeft(Refusal):
    """Sentences still have a place to be filled in."""


class Frozen(msgspec.Struct, frozen=True):
    """A report as it is sent."""

    kind: str
    subject: str
    addressed_to: str
    issuer: str
    as_of: date
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Heading:
    """What a report is called and whom it goes to."""

    subject: str
    addressed_to: str = ""


@transaction.atomic
def begin_upward(
    campaign: Campaign, kind: ReportKind, heading: Heading, *, by: Person, at: datetime
) -> UpwardReport:
    """A report in progress, in the words of the figures."""
    report = UpwardReport.objects.create(
        campaign=campaign,
        kind=kind.value,
        subject=heading.subject,
        addressed_to=heading.addressed_to,
        made_by=by,
        made_at=at,
    )
    facts = {"report": report.pk}
    journal.record("campaigns.upward_begun", campaign, by=by, at=at, facts=facts)
    return report


@transaction.atomic
def write_upward(
    report: UpwardReport, words: Mapping[str, str], heading: Heading, *, revision: int, by: Person,
    at: datetime,
) -> UpwardReport:  # fmt: skip
    """Keeps the words that somebody chose. Refuses over those of a colleague."""
    locked = _locked(report)
    if locked.revision != revision:
        raise UpwardChanged
    cut = {key: text[:LONGEST_WORDS] for key, text in list(words.items())[:MOST_WORDS]}
    locked.words, locked.revision = cut, locked.revision + 1
    locked.subject, locked.addressed_to = heading.subject, heading.addressed_to
    locked.save()
    facts = {"report": locked.pk}
    journal.record("campaigns.upward_written", locked.campaign, by=by, at=at, facts=facts)
    return locked


@transaction.atomic
def freeze_upward(
    report: UpwardReport, content: Frozen, document_number: str, *, by: Person, at: datetime
) -> UpwardVersion:
    """The next version, as it is sent. Refuses one that says what the last one says, or that still
    has places to be filled in."""
    locked = _locked(report)
    if places := blanks_by_part(content.parts):
        raise BlanksLeft(number=sum(places.values()), parts="; ".join(places))
    text = msgspec.json.encode(content, order="sorted")
    digest = sha256(text).hexdigest()
    last = locked.versions.order_by("-number").first()
    if last and last.sha256 == digest:
        raise NothingNew(number=last.number)
    number = (locked.versions.aggregate(last=Max("number"))["last"] or 0) + 1
    version = UpwardVersion.objects.create(
        report=locked,
        number=number,
        document_number=document_number,
        content=text.decode(),
        sha256=digest,
        as_of=content.as_of,
        sent_by=by,
        sent_at=at,
    )
    facts = {"report": locked.pk, "version": number, "sha256": digest}
    journal.record("campaigns.upward_sent", locked.campaign, by=by, at=at, facts=facts)
    return version


def frozen_of(version: UpwardVersion) -> Frozen:
    """What the version says."""
    return msgspec.json.decode(version.content, type=Frozen)


def _locked(report: UpwardReport) -> UpwardReport:
    rows = UpwardReport.objects.select_for_update(of=("self",)).select_related("campaign__body")
    return rows.get(pk=report.pk)


@transaction.atomic
def set_quota(
    activity: Activity, people: int, *, by: Person, at: datetime
) -> ParticipationQuota | None:
    """How many people the body wants to take part; nought takes the quota away."""
    facts = {"activity": activity.pk, "people": people}
    journal.record("campaigns.quota_set", activity.campaign, by=by, at=at, facts=facts)
    if not people:
        ParticipationQuota.objects.filter(activity=activity).delete()
        return None
    told = {"people": people, "set_by": by, "set_at": at}
    return ParticipationQuota.objects.update_or_create(activity=activity, defaults=told)[0]
