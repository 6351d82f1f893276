"""The bank as somebody may see it; keys are read by those who may, and for marking only."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery

from hoithi.contests.models import Contest
from hoithi.core.questions.codes import code_among
from hoithi.core.vietnamese.moments import VIETNAM_TIME
from hoithi.core.vietnamese.text import fold as fold
from hoithi.people.models import OrganisingBody, Person, RoleName
from hoithi.people.queries import held, reach
from hoithi.questions.models import (
    AnswerKey,
    Bank,
    Question,
    QuestionKind,
    QuestionState,
    QuestionVersion,
)
from hoithi.questions.queries.changes import out_for_review
from hoithi.questions.queries.finding import (
    Choices as Choices,
)
from hoithi.questions.queries.finding import (
    Wanted as Wanted,
)
from hoithi.questions.queries.finding import (
    choices_of as choices_of,
)
from hoithi.questions.queries.finding import (
    fields_of as fields_of,
)
from hoithi.questions.queries.finding import (
    found_in as found_in,
)
from hoithi.questions.queries.finding import (
    newest_versions as newest_versions,
)
from hoithi.questions.queries.finding import (
    own as own,
)
from hoithi.questions.queries.finding import (
    topics_of as topics_of,
)

READERS = (RoleName.ORGANISER, RoleName.QUESTION_WRITER, RoleName.QUESTION_REVIEWER)
WRITERS = (RoleName.ORGANISER, RoleName.QUESTION_WRITER)
REVIEWERS = (RoleName.QUESTION_REVIEWER,)
DRAWN_KINDS = (
    QuestionKind.SINGLE,
    QuestionKind.MULTIPLE,
    QuestionKind.TRUE_FALSE,
    QuestionKind.SHORT_TEXT,
    QuestionKind.NUMBER,
    QuestionKind.MATCHING,
    QuestionKind.ORDERING,
    QuestionKind.ESSAY,
)
"""The kinds that papers are drawn from; a prediction is asked beside the paper."""
CHECKERS = (RoleName.ORGANISER, RoleName.QUESTION_REVIEWER)
"""Who looks at the bank as a whole: its check, the documents it cites."""
WATCHERS = (RoleName.ORGANISER, RoleName.AUDITOR)
"""Who sees by whom the bank was read."""
KEEPERS = (RoleName.ORGANISER,)
"""Who founds banks, takes files in, and says which contest draws from which bank."""


def banks_of(person: Person, *, at: datetime) -> QuerySet[Bank]:
    """Banks whose questions the person may read."""
    over = reach(person, *READERS, at=at)
    return (
        Bank.objects.filter(over.within("body", "contests__id"))
        .annotate(total=Count("questions", distinct=True))
        .order_by("title")
        .distinct()
    )


def banks_watched(person: Person, *, at: datetime) -> QuerySet[Bank]:
    """Banks of which the person may see by whom they were read."""
    over = reach(person, *WATCHERS, at=at)
    banks = Bank.objects.filter(over.within("body", "contests__id"))
    return banks.select_related("body").order_by("title").distinct()


def bank_for(person: Person, bank_id: int, *names: RoleName, at: datetime) -> Bank:
    """The bank, for somebody with one of the roles over its body or one of its contests."""
    over = reach(person, *(names or READERS), at=at)
    within = Bank.objects.filter(over.within("body", "contests__id"))
    return within.select_related("body").distinct().get(pk=bank_id)


def bodies_for_banks(person: Person, *, at: datetime) -> QuerySet[OrganisingBody]:
    """Bodies for which the person may found a bank."""
    over = reach(person, *KEEPERS, at=at)
    return OrganisingBody.objects.filter(over.within("id")).order_by("name")


def may(person: Person, bank: Bank, *names: RoleName, at: datetime) -> bool:
    """Whether the person holds one of the roles over the bank's body or one of its contests."""
    over = reach(person, *names, at=at)
    if over.covers(body_id=bank.body_id):
        return True
    return bool(over.contests) and bank.contests.filter(pk__in=over.contests).exists()


@dataclass(frozen=True)
class RolesOver:
    """The roles that somebody holds over a bank."""

    bank: frozenset[RoleName]
    """Over its body or one of its contests."""
    body: frozenset[RoleName]
    """Over all banks of its body."""


def roles_over(person: Person, bank: Bank, *, at: datetime) -> RolesOver:
    """What the person holds. One query, and one where any role is over a contest only."""
    all_held = held(person, at=at)
    is_by_contest = any(contest for _name, _scope, _body, contest in all_held.rows)
    contests = list(bank.contests.values_list("pk", flat=True)) if is_by_contest else ()
    return RolesOver(
        all_held.over(body_id=bank.body_id, contests=contests),
        all_held.over(body_id=bank.body_id),
    )


def roles_over_body(person: Person, body: OrganisingBody, *, at: datetime) -> frozenset[RoleName]:
    """The roles that the person holds over all of the body. One query."""
    return held(person, at=at).over(body_id=body.pk)


