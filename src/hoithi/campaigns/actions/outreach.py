"""Outreach: duties given and taken away, deeds reported and withdrawn, the silent reminded."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db import transaction

from hoithi.campaigns.actions.nominations import refuse_draft
from hoithi.campaigns.models import Agency, Campaign, OutreachDeed, OutreachDuty, OutreachPass, Task
from hoithi.campaigns.queries import outreach as queries
from hoithi.core.outreach.channels import Cadence, Channel, Phase
from hoithi.core.vietnamese.moments import local_day
from hoithi.files.models import StoredFile
from hoithi.journal import actions as journal
from hoithi.kit.refusals import Refusal
from hoithi.notices.actions import tell
from hoithi.people.models import Person, Unit

MOST_PHOTOS = 5
_MOST_DEEDS_A_DAY = 30
"""Of one teller by one channel: more on one day is a slip or a script."""


class DutyThere(Refusal):
    """The agency has this duty already."""


class DaysBackwards(Refusal):
    """The last day lies before the first."""


class DeedToCome(Refusal):
    """What is reported cannot lie in the future."""


class TooManyDeeds(Refusal):
    """More reports of one day than anybody tells (`most`)."""


class TooManyPhotos(Refusal):
    """More photographs than one report takes (`most`)."""


class NothingShown(Refusal):
    """A report without a link, a photograph or a word shows nothing."""


@dataclass(frozen=True)
class NewDuty:
    """Who tells by which channel in which phase, how often and on which days."""

    agency: Agency
    phase: Phase
    channel: Channel
    cadence: Cadence = Cadence.ONCE
    first_day: date | None = None
    last_day: date | None = None
    words: str = ""
    task: Task | None = None


@transaction.atomic
def add_duty(campaign: Campaign, new: NewDuty, *, by: Person | None, at: datetime) -> OutreachDuty:
    """One more duty. Refuses the same agency, phase and channel again, and days backwards."""
    if new.first_day and new.last_day and new.last_day < new.first_day:
        raise DaysBackwards
    duty, is_new = OutreachDuty.objects.get_or_create(
        campaign=campaign,
        agency=new.agency,
        phase=new.phase,
        channel=new.channel,
        defaults={
            "cadence": new.cadence,
            "first_day": new.first_day,
            "last_day": new.last_day,
            "words": new.words,
            "task": new.task,
            "made_by": by,
        },
    )
    if not is_new:
        raise DutyThere
    facts = {"agency": new.agency.pk, "phase": str(new.phase), "channel": str(new.channel)}
    journal.record("campaigns.outreach_duty_added", campaign, by=by, at=at, facts=facts)
    return duty


@transaction.atomic
def take_proposals(campaign: Campaign, keys: Iterable[str], *, by: Person, at: datetime) -> int:
    """Makes duties of the chosen proposals of the plan; how many. What is there already stays."""
    chosen = set(keys)
    taken = [one for one in queries.proposals(campaign) if one.key in chosen]
    for one in taken:
        new = NewDuty(one.agency, one.phase, one.channel, one.noticed.cadence, task=one.task)
        add_duty(campaign, new, by=by, at=at)
    return len(taken)


@transaction.atomic
def drop_duty(duty: OutreachDuty, *, by: Person, at: datetime) -> None:
    """The agency need not do it any more; what it told stays."""
    facts = {"agency": duty.agency_id, "phase": duty.phase, "channel": duty.channel}
    journal.record("campaigns.outreach_duty_dropped", duty.campaign, by=by, at=at, facts=facts)
    duty.delete()


@dataclass(frozen=True)
class Told:
    """What a unit says it told."""

    channel: Channel
    done_on: date
    words: str = ""
    link: str = ""
    reached: int | None = None
    photos: Sequence[StoredFile] = field(default=())


@dataclass(frozen=True)
class By:
    """Who reports: somebody with an account, or whoever has the link of a unit."""

    person: Person | None = None
    through: OutreachPass | None = None


@transaction.atomic
def report_deed(
    campaign: Campaign, who: tuple[Agency, Unit | None], told: Told, *, by: By, at: datetime
) -> OutreachDeed:
    """Writes down what was told. Refuses what lies ahead, shows nothing, or comes too often."""
    _refuse(campaign, who, told, today=local_day(at))
    agency, unit = who
    deed = OutreachDeed.objects.create(
        campaign=campaign,
        agency=agency,
        unit=unit,
        phase=queries.windows(campaign).phase_on(told.done_on),
        channel=told.channel,
        done_on=told.done_on,
        words=told.words,
        link=told.link,
        reached=told.reached,
        reported_by=by.person,
        reported_pass=by.through,
        reported_at=at,
    )
    for photo in told.photos:
        deed.photos.create(file=photo)
    facts = {"deed": deed.pk, "channel": deed.channel, "photos": len(told.photos)}
    if by.through:
        facts["pass"] = by.through.pk
    journal.record("campaigns.outreach_told", campaign, by=by.person, at=at, facts=facts)
    return deed


def _refuse(
    campaign: Campaign, who: tuple[Agency, Unit | None], told: Told, *, today: date
) -> None:
    if told.done_on > today:
        raise DeedToCome
    if not (told.link or told.photos or told.words.strip()):
        raise NothingShown
    if len(told.photos) > MOST_PHOTOS:
        raise TooManyPhotos(most=MOST_PHOTOS)
    # Locked, so that a script that reports many times at once is counted rightly.
    Campaign.objects.select_for_update().get(pk=campaign.pk)
    same = campaign.outreach_deeds.filter(agency=who[0], unit=who[1], channel=told.channel)
    if same.filter(done_on=told.done_on).count() >= _MOST_DEEDS_A_DAY:
        raise TooManyDeeds(most=_MOST_DEEDS_A_DAY)


@transaction.atomic
def withdraw_deed(deed: OutreachDeed, *, by: Person, at: datetime) -> None:
    """The report counts no more: it was a slip. Its row and its photographs stay."""
    waiting = OutreachDeed.objects.filter(pk=deed.pk, withdrawn_at=None)
    if waiting.update(withdrawn_at=at, withdrawn_by=by):
        facts = {"deed": deed.pk}
        journal.record("campaigns.outreach_withdrawn", deed.campaign, by=by, at=at, facts=facts)


@dataclass(frozen=True)
class Reminder:
    """What the contacts of one unit are told, and where it leads them."""

    unit_id: int
    text: str
    link: str


@transaction.atomic
def remind(campaign: Campaign, reminders: Sequence[Reminder], *, by: Person, at: datetime) -> int:
    """Tells the contacts of these units on the site and by mail, at most once a day; how many.

    Refuses while the campaign is a copy without a signed plan.
    """
    refuse_draft(campaign)
    today = local_day(at)
    contacts = queries.contacts_of(campaign, {one.unit_id for one in reminders}, on=today)
    told = 0
    for one in reminders:
        for person in contacts.get(one.unit_id, []):
            key = f"outreach-{campaign.pk}-{one.unit_id}-{today:%Y%m%d}"
            tell(person, one.text, body=campaign.body, at=at, link=one.link, key=key)
            told += 1
    facts = {"units": len(reminders), "people": told}
    journal.record("campaigns.outreach_reminded", campaign, by=by, at=at, facts=facts)
    return told
