"""What was decided about a contest, as people who come to its page are told."""

from dataclasses import dataclass
from datetime import datetime

from hoithi.contests.facts import state_at
from hoithi.contests.models import Contest, RoundDecision
from hoithi.contests.queries import decisions_shown
from hoithi.core.rounds import is_news

_MOST = 20


@dataclass(frozen=True)
class Announcements:
    """The newest decision while people act by it, and those before it."""

    newest: RoundDecision | None
    earlier: tuple[RoundDecision, ...]


def announcements(contest: Contest, *, at: datetime) -> Announcements:
    """The decisions of a contest, newest first; what is over stands among the earlier ones."""
    decisions = tuple(decisions_shown(contest)[:_MOST])
    if not decisions or not _is_news(decisions[0], at):
        return Announcements(None, decisions)
    return Announcements(decisions[0], decisions[1:])


def _is_news(decision: RoundDecision, at: datetime) -> bool:
    return decision.round is None or is_news(decision.kind, state_at(decision.round, at))
