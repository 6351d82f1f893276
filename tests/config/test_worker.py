"""The worker does what is due, whatever else fails."""

import os
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

import pytest
from django.apps import apps
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from hoithi.command import worker
from hoithi.journal.models import Entry
from hoithi.kit import clock

MOMENT = datetime(2026, 10, 5, 1, tzinfo=UTC)


@pytest.fixture
def done(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Two features with deeds, the first of which fails; what was done in the end."""
    done: list[str] = []

    def fail() -> None:
        raise ZeroDivisionError

    def due(at: datetime) -> list[Callable[[], None]]:
        return [fail, lambda: done.append(f"{at:%H:%M}")]

    def broken(_: datetime) -> list[Callable[[], None]]:
        raise ValueError

    found: dict[str, Any] = {"hoithi.a.jobs": broken, "hoithi.b.jobs": due}
    configs = [SimpleNamespace(name=name) for name in ("django.c", "hoithi.a", "hoithi.b")]
    monkeypatch.setattr(apps, "get_app_configs", lambda: configs)
    monkeypatch.setattr(worker.importlib.util, "find_spec", found.get)
    monkeypatch.setattr(
        worker.importlib, "import_module", lambda name: SimpleNamespace(due=found[name])
    )
    return done


@pytest.mark.django_db
def test_a_deed_that_fails_is_journaled_and_does_not_stop_the_rest(done: list[str]) -> None:
    with clock.pinned(MOMENT):
        failed = worker.tick()
    journaled = list(Entry.objects.order_by("id").values_list("deed", "facts", "at"))
    assert (failed, done) == (2, ["01:00"])
    assert journaled == [
        ("worker.deed_failed", {"jobs": "hoithi.a.jobs"}, MOMENT),
        ("worker.deed_failed", {"jobs": "hoithi.b.jobs"}, MOMENT),
    ]


@pytest.mark.django_db
def test_tasks_that_this_worker_left_are_taken_up_again() -> None:
    for workers in (["here"], ["elsewhere"]):
        DBTaskResult.objects.create(
            args_kwargs={"args": [], "kwargs": {}},
            task_path="a.b",
            worker_ids=workers,
            status=TaskResultStatus.RUNNING,
            run_after=MOMENT,
        )
    taken = worker.take_up_abandoned("here")
    states = {task.worker_ids[0]: task.status for task in DBTaskResult.objects.all()}
    assert (taken, states) == (
        1,
        {"here": TaskResultStatus.READY, "elsewhere": TaskResultStatus.RUNNING},
    )


_BEGINS = """
import django, sys
django.setup()
from hoithi.command.worker import load_site
load_site()
loaded = set(sys.modules)
from hoithi.files.facts.errands import handler_of
from django.urls import reverse
handler_of("hoithi.web.organiser.folder.pages.folder_file")
reverse("campaign_folder", args=["a", 1])
print(sorted(name for name in set(sys.modules) - loaded if name.startswith("hoithi.")))
"""


def test_the_site_is_loaded_before_the_first_task() -> None:
    """An errand loads no page of a version that was laid over the running one."""
    ran = subprocess.run(
        [sys.executable, "-c", _BEGINS],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert ran.stdout.strip() == "[]"
