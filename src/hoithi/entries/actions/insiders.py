"""Members of committees put on the list of those whom a contest excludes."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from hoithi.campaigns.models import Committee
from hoithi.contests.models import Contest
from hoithi.core.vietnamese.dates import date_text
from hoithi.entries.actions.excluding import exclude
from hoithi.entries.queries.insiders import insiders_of
from hoithi.journal import actions as journal
from hoithi.kit.refusals import Refusal
from hoithi.people.models import Person

_LONGEST_SOURCE = 200


class NobodyNew(Refusal):
    """Every member who can be compared is on the list already."""


@transaction.atomic
def exclude_insiders(
    contest: Contest, chosen: Mapping[int, str], *, by: Person, at: datetime
) -> int:
    """Puts the members of these committees (by number, each with the key of its rule) on the list.

    Who is on it under the rule already is not doubled; whoever has entered is weighed anew and
    keeps what they did. Refuses where nobody is new. How many people are new on the list.
    """
    # Two clicks at once wait here for one another.
    Contest.objects.select_for_update().get(pk=contest.pk)
    found = [one for one in insiders_of(contest, chosen, at=at) if one.committee.pk in chosen]
    added = 0
    for one in found:
        if one.rule is None or not one.people:
            continue
        source = source_of(one.committee)
        added += len(exclude(contest, one.rule, one.people, source=source, by=by, at=at))
    if not added:
        raise NobodyNew
    facts = {"committees": [one.committee.pk for one in found], "people": added}
    journal.record("entries.insiders_excluded", contest, by=by, at=at, facts=facts)
    return added


def source_of(committee: Committee) -> str:
    """What names these people: the establishing decision, else the committee's list."""
    told = committee.name
    if committee.decision_number:
        told = f"{told}, Quyết định số {committee.decision_number}"
        told += f" ngày {date_text(committee.decided_on)}" if committee.decided_on else ""
    return told[:_LONGEST_SOURCE]
