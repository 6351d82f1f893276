"""The committee's values for units that are equal in everything counted before."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal

import msgspec
from django.db import transaction

from hoithi.contests.facts import rulebook_of
from hoithi.contests.models import Contest, Round
from hoithi.contests.queries import current_version, rules_of_round
from hoithi.core.collective.judged import judged_unit_titles
from hoithi.journal import actions as journal
from hoithi.judging.actions.entering import NotJudged, ReasonMissing, SheetEmpty
from hoithi.judging.models import JudgedUnit
from hoithi.kit.refusals import Refusal
from hoithi.people.models import Person, Unit


class DocumentMissing(Refusal):
    """The minutes that state the committee's values are not named."""


class UnitsJudged(msgspec.Struct, frozen=True, kw_only=True):
    """What the committee gives each unit under one judged key, why, and by which minutes."""

    title: str
    values: Mapping[int, Decimal]
    reason: str
    document_number: str


@transaction.atomic
def judge_units(
    contest: Contest, round_: Round | None, given: UnitsJudged, *, by: Person, at: datetime
) -> list[JudgedUnit]:
    """Records the committee's values for units; the newest of each unit counts, all are kept.

    Refuses a title that no collective ranking of the rules has, no values, and values without a
    reason or without the minutes. The next draft is ranked by them.
    """
    rules = (
        rules_of_round(round_, at=at) if round_ else rulebook_of(current_version(contest, at=at))
    )
    if given.title not in judged_unit_titles(rules.collectives):
        raise NotJudged(title=given.title)
    if not given.reason.strip():
        raise ReasonMissing
    if not given.document_number.strip():
        raise DocumentMissing
    units = Unit.objects.in_bulk(given.values)
    if not given.values or len(units) != len(given.values):
        raise SheetEmpty
    return _written(contest, round_, given, by=by, at=at)


def _written(
    contest: Contest, round_: Round | None, given: UnitsJudged, *, by: Person, at: datetime
) -> list[JudgedUnit]:
    made = [
        JudgedUnit.objects.create(
            contest=contest,
            round=round_,
            unit_id=unit,
            key_title=given.title,
            value=value,
            reason=given.reason.strip(),
            document_number=given.document_number.strip(),
            entered_by=by,
            entered_at=at,
        )
        for unit, value in sorted(given.values.items())
    ]
    facts = {
        "key": given.title,
        "values": {str(one.unit_id): str(one.value) for one in made},
        "round": round_.key if round_ else "",
        "reason": given.reason.strip(),
        "document": given.document_number.strip(),
    }
    journal.record("judging.units_judged", contest, by=by, at=at, facts=facts)
    return made
