"""Rounds that are not over whose papers hold a question of which the key is corrected."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from hoithi.contests.facts import state_at
from hoithi.contests.models import Round
from hoithi.contests.queries import rules_of_round
from hoithi.core.rounds import RoundState
from hoithi.core.rulebook.document import RoundScope
from hoithi.results.models import KeyCorrection, Result
from hoithi.results.queries import marks
from hoithi.sittings.queries.held import Held, holding
from hoithi.sittings.queries.keys import keys_of

_COMING = {RoundState.COMING, RoundState.UNDATED}
_OVER = {RoundState.CLOSED, RoundState.CANCELLED}


@dataclass(frozen=True)
class UsingRound:
    """Such a round: its papers stay as they were drawn, and all of it is marked by the key that is
    in force when it closes."""

    round: Round
    is_open: bool
    handed_in: int
    """Sheets handed in so far: marked anew under another key."""
    told_points: bool
    """Whether whoever handed in was told points at once."""


def using_rounds(correction: KeyCorrection, *, at: datetime) -> list[UsingRound]:
    """Rounds of any contest, open, or sealed and to come, with this version in their papers.

    Trials and rehearsals aside: nothing follows from their points.
    """
    bank = correction.version.question.bank_id
    drawn = Round.objects.filter(
        contest__banks=bank, contest__rehearses=None, pools__isnull=False, cancelled_at=None
    ).exclude(scope=RoundScope.TRIAL.value)
    found = drawn.distinct().select_related("contest", "version").order_by("opens_at", "pk")
    return [
        _using(one, at)
        for one in found
        if _goes_on(one, at) and correction.version_id in keys_of(one.pk).by_version
    ]


def _goes_on(round_: Round, at: datetime) -> bool:
    return state_at(round_, at) not in _OVER or not marks.is_settled(round_)


def _using(round_: Round, at: datetime) -> UsingRound:
    return UsingRound(
        round=round_,
        is_open=state_at(round_, at) not in _COMING,
        handed_in=marks.handed_in(round_),
        told_points=rules_of_round(round_, at=at).publication.score_at_once,
    )


def kept_secret_by(correction: KeyCorrection, *, at: datetime) -> Sequence[Held]:
    """Rounds for whose sake the public is not told the question, its keys and the reason yet."""
    return holding({correction.version.question_id}, at=at)


def correction_behind(result: Result) -> KeyCorrection | None:
    """The corrected key by which a result was made, also where it was published at the desk."""
    if result.round_id is None or result.preliminary:
        return None
    rows = KeyCorrection.objects.filter(rounds__round=result.round_id, made__isnull=False)
    known = rows.select_related("version__question__bank__body", "base", "reverses")
    own = known.filter(rounds__result=result).order_by("-pk").first()
    waited = known.filter(
        rounds__result=None,
        rounds__base_result__number=result.number - 1,
        rounds__base_result__round=result.round_id,
        decided_at__lte=result.published_at,
    )
    return own or waited.order_by("-pk").first()
