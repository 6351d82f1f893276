"""A long list goes in by small writes; broken off at any of them, it changes nothing."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hoithi.entries import jobs
from hoithi.entries.actions import taking
from hoithi.entries.actions.taking import take_list
from hoithi.entries.facts.lists import ListStale
from hoithi.entries.models import ListedPerson, UnitList
from hoithi.entries.queries import lists
from hoithi.entries.queries.unit_lists import newest_lists
from hoithi.people.models import Identity
from tests import make
from tests.entries.test_lists import TABLE, Scene

pytestmark = pytest.mark.django_db(transaction=True)
HEAD = "Họ và tên,Ngày sinh,Chức vụ,Lý do miễn\n"
LONG = HEAD + "".join(f"Nguyễn Văn {n},1980,Công chức,\n" for n in range(1, 452))


class Broken(Exception):
    """What breaks the writing off."""


def read(table):
    return lists.named_lines(table.encode(), "ds.csv", on=make.AT.date())


def take(scene, table):
    return take_list(scene.contest, scene.unit.unit, read(table), by=scene.contact, at=make.AT)


def rows():
    return UnitList.objects.count(), ListedPerson.objects.count(), Identity.objects.count()


def break_at(monkeypatch, write, error):
    """The n-th write of a chunk fails."""
    real, seen = ListedPerson.objects.bulk_create, []

    def failing(some, *args, **kwargs):
        seen.append(len(some))
        if len(seen) == write:
            raise error
        return real(some, *args, **kwargs)

    monkeypatch.setattr(ListedPerson.objects, "bulk_create", failing)


@pytest.mark.parametrize("write", [1, 2, 3])
def test_a_failure_between_chunks_leaves_nothing(monkeypatch, write):
    scene = Scene()
    first = take(scene, TABLE)
    before = rows()
    break_at(monkeypatch, write, Broken())
    with pytest.raises(Broken):
        take(scene, LONG)
    assert rows() == before
    assert lists.newest_list(scene.contest, scene.unit.unit) == first


@pytest.mark.parametrize("write", [1, 2, 3])
def test_a_killed_process_leaves_a_draft_that_counts_nowhere(monkeypatch, write):
    scene = Scene()
    first = take(scene, TABLE)
    before = rows()
    break_at(monkeypatch, write, Broken())
    monkeypatch.setattr(taking, "remove_draft", lambda _draft: None)
    with pytest.raises(Broken):
        take(scene, LONG)
    monkeypatch.undo()
    assert rows()[0] == 2
    assert newest_lists(scene.contest) == {scene.unit.unit_id: first}
    assert [*jobs.due(make.AT + taking.PATIENCE)] == []
    for deed in jobs.due(make.AT + taking.PATIENCE + timedelta(seconds=1)):
        deed()
    assert rows() == before


def test_no_write_holds_more_than_a_chunk():
    scene = Scene()
    with CaptureQueriesContext(
        connection,
    ) as queries:
        made = take(scene, LONG)
    assert (made.whole, made.people.count()) == (True, 451)
    begins = [one for one in queries if one["sql"].startswith("BEGIN")]
    assert len(begins) == 4, "three chunks of at most 200, and the row that makes them valid"


def test_a_list_that_came_between_refuses_the_later_one(monkeypatch):
    scene = Scene()
    take(scene, TABLE)
    real = taking._write

    def overtaken(people):
        real(people)
        monkeypatch.setattr(taking, "_write", real)
        take(scene, HEAD + "Phạm Văn Dũng,1990,,\n")

    monkeypatch.setattr(taking, "_write", overtaken)
    with pytest.raises(ListStale):
        take(scene, LONG)
    newest = lists.newest_list(scene.contest, scene.unit.unit)
    assert newest.people.get().masked_name.startswith("Phạm")
    assert ListedPerson.objects.filter(list__whole=False).count() == 0
