"""Django's SQLite backend whose write transactions queue fairly, across threads and processes."""

import fcntl
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.db.backends.sqlite3 import base as sqlite3_backend


class Turnstile:
    """A lock of two gates: one waits at the inner gate, the others outside.

    Whoever comes back after a write must pass the outer gate again, which the one at the inner
    gate holds: so the one who waits goes first, and a busy writer cannot starve another
    process. The kernel gives both gates back when a process dies.
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

    def __init__(self, *args: Any, **settings: Any) -> None:
        super().__init__(*args, **settings)
        self.turnstile: Turnstile | None = None
        self.execute_wrappers.append(_through_turnstile)

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        """Opens the connection and its own place at the turnstile."""
        connection = super().get_new_connection(conn_params)
        if not self.is_in_memory_db():
            self.turnstile = Turnstile(Path(conn_params["database"]))
        return connection

    def _start_transaction_under_autocommit(self) -> None:
        if self.turnstile:
            self.turnstile.enter()
        try:
            super()._start_transaction_under_autocommit()  # type: ignore[misc]  # not in the stubs
        except BaseException:
            self.leave_turnstile()
            raise

    def _commit(self) -> None:
        # A commit that fails leaves the transaction open; its rollback gives the place back.
        super()._commit()  # type: ignore[misc]  # not in the stubs
        self.leave_turnstile()

    def _rollback(self) -> None:
        try:
            super()._rollback()  # type: ignore[misc]  # not in the stubs
        finally:
            self.leave_turnstile()

    def _close(self) -> None:
        try:
            super()._close()  # type: ignore[misc]  # not in the stubs
        finally:
            if self.turnstile:
                self.turnstile.close()
                self.turnstile = None

    def leave_turnstile(self) -> None:
        """Lets the next one in, if this connection was inside."""
        if self.turnstile:
            self.turnstile.leave()


_WRITES = ("INSERT", "UPDATE", "DELETE", "REPLACE", "CREATE", "ALTER", "DROP", "VACUUM")


def _through_turnstile(
    execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]
) -> Any:
    """A write in autocommit mode is a transaction of its own and waits like the others.

    One with RETURNING ends only when its rows are fetched, a moment after it left: who comes
    next then waits for that moment at SQLite's own lock (`timeout`).
    """
    connection: DatabaseWrapper = context["connection"]
    alone = connection.turnstile is not None and not connection.in_atomic_block
    if not (alone and sql.lstrip()[:8].upper().startswith(_WRITES)):
        return execute(sql, params, many, context)
    connection.turnstile.enter()  # type: ignore[union-attr]  # `alone` says that there is one
    try:
        return execute(sql, params, many, context)
    finally:
        connection.leave_turnstile()
