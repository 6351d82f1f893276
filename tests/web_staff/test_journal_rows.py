"""The journal names rounds and contestants; long hashes stand folded."""

import pytest

from hoithi.core.rulebook.entry import EntryRules
from hoithi.entries import actions, queries
from hoithi.journal import actions as journal
from hoithi.journal.models import Entry
from hoithi.people.models import RoleName
from hoithi.web.staff.journal_rows import shown
from tests import make
from tests.entries.make import AN, contest, rulebook
from tests.make import AT

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at")]
HASH = "ab" * 32


def recorded():
    """A deed about a contestant in a round, and its row in the journal."""
    here = contest(rulebook(entry=EntryRules(unit=None)))
    door = queries.current_door(here, at=AT)
    entrant = actions.enter(door, AN, at=AT).entrant
    round_ = here.rounds.get()
    facts = {"round": round_.key, "entrant": entrant.pk, "sha256": HASH}
    journal.record("tests.deed", round_, by=None, at=AT, facts=facts)
    return here, Entry.objects.latest("pk")


def test_keys_and_numbers_are_said_by_name(django_assert_num_queries):
    _here, entry = recorded()
    with django_assert_num_queries(2):
        (row,) = shown([entry])
    assert (row.subject_name, row.facts) == (
        "Tuần 1",
        [("đợt", "Tuần 1"), ("người dự thi", "Nguyễn T. A**"), ("mã băm", HASH)],
    )


def test_a_hash_is_folded_and_whole_on_demand(signed_in):
    here, _entry = recorded()
    auditor = signed_in(make.holder(RoleName.AUDITOR, over=here.body))
    page = auditor.get("/nhat-ky/?viec=tests").content.decode()
    assert f"{HASH[:12]}…</span></summary>" in page
    assert f'<span class="code">{HASH}</span></details>' in page
