"""All questions in the order in which an operator works through them."""

from collections.abc import Iterator
from datetime import datetime

from django.conf import settings

from hoithi.rehearsals.readiness import database, machine, network, people
from hoithi.rehearsals.readiness.records import Level, Line


def all_lines(at: datetime) -> Iterator[Line]:
    """One line a question. Without its tables nothing is asked of the database."""
    tables = database.tables()
    yield tables
    yield machine.disk(settings.DATA)
    yield machine.keys(settings.DATA)
    yield machine.worker(settings.DATA)
    yield machine.address()
    if settings.SECURE:
        yield from network.certificate(settings.PUBLIC_ADDRESS, at)
    yield network.standard_time(settings.TIME_SERVERS)
    yield machine.program()
    yield machine.mail()
    if tables.level is Level.FAULT:
        return
    yield from database.durability()
    yield database.clock(at)
    running = any(people.is_open(round_, at) for round_ in people.next_rounds(at))
    yield machine.backup(settings.DATA, at, round_open=running)
    yield from people.papers(at)
    yield people.sealed()
    yield people.second_factor(at)
