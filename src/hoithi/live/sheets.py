"""Saving a sheet and handing in: the room's busiest packets, which look nothing up."""

from collections.abc import Mapping

import msgspec

from hoithi.core.marking import mark_sheet
from hoithi.kit.ids import new_code, new_id
from hoithi.kit.inserting import new_row
from hoithi.live.checking import checked
from hoithi.live.desk import Desk, Stand, milliseconds
from hoithi.live.requests import Reply, Request
from hoithi.live.wire import (
    Answer,
    NoticeOut,
    ReceiptOut,
    SavedOut,
    SheetIn,
    SubmissionIn,
    encode,
)
from hoithi.sittings.actions.storing import RECEIPT_LENGTH, Kept, Receipt, receipts
from hoithi.sittings.facts.refusals import (
    Annulled,
    Cancelled,
    Elsewhere,
    HandedIn,
    Incomplete,
    LateNotCounted,
    LeavingKeeps,
    RevisionTaken,
    TimeLeft,
)
from hoithi.sittings.models import Sheet, Submission, SubmissionKind
from hoithi.wording.sittings import notice

_sheet = msgspec.json.Decoder(SheetIn)
_submission = msgspec.json.Decoder(SubmissionIn)
_ALMOST_OVER = 5_000
"""Milliseconds before the deadline in which the time of a paper counts as run out."""


async def save(desk: Desk, request: Request) -> Reply:
    """Keeps the whole sheet; answers once it is on disk, or says why it does not count."""
    packet = request.read(_sheet)
    stand = await desk.stand(request.token, request.at)
    answers = checked(packet.answers, stand.paper.slots)
    kept = await _keep(desk, request, stand, packet, answers)
    if not kept.stored:
        raise RevisionTaken(revision=packet.revision)
    if kept.handed_in:
        raise HandedIn
    _refuse_if_over(stand)
    if stand.late:
        raise LateNotCounted(deadline_at=stand.deadline_at)
    if kept.newest_holder > stand.held.holder:
        raise Elsewhere
    saved = SavedOut(packet.revision, request.at, stand.deadline_at, notices(stand))
    return Reply(200, encode(saved))


async def hand_in(desk: Desk, request: Request) -> Reply:
    """Hands the paper in once; everybody who asks gets the receipt of what was handed in."""
    packet = request.read(_submission)
    stand = await desk.stand(request.token, request.at)
    answers = checked(packet.answers, stand.paper.slots)
    keeps = stand.annulled or stand.round.cancelled or stand.late
    if keeps or (packet.left and not stand.rules.leaving_hands_in):
        receipt = await _kept_only(desk, request, stand, packet, answers)
        return await _handed_in(desk, request, stand, receipt)
    if packet.automatic and _has_time(request, stand):
        receipt = await _not_yet(desk, request, stand, packet, answers)
        return await _handed_in(desk, request, stand, receipt)
    if not packet.left:
        _refuse_gaps(request, stand, answers, _prediction(stand, packet))
    outcome = await desk.put(_row(request, stand, packet, answers))
    if not isinstance(outcome, Receipt):
        await _keep(desk, request, stand, packet, answers)
        raise Elsewhere
    return await _handed_in(desk, request, stand, outcome)


def notices(stand: Stand) -> list[NoticeOut]:
    """What changed since the page was told its deadline."""
    found = []
    deadline = milliseconds(stand.deadline_at)
    if deadline != stand.held.told and not stand.round.clock_stopped:
        code = "extended" if deadline > stand.held.told else "shortened"
        found.append(NoticeOut(code, notice(code, deadline_at=stand.deadline_at)))
    if stand.round.paused:
        code = "clock_stopped" if stand.round.clock_stopped else "paused"
        reason = stand.round.pause_reason
        why = notice("reason", reason=reason) if reason else ""
        found.append(NoticeOut(code, f"{notice(code)} {why}".strip()))
    return found


