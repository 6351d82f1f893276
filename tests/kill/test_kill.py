"""Nothing acknowledged is lost or doubled, however often the server is killed (R1)."""

import asyncio
import os
import random
import shutil
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from benchmarks import stage
from hoithi.contests.models import Contest
from hoithi.entries.facts import entrant_of_token
from hoithi.kit import clock
from hoithi.sittings.models import Sheet, Sitting, Submission
from tests import databases
from tests.kill.crowd import Ledger, Member
from tests.kill.serving import Server

pytestmark = [pytest.mark.kill, pytest.mark.timeout(3600)]

KILLS = int(os.environ.get("HOITHI_KILLS", "50"))
MEMBERS = 12
PEOPLE = 1_000 + KILLS * 20


@pytest.fixture
def sqlite_server(
    sqlite_template: Path, tmp_path: Path, django_db_blocker: Any
) -> Iterator[Server]:
    """A server on a SQLite file, which this process reads too."""
    description = databases.sqlite_copy(sqlite_template, tmp_path / "hoithi.sqlite3")
    server = Server(tmp_path)
    with django_db_blocker.unblock(), databases.used(description):
        yield server
        server.end()


@pytest.fixture
def postgres_server(
    postgres: databases.Cluster, postgres_template: str, tmp_path: Path, django_db_blocker: Any
) -> Iterator[Server]:
    """A server on a database of the private PostgreSQL."""
    description = postgres.copy_of(postgres_template)
    server = Server(tmp_path, f"{postgres.address}/{description['NAME']}")
    with django_db_blocker.unblock(), databases.used(description):
        yield server
        server.end()


def scene() -> tuple[Contest, list[str]]:
    """A contest that is open now, and people with their tokens."""
    contest = stage.build(clock.now())
    return contest, stage.tokens(contest, PEOPLE, clock.now())


async def killed_again_and_again(
    server: Server, slug: str, people: list[str], kill: Callable[[int], None], *, times: int
) -> Ledger:
    """The crowd goes on while the server is killed at random moments."""
    ledger, chance, everybody = Ledger(), random.Random(7), iter(people)
    members = [
        asyncio.create_task(
            Member(server.port, slug, everybody, ledger, random.Random(number)).go_on()
        )
        for number in range(MEMBERS)
    ]
    for number in range(times):
        before = len(ledger.saves)
        while len(ledger.saves) < before + chance.randint(5, 60):
            await asyncio.sleep(0.005)
            assert not any(member.done() for member in members), "a member met a wrong answer"
        await asyncio.sleep(chance.random() * 0.2)
        await asyncio.to_thread(kill, number)
    for member in members:
        member.cancel()
    for outcome in await asyncio.gather(*members, return_exceptions=True):
        assert isinstance(outcome, asyncio.CancelledError), outcome
    return ledger


def missing(ledger: Ledger) -> list[object]:
    """Whatever of the ledger is not in the database exactly once and exactly so."""
    entrant = {token: (entrant_of_token(token) or (0, 0))[0] for token in ledger.sittings}
    sittings = list(Sitting.objects.values_list("entrant_id", "ordinal"))
    fields = ("sitting__entrant_id", "holder", "revision", "answers")
    sheets = {tuple(key): answers for *key, answers in Sheet.objects.values_list(*fields)}
    handed = Submission.objects.values_list("sitting__entrant_id", "receipt", "answers")
    receipts = {of: (receipt, answers) for of, receipt, answers in handed}
    wrong: list[object] = [
        (token, ordinal)
        for token, ordinal in ledger.sittings.items()
        if sittings.count((entrant[token], ordinal)) != 1 or ordinal != 1
    ]
    wrong += [
        key
        for key, answers in ledger.saves.items()
        if sheets.get((entrant[key[0]], *key[1:])) != answers
    ]
    wrong += [
        token for token, receipt in ledger.receipts.items() if receipts[entrant[token]] != receipt
    ]
    return wrong


def story(server: Server, kill: Callable[[int], None], *, times: int) -> Ledger:
    contest, people = scene()
    server.start()
    killed = killed_again_and_again(server, contest.slug, people, kill, times=times)
    ledger = asyncio.run(killed)
    server.end(signal.SIGTERM)
    return ledger


def test_nothing_acknowledged_is_lost_on_sqlite(sqlite_server: Server) -> None:
    def kill(_: int) -> None:
        sqlite_server.end()
        sqlite_server.start()

    ledger = story(sqlite_server, kill, times=KILLS)
    assert (missing(ledger), ledger.lost > 0) == ([], True)
    assert len(ledger.saves) > 5 * KILLS


@pytest.mark.postgres
def test_nothing_acknowledged_is_lost_on_postgresql(
    postgres_server: Server, postgres: databases.Cluster
) -> None:
    """Every fifth time the database is stopped in the middle of its work instead."""

    def kill(number: int) -> None:
        if number % 5 == 4:
            postgres.stop("immediate")
            postgres.start()
        else:
            postgres_server.end()
            postgres_server.start()

    ledger = story(postgres_server, kill, times=KILLS // 2)
    connection.close()
    assert (missing(ledger), ledger.lost > 0) == ([], True)


@pytest.mark.postgres
@pytest.mark.usefixtures("postgres_server")
def test_postgresql_waits_for_the_disk() -> None:
    found = {}
    with connection.cursor() as cursor:
        for name in ("fsync", "synchronous_commit", "full_page_writes"):
            cursor.execute(f"SHOW {name}")
            found[name] = cursor.fetchone()[0]
    assert found == {"fsync": "on", "synchronous_commit": "on", "full_page_writes": "on"}


def test_every_batch_waits_for_the_disk_once(sqlite_server: Server) -> None:
    """A killed process cannot show a missing fsync, so the system calls are counted."""
    strace = shutil.which("strace")
    if strace is None:
        pytest.skip("strace is not installed on this machine: fsyncs cannot be counted")
    trace = sqlite_server.folder / "trace"
    calls = ["-e", "trace=fsync,fdatasync", "-e", "signal=none"]
    sqlite_server.tracer = [strace, "-D", "-f", "-qq", "-o", str(trace), *calls]
    contest, people = scene()
    sqlite_server.start()

    async def save() -> None:
        ledger, everybody = Ledger(), iter(people[:60])
        members = (
            Member(sqlite_server.port, contest.slug, everybody, ledger, random.Random(one))
            for one in range(8)
        )
        await asyncio.gather(*(member.go_on() for member in members))

    asyncio.run(save())
    sqlite_server.end(signal.SIGTERM)
    said = sqlite_server.log.read_text().rsplit(" packets in ", 1)[1]
    batches = int(said.split()[0])
    synced = trace.read_text().count("sync(")
    # Beside each commit: the making of the log and of its index, and now and then a checkpoint.
    assert batches > 50
    assert batches <= synced <= batches * 1.1 + 20
