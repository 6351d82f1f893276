"""Makes the rows of a start, and the answer with the whole paper."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from hoithi.core.attempts import Resumes
from hoithi.core.papers.pool import choose
from hoithi.kit.ids import new_id, new_token
from hoithi.kit.inserting import new_row
from hoithi.live.desk import Desk, milliseconds
from hoithi.live.devices import device_class
from hoithi.live.papers import KnownPaper
from hoithi.live.requests import Reply, Request
from hoithi.live.tokens import Pass
from hoithi.live.wire import PaperOut, PredictionOut, SittingOut, StartIn, encode
from hoithi.sittings.actions.storing import Begin
from hoithi.sittings.facts.records import Hall, RoundNow, Rules, deadline_of, stops_at
from hoithi.sittings.facts.refusals import Elsewhere, NoPaper
from hoithi.sittings.models import Holder, Sitting
from hoithi.sittings.queries.starts import Newest, Standing, newest
from hoithi.wording.room import prediction_question

_MOST_HOLDERS = 200
"""Pages that may follow one another on one sitting; more is no person."""


@dataclass(frozen=True, slots=True)
class Start:
    """A wish to start with all that decides it."""

    request: Request
    wish: StartIn
    hall: Hall
    entrant_id: int
    entrant: Standing
    round: RoundNow
    part: str
    place_id: int | None
    device_hash: str


@dataclass(frozen=True, slots=True)
class _Opened:
    """A sitting as the answer to a start tells it."""

    id: int
    ordinal: int
    part: str
    version_id: int
    started_at: datetime
    own_deadline_at: datetime
    paper: KnownPaper
    rules: Rules
    newest: Newest


async def begin(desk: Desk, start: Start) -> Reply | None:
    """A new sitting with a paper that the entrant never had; None when another start came first."""
    at, round_, entrant = start.request.at, start.round, start.entrant
    pool_id, size = _pool(start)
    rules = await desk.rules(round_.version_id, round_.key, start.part, entrant.group)
    sitting_id = new_id()
    had = [row.paper_ordinal - 1 for row in entrant.rows if row.pool_id == pool_id]
    number = choose(size, sitting_id, had) + 1
    opened = _Opened(
        id=sitting_id,
        ordinal=entrant.last_ordinal + 1,
        part=start.part,
        version_id=round_.version_id,
        started_at=at,
        own_deadline_at=at + timedelta(minutes=rules.minutes),
        paper=await _paper(desk, pool_id, number),
        rules=rules,
        newest=Newest(1, "", 0, None, None),
    )
    if not await desk.put(Begin(_sitting(start, opened), _holder(start, sitting_id, 1))):
        return None
    return Reply(201, encode(_out(desk, start, opened)))


async def resume(desk: Desk, start: Start, decision: Resumes) -> Reply | None:
    """Goes on with the open sitting on a new page; None when another page came first.

    Refuses (Elsewhere) another device that did not say that it takes over.
    """
    row = next(one for one in start.entrant.rows if one.id == decision.sitting_id)
    last = await desk.readers.ask(newest, row.id)
    here = start.device_hash
    stranger = not here or here != last.device_hash
    if (stranger and not start.wish.resume) or last.holder >= _MOST_HOLDERS:
        raise Elsewhere
    holder = _holder(start, row.id, last.holder + 1)
    if not await desk.put(holder):
        return None
    opened = _Opened(
        id=row.id,
        ordinal=row.ordinal,
        part=row.part_key,
        version_id=row.version_id,
        started_at=row.started_at,
        own_deadline_at=row.deadline_at,
        paper=await desk.readers.ask(desk.papers.load, row.paper_id),
        rules=await desk.rules(row.version_id, start.round.key, row.part_key, start.entrant.group),
        newest=replace(last, holder=holder.number, device_hash=here),
    )
    return Reply(200, encode(_out(desk, start, opened)))


async def _paper(desk: Desk, pool_id: int, number: int) -> KnownPaper:
    found = desk.papers.known_at(pool_id, number)
    if found is None:
        found = await desk.readers.ask(desk.papers.at, pool_id, number)
    return found


def _pool(start: Start) -> tuple[int, int]:
    """The newest pool of the entrant's group, else that for everybody."""
    for group in (start.entrant.group, ""):
        found = start.hall.pools.get((start.round.id, start.part, group))
        if found is not None:
            return found
    raise NoPaper


def _sitting(start: Start, opened: _Opened) -> Sitting:
    return new_row(
        Sitting,
        id=opened.id,
        entrant_id=start.entrant_id,
        ordinal=opened.ordinal,
        round_id=start.round.id,
        part_key=start.part,
        paper_id=opened.paper.id,
        version_id=opened.version_id,
        token=new_token(),
        started_at=opened.started_at,
        deadline_at=opened.own_deadline_at,
        device_hash=start.device_hash,
        device_class=device_class(start.request.agent),
        place_id=start.place_id,
    )


def _holder(start: Start, sitting_id: int, number: int) -> Holder:
    return new_row(
        Holder,
        id=new_id(),
        sitting_id=sitting_id,
        number=number,
        device_hash=start.device_hash,
        at=start.request.at,
    )


def _out(desk: Desk, start: Start, opened: _Opened) -> SittingOut:
    rules, asked = opened.rules, opened.rules.paper.prediction
    deadline = deadline_of(
        opened.started_at,
        opened.own_deadline_at,
        start.round.closes_at,
        extension=start.hall.extensions.get(opened.id, timedelta()),
        finish_after_close=rules.finish_after_close,
        stops=stops_at(start.round, start.request.at),
    )
    return SittingOut(
        sitting_token=desk.signer.sign(_pass(start, opened, deadline)),
        holder=opened.newest.holder,
        ordinal=opened.ordinal,
        paper=PaperOut(
            desk.papers.questions(opened.paper, _points(rules)),
            PredictionOut(prediction_question(asked)) if asked else None,
        ),
        started_at=opened.started_at,
        deadline_at=deadline,
        now=start.request.at,
        minutes=rules.minutes,
        leaving="used" if rules.leaving_hands_in else "resume",
        must_answer_all=rules.must_answer_all,
        revision=opened.newest.revision,
        sheet=opened.newest.answers,
        prediction=opened.newest.prediction,
        round=start.round.key,
        part=opened.part,
    )


def _pass(start: Start, opened: _Opened, deadline: datetime) -> Pass:
    return Pass(
        sitting=opened.id,
        holder=opened.newest.holder,
        paper=opened.paper.id,
        entrant=start.entrant_id,
        round=start.round.id,
        version=opened.version_id,
        part=opened.part,
        group=start.entrant.group,
        started=milliseconds(opened.started_at),
        own_deadline=milliseconds(opened.own_deadline_at),
        told=milliseconds(deadline),
    )


def _points(rules: Rules) -> tuple[str, ...]:
    """Points of each row of the blueprint, where questions are worth different points."""
    rows = rules.paper.blueprint
    if all(row.points is None for row in rows):
        return ()
    usual = rules.paper.points
    return tuple(str(usual if row.points is None else row.points) for row in rows)
