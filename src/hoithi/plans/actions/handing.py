"""A campaign goes on: to another year of the same body, or as a file to another body."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

import msgspec
from django.db import transaction

from hoithi.campaigns import actions as campaigns
from hoithi.campaigns.actions import Founded
from hoithi.campaigns.models import Campaign
from hoithi.contests import actions as contests
from hoithi.contests.actions.founding import refuse_past
from hoithi.contests.models import Contest
from hoithi.core.founding.records import ActivityDraft, CampaignDraft
from hoithi.core.handing.again import Before, look_again
from hoithi.core.handing.file import (
    CampaignFile,
    CampaignFileRefused,
    Fault,
    Parts,
    from_file,
    to_file,
)
from hoithi.core.handing.years import first_day_of, for_another_year, titles_then
from hoithi.core.rulebook.document import Rulebook
from hoithi.core.rulebook.founding import (
    Founder,
    Particulars,
    from_pattern,
    with_particulars,
)
from hoithi.core.rulebook.windows import shifted
from hoithi.core.vietnamese.dates import date_text
from hoithi.core.vietnamese.moments import local_day
from hoithi.journal import actions as journal
from hoithi.people.models import OrganisingBody, Person
from hoithi.plans.actions.parts import PARTS, Arrival
from hoithi.plans.facts import draft_from
from hoithi.plans.models import CampaignOrigin
from hoithi.plans.queries.handing import contests_by_activity, gone_units, names_in, rules_in


@transaction.atomic
def copy_campaign(campaign: Campaign, *, days: int, by: Person | None, at: datetime) -> Campaign:
    """The campaign so many days later, as a draft without a plan; its contests are copied too.

    Nobody in its committees, no report and no result comes along. What nobody may take over
    unseen becomes questions. Refuses (BeginsInThePast) a first day before today.
    """
    sources = contests_by_activity(campaign)
    old = draft_from(campaign, rules_in(sources))
    rules = {key: _rules_then(contest, old, days) for key, contest in _by_key(sources)}
    draft = _with_rules(for_another_year(old, days), rules)
    refuse_past(first_day_of(draft), at)
    before = Before(_superior_line(campaign), tuple(gone_units(campaign, local_day(at))))
    founded = _founded(draft, before, body=campaign.body, by=by, at=at)
    for key, contest in _by_key(sources):
        contests.copy_within(contest, rules[key], founded.activities[key], by=by, at=at)
    _take_parts(_parts(campaign), Arrival(founded, days, titles_then(old, days), by, at))
    _told(founded, CampaignOrigin(source=campaign), by=by, at=at)
    return founded.campaign


def _by_key(sources: Mapping[int, Contest]) -> list[tuple[str, Contest]]:
    return [(one.activity.key, one) for one in sources.values() if one.activity]


def _rules_then(contest: Contest, old: CampaignDraft, days: int) -> Rulebook:
    """A contest without a day of its own is titled by the year of its campaign."""
    rules = contests.rules_for_copy(contest, days)
    return msgspec.structs.replace(rules, title=titles_then(old, days)(rules.title))


def _superior_line(campaign: Campaign) -> str:
    day = campaign.superior_issued_on
    said = (
        campaign.superior_number and f"văn bản số {campaign.superior_number}",
        day and f"ngày {date_text(day)}",
        campaign.superior_issuer and f"của {campaign.superior_issuer}",
    )
    return " ".join(one for one in said if one)


def _with_rules(draft: CampaignDraft, rules: Mapping[str, Rulebook]) -> CampaignDraft:
    held = (replace(one, rulebook=rules.get(one.key)) for one in draft.activities)
    return replace(draft, activities=tuple(held))


def _founded(
    draft: CampaignDraft,
    before: Before,
    *,
    body: OrganisingBody,
    by: Person | None,
    at: datetime,
) -> Founded:
    """The campaign with the questions of what must be looked at again."""
    questions = look_again(draft, before, today=local_day(at))
    whole = replace(draft, tasks=(*draft.tasks, *questions))
    return campaigns.found(whole, body=body, by=by, at=at)


def _told(founded: Founded, origin: CampaignOrigin, *, by: Person | None, at: datetime) -> None:
    campaign = founded.campaign
    origin.campaign, origin.body, origin.made_by, origin.made_at = campaign, campaign.body, by, at
    origin.save()
    facts = {"from": origin.source_id, "sha256": origin.sha256}
    journal.record("plans.copied", campaign, by=by, at=at, facts=facts)


def _parts(campaign: Campaign) -> Parts:
    return {part.name: part.told(campaign) for part in PARTS}


def _take_parts(parts: Parts, arrival: Arrival) -> None:
    """Stores the rows of each part. Refuses a part that this version does not know, as newer."""
    known = {part.name: part for part in PARTS}
    for name, rows in parts.items():
        if name not in known:
            raise CampaignFileRefused(Fault.NEWER, name)
        try:
            known[name].taken(rows, arrival)
        except msgspec.ValidationError:
            raise CampaignFileRefused(Fault.DAMAGED, name) from None


@transaction.atomic
def export(campaign: Campaign, *, by: Person | None, at: datetime) -> bytes:
    """The campaign as one file for another body: activities, rules, tasks, and nobody in it."""
    draft = draft_from(campaign, rules_in(contests_by_activity(campaign)))
    held = tuple(_without_body(one, campaign.body) for one in draft.activities)
    data = to_file(replace(draft, activities=held), _parts(campaign), names=names_in(campaign))
    journal.record("plans.exported", campaign, by=by, at=at, facts={"bytes": len(data)})
    return data


def _without_body(one: ActivityDraft, body: OrganisingBody) -> ActivityDraft:
    """The rules as a pattern: the body's plan, units, telephone and money are left out."""
    if one.rulebook is None:
        return one
    founder = Founder(body.name, body.superior, body.place)
    return replace(one, rulebook=from_pattern(one.rulebook, founder, title=one.rulebook.title))


