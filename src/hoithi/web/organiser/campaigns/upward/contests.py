"""What a report says of contests: who took part, and the results that are published."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse

from hoithi.campaigns.models import Activity, Campaign, ParticipationQuota
from hoithi.conferences.models import Conclusion
from hoithi.contests.models import Contest, ContestState, JoinedContest
from hoithi.core.reporting.told import ContestTold, RoundTold, Source
from hoithi.core.vietnamese.moments import local_day
from hoithi.entries.queries.lists import contact_units
from hoithi.people.models import Person
from hoithi.results.facts.snapshot import Statistics, Table, TableShown
from hoithi.results.models import Result
from hoithi.results.queries import stored
from hoithi.results.queries.published import visible
from hoithi.sittings.models import Sitting
from hoithi.sittings.queries.figures import Counts, Totals, totals, units_so_far


def contests_told(
    activities: Sequence[Activity], person: Person, *, at: datetime
) -> Iterator[ContestTold]:
    """The body's own contests with their published results, then those of the superior.

    Of a superior's contest only the people of those units count whose contact the person is.
    """
    own = Contest.objects.filter(activity__in=activities, rehearses=None)
    contests = list(own.exclude(state=ContestState.DELETED).order_by("pk"))
    counted, rounds = totals([one.pk for one in contests]), _rounds(contests, at)
    quotas, begun = quotas_of(activities), begun_by(activities, local_day(at))
    for one in contests:
        told = counted.get(one.pk, Totals())
        yield ContestTold(
            f"{one.pk}",
            one.title,
            told.people,
            told.attempts,
            told.units,
            Source("Cuộc thi", reverse("contest_desk", args=[one.slug])),
            tuple(rounds.get(one.pk, ())),
            quotas.get(one.activity_id or 0),
            one.activity_id in begun,
        )
    yield from _joined(activities, quotas, person, at)


def held_in(campaign: Campaign, at: datetime) -> set[int]:
    """The activities with conclusions, a closed contest, attempts or a result; one query."""
    contests = Contest.objects.filter(activity=OuterRef("pk"), rehearses=None)
    traces = (
        Conclusion.objects.filter(activity=OuterRef("pk")),
        contests.filter(state=ContestState.CLOSED),
        Sitting.objects.filter(
            round__contest__activity=OuterRef("pk"), round__contest__rehearses=None
        ),
        visible(at).filter(contest__activity=OuterRef("pk"), contest__rehearses=None),
    )
    known = Q(*(Exists(each) for each in traces), _connector=Q.OR)
    return set(campaign.activities.filter(known).values_list("pk", flat=True))


def quotas_of(activities: Iterable[Activity]) -> dict[int, int]:
    """How many people the body wants to take part, by activity."""
    rows = ParticipationQuota.objects.filter(activity__in=list(activities))
    return dict(rows.values_list("activity_id", "people"))


def begun_by(activities: Iterable[Activity], day: date) -> set[int]:
    """The activities whose first day is reached."""
    return {one.pk for one in activities if one.first_day and one.first_day <= day}


def _rounds(contests: Iterable[Contest], at: datetime) -> dict[int, list[RoundTold]]:
    """The newest published result of every round, from what it states itself."""
    newest: dict[tuple[int, int | None], Result] = {}
    rows = visible(at).filter(contest__in=list(contests), preliminary=False)
    for row in rows.order_by("round__ordinal", "number"):
        newest[row.contest_id, row.round_id] = row
    drafts = [row.draft_id for row in newest.values()]
    figures = stored.of_several(drafts, Table.STATISTICS, Statistics)
    prizes = stored.of_several(drafts, Table.PRIZES, list[TableShown])
    found: dict[int, list[RoundTold]] = defaultdict(list)
    for row in newest.values():
        one = figures[row.draft_id]
        winners = sum(
            len(prize.winners) for t in prizes.get(row.draft_id, []) for prize in t.prizes
        )
        title = row.round.title if row.round else "Toàn cuộc thi"
        found[row.contest_id].append(RoundTold(title, one.people, one.sittings, winners))
    return found


def own_figures(contests: Iterable[int], person: Person, *, at: datetime) -> Mapping[int, Counts]:
    """Of superiors' contests, what was done by the units whose contact the person is."""
    wanted = set(contests)
    units: dict[int, list[int]] = defaultdict(list)
    for contest, unit in contact_units(person, at=at) if wanted else ():
        if contest.pk in wanted:
            units[contest.pk].append(unit.unit_id)
    every = units_so_far(units, {one for each in units.values() for one in each})
    return {
        contest: _summed(every.get((contest, unit), Counts()) for unit in each)
        for contest, each in units.items()
    }


def _summed(counts: Iterable[Counts]) -> Counts:
    rows = list(counts)
    return Counts(sum(one.people for one in rows), sum(one.sittings for one in rows))


def _joined(
    activities: Sequence[Activity], quotas: Mapping[int, int], person: Person, at: datetime
) -> Iterator[ContestTold]:
    begun = begun_by(activities, local_day(at))
    joined = JoinedContest.objects.filter(activity__in=activities)
    rows = list(joined.select_related("contest", "activity__campaign__body").order_by("pk"))
    figures = own_figures([row.contest_id for row in rows], person, at=at)
    for row in rows:
        campaign = row.activity.campaign
        place = [campaign.body.slug, campaign.pk, row.activity.key]
        if row.contest_id not in figures:
            continue
        counts = figures[row.contest_id]
        yield ContestTold(
            f"tren-{row.contest_id}",
            row.contest.title,
            counts.people,
            counts.sittings,
            0,
            Source("Hoạt động", reverse("campaign_activity", args=place)),
            (),
            quotas.get(row.activity_id),
            row.activity_id in begun,
        )
