"""Sheets that judges type in accounts of their own: what is to be judged, and who has signed."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from hoithi.contests.models import ContestState, Round
from hoithi.contests.queries import contest_for, rules_of_round
from hoithi.core.rulebook.parts import JuryPart
from hoithi.core.vietnamese.text import name_sort_key, words_key
from hoithi.judging.facts import hand_parts
from hoithi.judging.models import JudgeSheet
from hoithi.judging.queries import judge_sheets
from hoithi.people.models import Person, Role, RoleName
from hoithi.people.queries import reach

_LONGEST_ID = 18


def newest_own_sheet(round_: Round, part_key: str, judge: Person) -> JudgeSheet | None:
    """The last sheet that the judge typed in the own account, signed or not."""
    sheets = JudgeSheet.objects.filter(round=round_, part_key=part_key, person=judge)
    return sheets.order_by("-number").prefetch_related("marks").first()


def round_to_judge(person: Person, slug: str, round_key: str, *, at: datetime) -> Round:
    """The round of a contest that the person judges."""
    contest = contest_for(person, slug, RoleName.JUDGE, at=at)
    return contest.rounds.select_related("contest__body", "version").get(key=round_key)


@dataclass(frozen=True)
class PartToJudge:
    """A part that a jury marks, and how far the judge is with it."""

    round: Round
    part: JuryPart
    sheet: JudgeSheet | None


def parts_to_judge(person: Person, *, at: datetime) -> list[PartToJudge]:
    """Every part of the announced contests that the person judges, contest by contest."""
    over = reach(person, RoleName.JUDGE, at=at)
    rounds = Round.objects.filter(
        over.within("contest__body", "contest_id"),
        contest__state=ContestState.ANNOUNCED,
        contest__rehearses=None,
        cancelled_at=None,
    )
    sheets = JudgeSheet.objects.filter(person=person).order_by("number")
    newest = {(one.round_id, one.part_key): one for one in sheets}
    found = []
    for round_ in rounds.select_related("contest__body", "version").order_by("contest", "pk"):
        parts = hand_parts(rules_of_round(round_, at=at), round_.key)
        found += [
            PartToJudge(round_, one, newest.get((round_.pk, one.key)))
            for one in parts
            if isinstance(one, JuryPart) and one.essay is None
        ]
    return found


def judges_unsigned(round_: Round, part_key: str, *, at: datetime) -> list[Person]:
    """Judges who are named for this contest or have begun a sheet, and have not signed, by name.

    Whose signed paper was typed by the secretariat has signed. Who judges in every contest of a
    body is asked for nothing before a sheet is begun: they need not judge here.
    """
    sheets = list(JudgeSheet.objects.filter(round=round_, part_key=part_key).order_by("number"))
    newest = {row.person_id: row for row in sheets if row.person_id}
    done = [pk for pk, row in newest.items() if row.signed_at]
    typed = {row.judge_key for row in judge_sheets(round_, part_key) if not row.person_id}
    held = Role.objects.filter(name=RoleName.JUDGE, contest_id=round_.contest_id, since__lte=at)
    held = held.filter(Q(until=None) | Q(until__gt=at))
    ours = Person.objects.filter(Q(pk__in=held.values("person")) | Q(pk__in=newest))
    waiting = [
        one
        for one in ours.exclude(pk__in=done)
        if one.pk in newest or words_key(one.full_name)[:120] not in typed
    ]
    return sorted(waiting, key=lambda one: name_sort_key(one.full_name))


def sheet_signed(round_: Round, part_key: str, number: str) -> JudgeSheet:
    """A judge's own sheet as a form names it. Raises DoesNotExist for any other."""
    if not number.isdecimal() or len(number) > _LONGEST_ID:
        raise JudgeSheet.DoesNotExist
    own = JudgeSheet.objects.filter(round=round_, part_key=part_key, person__isnull=False)
    return own.get(pk=int(number))