@dataclass(frozen=True)
class Opened:
    """The campaign of a file; `is_new` is false where the body had opened the file before."""

    campaign: Campaign
    is_new: bool


@transaction.atomic
def open_file(
    data: bytes,
    *,
    body: OrganisingBody,
    by: Person | None,
    at: datetime,
    begins: date | None = None,
) -> Opened:
    """The campaign of another body's file as a draft of this one, beginning on the day if given.

    The same file again is the campaign that it was opened as. Refuses what is no such file.
    """
    file = from_file(data)
    known = CampaignOrigin.objects.filter(body=body, sha256=file.sha256).first()
    if known:
        return Opened(known.campaign, is_new=False)
    founded = _opened(file, body=body, by=by, at=at, begins=begins)
    _told(founded, CampaignOrigin(sha256=file.sha256), by=by, at=at)
    return Opened(founded.campaign, is_new=True)


def _opened(
    file: CampaignFile,
    *,
    body: OrganisingBody,
    by: Person | None,
    at: datetime,
    begins: date | None,
) -> Founded:
    first, superior = first_day_of(file.draft), file.draft.superior
    days = (begins - first).days if begins and first else 0
    titled = titles_then(file.draft, days)
    rules = {
        one.key: _own_rules(one.rulebook, body, days, titled(one.rulebook.title))
        for one in file.draft.activities
        if one.rulebook
    }
    draft = _with_rules(for_another_year(file.draft, days), rules)
    line = f"văn bản số {superior.number} của {superior.issuer}" if superior else ""
    founded = _founded(draft, Before(line, is_anothers=True), body=body, by=by, at=at)
    for key, rulebook in rules.items():
        contests.create(rulebook, body=body, by=by, at=at, within=founded.activities[key])
    _take_parts(file.parts, Arrival(founded, days, titled, by, at))
    return founded


def _own_rules(rulebook: Rulebook, body: OrganisingBody, days: int, title: str) -> Rulebook:
    """The rules as this body's own, so many days later, with what only it knows left open."""
    founder = Founder(body.name, body.superior, body.place, body.telephone)
    rules = shifted(from_pattern(rulebook, founder, title=title), days)
    return with_particulars(rules, Particulars())
