"""The supervisor keeps its children alive and leaves none behind."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator

import pytest

SUPERVISOR = """
import sys
from hoithi.command.supervisor import Child, Supervisor
says = "import os, sys; print(os.getpid(), flush=True); sys.stdin.read()"
Supervisor([Child("one", [sys.executable, "-c", says])]).run()
"""


@pytest.fixture
def supervisor() -> Iterator[subprocess.Popen[str]]:
    """A supervisor of one child that says its number and waits for its input to end."""
    environ = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen(
        [sys.executable, "-c", SUPERVISOR], env=environ, stdout=subprocess.PIPE, text=True
    ) as process:
        yield process
        process.kill()


def child_of(supervisor: subprocess.Popen[str]) -> int:
    assert supervisor.stdout
    return int(supervisor.stdout.readline())


def test_a_child_that_dies_starts_again(supervisor: subprocess.Popen[str]) -> None:
    first = child_of(supervisor)
    os.kill(first, signal.SIGKILL)
    assert child_of(supervisor) != first


@pytest.mark.parametrize(("how", "code"), [(signal.SIGTERM, 0), (signal.SIGKILL, -9)])
def test_no_child_is_left_behind(
    supervisor: subprocess.Popen[str], how: signal.Signals, code: int
) -> None:
    child_of(supervisor)
    supervisor.send_signal(how)
    assert supervisor.stdout
    # The pipe ends when the last process that could write to it is gone.
    assert (supervisor.stdout.read(), supervisor.wait()) == ("", code)
