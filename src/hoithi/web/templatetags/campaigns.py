"""Filters of the screens of campaigns: moments, due dates and states as officials write them."""

from typing import Any

from django import template
from django.template.context import Context

from hoithi.web.organiser.campaigns.sections import SECTIONS
from hoithi.web.permissions import opens
from hoithi.wording import plan_findings, tasks
from hoithi.wording.plan_facts import COMMITTEES, KINDS, STATES

register = template.Library()

register.filter("moment_said", tasks.moment_said)
register.filter("due_said", tasks.due_said)
register.filter("span_said", tasks.span_text)
register.filter("option_said", tasks.option_said)
register.filter("move_said", tasks.move_said)
register.filter("finding_sentence", plan_findings.finding_sentence)
register.filter("finding_proposal", plan_findings.finding_proposal)

_TONES = {
    "overdue": "bad",
    "stuck": "bad",
    "refused": "bad",
    "soon": "warn",
    "contradiction": "bad",
    "omission": "warn",
    "doing": "info",
    "done": "good",
    "accepted": "good",
    "corrected": "info",
    "added": "info",
}


@register.filter
def campaign_tone(state: str) -> str:
    """The colour of a badge; the words in it say the same."""
    return f"badge--{_TONES[state]}" if state in _TONES else ""


@register.filter
def activity_kind(kind: str) -> str:
    """What an activity is."""
    return str(KINDS.get(kind, kind))


@register.filter
def committee_kind(kind: str) -> str:
    """What a committee does."""
    return str(COMMITTEES.get(kind, kind))


@register.filter
def holding_status(status: str) -> str:
    """How far a holder is."""
    return str(tasks.STATUSES.get(status, status))


@register.filter
def urgency_said(urgency: str) -> str:
    """How a task stands to today."""
    return str(tasks.URGENCIES.get(urgency, urgency))


@register.filter
def holder_set(name: str) -> str:
    """The units that a set means; empty for one agency."""
    return str(tasks.SETS.get(name, ""))


@register.filter
def fact_state(state: str) -> str:
    """Who stands for a fact; nothing for what only the reader says."""
    return str(STATES.get(state, ""))


@register.filter
def first_line(text: str) -> str:
    """What a question asks, without the list below it; after a colon the list goes on the line."""
    first, _sign, rest = text.partition("\n")
    items = "; ".join(line.strip().removeprefix("- ").rstrip(".") for line in rest.splitlines())
    return f"{first} {items}".strip() if first.rstrip().endswith(":") else first


@register.inclusion_tag("organiser/campaigns/sections.html", takes_context=True)
def campaign_sections(context: Context, section: str) -> dict[str, Any]:
    """The tabs of the sections that open for who asks; `section` is the one that is shown."""
    body, campaign = context["body"], context["campaign"]
    tabs = [
        {"name": name, "label": label, "is_here": name == section}
        for name, label in SECTIONS
        if opens(context["request"], name, body)
    ]
    return {"body": body, "campaign": campaign, "tabs": tabs}
