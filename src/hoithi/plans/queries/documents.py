"""Plan documents as somebody may see them."""

from datetime import datetime

from django.db.models import QuerySet

from hoithi.campaigns.queries import body_with_campaigns
from hoithi.core.budget.norms import Item
from hoithi.core.plans.checking.norms import PrizeNorm
from hoithi.people.models import OrganisingBody, Person, RoleName
from hoithi.plans.models import PlanDocument, Understood


def document_for(
    person: Person, slug: str, number: int, *names: RoleName, at: datetime
) -> PlanDocument:
    """The plan of this body and number, for those who hold one of the roles over the body."""
    body = body_with_campaigns(person, slug, *names, at=at)
    plans = PlanDocument.objects.select_related("body", "file", "campaign")
    return plans.get(pk=number, body=body)


def waiting_documents(body: OrganisingBody) -> QuerySet[PlanDocument]:
    """Plans that were read and have no campaign yet, the newest first."""
    rows = PlanDocument.objects.filter(body=body, campaign=None, read_at__isnull=False)
    return rows.select_related("file").order_by("-uploaded_at")


_SCOPES = {Item.PRIZE_INDIVIDUAL: "individual", Item.PRIZE_COLLECTIVE: "collective"}


def prize_norms(body: OrganisingBody) -> tuple[PrizeNorm, ...]:
    """The norms of prizes that the body entered, for checking a plan; nothing is assumed."""
    rows = body.spending_norms.filter(item__in=list(_SCOPES))
    return tuple(
        PrizeNorm(
            row.most, row.document, row.article, row.since, row.until, scope=_SCOPES[Item(row.item)]
        )
        for row in rows
    )


def understood_in(document: PlanDocument) -> list[Understood]:
    """All that was understood, in the order of the text; what has no place comes last."""
    rows = document.understood.select_related("decided_by")
    return sorted(rows, key=lambda row: (row.line is None, row.line or 0, row.start, row.ordinal))


def understood_row(document: PlanDocument, number: int) -> Understood:
    """One fact of the document."""
    return document.understood.select_related("document").get(pk=number)
