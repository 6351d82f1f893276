"""`hoithi worker`: tasks that were asked for, and what the calendar demands."""

import importlib
import importlib.util
import logging
import os
import socket
import threading
from collections.abc import Callable, Iterator

from django.apps import apps
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import close_old_connections, transaction
from django.urls import get_resolver
from django_tasks.base import TaskResultStatus
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from hoithi.journal import actions as journal
from hoithi.kit import clock, lifeline
from hoithi.rehearsals.readiness.machine import WORKER_BEAT

log = logging.getLogger(__name__)

TICK_SECONDS = 2.0
POLL_SECONDS = 0.5


def worker() -> None:
    """Làm việc nền: các việc đã giao và các việc đến giờ (do `hoithi serve` khởi động)."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(name)s: %(message)s")
    lifeline.hold()
    name = os.environ.get("HOITHI_WORKER", socket.gethostname())[:64]
    load_site()
    take_up_abandoned(name)
    threading.Thread(target=_tick_for_ever, name="ticker", daemon=True).start()
    loop = Worker(
        queue_names=["*"],
        interval=POLL_SECONDS,
        batch=False,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=name,
        excluded_queue_names=[],
    )
    loop.configure_signals()
    loop.run()


def load_site() -> None:
    """Loads every page before the first task.

    Papers name addresses. Loaded only when the first paper needs one, a newer version laid over
    this one in between would be mixed with what is loaded already, and every errand would fail.
    """
    if not get_resolver().url_patterns:
        raise ImproperlyConfigured("the site has no page")


@transaction.atomic
def take_up_abandoned(name: str) -> int:
    """Puts tasks that this worker had begun when it died back into the queue; how many."""
    abandoned = [
        task
        for task in DBTaskResult.objects.filter(status=TaskResultStatus.RUNNING)
        if name in task.worker_ids
    ]
    for task in abandoned:
        task.status = TaskResultStatus.READY
        task.save(update_fields=["status"])
    return len(abandoned)


def _tick_for_ever() -> None:
    never = threading.Event()
    while not never.wait(TICK_SECONDS):
        close_old_connections()
        tick()
        (settings.DATA / WORKER_BEAT).touch()


def tick() -> int:
    """Does every deed that is due, each on its own: one that fails does not stop the rest.

    Returns how many failed.
    """
    return sum(not _done(name, deed) for name, deed in _due())


def _due() -> Iterator[tuple[str, Callable[[], object]]]:
    """The deeds of each feature with work by the clock; asking is guarded like doing."""
    for config in apps.get_app_configs():
        name = f"{config.name}.jobs"
        if config.name.startswith("hoithi.") and importlib.util.find_spec(name):
            found: list[Callable[[], object]] = []
            yield (
                name,
                lambda name=name, found=found: found.extend(  # type: ignore[misc]  # defaults bind the loop's values
                    importlib.import_module(name).due(clock.now())
                ),
            )
            for deed in found:
                yield name, deed


def _done(name: str, deed: Callable[[], object]) -> bool:
    try:
        deed()
    except Exception:
        log.exception("A deed of %s failed", name)
        _journal_failure(name)
        return False
    return True


def _journal_failure(name: str) -> None:
    try:
        journal.record("worker.deed_failed", by=None, at=clock.now(), facts={"jobs": name})
    except Exception:
        log.exception("The failure could not be journaled")
