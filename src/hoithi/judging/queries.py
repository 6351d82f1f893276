"""Points from paper as the rules take them, and the sheets as somebody may see them."""

from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal

from django.db.models import QuerySet

from hoithi.contests.models import Contest, Round
from hoithi.contests.queries import contest_for, rules_of_round
from hoithi.core.points import PartPoints
from hoithi.entries.models import Entrant
from hoithi.judging.facts import Difference, differences, hand_parts, typed_of
from hoithi.judging.models import EnteredPoints, Judged, PointsSheet
from hoithi.people.models import Person, RoleName

TYPISTS = (RoleName.ORGANISER, RoleName.SECRETARY)
"""Who enters points; the approver, too, may confirm what another entered."""
CONFIRMERS = (*TYPISTS, RoleName.APPROVER)
READERS = (*CONFIRMERS, RoleName.AUDITOR)


def points(round_: Round, *, at: datetime) -> Iterator[PartPoints]:
    """What every entrant got in parts entered from paper: the newest confirmed sheet of each."""
    for part in hand_parts(rules_of_round(round_, at=at), round_.key):
        sheet = counted_sheet(round_, part.key)
        if sheet is None:
            continue
        rows = EnteredPoints.objects.filter(sheet=sheet).order_by("entrant_id")
        for entrant, got, passed in rows.values_list("entrant_id", "points", "passed"):
            yield PartPoints(
                entrant_id=entrant,
                round_key=round_.key,
                part_key=part.key,
                points=got.normalize(),
                most=part.most if part.most is not None else Decimal(0),
                passed=passed,
            )


def counted_sheet(round_: Round, part_key: str) -> PointsSheet | None:
    """The sheet whose points count: of the confirmed ones the newest."""
    confirmed = PointsSheet.objects.filter(
        round=round_, part_key=part_key, confirmation__isnull=False
    )
    return confirmed.order_by("-number").first()


def judged_values(contest: Contest, round_: Round | None = None) -> dict[tuple[int, str], Decimal]:
    """The committee's newest value for each entrant and title of a judged key."""
    rows = Judged.objects.filter(round__contest=contest)
    if round_ is not None:
        rows = rows.filter(round=round_)
    found = rows.order_by("pk").values_list("entrant_id", "key_title", "value")
    return {(entrant, title): value for entrant, title, value in found}


def sheets(person: Person, slug: str, round_key: str, *, at: datetime) -> QuerySet[PointsSheet]:
    """All sheets of a round, the newest of each part first, with who entered and confirmed them."""
    contest = contest_for(person, slug, *READERS, at=at)
    return (
        PointsSheet.objects.filter(round__contest=contest, round__key=round_key)
        .select_related("entered_by", "paper", "confirmation__person", "round")
        .order_by("part_key", "-number")
    )


def sheet_for(
    person: Person, slug: str, sheet_id: int, *names: RoleName, at: datetime
) -> PointsSheet:
    """A sheet of a contest the person may work on."""
    contest = contest_for(person, slug, *(names or READERS), at=at)
    return PointsSheet.objects.select_related(
        "round__contest", "entered_by", "confirmation__person"
    ).get(round__contest=contest, pk=sheet_id)


def changes(sheet: PointsSheet) -> list[Difference]:
    """What the sheet changes against the one that counted before it was entered."""
    earlier = (
        PointsSheet.objects.filter(
            round=sheet.round_id,
            part_key=sheet.part_key,
            number__lt=sheet.number,
            confirmation__isnull=False,
        )
        .order_by("-number")
        .first()
    )
    return differences(typed_of(earlier) if earlier else [], typed_of(sheet))


def entrants_to_enter(contest: Contest) -> list[tuple[int, str, str]]:
    """Number, code and name of everyone for whom points can be entered, by name."""
    rows = Entrant.objects.filter(contest=contest).order_by("name", "pk")
    return list(rows.values_list("pk", "token", "name"))


def round_to_enter(person: Person, slug: str, round_key: str, *, at: datetime) -> Round:
    """The round whose points the person may enter."""
    contest = contest_for(person, slug, *TYPISTS, at=at)
    return contest.rounds.select_related("contest", "version").get(key=round_key)
