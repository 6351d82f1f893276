"""Why the exam room does not do what a page asks: one small class each, with its code."""

from typing import ClassVar

from hoithi.kit.refusals import Refusal


class RoomRefusal(Refusal):
    """Something the room does not do; `code` is its name on the wire, `status` that of HTTP."""

    code: ClassVar[str]
    status: ClassVar[int] = 409


class NotOpen(RoomRefusal):
    """The round opens later (`opens_at`), or its time is not known yet."""

    code = "not_open"


class RoundClosed(RoomRefusal):
    """No round is open any more (`closed_at`)."""

    code = "closed"


class Paused(RoomRefusal):
    """The organiser has paused the round."""

    code = "paused"


class Cancelled(RoomRefusal):
    """The round was cancelled."""

    code = "cancelled"


class DayUsedUp(RoomRefusal):
    """All attempts of today are used (`used`, `limit`)."""

    code = "day_used_up"


class RoundUsedUp(RoomRefusal):
    """All attempts of the round are used (`used`, `limit`)."""

    code = "round_used_up"


class ContestUsedUp(RoomRefusal):
    """All attempts of the contest are used (`used`, `limit`)."""

    code = "contest_used_up"


class Excluded(RoomRefusal):
    """The person was listed, after entering, among those who may not take part."""

    code = "excluded"


class OtherSittingOpen(RoomRefusal):
    """A sitting of another part or round is still open."""

    code = "other_sitting_open"


class NoPaper(RoomRefusal):
    """No papers have been drawn for this round and group."""

    code = "no_paper"


class Elsewhere(RoomRefusal):
    """The paper is open on another page, which counts now; it may be taken back."""

    code = "elsewhere"


class HandedIn(RoomRefusal):
    """The paper is handed in; the sheet was kept and does not count."""

    code = "handed_in"


class LateNotCounted(RoomRefusal):
    """Received after deadline and grace (`deadline_at`): kept and not counted."""

    code = "late_not_counted"


class Annulled(RoomRefusal):
    """A recorded decision has annulled the sitting."""

    code = "annulled"


class RevisionTaken(RoomRefusal):
    """Another sheet was saved under this revision; a page never writes one twice."""

    code = "revision_taken"


class LeavingKeeps(RoomRefusal):
    """Leaving does not hand in under these rules: the sheet is kept, the paper waits."""

    code = "leaving_keeps"


class Incomplete(RoomRefusal):
    """The rules ask for an answer to every question (`missing`)."""

    code = "incomplete"
    status = 422


class TimeLeft(RoomRefusal):
    """The page took its time for over, and it is not (`deadline_at`, `clock_stopped`)."""

    code = "time_left"


class Malformed(RoomRefusal):
    """The packet is not what the interface says (`problem`, in English, for programmers)."""

    code = "malformed"
    status = 422


class NotJson(RoomRefusal):
    """The packet cannot be read at all (`problem`, in English): cut short, broken, or no JSON."""

    code = "not_json"
    status = 400


class NotSigned(RoomRefusal):
    """The token is missing, not ours, or of another contest."""

    code = "not_signed"
    status = 401


class UnknownContest(RoomRefusal):
    """There is no public contest of this name."""

    code = "unknown_contest"
    status = 404


class SittingGone(RoomRefusal):
    """The sitting does not exist any more."""

    code = "sitting_gone"
    status = 410


class FormRefused(RoomRefusal):
    """The form at the door does not hold (`problems`, field by field with their sentences)."""

    code = "form_refused"
    status = 422


class CodeWrong(RoomRefusal):
    """Identity and code do not belong together; it is not said which of them is wrong."""

    code = "code_wrong"
    status = 403


class ProofMissing(RoomRefusal):
    """The contest asks for a short computation first (`puzzle`)."""

    code = "proof_missing"
    status = 422


class TooLarge(RoomRefusal):
    """The packet is larger than any answer sheet."""

    code = "too_large"
    status = 413


class UnknownAddress(RoomRefusal):
    """The interface has no such address."""

    code = "unknown_address"
    status = 404


class WrongMethod(RoomRefusal):
    """The address is not asked in this way."""

    code = "wrong_method"
    status = 405


class Busy(RoomRefusal):
    """Too much is waiting to be written; try again after a moment."""

    code = "busy"
    status = 503


class TooOften(RoomRefusal):
    """One sitting sends more packets a second than any page of ours does."""

    code = "too_often"
    status = 429


class Failed(RoomRefusal):
    """A fault of the program; nothing was acknowledged."""

    code = "failed"
    status = 500
