"""Filters of the staff's pages: moments, numbers and states as officials write them."""

from django import template

from hoithi import wording
from hoithi.contests.models import Contest
from hoithi.core.next_steps import Step
from hoithi.core.rounds import RoundState
from hoithi.core.rulebook.checks import Finding
from hoithi.core.rulebook.problem import Problem
from hoithi.core.vietnamese.numbers import dotted
from hoithi.core.vietnamese.phones import phone_text
from hoithi.sittings.queries.own_parts import part_title
from hoithi.web.organiser.rules.pages import address_of
from hoithi.wording import contests, desk, placings, rehearsals, rulebook, signs, states, steps

register = template.Library()

register.filter("contest_state", states.contest_state)
register.filter("round_state", states.round_state)
register.filter("decision_kind", states.decision_kind)
register.filter("publication", states.publication)
register.filter("publication_decided", states.publication_decided)
register.filter("question_state", states.question_state)
register.filter("sentence", wording.sentence)
register.filter("why_not_rehearsed", contests.why_not_rehearsed)
register.filter("refusal_named", rehearsals.refusal_named)
register.filter("missing", desk.missing)
register.filter("verdict", desk.verdict)
register.filter("sign_kind", signs.sign_kind)
register.filter("sign_about", signs.sign_about)
register.filter("sign_figures", signs.sign_figures)
register.filter("prize_reason", placings.prize_reason)
register.filter("paper_title", part_title)
register.filter("phone", phone_text)
register.filter("plain", placings.number_text)

_TONES = {
    "announced": "good",
    "open": "good",
    "approved": "good",
    "paused": "warn",
    "sent_back": "warn",
    "proposed": "info",
    "coming": "info",
    "cancelled": "bad",
    "withdrawn": "bad",
    "undated": "warn",
    "verified": "good",
    "unreached": "warn",
    "not_recognised": "bad",
}


@register.filter
def tone(state: str) -> str:
    """The colour of the badge of a state; the words beside it say the same."""
    return f"badge--{_TONES[state]}" if state in _TONES else ""


@register.filter
def number(count: int | None) -> str:
    """1439 → "1.439"; a dash for what is not known."""
    return "–" if count is None else dotted(count)


@register.filter
def deed(step: Step) -> str:
    """What is to be done."""
    return steps.deed(step)


@register.filter
def reason(step: Step) -> str:
    """Why it is to be done."""
    return steps.reason(step)


@register.filter
def is_running(state: str) -> bool:
    """Whether people may be sitting at it."""
    return state in {RoundState.OPEN, RoundState.PAUSED}


@register.filter
def rule_sentence(found: Finding | Problem) -> str:
    """What is wrong with a rulebook, with its place."""
    return rulebook.sentence(found)


@register.simple_tag
def rule_address(contest: Contest, path: str) -> str:
    """Where in the editor what is at the path is changed."""
    return address_of(contest, path)