def states_of(banks: Iterable[Bank]) -> dict[int, dict[str, int]]:
    """For each bank how many questions are in which state, by their newest version. One query."""
    newest = QuestionVersion.objects.filter(question=OuterRef("question")).order_by("-number")
    rows = (
        QuestionVersion.objects.filter(
            question__bank__in=[bank.pk for bank in banks], pk=Subquery(newest.values("pk")[:1])
        )
        .values_list("question__bank", "state")
        .annotate(count=Count("pk"))
    )
    found: dict[int, dict[str, int]] = {}
    for bank, state, count in rows:
        found.setdefault(bank, {})[state] = count
    return found


def to_review(bank: Bank, reviewer: Person) -> QuerySet[QuestionVersion]:
    """What waits for this reviewer: proposed questions that somebody else wrote."""
    return newest_versions(bank).filter(
        Q(author=None) | ~Q(author=reviewer), state=QuestionState.PROPOSED
    )


def next_to_review(bank: Bank, reviewer: Person, after: str = "") -> QuestionVersion | None:
    """The next in the order of codes; from the beginning again behind the last."""
    waiting = to_review(bank, reviewer)
    return waiting.filter(question__code__gt=after).first() or waiting.first()


def history(version: QuestionVersion) -> QuerySet[QuestionVersion]:
    """All versions of the question, the newest first."""
    return (
        QuestionVersion.objects.filter(question=version.question_id)
        .select_related("author", "reviewer")
        .order_by("-number")
    )


def version_for(person: Person, version_id: int, *names: RoleName, at: datetime) -> QuestionVersion:
    """One version, for somebody with one of the roles over its bank; writers see their own."""
    version = QuestionVersion.objects.select_related("question__bank__body", "author").get(
        pk=version_id
    )
    bank = bank_for(person, version.question.bank_id, *names, at=at)
    if may(person, bank, *CHECKERS, at=at):
        return version
    return (
        own(QuestionVersion.objects.filter(pk=version.pk), person)
        .select_related("question__bank__body", "author")
        .get()
    )


def newest_key(version: QuestionVersion) -> AnswerKey:
    """What is right, as last stated."""
    return version.keys.latest("number")


def approved_for(contest: Contest, *, at: datetime) -> QuerySet[QuestionVersion]:
    """Newest approved versions in the contest's banks whose legal basis holds on that day.

    Not those that a change of the document they cite keeps out until a reviewer has looked.
    """
    day = at.astimezone(VIETNAM_TIME).date()
    approved = QuestionVersion.objects.filter(
        question=OuterRef("question"), state=QuestionState.APPROVED
    ).order_by("-number")
    in_force = Q(in_force_from=None) | Q(in_force_from__lte=day)
    not_ended = Q(in_force_to=None) | Q(in_force_to__gt=day)
    return QuestionVersion.objects.filter(
        in_force,
        not_ended,
        ~out_for_review(on=day),
        kind__in=DRAWN_KINDS,
        question__bank__contests=contest,
        pk=Subquery(approved.values("pk")[:1]),
    ).order_by("pk")


def newest_keys(version_ids: Iterable[int]) -> dict[int, AnswerKey]:
    """The newest key of each of these versions."""
    keys = AnswerKey.objects.filter(version__in=list(version_ids)).order_by("number")
    return {key.version_id: key for key in keys}


def codes(bank: Bank) -> dict[str, Question]:
    """All questions of a bank by their code."""
    return {question.code: question for question in bank.questions.all()}


def code_for(bank: Bank, field: str) -> str:
    """The code that a new question of the field gets when its writer gives none."""
    those = newest_versions(bank).filter(field=field).order_by("question")
    return code_among(list(those.values_list("question__code", flat=True)), codes(bank).keys())


@dataclass(frozen=True)
class Readiness:
    """What the banks of a contest hold: questions that may be drawn, and those to be reviewed."""

    approved: int
    proposed: int


def readiness(contest_ids: Iterable[int]) -> dict[int, Readiness]:
    """For each contest with a bank, counted over the newest versions. Two queries."""
    linked = Bank.contests.through.objects.filter(contest__in=list(contest_ids))
    pairs = list(linked.values_list("contest_id", "bank_id"))
    newest = QuestionVersion.objects.filter(question=OuterRef("question")).order_by("-number")
    states = (
        QuestionVersion.objects.filter(
            question__bank__in={bank for _, bank in pairs}, pk=Subquery(newest.values("pk")[:1])
        )
        .values_list("question__bank", "state")
        .annotate(count=Count("pk"))
    )
    counts = {(bank, state): count for bank, state, count in states}
    found: dict[int, Readiness] = {}
    for contest, bank in pairs:
        so_far = found.get(contest, Readiness(0, 0))
        found[contest] = Readiness(
            so_far.approved + counts.get((bank, QuestionState.APPROVED), 0),
            so_far.proposed + counts.get((bank, QuestionState.PROPOSED), 0),
        )
    return found
