"""Where each next step is done."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest
from django.urls import reverse

from hoithi.contests import queries
from hoithi.contests.models import Contest
from hoithi.contests.queries import EDITORS
from hoithi.core.next_steps import Step, next_steps
from hoithi.core.step_keys import StepKey
from hoithi.judging.queries import CONFIRMERS, TYPISTS
from hoithi.results.queries.corrections import DECIDERS
from hoithi.results.queries.desk import APPROVERS, WORKERS
from hoithi.web.permissions import holds, opened_by, opens
from hoithi.web.request import SignedInRequest
from hoithi.web.staff.progress import facts_of

_OF_CONTEST = {
    StepKey.RESOLVE: "rules_findings",
    StepKey.ANSWER: "rules_findings",
    StepKey.PUT_IN_FORCE: "rules_put_in_force",
    StepKey.CHOOSE_BANK: "bank_seal",
    StepKey.REVIEW: "bank_seal",
    StepKey.SEAL: "bank_seal",
    StepKey.BASES_CHANGED: "bank_seal",
    StepKey.SEAL_BROKEN: "bank_seal",
    StepKey.ANNOUNCE: "announce",
    StepKey.REHEARSE: "rehearsals",
    StepKey.DECIDE_CORRECTIONS: "corrections",
    StepKey.ANSWER_REMARKS: "remarks_desk",
}
_OF_ROUND = {
    StepKey.OPENS: "round_desk",
    StepKey.SIMULATE: "round_simulation",
    StepKey.RESUME: "round_desk",
    StepKey.WATCH: "round_desk",
    StepKey.ENTER_POINTS: "points_sheets",
    StepKey.CONFIRM_POINTS: "points_sheets",
}
_OF_KEY = "key_correction"
_OF_RESULT = "round_results"
_DONE_BY = {
    StepKey.RESOLVE: EDITORS,
    StepKey.ANSWER: EDITORS,
    StepKey.PUT_IN_FORCE: EDITORS,
    StepKey.ANNOUNCE: EDITORS,
    StepKey.REHEARSE: EDITORS,
    StepKey.SEAL_BROKEN: (*EDITORS, *APPROVERS),
    StepKey.RESUME: EDITORS,
    StepKey.WATCH: EDITORS,
    StepKey.DECIDE_CORRECTIONS: EDITORS,
    StepKey.ENTER_POINTS: TYPISTS,
    StepKey.CONFIRM_POINTS: CONFIRMERS,
    StepKey.PREPARE: WORKERS,
    StepKey.SETTLE_TIES: WORKERS,
    StepKey.TELEPHONE: WORKERS,
    StepKey.APPROVE: APPROVERS,
    StepKey.APPROVE_KEY: DECIDERS,
    StepKey.PUBLISH: WORKERS,
    StepKey.ANSWER_REMARKS: WORKERS,
    StepKey.CERTIFICATES: WORKERS,
}
"""Whose deed a step is, where more people open its page; other steps go by their page."""


@dataclass(frozen=True)
class LinkedStep:
    """A step with its address; none for whoever cannot do it and only reads what waits."""

    step: Step
    href: str


def linked(
    steps: Iterable[Step], contests: Iterable[Contest], request: HttpRequest
) -> list[LinkedStep]:
    """The steps of these contests with the addresses where they are done."""
    by_slug = {contest.slug: contest for contest in contests}
    return [LinkedStep(step, _address(step, by_slug[step.slug], request)) for step in steps]


def steps_of(request: SignedInRequest, *, at: datetime) -> list[LinkedStep]:
    """What is to be done next in all contests of all bodies of who asks, the most urgent first.

    Only what the person can do, or what happens by itself. As many queries for many as for one.
    """
    rows = list(queries.contests_of(request.user, at=at).prefetch_related("rounds", "rehearsals"))
    steps = linked(next_steps(facts_of(rows, at), at), rows, request)
    return [one for one in steps if one.href]


def _address(step: Step, contest: Contest, request: HttpRequest) -> str:
    page, place = _page(step)
    if step.key is StepKey.SEAL_BROKEN and not opens(request, "bank_seal", contest):
        # Who approves sees no questions; what to do about the result is decided beside it.
        page, place = _OF_RESULT, [contest.slug, step.round_key]
    doers = _DONE_BY.get(step.key, opened_by(page))
    may_do = opens(request, page, contest) and holds(request, contest, doers)
    if step.key_waiting and step.key_waiting.proposer == request.user.pk:
        return ""
    return reverse(page, args=place) if may_do else ""


def _page(step: Step) -> tuple[str, list[object]]:
    if step.key_waiting:
        return _OF_KEY, [step.key_waiting.number]
    if step.key in _OF_CONTEST:
        return _OF_CONTEST[step.key], [step.slug]
    return _OF_ROUND.get(step.key, _OF_RESULT), [step.slug, step.round_key]
