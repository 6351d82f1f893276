"""A child process ends when its parent is gone, however the parent died."""

import os
import signal
import threading


def hold() -> None:
    """Ends this process politely (SIGTERM) when standard input ends.

    The parent keeps the other end of that pipe open and the kernel closes it when the parent
    dies, so no server is left behind that holds the port.
    """
    threading.Thread(target=_wait, name="lifeline", daemon=True).start()


def _wait() -> None:
    # Straight from the descriptor: Python's own stdin would be locked at the end of the process.
    while os.read(0, 4096):
        pass
    os.kill(os.getpid(), signal.SIGTERM)
