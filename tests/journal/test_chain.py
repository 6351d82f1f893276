"""Every change made to the journal behind the application is found."""

from datetime import timedelta

import pytest
from django.db import connection

from hoithi.journal import actions, jobs, queries
from hoithi.journal.models import Entry, Seal
from hoithi.journal.queries import Break, Fault
from tests.make import AT

LATER = AT + timedelta(hours=1)

pytestmark = pytest.mark.django_db


def written(count=5):
    return [
        actions.record("tests.done", by=None, at=AT, facts={"số": n, "tên": "Nguyễn V. A**"})
        for n in range(count)
    ]


def run_jobs(at=AT):
    for deed in jobs.due(at):
        deed()


def test_a_chain_that_nobody_touched_holds():
    written()
    run_jobs()
    assert queries.verify_chain(LATER) is None
    assert queries.chain_head().number == 5


def test_an_empty_journal_holds_and_has_nothing_due():
    assert (queries.verify_chain(LATER), list(jobs.due(AT))) == (None, [])


@pytest.mark.parametrize(
    ("statement", "found"),
    [
        ("UPDATE journal_entry SET body_id = 9 WHERE id = {third}", Fault.HASH_DIFFERS),
        ("UPDATE journal_entry SET contest_id = 9 WHERE id = {third}", Fault.HASH_DIFFERS),
        ("UPDATE journal_entry SET deed = 'tests.undone' WHERE id = {third}", Fault.HASH_DIFFERS),
        ("UPDATE journal_entry SET subject = 'x' WHERE id = {third}", Fault.HASH_DIFFERS),
        ("UPDATE journal_entry SET subject_id = 1 WHERE id = {third}", Fault.HASH_DIFFERS),
        ("UPDATE journal_entry SET person_id = 1 WHERE id = {third}", Fault.HASH_DIFFERS),
        ("UPDATE journal_entry SET person_name = 'B' WHERE id = {third}", Fault.HASH_DIFFERS),
        ("UPDATE journal_entry SET facts = '{{}}' WHERE id = {third}", Fault.HASH_DIFFERS),
        (
            "UPDATE journal_entry SET at = '2026-11-02 03:00:00.000001' WHERE id = {third}",
            Fault.HASH_DIFFERS,
        ),
        ("UPDATE journal_entry SET id = id + 1000 WHERE id = {third}", Fault.ENTRY_MISSING),
        ("DELETE FROM journal_entry WHERE id = {third}", Fault.ENTRY_MISSING),
        ("UPDATE journal_seal SET hash = 'f' WHERE number = 3", Fault.HASH_DIFFERS),
        ("UPDATE journal_seal SET number = 9 WHERE number = 3", Fault.NUMBER_MISSING),
        ("UPDATE journal_seal SET number = 0 WHERE number = 3", Fault.NUMBER_MISSING),
        ("UPDATE journal_seal SET entry_id = 999999 WHERE number = 3", Fault.ENTRY_MISSING),
        ("DELETE FROM journal_seal WHERE number = 3", Fault.NUMBER_MISSING),
        ("DELETE FROM journal_seal WHERE number = 5", Fault.NEVER_SEALED),
        (
            "INSERT INTO journal_seal VALUES (6, 999999, 'f', '2026-11-02')",
            Fault.ENTRY_MISSING,
        ),
    ],
)
def test_a_change_behind_the_application_is_found(statement, found):
    third = written()[2]
    run_jobs()
    with connection.cursor() as cursor:
        cursor.execute(statement.format(third=third.pk))
    broken = queries.verify_chain(LATER)
    assert broken is not None
    assert broken.fault == found


def test_an_entry_that_commits_late_is_sealed_after_its_elders_and_never_skipped():
    entries = written()
    Entry.objects.filter(pk=entries[1].pk).delete()
    run_jobs()
    late = Entry.objects.create(pk=entries[1].pk, deed="tests.late", subject="", at=AT)
    run_jobs()
    assert Seal.objects.get(number=5).entry_id == late.pk
    assert queries.verify_chain(LATER) is None


def test_an_entry_that_commits_after_very_many_others_is_sealed_too():
    early = written(1)[0]
    Entry.objects.create(pk=early.pk + 100_000, deed="tests.far", subject="", at=AT)
    Entry.objects.filter(pk=early.pk).delete()
    run_jobs()
    Entry.objects.create(pk=early.pk, deed="tests.late", subject="", at=AT)
    run_jobs()
    assert queries.verify_chain(LATER) is None
    assert queries.chain_head().number == 2


def test_an_entry_never_sealed_is_named_once_it_should_have_been():
    forgotten = written(1)[0]
    assert queries.verify_chain(AT) is None
    assert queries.verify_chain(LATER) == Break(Fault.NEVER_SEALED, None, forgotten.pk)


def test_more_entries_than_one_run_seals_are_all_sealed(monkeypatch):
    monkeypatch.setattr(actions, "SEALED_AT_ONCE", 2)
    written(5)
    run_jobs()
    assert queries.verify_chain(LATER) is None
    assert queries.chain_head().number == 5
