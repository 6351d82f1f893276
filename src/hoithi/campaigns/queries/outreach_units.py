"""Outreach as a unit sees it: what it is to tell, what it told, the links that stand for it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.core.signing import BadSignature, Signer
from django.db.models import Count, Q, QuerySet

from hoithi.campaigns.models import (
    Agency,
    Campaign,
    OutreachDeed,
    OutreachDuty,
    OutreachPass,
    OutreachPhoto,
)
from hoithi.campaigns.queries.contacts import of_drafts, units_of_contact
from hoithi.campaigns.queries.outreach import (
    Teller,
    is_among,
    opened_units,
    tellers,
    times_due,
    windows_by_campaign,
)
from hoithi.campaigns.queries.outreach_lines import Cell, CellState
from hoithi.core.outreach.channels import Channel, Windows
from hoithi.core.vietnamese.moments import local_day
from hoithi.people.models import Person, UnitVersion

_SALT = "campaigns.outreach_pass"
_OWN_SHOWN = 20


@dataclass(frozen=True)
class Telling:
    """What one unit is to tell of one campaign, channel by channel."""

    campaign: Campaign
    teller: Teller
    version: UnitVersion | None
    """The unit itself, also where the agency is one; None for a link of a whole agency."""
    cells: tuple[Cell, ...]
    words: tuple[str, ...]
    """What the duties say beside their channel."""

    @property
    def missing(self) -> int:
        """By how many channels it was to tell something by now, and told nothing."""
        return sum(one.state is CellState.MISSING for one in self.cells)


def tellings_of(units: Mapping[int, UnitVersion], *, today: date) -> list[Telling]:
    """What these units of a contact are to tell of all campaigns of their bodies; four queries.

    Give it `units_of_contact`. Those that still miss something come first.
    """
    bodies = {one.unit.body_id for one in units.values()} - {None}
    if not bodies:
        return []
    duties = OutreachDuty.objects.filter(campaign__body__in=bodies)
    duties = duties.exclude(of_drafts("campaign"))
    rows = list(duties.select_related("agency", "campaign__body").order_by("pk"))
    opened = opened_units({one.agency for one in rows})
    known = windows_by_campaign(one.campaign_id for one in rows)
    own = [
        (duty, version, unit)
        for duty in rows
        for version in units.values()
        if version.unit.body_id == duty.campaign.body_id
        for unit in _as(version, duty.agency, opened)
    ]
    found = _gathered(own, _Now(known, _counts(units, rows), today))
    return sorted(found, key=lambda one: (not one.missing, -one.campaign.pk))


def _as(version: UnitVersion, agency: Agency, opened: dict[int, set[int]]) -> list[int | None]:
    """Under which number the unit tells for the agency: its own, none as the agency itself."""
    if is_among(version, agency, opened.get(agency.pk, set())):
        return [version.unit_id]
    return [None] if agency.unit_id == version.unit_id else []


def _counts(units: Iterable[int], duties: Iterable[OutreachDuty]) -> Counter[tuple[object, ...]]:
    told = OutreachDeed.objects.filter(Q(unit__in=list(units)) | Q(unit=None), withdrawn_at=None)
    told = told.filter(agency__in={one.agency_id for one in duties}).order_by()
    rows = told.values_list("agency_id", "unit_id", "channel").annotate(number=Count("pk"))
    return Counter({tuple(key): number for *key, number in rows})


@dataclass(frozen=True)
class _Now:
    """What is known of all campaigns at once: their windows, what was told, the day."""

    known: Mapping[int, Windows]
    done: Counter[tuple[object, ...]]
    today: date

    def cells(self, duties: Iterable[OutreachDuty], unit: int | None) -> tuple[Cell, ...]:
        """The channels of one agency's duties as they stand for one of its units."""
        wanted = Counter[str]()
        agency = 0
        for duty in duties:
            window = self.known.get(duty.campaign_id, Windows())
            wanted[duty.channel] += times_due(duty, window, today=self.today)
            agency = duty.agency_id
        return tuple(
            Cell(one, self.done[agency, unit, one.value], wanted[one.value], is_duty=True)
            for one in Channel
            if one.value in wanted
        )


