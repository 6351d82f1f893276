"""Clears what false people and deleted drafts left, in small transactions: nobody has to wait."""

from collections.abc import Iterator
from itertools import chain, islice
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from hoithi.campaigns.models import Campaign
from hoithi.contests.actions import close_twins
from hoithi.contests.models import Contest
from hoithi.entries.models import Entrant, ListedExclusion, ListedPerson
from hoithi.people.models import Identity, Role
from hoithi.results.models import Chunk, Draft
from hoithi.sittings.models import Paper, Sitting

_SITTINGS = 50
"""With their holders, sheets, submissions and marks: well under 50 ms."""
_PEOPLE = 100
_PAPERS = 200
_CHUNKS = 20


def clear_some(contest: Contest, most: int) -> bool:
    """At most so many small transactions; whether nothing false is left of the contest."""
    close_twins(contest)
    steps = _steps(contest)
    return sum(1 for _ in islice(steps, most)) < most


def clear_wholly(contest: Contest) -> None:
    """Everything at once, transaction by transaction."""
    close_twins(contest)
    for _ in _steps(contest):
        pass


def delete_some(contest: Contest, most: int) -> bool:
    """At most so many small transactions; whether a deleted draft is gone with all that it had."""
    close_twins(contest)
    steps = chain(_steps(contest), _gone(contest))
    return sum(1 for _ in islice(steps, most)) < most


def _steps(contest: Contest) -> Iterator[None]:
    for twin in Contest.objects.filter(rehearses=contest):
        yield from _gone(twin)


def _gone(contest: Contest) -> Iterator[None]:
    yield from _deleted(Sitting.objects.filter(round__contest=contest), _SITTINGS)
    yield from _people(contest)
    yield from _deleted(Paper.objects.filter(pool__round__contest=contest), _PAPERS)
    yield from _drafts(contest)
    with transaction.atomic():
        # Rounds hold the version they began under, so they go before it.
        contest.rounds.all().delete()
        Role.objects.filter(contest_id=contest.pk).delete()
        contest.delete()
        # What a plan founded has more than this contest, and stays.
        Campaign.objects.filter(pk=contest.campaign_id, contests=None, from_plan=False).delete()
    yield


def _deleted(rows: "QuerySet[Any]", size: int) -> Iterator[None]:
    while keys := list(rows.order_by("pk").values_list("pk", flat=True)[:size]):
        with transaction.atomic():
            rows.filter(pk__in=keys).delete()
        yield


def _people(contest: Contest) -> Iterator[None]:
    """Entrants with what they told of themselves, also those who only tried the paper."""
    for rows in (
        Entrant.objects.filter(contest=contest),
        ListedExclusion.objects.filter(contest=contest),
        ListedPerson.objects.filter(list__contest=contest),
    ):
        while found := dict(rows.order_by("pk").values_list("pk", "identity_id")[:_PEOPLE]):
            with transaction.atomic():
                rows.filter(pk__in=found).delete()
                Identity.objects.filter(pk__in=filter(None, found.values())).delete()
            yield


def _drafts(contest: Contest) -> Iterator[None]:
    for draft in Draft.objects.filter(contest=contest):
        yield from _deleted(Chunk.objects.filter(draft_id=draft.pk), _CHUNKS)
        with transaction.atomic():
            draft.delete()
        yield
