"""Deeds of the head of a bank: releasing questions for study, and taking them back."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Max

from hoithi.contests.models import Contest
from hoithi.journal import actions as journal
from hoithi.kit.refusals import Refusal
from hoithi.people.models import Person
from hoithi.questions.models import Bank, QuestionVersion
from hoithi.questions.queries import newest_keys
from hoithi.study import queries
from hoithi.study.models import StudyQuestion, StudyRelease

MOST_AT_ONCE = 2_000
"""Of one release: its rows are written in one transaction."""
_CHUNK = 200


class NothingToRelease(Refusal):
    """None of the questions asked for can be released: none is approved and still outside."""


class TooManyToRelease(Refusal):
    """More questions at once than one release takes (`most`)."""

    def __init__(self, most: int) -> None:
        super().__init__(most=most)
        self.most = most


class NotReleasable(Refusal):
    """Codes of the list (`codes`) that name no approved question outside the study set."""

    def __init__(self, codes: Sequence[str]) -> None:
        super().__init__(codes=tuple(codes))
        self.codes = tuple(codes)


class ReasonMissing(Refusal):
    """Whoever takes a public question back says why, for its readers."""


class AlreadyTakenBack(Refusal):
    """Somebody took it back before."""


@dataclass(frozen=True)
class Terms:
    """For which contest, from when, and by which document."""

    contest: Contest
    visible_from: datetime
    document_number: str = ""


def release_listed(
    bank: Bank, codes: Sequence[str], terms: Terms, *, by: Person, at: datetime
) -> StudyRelease:
    """Releases the questions of an approved list, all or none. Refuses codes that it cannot."""
    return release(bank, listed(bank, codes, terms), terms, by=by, at=at)


def listed(bank: Bank, codes: Sequence[str], terms: Terms) -> set[int]:
    """The questions of an approved list of codes. Refuses codes that cannot be released."""
    known = queries.codes_of(queries.releasable(bank, terms.contest))
    wanted = list(dict.fromkeys(code.strip().upper() for code in codes if code.strip()))
    if missing := [code for code in wanted if code not in known]:
        raise NotReleasable(missing)
    return {known[code].question_id for code in wanted}


@transaction.atomic
def release(
    bank: Bank, questions: Collection[int], terms: Terms, *, by: Person, at: datetime
) -> StudyRelease:
    """Makes approved questions of the bank public for a contest, with their keys.

    Nothing else is ever told of the bank: readers see running numbers. What is public already, or
    was not approved, is left out; refuses where nothing remains.
    """
    contest = Contest.objects.select_for_update(of=("self",)).get(pk=terms.contest.pk)
    wanted = set(questions)
    if len(wanted) > MOST_AT_ONCE:
        raise TooManyToRelease(most=MOST_AT_ONCE)
    ready = _ready(bank, contest, wanted)
    made = StudyRelease.objects.create(
        contest=contest,
        bank=bank,
        visible_from=max(terms.visible_from, at),
        document_number=terms.document_number.strip(),
        released_by=by,
        released_at=at,
    )
    _write(made, list(ready), {version.pk: key for version, key in ready.items()})
    _tell(made, [one.question.code for one in ready])
    return made


def _tell(made: StudyRelease, codes: list[str]) -> None:
    facts = {
        "contest": made.contest_id,
        "bank": made.bank_id,
        "visible_from": made.visible_from.isoformat(),
        "document": made.document_number,
        "codes": codes,
    }
    journal.record(
        "study.released", made.contest, by=made.released_by, at=made.released_at, facts=facts
    )


def _ready(bank: Bank, contest: Contest, wanted: set[int]) -> dict[QuestionVersion, int]:
    """What may be released of these questions, with their keys. Refuses where nothing remains."""
    versions = [one for one in queries.releasable(bank, contest) if one.question_id in wanted]
    keys = newest_keys(version.pk for version in versions)
    ready = {one: keys[one.pk] for one in versions if one.pk in keys}
    if found := {one: key.pk for one, key in ready.items() if not key.withdrawn}:
        return found
    raise NothingToRelease


def _write(
    release: StudyRelease, versions: Sequence[QuestionVersion], keys: dict[int, int]
) -> None:
    """The questions field by field, so that their numbers do not follow the codes of the bank."""
    last = StudyQuestion.objects.filter(contest=release.contest).aggregate(last=Max("number"))
    ordered = sorted(versions, key=lambda one: (one.field, one.search, one.pk))
    rows = [
        StudyQuestion(
            release=release,
            contest=release.contest,
            number=number,
            question_id=version.question_id,
            version=version,
            key_id=keys[version.pk],
        )
        for number, version in enumerate(ordered, (last["last"] or 0) + 1)
    ]
    StudyQuestion.objects.bulk_create(rows, _CHUNK)


@transaction.atomic
def take_back(line: StudyQuestion, *, reason: str, by: Person, at: datetime) -> None:
    """Takes a question out of the study set; its number stays with the reason beside it.

    Refuses without a reason, and what was taken back before.
    """
    if not reason.strip():
        raise ReasonMissing
    locked = StudyQuestion.objects.select_for_update().get(pk=line.pk)
    if locked.taken_back_at is not None:
        raise AlreadyTakenBack
    locked.taken_back_at, locked.taken_back_by, locked.reason = at, by, reason.strip()[:500]
    locked.save(update_fields=["taken_back_at", "taken_back_by", "reason"])
    facts = {"number": locked.number, "code": line.question.code, "reason": locked.reason}
    journal.record("study.taken_back", line.contest, by=by, at=at, facts=facts)


@transaction.atomic
def take_back_all(release: StudyRelease, *, reason: str, by: Person, at: datetime) -> int:
    """Takes back every question of a release that still stands; how many there were."""
    if not reason.strip():
        raise ReasonMissing
    standing = release.questions.select_for_update().filter(taken_back_at=None)
    count = standing.update(taken_back_at=at, taken_back_by=by, reason=reason.strip()[:500])
    if not count:
        raise AlreadyTakenBack
    facts = {"release": release.pk, "count": count, "reason": reason.strip()[:500]}
    journal.record("study.all_taken_back", release.contest, by=by, at=at, facts=facts)
    return count
