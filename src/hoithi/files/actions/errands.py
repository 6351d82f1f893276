"""What takes longer than a page may: asked for, done by the worker, kept for a day."""

import os
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from django.db.models import F

from hoithi.files.facts.errands import Made, Wanted, handler_name, made_folder, path_of_made, sealed
from hoithi.files.models import Errand, ErrandState
from hoithi.people.models import Person

KEPT = timedelta(days=1)
"""What was made may hold one-time links and names, so it does not lie about."""
_OPEN = (ErrandState.WAITING, ErrandState.RUNNING)


def ask(wanted: Wanted, *, by: Person, at: datetime) -> Errand:
    """The row of something to be made. Asked for again before it is ready, it is the same row."""
    facts = {"handler": handler_name(wanted.handler), "wish": dict(wanted.wish)}
    waiting = Errand.objects.filter(person=by, state__in=_OPEN, handler=facts["handler"])
    same = next((one for one in waiting.order_by("-pk") if one.wish == facts["wish"]), None)
    return same or Errand.objects.create(
        **facts,
        person=by,
        body=wanted.body,
        title=wanted.title,
        onward=wanted.onward,
        asked_at=at,
    )


def begin(errand_id: int, *, at: datetime) -> Errand | None:
    """The errand, if it is still to be done; one that a worker left lying is begun again."""
    rows = Errand.objects.filter(pk=errand_id, state__in=_OPEN)
    if not rows.update(state=ErrandState.RUNNING, begun_at=at, tries=F("tries") + 1):
        return None
    return Errand.objects.select_related("person", "body").get(pk=errand_id)


def advance(errand: Errand, progress: int) -> None:
    """So many lines are done for good: the caller writes them in the same transaction."""
    Errand.objects.filter(pk=errand.pk).update(progress=progress)


def finish(errand: Errand, made: Made, *, at: datetime) -> None:
    """Keep what was made, sealed, on disk before the row says so."""
    if made.data:
        _write(path_of_made(errand.token), sealed(errand.token, made.data))
    _end(
        errand,
        ErrandState.DONE,
        at,
        sentence=made.sentence,
        file_name=made.name,
        media_type=made.media_type,
        size=len(made.data),
    )


def refuse(errand: Errand, sentence: str, *, at: datetime) -> None:
    """What was asked for is not done, and why."""
    _end(errand, ErrandState.REFUSED, at, sentence=sentence)


def fail(errand: Errand, *, at: datetime) -> None:
    """A fault of the program; it is in the log."""
    _end(errand, ErrandState.FAILED, at)


def forget_errands(at: datetime) -> int:
    """Remove what is a day old, with its file; how many there were."""
    old = list(Errand.objects.filter(asked_at__lt=at - KEPT).values_list("pk", "token"))
    for _, token in old:
        path_of_made(token).unlink(missing_ok=True)
    Errand.objects.filter(pk__in=[pk for pk, _ in old]).delete()
    return len(old)


def _end(errand: Errand, state: ErrandState, at: datetime, **facts: Any) -> None:
    running = Errand.objects.filter(pk=errand.pk, state=ErrandState.RUNNING)
    running.update(state=state, ended_at=at, **facts)


def _write(path: Path, data: bytes) -> None:
    made_folder().mkdir(parents=True, exist_ok=True, mode=0o700)
    half = path.with_suffix(".new")
    handle = os.open(half, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    half.replace(path)
