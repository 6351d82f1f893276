"""Writing the journal, sealing what was written, and taking a form once."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any, Protocol

from django.db import models, transaction

from hoithi.journal import queries
from hoithi.journal.facts import chained_hash
from hoithi.journal.models import Entry, Seal, TakenForm

SEALED_AT_ONCE = 500
FORMS_KEPT = timedelta(days=2)


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
    entry = _entry(deed, subject, by, at, facts or {})
    entry.save(force_insert=True)
    return entry


def record_all(
    deed: str,
    subjects: Iterable[tuple[models.Model, Mapping[str, Any]]],
    *,
    by: Doer | None,
    at: datetime,
) -> None:
    """A row for each subject with its facts, as `record` adds them; one statement a hundred."""
    entries = (_entry(deed, subject, by, at, facts) for subject, facts in subjects)
    Entry.objects.bulk_create(entries, batch_size=100)


def _entry(
    deed: str,
    subject: models.Model | None,
    by: Doer | None,
    at: datetime,
    facts: Mapping[str, Any],
) -> Entry:
    return Entry(
        deed=deed,
        subject=subject._meta.label if subject else "",
        subject_id=subject.pk if subject and isinstance(subject.pk, int) else None,
        body_id=_owner(subject, "body", "people.OrganisingBody"),
        contest_id=_owner(subject, "contest", "contests.Contest"),
        person_id=by.pk if by else None,
        person_name=by.full_name if by else "",
        facts=dict(facts),
        at=at,
    )


@contextmanager
def once(key: str, *, at: datetime) -> Iterator[tuple[TakenForm, bool]]:
    """The form of this key, and whether it comes for the first time: then its deed is done inside.

    Deed and trace are one transaction: a form that was refused may be sent again. Two that come
    at the same time wait for one another here. A trace that is deleted inside is not kept.
    """
    with transaction.atomic():
        form, is_first = TakenForm.objects.get_or_create(key=key, defaults={"taken_at": at})
        yield form, is_first
        if is_first and form.pk is not None:
            form.save(update_fields=["onward"])


def forget_forms(at: datetime) -> int:
    """Forgets forms that were taken two days ago or longer; how many.

    A double click comes within seconds, and a page left open is sent again within its session.
    """
    return TakenForm.objects.filter(taken_at__lt=at - FORMS_KEPT).delete()[0]


@transaction.atomic
def seal_entries(at: datetime) -> int:
    """Gives the next committed entries their numbers and chains their hashes; returns how many.

    An id is taken before its row commits, so ids may come late or never: the order is that of
    the seals, and whatever has no seal yet is next. Where two processes seal at once, one of
    them fails on the number and has changed nothing.
    """
    entries = queries.next_to_seal(SEALED_AT_ONCE)
    head = queries.chain_head()
    number, before = head.number, head.hash
    seals: list[Seal] = []
    for entry in entries:
        number += 1
        before = chained_hash(before, number, entry)
        seals.append(Seal(number=number, entry_id=entry.pk, hash=before, sealed_at=at))
    Seal.objects.bulk_create(seals)
    return len(seals)


def _owner(subject: models.Model | None, name: str, label: str) -> int | None:
    if subject is None:
        return None
    if subject._meta.label == label:
        return int(subject.pk)
    owner = getattr(subject, f"{name}_id", None)
    if owner is None and name == "body" and hasattr(subject, "contest"):
        owner = getattr(subject.contest, "body_id", None)
    return owner if isinstance(owner, int) else None
