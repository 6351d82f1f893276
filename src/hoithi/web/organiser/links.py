"""Where each next step is done."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse

from hoithi.core.next_steps import Step, StepKey

_OF_CONTEST = {
    StepKey.RESOLVE: "rules_findings",
    StepKey.ANSWER: "rules_findings",
    StepKey.PUT_IN_FORCE: "rules_put_in_force",
    StepKey.CHOOSE_BANK: "bank_seal",
    StepKey.REVIEW: "bank_seal",
    StepKey.SEAL: "bank_seal",
    StepKey.ANNOUNCE: "announce",
    StepKey.REHEARSE: "rehearsals",
}
_OF_ROUND = {
    StepKey.OPENS: "round_desk",
    StepKey.RESUME: "round_desk",
    StepKey.WATCH: "round_desk",
    StepKey.ENTER_POINTS: "points_sheets",
    StepKey.CONFIRM_POINTS: "points_sheets",
}
_OF_RESULT = "round_results"


@dataclass(frozen=True)
class LinkedStep:
    """A step with its address."""

    step: Step
    href: str


def linked(steps: Iterable[Step]) -> list[LinkedStep]:
    """The steps with the addresses where they are done; a rehearsal only where one can be held."""
    return [LinkedStep(step, _address(step)) for step in steps if _can_be_done(step)]


def _can_be_done(step: Step) -> bool:
    if step.key is not StepKey.REHEARSE:
        return True
    try:
        reverse(_OF_CONTEST[step.key], args=[step.slug])
    except NoReverseMatch:
        return False
    return True


def _address(step: Step) -> str:
    name = _OF_CONTEST.get(step.key)
    wanted = (name, [step.slug]) if name else (_of_round(step), [step.slug, step.round_key])
    try:
        return reverse(wanted[0], args=wanted[1])
    except NoReverseMatch:
        # A page of a part that this installation does not have: the desk names the way instead.
        return reverse("contest_desk", args=[step.slug])


def _of_round(step: Step) -> str:
    return _OF_ROUND.get(step.key, _OF_RESULT)
