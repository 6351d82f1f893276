"""The table of outreach: each teller by each channel, what was told beside what was due."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.db.models import Count, Sum

from hoithi.campaigns.models import Agency, Campaign, OutreachDuty
from hoithi.campaigns.queries.outreach import Teller, deeds_of, tellers, times_due, windows
from hoithi.core.outreach.channels import Channel, Phase, Windows


class CellState(StrEnum):
    """How far a teller is with a channel."""

    FREE = "free"
    """Not asked for, and nothing was told."""
    COMING = "coming"
    MISSING = "missing"
    BEHIND = "behind"
    DONE = "done"


@dataclass(frozen=True)
class Cell:
    """What one teller told by one channel, beside what was to be told by today."""

    channel: Channel
    count: int
    wanted: int
    is_duty: bool

    @property
    def state(self) -> CellState:
        """Whether it is enough."""
        if not self.is_duty and not self.count:
            return CellState.FREE
        if self.count >= max(self.wanted, 1) or not self.is_duty:
            return CellState.DONE
        if not self.wanted and not self.count:
            return CellState.COMING
        return CellState.BEHIND if self.count else CellState.MISSING


@dataclass(frozen=True)
class Line:
    """A teller with all channels."""

    teller: Teller
    cells: tuple[Cell, ...]

    @property
    def missing(self) -> tuple[Channel, ...]:
        """Channels by which it was to tell something by now, and told nothing."""
        return tuple(one.channel for one in self.cells if one.state is CellState.MISSING)

    @property
    def told(self) -> int:
        """How often it told anything."""
        return sum(one.count for one in self.cells)


@dataclass(frozen=True)
class Table:
    """Units by channels, with how often and how many were reached by each channel."""

    channels: tuple[Channel, ...]
    lines: tuple[Line, ...]
    totals: tuple[tuple[Channel, int, int], ...]
    """Channel, deeds, people reached as the units estimate."""

    @property
    def told(self) -> int:
        """How often anybody told anything."""
        return sum(deeds for _channel, deeds, _reached in self.totals)

    @property
    def silent(self) -> tuple[Line, ...]:
        """Those who miss something that was due."""
        return tuple(one for one in self.lines if one.missing)


def table(campaign: Campaign, *, today: date, phase: Phase | None = None) -> Table:
    """Who told what in a phase, or in all of them; five queries and no more."""
    duties = campaign.outreach_duties.select_related("agency").order_by("agency__ordinal", "pk")
    asked = [one for one in duties if phase is None or one.phase == phase]
    found = deeds_of(campaign).order_by()
    if phase is not None:
        found = found.filter(phase=phase)
    done = Counter[tuple[int, int | None, str]]()
    reached = Counter[str]()
    rows = found.values_list("agency_id", "unit_id", "channel")
    for agency_id, unit_id, channel, number, people in rows.annotate(
        number=Count("pk"), people=Sum("reached")
    ):
        done[agency_id, unit_id, channel] += number
        reached[channel] += people or 0
    wanted = _wanted(asked, windows(campaign), today)
    used = {channel for _agency, channel in wanted} | {channel for *_, channel in done}
    channels = tuple(one for one in Channel if one in used)
    who = tellers(campaign, _agencies(campaign, asked, {key for key, *_ in done}), on=today)
    lines = tuple(Line(one, _cells(one, channels, done, wanted)) for one in who)
    totals = _totals(done)
    return Table(channels, lines, tuple((one, totals[one], reached[one]) for one in channels))


def _totals(done: Mapping[tuple[int, int | None, str], int]) -> Counter[str]:
    totals = Counter[str]()
    for (_agency, _unit, channel), number in done.items():
        totals[channel] += number
    return totals


def _agencies(
    campaign: Campaign, duties: Iterable[OutreachDuty], told: set[int]
) -> Iterable[Agency]:
    """Those who have duties, and those who told something without one."""
    found = {one.agency_id: one.agency for one in duties}
    if extra := told - set(found):
        found |= campaign.agencies.in_bulk(extra)
    return sorted(found.values(), key=lambda one: one.ordinal)


def _wanted(
    duties: Iterable[OutreachDuty], known: Windows, today: date
) -> dict[tuple[int, str], int]:
    """How often each agency was to tell by each channel by today."""
    wanted: dict[tuple[int, str], int] = defaultdict(int)
    for duty in duties:
        wanted[duty.agency_id, duty.channel] += times_due(duty, known, today=today)
    return dict(wanted)


def _cells(
    teller: Teller,
    channels: Sequence[Channel],
    done: Mapping[tuple[int, int | None, str], int],
    wanted: Mapping[tuple[int, str], int],
) -> tuple[Cell, ...]:
    agency = teller.agency.pk
    return tuple(
        Cell(
            one,
            done.get((*teller.key, one.value), 0),
            wanted.get((agency, one.value), 0),
            is_duty=(agency, one.value) in wanted,
        )
        for one in channels
    )
