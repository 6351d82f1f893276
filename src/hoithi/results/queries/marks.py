"""The exam room as results need it: whether all is handed in and marked, under which keys."""

from hoithi.contests.models import Round
from hoithi.sittings.models import Mark, Sitting, SittingDecision, SittingDecisionKind, Submission
from hoithi.sittings.queries.keys import keys_of


def key_state(round_: Round) -> str:
    """The name of the answer keys as they stand now: which marks count."""
    return keys_of(round_.pk).state


def is_settled(round_: Round) -> bool:
    """Whether every sitting of the round is handed in, or annulled."""
    annulled = SittingDecision.objects.filter(
        round=round_, kind=SittingDecisionKind.ANNUL, sitting__isnull=False
    )
    open_ = Sitting.objects.filter(round=round_, submission__isnull=True)
    return not open_.exclude(pk__in=annulled.values("sitting_id")).exists()


def is_marked(round_: Round) -> bool:
    """Whether everything handed in has its mark under the keys of now. Counts, since one look for
    what has none would take as long as the whole reckoning."""
    marked = Mark.objects.filter(submission__sitting__round=round_, key_state=key_state(round_))
    return handed_in(round_) == marked.count()


def versions_used(round_: Round) -> list[tuple[int, str]]:
    """Number and hash of every version of the rules under which a sitting of the round began."""
    rows = Sitting.objects.filter(round=round_).values_list("version__number", "version__sha256")
    return sorted(set(rows.distinct()))


def handed_in(round_: Round) -> int:
    """How many sheets of the round were handed in."""
    return Submission.objects.filter(sitting__round=round_).count()
