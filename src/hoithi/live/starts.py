"""Beginning a sitting and going on with one, decided by the rules and made by one insert."""

from collections.abc import Iterable, Sequence
from datetime import datetime

import msgspec

from hoithi.core.attempts import MayNotStart, Resumes, may_start
from hoithi.core.round_parts import next_part
from hoithi.core.rulebook.windows import attempts_for
from hoithi.entries.facts import entrant_of_token, place_of_token
from hoithi.live.desk import Desk
from hoithi.live.devices import device_hash
from hoithi.live.opening import Start, begin, resume
from hoithi.live.requests import Reply, Request
from hoithi.live.wire import StartIn
from hoithi.sittings.facts import refusals
from hoithi.sittings.facts.records import Hall, RoundNow
from hoithi.sittings.facts.refusing import refusal_of
from hoithi.sittings.queries.parts import standings_of
from hoithi.sittings.queries.starts import Standing, is_open_place

_start = msgspec.json.Decoder(StartIn)
_TRIES = 40
"""Starts of one entrant at once decide again, each after another one came first."""


async def start(desk: Desk, request: Request) -> Reply:
    """Opens a sitting, or goes on with the open one; never makes a second beside it."""
    wish = request.read(_start)
    known = entrant_of_token(request.token.decode("latin-1"))
    hall = await desk.halls.now()
    if wish.contest not in hall.contests:
        raise refusals.UnknownContest
    if known is None or known[1] != hall.contest_ids[wish.contest]:
        raise refusals.NotSigned
    for _ in range(_TRIES):
        gathered = await _gathered(desk, request, wish, hall, known[0])
        reply = await _decided(desk, gathered)
        if reply is not None:
            return reply
    raise refusals.Busy


async def _gathered(
    desk: Desk, request: Request, wish: StartIn, hall: Hall, entrant_id: int
) -> Start:
    entrant = await desk.standings.ask(entrant_id)
    if entrant is None:
        raise refusals.NotSigned
    if entrant.barred:
        raise refusals.Excluded
    round_ = _round(hall.contests[wish.contest], entrant, wish, request.at)
    part = _part(round_, entrant, wish, request.at)
    place = await _place(desk, wish, round_.contest_id)
    device = device_hash(wish.device)
    return Start(request, wish, hall, entrant_id, entrant, round_, part, place, device)


async def _place(desk: Desk, wish: StartIn, contest_id: int) -> int | None:
    """The assisted place whose token the page has. Refuses one that is closed, or no place."""
    if wish.place is None:
        return None
    known = place_of_token(wish.place)
    if known is None or known[1] != contest_id:
        raise refusals.NotSigned
    if not await desk.readers.ask(is_open_place, known[0]):
        raise refusals.NotSigned
    return known[0]


def _round(rounds: Sequence[RoundNow], entrant: Standing, wish: StartIn, at: datetime) -> RoundNow:
    """The round at whose door one stands: of the open sitting, else open, else next, else last."""
    wanted = [one for one in rounds if wish.round in {None, one.key}]
    busy = {one.round_key for one in entrant.running(at)}
    mine = [one for one in wanted if one.key in busy]
    alive = [one for one in wanted if not one.cancelled]
    if mine or _open(alive, at):
        return (mine or _open(alive, at))[0]
    stopped = [one for one in wanted if one.cancelled and one.is_open(at)]
    if stopped or (wanted and not alive):
        raise refusals.Cancelled
    coming = [one for one in alive if one.opens_at and one.opens_at > at]
    if coming:
        raise refusals.NotOpen(opens_at=min(one.opens_at for one in coming if one.opens_at))
    closed = [one.closes_at for one in alive if one.closes_at and one.opens_at]
    if closed:
        raise refusals.RoundClosed(closed_at=max(closed))
    raise refusals.NotOpen(opens_at=None)


def _part(round_: RoundNow, entrant: Standing, wish: StartIn, at: datetime) -> str:
    """The paper that is wished for; else the open one, else the next to be sat."""
    running = [one.part_key for one in entrant.running(at) if one.round_key == round_.key]
    papers = round_.papers()
    if wish.part:
        if wish.part not in {*running, *papers}:
            raise refusals.NoPaper
        return wish.part
    if running or len(papers) == 1:
        return (running or papers)[0]
    found = next_part(standings_of(round_, entrant, at))
    if found is None:
        raise refusals.NoPaper
    return found.part_key


def _open(rounds: Iterable[RoundNow], at: datetime) -> list[RoundNow]:
    """Rounds that are open, counted ones before trials."""
    found = [one for one in rounds if one.is_open(at)]
    return sorted(found, key=lambda one: one.trial)


async def _decided(desk: Desk, start: Start) -> Reply | None:
    """The answer; None when somebody else was faster and all must be decided again."""
    round_, entrant = start.round, start.entrant
    if round_.cancelled:
        raise refusals.Cancelled
    part = round_.part(start.part, entrant.permissions)
    limits = attempts_for(round_.rulebook, round_.key)
    decision = may_start(entrant.past, limits, part, start.request.at)
    if isinstance(decision, MayNotStart):
        raise refusal_of(decision)
    if isinstance(decision, Resumes):
        return await resume(desk, start, decision)
    return await begin(desk, start)
