"""Writing the journal."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Protocol

from django.db import models

from hoithi.journal.models import Entry


class Doer(Protocol):
    """Whoever does something: a person with an account."""

    pk: Any
    full_name: str


def record(
    deed: str,
    subject: models.Model | None = None,
    *,
    by: Doer | None,
    at: datetime,
    facts: Mapping[str, Any] | None = None,
) -> Entry:
    """Adds one row in the caller's transaction: the deed and its trace are one.

    `deed` is `package.verb_done`. Facts hold ids, numbers and masked names only, never
    personal data. Body and contest are taken from the subject where it knows them.
    """
    return Entry.objects.create(
        deed=deed,
        subject=subject._meta.label if subject else "",
        subject_id=subject.pk if subject and isinstance(subject.pk, int) else None,
        body_id=_owner(subject, "body", "people.OrganisingBody"),
        contest_id=_owner(subject, "contest", "contests.Contest"),
        person_id=by.pk if by else None,
        person_name=by.full_name if by else "",
        facts=dict(facts or {}),
        at=at,
    )


def _owner(subject: models.Model | None, name: str, label: str) -> int | None:
    if subject is None:
        return None
    if subject._meta.label == label:
        return int(subject.pk)
    owner = getattr(subject, f"{name}_id", None)
    if owner is None and name == "body" and hasattr(subject, "contest"):
        owner = getattr(subject.contest, "body_id", None)
    return owner if isinstance(owner, int) else None