def _refuse_if_over(stand: Stand) -> None:
    if stand.annulled:
        raise Annulled
    if stand.round.cancelled:
        raise Cancelled


def _refuse_gaps(
    request: Request, stand: Stand, answers: Mapping[str, Answer], prediction: int | None
) -> None:
    missing = len(stand.paper.slots) - len(answers)
    if stand.rules.paper.prediction is not None and prediction is None:
        missing += 1
    if stand.rules.must_answer_all and missing and _has_time(request, stand):
        raise Incomplete(missing=missing)


def _has_time(request: Request, stand: Stand) -> bool:
    left = milliseconds(stand.deadline_at) - milliseconds(request.at)
    return left > _ALMOST_OVER or (stand.round.clock_stopped and left > 0)


async def _keep(
    desk: Desk,
    request: Request,
    stand: Stand,
    packet: SheetIn | SubmissionIn,
    answers: dict[str, Answer],
) -> Kept:
    sheet = new_row(
        Sheet,
        id=new_id(),
        sitting_id=stand.held.sitting,
        holder=stand.held.holder,
        revision=packet.revision,
        answers=answers,
        prediction=_prediction(stand, packet),
        received_at=request.at,
        late=stand.late,
    )
    kept: Kept = await desk.put(sheet)
    return kept


async def _kept_only(
    desk: Desk,
    request: Request,
    stand: Stand,
    packet: SheetIn | SubmissionIn,
    answers: dict[str, Answer],
) -> Receipt:
    """Keeps what cannot be handed in as evidence; the receipt of what was handed in before."""
    kept = await _keep(desk, request, stand, packet, answers)
    if kept.handed_in:
        return await _earlier(desk, stand)
    _refuse_if_over(stand)
    if stand.late:
        raise LateNotCounted(deadline_at=stand.deadline_at)
    raise LeavingKeeps


async def _not_yet(
    desk: Desk,
    request: Request,
    stand: Stand,
    packet: SubmissionIn,
    answers: dict[str, Answer],
) -> Receipt:
    """The receipt, where another page handed in; else refuses a page whose clock is ahead."""
    kept = await _keep(desk, request, stand, packet, answers)
    if kept.handed_in:
        return await _earlier(desk, stand)
    raise TimeLeft(deadline_at=stand.deadline_at, clock_stopped=stand.round.clock_stopped)


async def _earlier(desk: Desk, stand: Stand) -> Receipt:
    found = await desk.readers.ask(receipts, [stand.held.sitting])
    return found[stand.held.sitting]


def _row(
    request: Request, stand: Stand, packet: SubmissionIn, answers: dict[str, Answer]
) -> Submission:
    return new_row(
        Submission,
        id=new_id(),
        sitting_id=stand.held.sitting,
        kind=SubmissionKind.LEFT if packet.left else SubmissionKind.CONTESTANT,
        holder=stand.held.holder,
        revision=packet.revision,
        answers=answers,
        prediction=_prediction(stand, packet),
        submitted_at=request.at,
        receipt=new_code(RECEIPT_LENGTH),
    )


def _prediction(stand: Stand, packet: SheetIn | SubmissionIn) -> int | None:
    """What is predicted; nothing where the paper does not ask."""
    return packet.prediction if stand.rules.paper.prediction is not None else None


async def _handed_in(desk: Desk, request: Request, stand: Stand, receipt: Receipt) -> Reply:
    out = ReceiptOut(receipt.receipt, receipt.submitted_at, receipt.kind, request.at)
    if stand.rules.score_at_once and not stand.annulled:
        # Marked in memory; the row of the mark is made by the worker.
        mark = mark_sheet(
            stand.paper.lines,
            (await desk.keys(stand.round.id)).by_version,
            receipt.answers,
            stand.rules.paper,
            receipt.prediction,
        )
        out.points, out.most = str(mark.points), str(mark.most)
    return Reply(200, encode(out))
