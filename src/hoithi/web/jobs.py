"""Errands: what takes longer than a page may is made by the worker and then forgotten."""

import logging
from collections.abc import Callable, Iterable
from datetime import datetime
from functools import partial

from django.conf import settings
from django.core.exceptions import ObjectDoesNotExist
from django.db import transaction
from django.utils import translation
from django_tasks import task

from hoithi import wording
from hoithi.files import actions, queries
from hoithi.files.actions.errands import KEPT
from hoithi.files.facts.errands import handler_of
from hoithi.files.models import Errand
from hoithi.kit import clock
from hoithi.kit.refusals import Refusal
from hoithi.web import seals
from hoithi.web.reminding import reminders_due

log = logging.getLogger(__name__)
_MOST_TRIES = 3
"""A task that takes its worker down with it is not begun for ever."""


@task()
def run_errand(errand_id: int) -> None:
    """Does one errand in a process of its own; whatever comes of it is in its row."""
    errand = actions.begin(errand_id, at=clock.now())
    if errand is None:
        return
    with translation.override(settings.LANGUAGE_CODE):
        _run(errand)


def _run(errand: Errand) -> None:
    if errand.tries > _MOST_TRIES:
        actions.fail(errand, at=clock.now())
        return
    try:
        made = handler_of(errand.handler)(errand, clock.now())
    except Refusal as refusal:
        actions.refuse(errand, wording.sentence(refusal), at=clock.now())
    except ObjectDoesNotExist:
        actions.refuse(errand, "", at=clock.now())
    except Exception:
        log.exception("%s failed", errand.handler)
        actions.fail(errand, at=clock.now())
    else:
        actions.finish(errand, made, at=clock.now())


def send(errand: Errand) -> None:
    """Hands the errand to the worker once its row is there for everybody."""
    transaction.on_commit(partial(run_errand.enqueue, errand.pk))


def due(at: datetime) -> Iterable[Callable[[], object]]:
    """Sends what was left lying once more; forgets what is a day old; reminds of tasks; tells of
    broken seals."""
    yield from reminders_due(at)
    yield from seals.due(at)
    for errand in queries.errands_left_lying(at):
        yield partial(_send_again, errand, at)
    if Errand.objects.filter(asked_at__lt=at - KEPT).exists():
        yield partial(_forget, at)


def _send_again(errand: Errand, at: datetime) -> None:
    # Its time counts from now, so that the next tick does not send it again.
    Errand.objects.filter(pk=errand.pk).update(begun_at=at)
    send(errand)


def _forget(at: datetime) -> None:
    actions.forget_errands(at)
