"""Which versions wait for a reviewer because the document they cite was changed."""

from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Coalesce
from django.db.models.lookups import Exact

from hoithi.questions.models import Confirmation, DocumentChange, QuestionVersion


def changes_open_for_version() -> QuerySet[DocumentChange]:
    """For the version outside: the changes since it was written or approved, not confirmed.

    A question that names no article is touched by the change of any article.
    """
    looked_at = Coalesce(OuterRef("reviewed_at"), OuterRef("made_at"))
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
        made_at__gt=looked_at,
    )


def out_for_review(*, on: date | None = None) -> Exists:
    """Whether the version outside is kept out of papers sat on that day; None for any day."""
    changes = changes_open_for_version()
    return Exists(changes if on is None else changes.filter(on__lte=on))


def changes_open_for(version: QuestionVersion) -> QuerySet[DocumentChange]:
    """The changes about which a reviewer has still to say whether this version holds."""
    this = QuestionVersion.objects.filter(pk=version.pk)
    touching = DocumentChange.objects.filter(key=version.document_key, taken_back_at=None)
    waiting = this.filter(Exists(changes_open_for_version().filter(pk=OuterRef(OuterRef("pk")))))
    return touching.filter(Exists(waiting)).select_related("made_by").order_by("on", "pk")
