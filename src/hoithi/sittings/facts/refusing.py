"""Decisions of the rules about a start as refusals of the room."""

from hoithi.core.attempts import MayNotStart, Refused
from hoithi.sittings.facts import refusals

_REFUSALS: dict[Refused, type[refusals.RoomRefusal]] = {
    Refused.CLOSED: refusals.RoundClosed,
    Refused.PAUSED: refusals.Paused,
    Refused.OTHER_SITTING_OPEN: refusals.OtherSittingOpen,
    Refused.DAY_USED_UP: refusals.DayUsedUp,
    Refused.ROUND_USED_UP: refusals.RoundUsedUp,
    Refused.CONTEST_USED_UP: refusals.ContestUsedUp,
}


def refusal_of(decision: MayNotStart) -> refusals.RoomRefusal:
    """Why no paper is given out, with its facts."""
    if decision.reason is Refused.NOT_OPEN:
        return refusals.NotOpen(opens_at=decision.at)
    if decision.reason is Refused.CLOSED:
        return refusals.RoundClosed(closed_at=decision.at)
    facts = {"used": decision.used, "limit": decision.limit} if decision.limit else {}
    return _REFUSALS[decision.reason](**facts)
