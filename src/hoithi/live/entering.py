"""Letting people in and taking them back, on behalf of pages and programs."""

from dataclasses import asdict
from typing import Any

import msgspec

from hoithi.core.entering.answers import FieldProblem
from hoithi.entries.actions.entering import AlreadyEntered, Prepared, prepare
from hoithi.entries.actions.hurdles import hurdle_at
from hoithi.entries.facts import Door, code_shown, entrant_token
from hoithi.entries.facts.refusals import EntryRefused
from hoithi.entries.models import Entrant
from hoithi.entries.queries import return_by_code
from hoithi.live.desk import Desk
from hoithi.live.devices import device_hash
from hoithi.live.requests import Reply, Request
from hoithi.live.wire import EntrantOut, EntryIn, ReturnIn, encode
from hoithi.sittings.facts.refusals import CodeWrong, FormRefused, ProofMissing, UnknownContest
from hoithi.wording.entries import problem_sentence

_entry = msgspec.json.Decoder(EntryIn)
_return = msgspec.json.Decoder(ReturnIn)


async def enter(desk: Desk, request: Request) -> Reply:
    """Lets somebody in; the code is told now and never again."""
    wish = request.read(_entry)
    door = await _door(desk, request)
    await _over_the_hurdle(desk, door, request, wish.proof)
    try:
        device = device_hash(wish.device) if wish.device else ""
        prepared = prepare(door, wish.fields, at=request.at, device_hash=device)
    except EntryRefused as refused:
        raise _form_refused(refused) from refused
    if not await desk.writer.put(prepared):
        raise AlreadyEntered
    return _known(prepared.entrant, 201, _shown(prepared))


async def come_back(desk: Desk, request: Request) -> Reply:
    """Takes somebody back by identity and code; one neutral answer to everything else."""
    wish = request.read(_return)
    door = await _door(desk, request)
    await _over_the_hurdle(desk, door, request, wish.proof)
    try:
        entrant = await desk.readers.ask(_returned, door, wish, request.at)
    except EntryRefused as refused:
        raise _form_refused(refused) from refused
    if entrant is None:
        raise CodeWrong
    return _known(entrant, 200, None)


async def _over_the_hurdle(desk: Desk, door: Door, request: Request, proof: str) -> None:
    """Uses the proof up, where one is asked for."""
    hurdle = hurdle_at(door, request.client, at=request.at, counted=True)
    if not hurdle.bits:
        return
    answer = hurdle.answer({"proof": proof}, at=request.at)
    if answer is None or not await desk.writer.put(answer):
        raise ProofMissing(puzzle=hurdle.puzzle, bits=hurdle.bits)


async def _door(desk: Desk, request: Request) -> Door:
    hall = await desk.halls.now()
    contest_id = hall.contest_ids.get(request.facts["slug"])
    if contest_id is None:
        raise UnknownContest
    return await desk.doors.door(contest_id)


def _returned(door: Door, wish: ReturnIn, at: Any) -> Entrant | None:
    return return_by_code(door, wish.fields, wish.code, at=at)


def _form_refused(refused: EntryRefused) -> FormRefused:
    return FormRefused(problems=[_problem(problem) for problem in refused.problems])


def _problem(problem: FieldProblem) -> dict[str, Any]:
    facts = {key: str(value) for key, value in problem.facts.items()}
    return {**asdict(problem), "facts": facts, "sentence": problem_sentence(problem)}


def _shown(prepared: Prepared) -> str:
    return code_shown(prepared.code)


def _known(entrant: Entrant, status: int, code: str | None) -> Reply:
    known = EntrantOut(entrant_token(entrant), entrant.name, entrant.group, code)
    return Reply(status, encode(known))
