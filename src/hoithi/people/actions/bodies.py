"""Organising bodies: founded by an operator, kept by their administrators."""

from dataclasses import asdict, dataclass
from datetime import datetime, time

from django.db import transaction

from hoithi.core.morning import READY
from hoithi.core.vietnamese.text import clean
from hoithi.journal import actions as journal
from hoithi.people.facts.accounts import SlugTaken
from hoithi.people.models import OrganisingBody, Person

RESERVED = frozenset({"cuoc-thi"})
"""Words that mean something else in addresses."""


@dataclass(frozen=True)
class Headings:
    """What stands at the head of a body's documents and pages, and when it is reported to."""

    name: str
    superior: str = ""
    place: str = ""
    telephone: str = ""
    reports_at: time = READY


@transaction.atomic
def create_body(
    slug: str, headings: Headings, *, by: Person | None, at: datetime
) -> OrganisingBody:
    """Found a body. Refuses a short name that another one has."""
    if slug in RESERVED or OrganisingBody.objects.filter(slug=slug).exists():
        raise SlugTaken(slug=slug)
    body = OrganisingBody.objects.create(slug=slug, created_at=at, **_cleaned(headings))
    journal.record("people.body_created", body, by=by, at=at, facts={"slug": slug})
    return body


@transaction.atomic
def change_headings(
    body: OrganisingBody, headings: Headings, *, by: Person, at: datetime
) -> OrganisingBody:
    """Write other headings; documents already made keep theirs."""
    cleaned = _cleaned(headings)
    for field, value in cleaned.items():
        setattr(body, field, value)
    body.save(update_fields=list(cleaned))
    facts = cleaned | {"reports_at": f"{headings.reports_at:%H:%M}"}
    journal.record("people.headings_changed", body, by=by, at=at, facts=facts)
    return body


def _cleaned(headings: Headings) -> dict[str, str | time]:
    said = asdict(headings).items()
    return {field: clean(one) if isinstance(one, str) else one for field, one in said}
