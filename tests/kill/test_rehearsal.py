"""A rehearsal survives its worker's death, and leaves nothing false behind."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest
from django.apps import apps
from django.conf import settings

from benchmarks import stage
from hoithi.contests import actions
from hoithi.contests.models import Contest, ContestState, Rehearsal, RehearsalState
from hoithi.core.rulebook.document import Window
from hoithi.kit import clock
from hoithi.sittings.models import Submission
from tests import databases, make

pytestmark = [pytest.mark.kill, pytest.mark.timeout(900)]
PEOPLE = 400
KILLS = 2
_PATIENCE = 300.0


@dataclass
class Worker:
    """The product's own worker on a data folder."""

    folder: Path
    process: "subprocess.Popen[bytes] | None" = None

    def start(self) -> None:
        """Starts it under the name it had before."""
        environ = {
            **os.environ,
            "PYTHONPATH": os.pathsep.join(sys.path),
            "HOITHI_DATA": str(self.folder),
            "HOITHI_WORKER": "rehearsal",
            "DJANGO_SETTINGS_MODULE": "hoithi.config.settings",
            "DATABASE_URL": "",
        }
        with (self.folder / "worker.log").open("ab") as log:
            command = [sys.executable, "-m", "hoithi.command", "worker"]
            self.process = subprocess.Popen(
                command, env=environ, stdin=subprocess.PIPE, stdout=log, stderr=log
            )

    def kill(self) -> None:
        """Kills it; it has no time to put anything in order."""
        if self.process is not None:
            self.process.send_signal(signal.SIGKILL)
            self.process.wait(30)
            self.process = None


@pytest.fixture
def worker(sqlite_template: Path, tmp_path: Path, django_db_blocker: Any) -> Iterator[Worker]:
    """A worker on a SQLite file, which this process reads too."""
    description = databases.sqlite_copy(sqlite_template, tmp_path / "hoithi.sqlite3")
    (tmp_path / "keys.json").write_bytes((settings.DATA / "keys.json").read_bytes())
    (tmp_path / "keys.json").chmod(0o600)
    made = Worker(tmp_path)
    with django_db_blocker.unblock(), databases.used(description):
        yield made
        made.kill()


def contest_of_next_week() -> Contest:
    """In force, with a bank, opening in five days."""
    at = clock.now()
    made = stage.build(at)
    rules = stage.rules(at + timedelta(days=6))
    opens = f"{(at + timedelta(days=5)).date()}T08:00"
    closes = f"{(at + timedelta(days=9)).date()}T24:00"
    week = msgspec.structs.replace(
        rules.rounds[0],
        window=Window(opens=opens, closes=closes),
        publishes=f"{(at + timedelta(days=11)).date()}T08:00",
    )
    Contest.objects.filter(pk=made.pk).update(state=ContestState.DRAFT)
    actions.redraft(made, msgspec.structs.replace(rules, rounds=(week,)), by=None, at=at)
    made.rounds.all().delete()
    actions.put_in_force(made, by=None, at=at)
    return made


def until(holds: Callable[[], bool]) -> None:
    """Looks again and again; fails when patience ends."""
    never, end = threading.Event(), time.monotonic() + _PATIENCE
    while not holds():
        assert time.monotonic() < end
        never.wait(0.05)


def rows() -> dict[str, int]:
    """How many rows each table of ours has; journal and the rehearsal's own row aside."""
    models = [m for m in apps.get_models() if m.__module__.startswith("hoithi.")]
    kept = [m for m in models if m is not Rehearsal and m._meta.app_label != "journal"]
    return {m._meta.label: m.objects.count() for m in kept}


def test_a_killed_worker_begins_again_and_clears_everything(worker: Worker) -> None:
    contest = contest_of_next_week()
    before = rows()
    made = actions.rehearse(contest, PEOPLE, by=make.person(), at=clock.now())
    before["people.Person"] += 1

    for number in range(1, KILLS + 1):
        worker.start()
        until(lambda number=number: Rehearsal.objects.get().run == number and playing())
        worker.kill()
    worker.start()
    until(lambda: Rehearsal.objects.get().state == RehearsalState.PLAYED)

    made.refresh_from_db()
    assert (made.run, Contest.objects.count()) == (KILLS + 1, 2)
    assert [one["people"] for one in made.progress] == [PEOPLE]
    assert made.progress[0]["submissions"] == Submission.objects.count()
    actions.end_rehearsal(contest, by=made.asked_by, at=clock.now())
    until(lambda: Rehearsal.objects.get().cleared_at is not None)
    worker.kill()
    assert rows() == before


def playing() -> bool:
    """Whether false people have handed something in."""
    return Submission.objects.exists()
