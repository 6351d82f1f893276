"""What going over the time of a part costs, by the function the rulebook names."""

from decimal import Decimal

from hoithi.core.rulebook.parts import PenaltyKind, TimePenalty

_NOTHING = Decimal(0)
_MINUTE = 60


def time_penalty(rule: TimePenalty, seconds_over: int) -> Decimal:
    """Points to take off for so many seconds over the time; never negative.

    Free seconds are forgiven and not counted at all. A started minute counts whole (0:01 over is
    one); a whole minute counts when it is full (0:59 over is none). Of bands the highest reached
    holds alone. A cut-off costs nothing by itself: what came after the limit is not marked.
    """
    over = max(0, seconds_over - rule.free_seconds)
    if not over:
        return _NOTHING
    match rule.rule:
        case PenaltyKind.PER_STARTED_MINUTE:
            return rule.points * -(-over // _MINUTE)
        case PenaltyKind.PER_WHOLE_MINUTE:
            return rule.points * (over // _MINUTE)
        case PenaltyKind.BANDS:
            reached = [band for band in rule.bands if over >= band.from_seconds]
            highest = max(reached, key=lambda band: band.from_seconds, default=None)
            return _NOTHING if highest is None else highest.points
        case PenaltyKind.CUT_OFF:
            return _NOTHING


def after_penalty(points: Decimal, penalty: Decimal) -> Decimal:
    """What is left of the points of a part: never below nothing."""
    return max(_NOTHING, points - penalty)
