"""Corrections of keys as somebody may see them, and what they change."""

from collections.abc import Collection, Sequence
from datetime import datetime

from django.db.models import Exists, F, OuterRef, QuerySet, TextField
from django.db.models.functions import Cast

from hoithi.contests.models import Round
from hoithi.core.key_waiting import KeyWaiting
from hoithi.people.models import Person, RoleName
from hoithi.questions import queries as questions
from hoithi.questions.models import QuestionVersion
from hoithi.results.facts.corrections import RoundPreview
from hoithi.results.facts.packing import unpack
from hoithi.results.models import CorrectedRound, CorrectionState, KeyCorrection
from hoithi.sittings.models import Paper, Submission

PROPOSERS = (RoleName.ORGANISER, RoleName.QUESTION_REVIEWER)
DECIDERS = (RoleName.ORGANISER, RoleName.APPROVER)
READERS = (RoleName.ORGANISER, RoleName.QUESTION_REVIEWER, RoleName.APPROVER)


def _rows() -> QuerySet[KeyCorrection]:
    return KeyCorrection.objects.select_related(
        "version__question__bank__body", "base", "made", "reverses", "proposed_by", "decided_by"
    )


def correction_for(person: Person, number: int, *names: RoleName, at: datetime) -> KeyCorrection:
    """A correction, for somebody with one of the roles over the bank of its question."""
    found = _rows().get(pk=number)
    questions.bank_for(person, found.version.question.bank_id, *(names or READERS), at=at)
    return found


def may(person: Person, correction: KeyCorrection, *names: RoleName, at: datetime) -> bool:
    """Whether the person holds one of the roles over the bank of its question."""
    return questions.may(person, correction.version.question.bank, *names, at=at)


def corrections_of(version: QuestionVersion) -> QuerySet[KeyCorrection]:
    """All corrections of a version, the newest first."""
    return _rows().filter(version=version).order_by("-number")


def corrected_rounds(correction: KeyCorrection) -> list[tuple[CorrectedRound, RoundPreview]]:
    """Each round with what the correction changes in it."""
    rows = correction.rounds.select_related(
        "round__contest", "base_result", "result__contest", "result__round"
    ).order_by("round__closes_at", "pk")
    return [(row, unpack(bytes(row.preview), RoundPreview)) for row in rows]


def waiting_in(round_: Round) -> QuerySet[KeyCorrection]:
    """Corrections that would change the result of the round and are not carried out yet."""
    waiting = (CorrectionState.READY, CorrectionState.APPROVED)
    return _rows().filter(state__in=waiting, rounds__round=round_).order_by("pk")


def waiting_keys(contests: Collection[int]) -> dict[int, tuple[KeyWaiting, ...]]:
    """Corrections that a second person may approve, by contest whose results they would change;
    before any round is over, by contest that uses the bank. Of banks of the contest's own body."""
    bank = "version__question__bank"
    rows = KeyCorrection.objects.filter(
        state=CorrectionState.READY,
        **{f"{bank}__contests__in": contests, f"{bank}__contests__body": F(f"{bank}__body")},
    ).order_by("pk")
    fields = (f"{bank}__contests", "rounds__round__contest", "pk", "version__question__code")
    found: dict[int, dict[KeyWaiting, None]] = {}
    for contest, changed, *told in rows.values_list(*fields, "proposed_by"):
        if changed in {None, contest}:
            found.setdefault(contest, {})[KeyWaiting(*told)] = None
    return {contest: tuple(waiting) for contest, waiting in found.items()}


def asked_version(versions: Sequence[QuestionVersion]) -> QuestionVersion | None:
    """The newest of these versions of one question that stands in a paper somebody sat."""
    if not versions:
        return None
    papers = Paper.objects.filter(
        Exists(Submission.objects.filter(sitting__paper=OuterRef("pk"))),
        pool__round__contest__banks=versions[0].question.bank_id,
    ).annotate(text=Cast("content", TextField()))
    # A line of a stored paper begins with its version: [[12, [0, 1], 0], …].
    return next(
        (one for one in versions if papers.filter(text__contains=f"[{one.pk}, [").exists()), None
    )


def was_sat(version: QuestionVersion) -> bool:
    """Whether papers of its bank's contests were sat; which of them held it is found afterwards."""
    bank = version.question.bank_id
    return Submission.objects.filter(sitting__round__contest__banks=bank).exists()
