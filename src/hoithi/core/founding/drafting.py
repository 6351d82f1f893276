"""The campaign that a plan founds, from the facts of its text to the draft that is stored."""

import re
from dataclasses import replace

from hoithi.core.founding.activities import activities, carries_out_superiors, event_name
from hoithi.core.founding.noticing import Noticed
from hoithi.core.founding.questions import questions
from hoithi.core.founding.records import (
    WITH_RULEBOOK,
    ActivityDraft,
    CampaignDraft,
    CommitteeDraft,
    SuperiorPlan,
)
from hoithi.core.founding.rulebooks import rulebook_for
from hoithi.core.founding.tasks import agencies, tasks
from hoithi.core.founding.times import day_of
from hoithi.core.plans.normal import folded
from hoithi.core.plans.records import CitedDocument, Facts, Found

_ISSUER = re.compile(r"\bcua\s+(.{3,120}?)\s+(?:ve|phat dong|ban hanh|to chuc)\b")


def draft_campaign(facts: Facts, noticed: Noticed, *, body: str) -> CampaignDraft:
    """All that the plan founds for the body; what it does not say is asked, never assumed."""
    superior = _superior(facts)
    held = tuple(
        _with_rulebook(one, facts, noticed, body, superior) for one in activities(facts, noticed)
    )
    work = tasks(facts, noticed, held)
    return CampaignDraft(
        title=event_name(_value(facts.title)) or "Kế hoạch chưa có trích yếu",
        number=_value(facts.number),
        issued_on=day_of(facts.issued_on.value) if facts.issued_on else None,
        issuer=_value(facts.issuing_body),
        superior=superior,
        activities=held,
        committees=tuple(
            CommitteeDraft(one.name, one.kind, one.place) for one in noticed.committees
        ),
        agencies=agencies(facts),
        tasks=(*work, *questions(facts, noticed, held, work)),
    )


def _value(found: Found[str] | None) -> str:
    return found.value if found else ""


def _with_rulebook(
    one: ActivityDraft, facts: Facts, noticed: Noticed, body: str, superior: SuperiorPlan | None
) -> ActivityDraft:
    """A contest of the body starts with a rulebook; a superior's only where it is created."""
    if one.kind not in WITH_RULEBOOK:
        return one
    organiser = superior.issuer if one.is_superiors and superior else _value(facts.issuing_body)
    return replace(one, rulebook=rulebook_for(one, facts, noticed, organiser=organiser or body))


def _superior(facts: Facts) -> SuperiorPlan | None:
    """The first plan among the legal bases, where the title says that one is carried out."""
    if not carries_out_superiors(facts):
        return None
    plans = [one for one in facts.legal_bases if "ke hoach" in folded(one.title)]
    return next((_superior_plan(one) for one in plans if one.number), None)


def _superior_plan(one: CitedDocument) -> SuperiorPlan:
    issuer = _ISSUER.search(folded(one.title))
    name = one.title[issuer.start(1) : issuer.end(1)] if issuer else ""
    return SuperiorPlan(one.number or "", day_of(one.date) if one.date else None, name)
