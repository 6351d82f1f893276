"""The writer: one offender is refused and nobody else, a full queue says so, trouble passes."""

import asyncio
from collections.abc import Callable, Sequence
from typing import Any

import pytest
from django.db import DatabaseError, IntegrityError, OperationalError

from hoithi.kit.ids import new_id
from hoithi.live import writer as module
from hoithi.live.desk import new_writer
from hoithi.live.writer import Writer
from hoithi.sittings.actions.storing import RowsRefused
from hoithi.sittings.facts.refusals import Busy
from hoithi.sittings.models import Sheet, Sitting
from tests.live import scene
from tests.live.scene import AT, Client


class Row(str):
    """A packet of the tests' own door."""

    __slots__ = ()


def answers_of(door: Callable[[Sequence[Any]], Sequence[Any]], rows: Sequence[str]) -> list[Any]:
    """What each of these packets is answered, all put at once."""

    async def whole() -> list[Any]:
        writer = Writer({Row: door})
        waiting = [writer.put(Row(row)) for row in rows]
        found = await asyncio.gather(*waiting, return_exceptions=True)
        await asyncio.to_thread(writer.close)
        return list(found)

    return asyncio.run(whole())


@pytest.mark.usefixtures("database")
def test_only_the_offender_of_a_batch_is_refused() -> None:
    tries: list[int] = []

    def door(rows: Sequence[str]) -> Sequence[str]:
        tries.append(len(rows))
        if "poison" in rows:
            raise IntegrityError
        return [row.upper() for row in rows]

    a, b, poison, c = answers_of(door, ["a", "b", "poison", "c"])
    assert ([a, b, c], type(poison)) == (["A", "B", "C"], IntegrityError)
    assert tries[-4:] == [1] * 4


@pytest.mark.usefixtures("database")
def test_trouble_that_passes_repeats_the_batch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "FIRST_PAUSE", 0.001)
    failures = [OperationalError("deadlock"), OperationalError("server closed the connection")]

    def door(rows: Sequence[str]) -> Sequence[str]:
        if failures:
            raise failures.pop()
        return list(rows)

    assert answers_of(door, ["a", "b"]) == ["a", "b"]


@pytest.mark.usefixtures("database")
def test_trouble_that_lasts_says_come_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "FIRST_PAUSE", 0.0001)

    def door(_: Sequence[str]) -> Sequence[str]:
        raise OperationalError("the disk is full")

    assert [type(one) for one in answers_of(door, ["a", "b"])] == [Busy, Busy]


@pytest.mark.usefixtures("database")
def test_a_full_queue_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LONGEST_QUEUE", 0)
    assert [type(one) for one in answers_of(list, ["a"])] == [Busy]


@pytest.mark.usefixtures("database")
def test_a_queue_that_waits_too_long_is_said() -> None:
    async def whole() -> type[BaseException]:
        writer = Writer({Row: list})
        # The batch in work has been waiting since long ago.
        writer._oldest = 0.001
        with pytest.raises(Busy) as refused:
            await writer.put(Row("a"))
        return refused.type

    assert asyncio.run(whole()) is Busy


@pytest.mark.usefixtures("database")
def test_what_waits_at_the_end_is_written() -> None:
    async def whole() -> list[Any]:
        writer = Writer({Row: list})
        waiting = [asyncio.ensure_future(writer.put(Row(str(one)))) for one in range(700)]
        await asyncio.sleep(0)
        await asyncio.to_thread(writer.close)
        return await asyncio.gather(*waiting)

    assert asyncio.run(whole()) == [str(one) for one in range(700)]


def _sheet(sitting: int, **facts: Any) -> Sheet:
    facts = {"holder": 1, "revision": 1, "answers": {}, "received_at": AT, **facts}
    return Sheet(id=new_id(), sitting_id=sitting, **facts)


@pytest.mark.parametrize(
    "poison",
    [
        pytest.param({"sitting": 1}, id="a sitting that is not there"),
        pytest.param({"holder": None}, id="a hole"),
        pytest.param({"holder": -1}, id="a number the table does not take"),
    ],
)
def test_a_poisoned_row_costs_nobody_else_anything(database: str, poison: dict[str, Any]) -> None:
    """Also on SQLite, whose INSERT OR IGNORE drops rows that break NOT NULL or CHECK."""
    entrant = scene.entrant(scene.contest())
    scene.told(lambda client: client.start(entrant))
    sitting = Sitting.objects.get().pk
    wrong = _sheet(**{"sitting": sitting, "revision": 9, **poison})

    async def whole() -> list[Any]:
        writer = new_writer()
        rows = [_sheet(sitting, revision=1), wrong, _sheet(sitting, revision=2)]
        put = [writer.put(row) for row in rows]
        found = await asyncio.gather(*put, return_exceptions=True)
        await asyncio.to_thread(writer.close)
        return list(found)

    one, refused, two = asyncio.run(whole())
    assert (one.stored, two.stored) == (True, True)
    assert isinstance(refused, DatabaseError | RowsRefused)
    assert sorted(Sheet.objects.values_list("revision", flat=True)) == [1, 2]
    assert database in {"sqlite", "postgres"}


@pytest.mark.usefixtures("database")
def test_a_sitting_that_was_cleared_meanwhile_is_told_to_its_page() -> None:
    entrant = scene.entrant(scene.contest())

    async def story(client: Client) -> tuple[int, str]:
        token = (await client.start(entrant)).json["sitting_token"]
        await client.meanwhile(lambda: Sitting.objects.all().delete())
        return (await client.save(token, 1, {"1": 1})).said

    assert scene.told(story) == (410, "sitting_gone")
