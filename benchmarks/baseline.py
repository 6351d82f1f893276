"""The limit to compare with: a minimal ASGI handler with raw group-committed SQL.

It receives the same packets as the exam room, decodes them, inserts the same columns durably, a
batch a transaction, and answers after the commit. It checks nothing and knows nobody.
"""

import asyncio
import json
import os
import queue
import sqlite3
import threading
import time
from collections.abc import Callable
from typing import Any

import msgspec
import psycopg

_COLUMNS = "(id, sitting_id, holder, revision, answers, received_at, late)"
_CREATE = (
    "CREATE TABLE IF NOT EXISTS sheet (id bigint PRIMARY KEY, sitting_id bigint NOT NULL, "
    "holder integer NOT NULL, revision integer NOT NULL, answers text NOT NULL, "
    "received_at text NOT NULL, late boolean NOT NULL, UNIQUE (sitting_id, holder, revision))"
)
_decode = msgspec.json.Decoder(dict[str, Any]).decode
_waiting: queue.SimpleQueue[tuple[tuple[Any, ...], asyncio.Future[None]]] = queue.SimpleQueue()
_started: list[threading.Thread] = []


def _sqlite(path: str) -> Callable[[list[tuple[Any, ...]]], None]:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute(_CREATE)
    sql = f"INSERT OR IGNORE INTO sheet {_COLUMNS} VALUES (?, ?, ?, ?, ?, ?, ?)"  # noqa: S608 - columns are the constant above

    def write(rows: list[tuple[Any, ...]]) -> None:
        connection.execute("BEGIN IMMEDIATE")
        connection.executemany(sql, rows)
        connection.execute("COMMIT")

    return write


def _postgres(address: str) -> Callable[[list[tuple[Any, ...]]], None]:
    connection = psycopg.connect(address)
    connection.execute(_CREATE)
    connection.commit()
    one = "(%s, %s, %s, %s, %s, %s, %s)"

    def write(rows: list[tuple[Any, ...]]) -> None:
        places = ", ".join([one] * len(rows))
        sql = f"INSERT INTO sheet {_COLUMNS} VALUES {places} ON CONFLICT DO NOTHING"  # noqa: S608 - as above
        connection.execute(sql, [value for row in rows for value in row])  # type: ignore[arg-type]  # built above
        connection.commit()

    return write


def _run(loop: asyncio.AbstractEventLoop) -> None:
    address = os.environ.get("DATABASE_URL", "")
    write = _postgres(address) if address else _sqlite(os.environ["BASELINE"])
    while True:
        batch = [_waiting.get()]
        while len(batch) < 500 and not _waiting.empty():
            batch.append(_waiting.get())
        write([row for row, _ in batch])
        loop.call_soon_threadsafe(_answer, batch)


def _answer(batch: list[tuple[tuple[Any, ...], asyncio.Future[None]]]) -> None:
    for _, future in batch:
        if not future.done():
            future.set_result(None)


async def application(scope: Any, receive: Any, send: Any) -> None:
    """Saves one sheet."""
    if scope["type"] == "lifespan":
        await _live(receive, send)
        return
    loop = asyncio.get_running_loop()
    if not _started:
        _started.append(threading.Thread(target=_run, args=(loop,), daemon=True))
        _started[0].start()
    packet = _decode((await receive())["body"])
    number, holder = time.time_ns(), int(scope["headers"][0][1] == b"") + 1
    answers = json.dumps(packet["answers"])
    # The client says the sitting in the path; its revision is in the packet.
    sitting = int(scope["path"][1:])
    row = (number, sitting, holder, packet["revision"], answers, "2026-01-01 00:00:00", False)
    future = loop.create_future()
    _waiting.put((row, future))
    await future
    body = b'{"saved":%d}' % packet["revision"]
    headers = [(b"content-type", b"application/json"), (b"content-length", b"%d" % len(body))]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": body})


async def _live(receive: Any, send: Any) -> None:
    while (await receive())["type"] == "lifespan.startup":
        await send({"type": "lifespan.startup.complete"})
    await send({"type": "lifespan.shutdown.complete"})
