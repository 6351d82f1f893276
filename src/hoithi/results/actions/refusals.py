"""What is refused about results."""

from collections.abc import Sequence
from datetime import datetime

from hoithi.kit.refusals import Refusal


class RoundNotOver(Refusal):
    """The round is still open, or sittings of it still run; `until` says how long, if known."""

    def __init__(self, until: datetime | None = None) -> None:
        super().__init__(until=until)
        self.until = until


class NothingToRank(Refusal):
    """A trial or a cancelled round has no result."""


class RoundsMissing(Refusal):
    """Not every round of the contest has been prepared; `rounds` names those that have not."""

    def __init__(self, rounds: Sequence[str]) -> None:
        super().__init__(rounds=tuple(rounds))
        self.rounds = tuple(rounds)


class NoDraft(Refusal):
    """Nothing has been prepared yet."""


class DraftStale(Refusal):
    """Something changed since the draft was prepared: it has to be prepared again."""


class SignsUnsought(Refusal):
    """Nobody has looked yet for signs of irregularity in the sittings of this draft."""


class RehearsalNotPublished(Refusal):
    """The contest is the twin of a rehearsal: nothing of false people is ever published."""


class WinnersUnverified(Refusal):
    """`people` candidates for prizes have not been verified."""

    def __init__(self, people: int) -> None:
        super().__init__(people=people)
        self.people = people


class EssaysUnmarked(Refusal):
    """Essays were written whose marks do not count yet; `parts` names them."""

    def __init__(self, parts: Sequence[str]) -> None:
        super().__init__(parts=tuple(parts))
        self.parts = tuple(parts)


class TiesUndecided(Refusal):
    """Equal places reach over the last slot of a prize; `people` stand to be decided between."""


class NotApproved(Refusal):
    """Nobody has approved the draft yet."""


class AlreadyApproved(Refusal):
    """The draft has been approved."""


class SecondPersonRequired(Refusal):
    """Who verified the candidates cannot approve alone."""


class OfficialsEnough(Refusal):
    """The body has more than one official: a second person approves, not a paper."""


class DocumentMissing(Refusal):
    """A leader's approval needs number, date, signer and the signed file."""


class ReasonMissing(Refusal):
    """This needs a reason."""


class AlreadyPublished(Refusal):
    """This very draft has been published; `number` is its result."""


class NotACandidate(Refusal):
    """The entrant has no line in this result."""


class LotIncomplete(Refusal):
    """The order drawn must name each of those who are equal, once."""


class RemarksClosed(Refusal):
    """The time for remarks is over (`until`), or the rules give none."""

    def __init__(self, until: datetime | None) -> None:
        super().__init__(until=until)
        self.until = until


class RemarkEmpty(Refusal):
    """There is nothing in the remark."""


class TooManyRemarks(Refusal):
    """So many remarks (`most`) of the person wait for an answer already."""


class RemarkAnswered(Refusal):
    """The remark has been answered."""


class ProposerApproves(Refusal):
    """Who proposed a correction does not approve it."""


class CorrectionOpen(Refusal):
    """Another correction of this question waits to be decided or carried out."""


class CorrectionChangesNothing(Refusal):
    """The proposed key is the one in force."""


class KeyIncomplete(Refusal):
    """The proposed key is none for this kind of question."""


class CorrectionDecided(Refusal):
    """The correction was approved, or was not, before."""


class PreviewMissing(Refusal):
    """What the correction changes has not been reckoned yet."""


class PreviewStale(Refusal):
    """Something changed since: what the correction changes is reckoned again."""


class NotYetSat(Refusal):
    """Nobody has sat the question: the bank takes another version of it."""


class CorrectionNotDone(Refusal):
    """Only a correction that was carried out, and the newest of its question, is taken back."""