def _gathered(
    own: Iterable[tuple[OutreachDuty, UnitVersion, int | None]], now: _Now
) -> list[Telling]:
    """One telling for each agency and unit."""
    grouped: dict[tuple[int, int | None, UnitVersion], list[OutreachDuty]] = defaultdict(list)
    for duty, version, unit in own:
        grouped[duty.agency_id, unit, version].append(duty)
    return [
        Telling(
            duties[0].campaign,
            Teller(duties[0].agency, unit, version.name),
            version,
            now.cells(duties, unit),
            tuple(one.words for one in duties if one.words),
        )
        for (_agency, unit, version), duties in grouped.items()
    ]


def telling_for(person: Person, duty_of: tuple[int, int], unit: int, *, at: datetime) -> Telling:
    """What a unit of this contact is to tell for an agency of a campaign (their numbers).

    Raises DoesNotExist for every other unit, and where it is to tell nothing.
    """
    units = units_of_contact(person, at=at)
    for one in tellings_of(units, today=local_day(at)):
        is_meant = (one.campaign.pk, one.teller.agency.pk) == duty_of
        if is_meant and one.version and one.version.unit_id == unit:
            return one
    raise OutreachDuty.DoesNotExist


def told_by(telling: Telling) -> QuerySet[OutreachDeed]:
    """The newest that this unit told, with photographs."""
    rows = OutreachDeed.objects.filter(
        campaign=telling.campaign,
        agency=telling.teller.agency,
        unit=telling.teller.unit_id,
        withdrawn_at=None,
    )
    return rows.prefetch_related("photos")[:_OWN_SHOWN]


def photo_for(telling: Telling, number: int) -> OutreachPhoto:
    """A photograph that this unit sent. Raises DoesNotExist for every other."""
    photos = OutreachPhoto.objects.select_related("file").filter(
        deed__campaign=telling.campaign,
        deed__agency=telling.teller.agency,
        deed__unit=telling.teller.unit_id,
    )
    return photos.get(pk=number)


def token_of(given: OutreachPass) -> str:
    """The signed number by which the link of a pass is known."""
    return Signer(salt=_SALT, sep=".").sign(str(given.pk))


def pass_of(token: str) -> OutreachPass:
    """The pass of a link, valid or over. Raises DoesNotExist for what this site did not sign."""
    try:
        number = Signer(salt=_SALT, sep=".").unsign(token)
    except BadSignature as error:
        raise OutreachPass.DoesNotExist from error
    rows = OutreachPass.objects.select_related("campaign__body", "agency", "unit")
    return rows.get(pk=int(number))


def is_valid(given: OutreachPass, *, at: datetime) -> bool:
    """Whether the link still lets somebody report."""
    return given.revoked_at is None and at < given.expires_at


def telling_by_pass(given: OutreachPass, *, at: datetime) -> Telling:
    """What the unit of a link is to tell: its channels with what it told; at most six queries."""
    on = local_day(at)
    who = tellers(given.campaign, [given.agency], on=on)
    teller = next(
        (one for one in who if one.unit_id == given.unit_id),
        Teller(given.agency, given.unit_id, given.agency.name),
    )
    duties = list(given.agency.outreach_duties.select_related("agency", "campaign__body"))
    known = windows_by_campaign([given.campaign_id])
    done = _counts([given.unit_id] if given.unit_id else [], duties)
    cells = _Now(known, done, on).cells(duties, given.unit_id)
    words = tuple(one.words for one in duties if one.words)
    return Telling(given.campaign, teller, None, cells, words)


def passes_of(campaign: Campaign, *, at: datetime) -> dict[tuple[int, int | None], OutreachPass]:
    """The links that hold now, by agency and unit; one query."""
    rows = campaign.outreach_passes.filter(revoked_at=None, expires_at__gt=at).order_by("pk")
    return {(one.agency_id, one.unit_id): one for one in rows}
