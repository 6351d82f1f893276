"""Django's SQLite backend whose write transactions queue fairly, across threads and processes."""

import fcntl
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.db.backends.sqlite3 import base as sqlite3_backend


class Turnstile:
    """A lock of two gates: one waits at the inner gate, the others outside.

    The kernel wakes those who wait for a file lock in order; a busy writer that comes back
    must pass the outer gate again and so cannot starve another process.
    """

    def __init__(self, path: Path) -> None:
        self._outer = os.open(f"{path}.outer", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        self._inner = os.open(f"{path}.inner", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        self._held = False

    def enter(self) -> None:
        """Waits for its turn; entering twice is one entrance."""
        if self._held:
            return
        fcntl.flock(self._outer, fcntl.LOCK_EX)
        try:
            fcntl.flock(self._inner, fcntl.LOCK_EX)
        finally:
            fcntl.flock(self._outer, fcntl.LOCK_UN)
        self._held = True

    def leave(self) -> None:
        """Lets the next one in; leaving without being inside does nothing."""
        if self._held:
            self._held = False
            fcntl.flock(self._inner, fcntl.LOCK_UN)

    def close(self) -> None:
        """Gives back both gates."""
        self.leave()
        os.close(self._outer)
        os.close(self._inner)


class DatabaseWrapper(sqlite3_backend.DatabaseWrapper):
    """Takes the turnstile at BEGIN IMMEDIATE and gives it back when the transaction ends."""

    _turnstile: Turnstile | None = None

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        """Opens the connection and its own place at the turnstile."""
        connection = super().get_new_connection(conn_params)
        if not self.is_in_memory_db():
            self._turnstile = Turnstile(Path(conn_params["database"]))
        return connection

    def init_connection_state(self) -> None:
        """Also sends single writes outside a transaction through the turnstile."""
        super().init_connection_state()
        if _through_turnstile not in self.execute_wrappers:
            self.execute_wrappers.append(_through_turnstile)

    def _start_transaction_under_autocommit(self) -> None:
        if self._turnstile:
            self._turnstile.enter()
        try:
            super()._start_transaction_under_autocommit()  # type: ignore[misc]  # not in the stubs
        except BaseException:
            self._leave()
            raise

    def _commit(self) -> None:
        super()._commit()  # type: ignore[misc]  # not in the stubs
        self._leave()

    def _rollback(self) -> None:
        try:
            super()._rollback()  # type: ignore[misc]  # not in the stubs
        finally:
            self._leave()

    def _close(self) -> None:
        try:
            super()._close()  # type: ignore[misc]  # not in the stubs
        finally:
            if self._turnstile:
                self._turnstile.close()
                self._turnstile = None

    def _leave(self) -> None:
        if self._turnstile:
            self._turnstile.leave()


_WRITES = ("INSERT", "UPDATE", "DELETE", "REPLACE")


def _through_turnstile(
    execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]
) -> Any:
    """A write in autocommit mode is a transaction of its own and waits like the others."""
    connection: DatabaseWrapper = context["connection"]
    turnstile = connection._turnstile  # noqa: SLF001 - the wrapper belongs to the class above
    alone = turnstile is not None and not connection.in_atomic_block
    if not (alone and sql.lstrip()[:7].upper().startswith(_WRITES)):
        return execute(sql, params, many, context)
    connection._turnstile.enter()  # type: ignore[union-attr]  # noqa: SLF001 - as above
    try:
        return execute(sql, params, many, context)
    finally:
        connection._leave()  # noqa: SLF001 - as above
