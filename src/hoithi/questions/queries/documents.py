"""The documents that the banks of a body cite, and the questions that cite each."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Exists, OuterRef, QuerySet, Subquery

from hoithi.core.questions.checking.numbers import article_key
from hoithi.core.vietnamese.moments import local_day
from hoithi.core.vietnamese.text import fold
from hoithi.people.models import OrganisingBody, Person, RoleName
from hoithi.people.queries import reach
from hoithi.questions.models import DocumentChange, QuestionState, QuestionVersion
from hoithi.questions.queries.changes import changes_open_for_version, out_for_review


@dataclass(frozen=True)
class Cited:
    """A document with how often and since when it is cited."""

    key: str
    number: str
    """As it is written most often."""
    title: str
    issued_on: date | None
    in_force_from: date | None
    in_force_to: date | None
    """By the dates that the questions give; the latest of them."""
    questions: int
    waiting: int
    """Questions that a reviewer has to look at before they are drawn again."""
    ended: int
    """Questions whose own date says that the text no longer holds."""
    changes: tuple[DocumentChange, ...] = ()


def body_for_documents(person: Person, slug: str, *names: RoleName, at: datetime) -> OrganisingBody:
    """The body, for somebody with one of the roles over it. Raises DoesNotExist."""
    over = reach(person, *names, at=at)
    return OrganisingBody.objects.filter(over.within("id")).get(slug=slug)


def _citing(body: OrganisingBody) -> QuerySet[QuestionVersion]:
    """The newest versions that are not withdrawn and name a document."""
    newest = QuestionVersion.objects.filter(question=OuterRef("question")).order_by("-number")
    return (
        QuestionVersion.objects.filter(
            question__bank__body=body, pk=Subquery(newest.values("pk")[:1])
        )
        .exclude(state=QuestionState.WITHDRAWN)
        .exclude(document_key="")
    )


def cited_documents(body: OrganisingBody, text: str = "", *, at: datetime) -> list[Cited]:
    """Every document with its questions, by number; those whose number or title has the words.

    Two queries.
    """
    by_key: dict[str, list[QuestionVersion]] = defaultdict(list)
    for version in _citing(body).annotate(waits=out_for_review()).order_by("pk"):
        by_key[version.document_key].append(version)
    changes: dict[str, list[DocumentChange]] = defaultdict(list)
    for change in standing_changes(body):
        changes[change.key].append(change)
    today = local_day(at)
    found = [_cited(key, rows, changes[key], today) for key, rows in by_key.items()]
    words = fold(text).split()
    wanted = [
        one for one in found if all(word in fold(f"{one.number} {one.title}") for word in words)
    ]
    return sorted(wanted, key=lambda one: (-one.waiting, one.number))


def standing_changes(body: OrganisingBody) -> QuerySet[DocumentChange]:
    """The changes that were not taken back."""
    rows = DocumentChange.objects.filter(body=body, taken_back_at=None)
    return rows.select_related("made_by").order_by("on", "pk")


def _cited(
    key: str, rows: list[QuestionVersion], changes: Iterable[DocumentChange], today: date
) -> Cited:
    ends = [row.in_force_to for row in rows if row.in_force_to]
    return Cited(
        key=key,
        number=_usual(row.document_number for row in rows),
        title=_usual(row.document_title for row in rows),
        issued_on=min((row.document_date for row in rows if row.document_date), default=None),
        in_force_from=min((row.in_force_from for row in rows if row.in_force_from), default=None),
        in_force_to=max(ends, default=None),
        questions=len(rows),
        waiting=sum(row.waits for row in rows),  # type: ignore[attr-defined]  # annotated
        ended=sum(end <= today for end in ends),
        changes=tuple(changes),
    )


def _usual(texts: Iterable[str]) -> str:
    counted = Counter(filter(None, texts)).most_common(1)
    return counted[0][0] if counted else ""


def citing_versions(body: OrganisingBody, key: str, article: str = "") -> QuerySet[QuestionVersion]:
    """The newest versions that cite the document, or this article of it, with `waits`."""
    rows = _citing(body).filter(document_key=key)
    if wanted := article_key(article):
        rows = rows.filter(article_key=wanted)
    return (
        rows.annotate(waits=Exists(changes_open_for_version()))
        .select_related("question__bank", "author", "reviewer")
        .order_by("-waits", "question__code")
    )


def count_waiting(body: OrganisingBody, key: str) -> int:
    """How many questions that cite the document a reviewer has to look at. One query."""
    return _citing(body).filter(Exists(changes_open_for_version()), document_key=key).count()


def change_for(person: Person, change_id: int, *names: RoleName, at: datetime) -> DocumentChange:
    """A change that stands, for somebody with one of the roles over its body."""
    over = reach(person, *names, at=at)
    rows = DocumentChange.objects.filter(over.within("body"), taken_back_at=None)
    return rows.select_related("body").get(pk=change_id)
