"""Which versions wait for a reviewer because the document they cite was changed."""

from collections import defaultdict
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.lookups import Exact

from hoithi.questions.models import Bank, Confirmation, DocumentChange, QuestionVersion


def changes_open_for_version() -> QuerySet[DocumentChange]:
    """For the version outside: the changes of its document that no reviewer confirmed it against.

    The one place that says what waits, whenever a version was written: before the change was
    put down, or after it by somebody who did not know. A question that names no article is
    touched by the change of any article.
    """
    confirmed = Confirmation.objects.filter(change=OuterRef("pk"), version=OuterRef(OuterRef("pk")))
    same_article = (
        Q(article="")
        | Q(article=OuterRef("article_key"))
        | Q(Exact(OuterRef("article_key"), Value("")))
    )
    return DocumentChange.objects.filter(
        same_article,
        ~Exists(confirmed),
        taken_back_at=None,
        body=OuterRef("question__bank__body"),
        key=OuterRef("document_key"),
    )


def out_for_review(*, on: date | None = None) -> Exists:
    """Whether the version outside is kept out of papers sat on that day; None for any day."""
    changes = changes_open_for_version()
    return Exists(changes if on is None else changes.filter(on__lte=on))


def first_change_day() -> Subquery:
    """The first day from which a waiting change touches the version outside; null for none."""
    return Subquery(changes_open_for_version().order_by("on").values("on")[:1])


def changes_open_for(version: QuestionVersion) -> QuerySet[DocumentChange]:
    """The changes about which a reviewer has still to say whether this version holds."""
    this = QuestionVersion.objects.filter(pk=version.pk)
    touching = DocumentChange.objects.filter(key=version.document_key, taken_back_at=None)
    waiting = this.filter(Exists(changes_open_for_version().filter(pk=OuterRef(OuterRef("pk")))))
    return touching.filter(Exists(waiting)).select_related("made_by").order_by("on", "pk")


def changes_waiting(bank: Bank) -> dict[int, list[DocumentChange]]:
    """By version the changes that keep it waiting, of the newest versions of the bank.

    One query, and one for each standing change of a document.
    """
    newest = QuestionVersion.objects.filter(question=OuterRef("question")).order_by("-number")
    versions = QuestionVersion.objects.filter(
        question__bank=bank, pk=Subquery(newest.values("pk")[:1])
    )
    standing = DocumentChange.objects.filter(body=bank.body_id, taken_back_at=None)
    found: dict[int, list[DocumentChange]] = defaultdict(list)
    for change in standing.order_by("on", "pk"):
        touched = versions.filter(Exists(changes_open_for_version().filter(pk=change.pk)))
        for version in touched.values_list("pk", flat=True):
            found[version].append(change)
    return dict(found)
