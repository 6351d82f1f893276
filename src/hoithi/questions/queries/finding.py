"""Looking for questions in a bank: what may be asked for, and what is found."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from hoithi.core.vietnamese.text import fold
from hoithi.people.models import Person
from hoithi.questions.models import Bank, QuestionVersion
from hoithi.questions.queries.changes import out_for_review

ENDED, WAITING = "ended", "waiting"
"""Of the legal basis: it no longer holds; a change of it waits for a reviewer."""


def newest_versions(bank: Bank) -> QuerySet[QuestionVersion]:
    """The newest version of each question, in the order of their codes."""
    newest = QuestionVersion.objects.filter(question=OuterRef("question")).order_by("-number")
    return (
        QuestionVersion.objects.filter(question__bank=bank, pk=Subquery(newest.values("pk")[:1]))
        .select_related("question", "author", "reviewer")
        .order_by("question__code")
    )


@dataclass(frozen=True)
class Wanted:
    """What somebody looks for in a bank; empty where it does not matter."""

    text: str = ""
    """Words of the stem or the code, with or without marks."""
    field: str = ""
    topic: str = ""
    state: str = ""
    audience: str = ""
    difficulty: str = ""
    document: str = ""
    """The key of the document that is cited."""
    author: str = ""
    """The number of the account that wrote the newest version."""
    basis: str = ""
    """`ENDED` or `WAITING`."""


_COLUMNS = {
    "field": "field",
    "topic": "topic",
    "state": "state",
    "audience": "audience",
    "difficulty": "difficulty",
    "document": "document_key",
    "author": "author",
}


def found_in(bank: Bank, wanted: Wanted, *, on: date | None = None) -> QuerySet[QuestionVersion]:
    """The newest versions that are looked for, in the order of their codes, with `waits`.

    `on` is the day on which a legal basis counts as ended.
    """
    rows = newest_versions(bank).annotate(waits=out_for_review())
    for name, column in _COLUMNS.items():
        if value := getattr(wanted, name):
            rows = rows.filter(**{column: value})
    for word in fold(wanted.text).split():
        rows = rows.filter(Q(search__contains=word) | Q(question__code__icontains=word))
    if wanted.basis == ENDED and on:
        rows = rows.filter(in_force_to__lte=on)
    return rows.filter(waits=True) if wanted.basis == WAITING else rows


def own(rows: QuerySet[QuestionVersion], writer: Person) -> QuerySet[QuestionVersion]:
    """Those of questions of which this person wrote a version: all that a writer sees."""
    written = QuestionVersion.objects.filter(question=OuterRef("question"), author=writer)
    return rows.filter(Exists(written))


def fields_of(bank: Bank) -> list[str]:
    """The fields that questions of the bank are of. One query."""
    rows = QuestionVersion.objects.filter(question__bank=bank).order_by("field")
    return list(rows.values_list("field", flat=True).distinct())


def topics_of(bank: Bank) -> list[str]:
    """The topics that questions of the bank are of. One query."""
    rows = QuestionVersion.objects.filter(question__bank=bank).exclude(topic="")
    return list(rows.order_by("topic").values_list("topic", flat=True).distinct())


@dataclass(frozen=True)
class Choices:
    """What there is in a bank to choose from, each once and in order."""

    fields: tuple[str, ...]
    topics: tuple[str, ...]
    documents: tuple[tuple[str, str], ...]
    """Key and number."""
    authors: tuple[tuple[str, str], ...]
    """Number of the account and name."""


def choices_of(bank: Bank) -> Choices:
    """What questions of the bank can be looked for by. One query."""
    columns = ("field", "topic", "document_key", "document_number", "author", "author__full_name")
    rows = QuestionVersion.objects.filter(question__bank=bank).order_by()
    found = list(rows.values_list(*columns).distinct())
    documents = {key: number for _, _, key, number, _, _ in found if key}
    authors = {str(author): name for *_, author, name in found if author}
    return Choices(
        tuple(sorted({row[0] for row in found if row[0]})),
        tuple(sorted({row[1] for row in found if row[1]})),
        tuple(sorted(documents.items(), key=lambda one: one[1])),
        tuple(sorted(authors.items(), key=lambda one: one[1])),
    )
