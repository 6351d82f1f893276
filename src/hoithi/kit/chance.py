"""Random bytes of the system, fetched some thousand at a time.

A system call for each would make the exam room let go of the interpreter, and wait its turn for it
again, several times a request.
"""

import os
import threading

_AT_ONCE = 4096


class _Store:
    def __init__(self) -> None:
        self.begin_anew()

    def begin_anew(self) -> None:
        self._lock = threading.Lock()
        self._bytes, self._used = b"", 0

    def take(self, count: int) -> bytes:
        with self._lock:
            begin, end = self._used, self._used + count
            if end > len(self._bytes):
                self._bytes, begin, end = os.urandom(max(_AT_ONCE, count)), 0, count
            self._used = end
            return self._bytes[begin:end]


_store = _Store()
# A process that was forked must not hand out the bytes of its parent once more.
os.register_at_fork(after_in_child=_store.begin_anew)


def random_bytes(count: int) -> bytes:
    """So many bytes for keys and codes, which nobody can guess; none is given twice."""
    return _store.take(count)
