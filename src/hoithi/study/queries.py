"""The study set as the public reads it, as its head keeps it, and as papers are drawn from it."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery

from hoithi.contests.models import Contest, Round
from hoithi.core.questions.records import QuestionKind
from hoithi.core.study import NOT_RELEASED, Standing, Wording, standing
from hoithi.core.study import StudyQuestion as Shown
from hoithi.files.models import StoredFile
from hoithi.people.models import Person
from hoithi.people.queries import reach
from hoithi.questions.facts import answer_of, text_of
from hoithi.questions.models import AnswerKey, Bank, QuestionState, QuestionVersion
from hoithi.questions.queries import KEEPERS, bank_for, newest_keys
from hoithi.study.models import StudyQuestion, StudyRelease


def study_set(contest: Contest, *, at: datetime) -> list[Shown]:
    """The questions released until now, by number, with today's approved wording and key.

    One that was taken back before its moment never was public, so it is not told of. Three queries.
    """
    rows = list(_visible(contest, at=at))
    approved = {
        version.question_id: version
        for version in approved_versions().filter(question__in=[row.question_id for row in rows])
    }
    keys = newest_keys(version.pk for version in approved.values())
    return [_shown(row, approved.get(row.question_id), keys) for row in rows]


def is_public(contest: Contest, *, at: datetime) -> bool:
    """Whether there is a study set to be read. One query."""
    return _visible(contest, at=at).exists()


def _visible(contest: Contest, *, at: datetime) -> QuerySet[StudyQuestion]:
    was_public = Q(taken_back_at=None) | Q(taken_back_at__gte=F("release__visible_from"))
    rows = StudyQuestion.objects.filter(was_public, contest=contest, release__visible_from__lte=at)
    return rows.select_related("key").order_by("number")


def approved_versions() -> QuerySet[QuestionVersion]:
    """Of each question the newest version that was approved and not withdrawn."""
    approved = QuestionVersion.objects.filter(
        question=OuterRef("question"), state=QuestionState.APPROVED
    ).order_by("-number")
    return QuestionVersion.objects.filter(pk=Subquery(approved.values("pk")[:1]))


def _shown(
    row: StudyQuestion, version: QuestionVersion | None, keys: Mapping[int, AnswerKey]
) -> Shown:
    key = keys.get(version.pk) if version else None
    now = Wording(version.pk, key.pk) if version and key else None
    stands = standing(
        Wording(row.version_id, row.key_id),
        now,
        taken_back=row.taken_back_at is not None,
        cancelled=key is not None and key.withdrawn,
    )
    if stands is Standing.TAKEN_BACK:
        return Shown(row.number, stands, since=row.taken_back_at, reason=row.reason)
    if version is None or key is None or stands is Standing.WITHDRAWN:
        return Shown(row.number, Standing.WITHDRAWN)
    changed = max(key.made_at, version.reviewed_at or version.made_at)
    return Shown(
        row.number,
        stands,
        text=text_of(version),
        answer=answer_of(QuestionKind(version.kind), key),
        since=changed if stands is Standing.CORRECTED else None,
    )


def released_questions(contest: Contest, *, by: datetime) -> frozenset[int]:
    """The questions of a contest's banks that everybody can study at that moment, for the draw of
    papers; also those that were released for another contest of the bank. One query."""
    rows = StudyQuestion.objects.filter(
        Q(contest=contest) | Q(question__bank__contests=contest),
        taken_back_at=None,
        release__visible_from__lte=by,
    )
    return frozenset(rows.values_list("question_id", flat=True))


def studied_in(round_: Round, *, at: datetime) -> frozenset[int]:
    """What everybody can study before the round closes: a paper holds no more of it than its
    blueprint allows. One query."""
    ends = round_.closes_at or round_.opens_at or at
    return released_questions(round_.contest, by=max(at, ends))


def releasable(bank: Bank, contest: Contest) -> QuerySet[QuestionVersion]:
    """Approved questions of the bank with a key that are not yet in the contest's study set."""
    out = StudyQuestion.objects.filter(contest=contest, taken_back_at=None)
    return (
        approved_versions()
        .filter(question__bank=bank)
        .exclude(kind__in=[kind.value for kind in NOT_RELEASED])
        .exclude(question__in=out.values("question"))
        .select_related("question")
        .order_by("question__code")
    )


def contests_to_release_for(bank: Bank, person: Person, *, at: datetime) -> QuerySet[Contest]:
    """Contests of the bank's body, rehearsals aside, for which the person keeps the questions."""
    over = reach(person, *KEEPERS, at=at)
    ours = Contest.objects.filter(over.within("body", "id"), body=bank.body_id, rehearses=None)
    return ours.order_by("-pk")


def releases(bank: Bank) -> QuerySet[StudyRelease]:
    """What was released from the bank, the newest first, with how many questions still stand."""
    return (
        StudyRelease.objects.filter(bank=bank)
        .select_related("contest__body", "released_by")
        .annotate(
            total=Count("questions"),
            standing=Count("questions", filter=Q(questions__taken_back_at=None)),
        )
        .order_by("-pk")
    )


def release_for(person: Person, bank_id: int, release_id: int, *, at: datetime) -> StudyRelease:
    """A release of a bank that the person keeps, within the contests of the person."""
    bank = bank_for(person, bank_id, *KEEPERS, at=at)
    return releases(bank).get(
        pk=release_id, contest__in=contests_to_release_for(bank, person, at=at)
    )


def lines(release: StudyRelease) -> QuerySet[StudyQuestion]:
    """The questions of a release by number, for its head."""
    rows = release.questions.select_related("question", "version", "taken_back_by")
    return rows.order_by("number")


def codes_of(versions: Iterable[QuestionVersion]) -> dict[str, QuestionVersion]:
    """Versions by the code of their question, in capitals."""
    return {version.question.code.upper(): version for version in versions}


def released_file(contest: Contest, digest: str, *, at: datetime) -> StoredFile:
    """A file beside a question that is public. Raises DoesNotExist for every other file."""
    shown = (one.text for one in study_set(contest, at=at) if one.text is not None)
    if digest not in {file.digest for text in shown for file in text.media}:
        raise StoredFile.DoesNotExist
    found = StoredFile.objects.filter(body=contest.body_id, sha256=digest).order_by("pk").first()
    if found is None:
        raise StoredFile.DoesNotExist
    return found


def is_released(version: QuestionVersion) -> bool:
    """Whether the question is public, or will be, in the study set of some contest. One query."""
    places = StudyQuestion.objects.filter(question=version.question_id, taken_back_at=None)
    return places.exists()
