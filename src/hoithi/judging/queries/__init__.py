"""Points from paper as the rules take them, and the sheets as somebody may see them."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.db.models import Count, Max, QuerySet, prefetch_related_objects

from hoithi.contests.models import Contest, Round
from hoithi.contests.queries import contest_for, rules_of_round
from hoithi.core.points import PartPoints
from hoithi.core.rulebook.parts import JuryPart
from hoithi.core.rulebook.windows import round_of
from hoithi.core.vietnamese.text import name_sort_key, sort_key
from hoithi.entries.models import Entrant
from hoithi.judging.facts import Difference, HandPart, differences, hand_parts, typed_of
from hoithi.judging.models import (
    EnteredPoints,
    Judged,
    JudgedUnit,
    JudgeMark,
    JudgeSheet,
    PointsSheet,
)
from hoithi.people.models import Invitation, Person, RoleName

CONFIRM = "judging.confirm"
"""The deed of an invitation to confirm a points sheet."""
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


def newest_number(round_: Round, part_key: str) -> int:
    """The number of the sheet of a part entered last; 0 before the first."""
    found = PointsSheet.objects.filter(round=round_, part_key=part_key)
    return found.aggregate(newest=Max("number"))["newest"] or 0


def is_newest(sheet: PointsSheet) -> bool:
    """Whether no later sheet of the part was entered."""
    return newest_number(sheet.round, sheet.part_key) == sheet.number


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


def round_to_enter(person: Person, slug: str, round_key: str, *, at: datetime) -> Round:
    """The round whose points the person may enter."""
    return _round(person, slug, round_key, TYPISTS, at=at)


def round_to_read(person: Person, slug: str, round_key: str, *, at: datetime) -> Round:
    """The round whose sheets the person may read."""
    return _round(person, slug, round_key, READERS, at=at)


def _round(
    person: Person, slug: str, round_key: str, names: tuple[RoleName, ...], *, at: datetime
) -> Round:
    contest = contest_for(person, slug, *names, at=at)
    return contest.rounds.select_related("contest__body", "version").get(key=round_key)


@dataclass(frozen=True)
class PartDesk:
    """A part whose points are entered from paper, and its sheets, the newest first."""

    part: HandPart
    sheets: tuple[PointsSheet, ...]

    @property
    def of_judges(self) -> bool:
        """Whether judges mark the part, so that their sheets can be typed one by one."""
        return isinstance(self.part, JuryPart) and self.part.essay is None

    @property
    def newest(self) -> PointsSheet | None:
        """The sheet that was entered last."""
        return self.sheets[0] if self.sheets else None

    @property
    def counted(self) -> PointsSheet | None:
        """The sheet whose points count."""
        return next((one for one in self.sheets if hasattr(one, "confirmation")), None)

    @property
    def waiting(self) -> PointsSheet | None:
        """The sheet that a second person has still to confirm."""
        return self.newest if self.newest != self.counted else None


def parts_at_desk(round_: Round, *, at: datetime) -> list[PartDesk]:
    """Every part of the round that is entered from paper. One query beside that of the rules."""
    rows = (
        PointsSheet.objects.filter(round=round_)
        .select_related("entered_by", "confirmation__person")
        .annotate(size=Count("lines"))
        .order_by("-number")
    )
    found: dict[str, list[PointsSheet]] = {}
    for row in rows:
        found.setdefault(row.part_key, []).append(row)
    parts = hand_parts(rules_of_round(round_, at=at), round_.key)
    return [PartDesk(part, tuple(found.get(part.key, ()))) for part in parts]


@dataclass(frozen=True)
class Listed:
    """Somebody for whom points can be entered; `expected` in this round, as far as is known."""

    pk: int
    token: str
    name: str
    unit: str
    birth_year: int | None
    expected: bool = True


def entrants_to_enter(
    round_: Round, part_key: str, qualified: Collection[int] | None = None, *, at: datetime
) -> list[Listed]:
    """Everyone of the contest by name, those expected in the round first. Two queries at most.

    Expected are those qualified for it; else those of the units that the rules name for it; else
    those with points in another part of the round; else all.
    """
    rows = Entrant.objects.filter(contest=round_.contest_id)
    found = list(rows.values_list("pk", "token", "name", "unit__name", "birth_year"))
    expected = qualified if qualified is not None else _expected(round_, part_key, at=at)
    listed = [
        Listed(pk, token, name, unit or "", born, not expected or pk in expected)
        for pk, token, name, unit, born in found
    ]
    return sorted(listed, key=lambda one: (not one.expected, sort_key(one.name), one.pk))


def _expected(round_: Round, part_key: str, *, at: datetime) -> Collection[int]:
    codes = round_of(rules_of_round(round_, at=at), round_.key).units
    if codes:
        ours = Entrant.objects.filter(contest=round_.contest_id, unit__unit__code__in=codes)
        return set(ours.values_list("pk", flat=True))
    lines = EnteredPoints.objects.filter(sheet__round=round_).exclude(sheet__part_key=part_key)
    return set(lines.values_list("entrant_id", flat=True))


def lines_of(sheet: PointsSheet) -> list[EnteredPoints]:
    """The lines of a sheet with their entrants and units, by name. One query."""
    rows = sheet.lines.select_related("entrant__unit")
    return sorted(rows, key=lambda one: (sort_key(one.entrant.name), one.entrant_id))


def sheet_of_invitation(invitation: Invitation) -> PointsSheet:
    """The sheet that an invitation asks to confirm. Raises DoesNotExist for another deed."""
    if invitation.deed != CONFIRM:
        raise PointsSheet.DoesNotExist
    sheets_ = PointsSheet.objects.select_related("round__contest__body", "entered_by")
    return sheets_.get(pk=invitation.subject_id)


def invitations_of(sheet: PointsSheet, *, at: datetime) -> QuerySet[Invitation]:
    """Links to confirm the sheet that may still be used."""
    return Invitation.objects.filter(
        deed=CONFIRM, subject_id=sheet.pk, used_at=None, expires_at__gt=at
    ).order_by("pk")


def confirmed_parts(round_ids: Collection[int]) -> dict[int, dict[str, bool]]:
    """By round and part: whether the newest sheet counts. One query."""
    rows = PointsSheet.objects.filter(round__in=round_ids).order_by("number")
    found: dict[int, dict[str, bool]] = {}
    for round_id, part, confirmation in rows.values_list("round_id", "part_key", "confirmation"):
        found.setdefault(round_id, {})[part] = confirmation is not None
    return found


def judged_of(round_: Round) -> list[Judged]:
    """Every value that the committee gave in a round, the newest first. One query."""
    rows = Judged.objects.filter(round=round_).select_related("entrant", "entered_by")
    return list(rows.order_by("-pk"))


def judge_sheets(round_: Round, part_key: str) -> list[JudgeSheet]:
    """The newest sheet of every judge of a part, by name; judges taken out have none, and a
    judge's own counts once it is signed. Two queries.

    With the marks and who typed them.
    """
    rows = JudgeSheet.objects.filter(round=round_, part_key=part_key).order_by("number")
    newest = {row.judge_key: row for row in rows.select_related("entered_by")}
    found = list(newest.values())
    prefetch_related_objects(found, "marks")
    marked = [one for one in found if one.marks.all() and not one.is_unsigned]
    return sorted(marked, key=lambda one: name_sort_key(one.judge))


def given_by_judges(sheet: PointsSheet) -> dict[int, list[tuple[str, Decimal]]]:
    """By entrant, what each judge gave, where the points were made of the judges' sheets."""
    found: dict[int, list[tuple[str, Decimal]]] = {}
    rows = JudgeMark.objects.filter(sheet__points_sheets=sheet).order_by("sheet__judge")
    for entrant, judge, total in rows.values_list("entrant_id", "sheet__judge", "total"):
        found.setdefault(entrant, []).append((judge, total.normalize()))
    return found


def typed_by(sheet: PointsSheet, person: Person) -> bool:
    """Whether the person typed the sheet, or a sheet of a judge of which it was made."""
    mine = sheet.entered_by_id == person.pk
    return mine or sheet.judge_sheets.filter(entered_by=person).exists()


def judged_units(contest: Contest, round_: Round | None) -> list[JudgedUnit]:
    """The committee's newest value for each unit and title, of a round or of the whole contest."""
    rows = JudgedUnit.objects.filter(contest=contest, round=round_).order_by("pk")
    newest = {(row.unit_id, row.key_title): row for row in rows}
    return sorted(newest.values(), key=lambda row: (row.key_title, row.unit_id))
