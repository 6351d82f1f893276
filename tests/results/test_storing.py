"""Drafts are stored in pieces, found by place and receipt, and every change shows."""

from datetime import timedelta
from decimal import Decimal

import pytest

from hoithi.kit import clock
from hoithi.results.actions import DraftWriter, clear_abandoned
from hoithi.results.facts import packing
from hoithi.results.facts.snapshot import Head, Line, Table
from hoithi.results.models import Chunk, Draft
from hoithi.results.queries import stored
from tests.results.boards import Board, contest, drafted

pytestmark = pytest.mark.django_db


def line(place):
    return Line(
        place=place, tied=False, entrant=10_000 + place, name=f"Người {place}", group="", unit=-1,
        points=Decimal("9.5"), most=Decimal(10), seconds=61, sittings=1,
        values=("9.5", 61, None),
    )  # fmt: skip


@pytest.fixture
def written():
    """A ranking of 2,345 lines in chunks of 1,000."""
    writer = DraftWriter()
    count, shards = writer.put_lines(line(place) for place in range(1, 2346))
    writer.put(Table.HEAD, Head(contest="x", slug="x", body="x", kind="online", versions=(),
                                lines=count, shards=shards))  # fmt: skip
    return writer


@pytest.mark.parametrize(
    ("first", "last"), [(0, 100), (950, 1050), (1000, 2000), (2300, 2400), (2345, 2400), (0, 0)]
)
def test_lines_come_back_by_position(written, first, last):
    expected = [line(place) for place in range(first + 1, min(last, 2345) + 1)]
    assert stored.lines(written.draft_id, first, last) == expected


def test_a_line_is_found_by_entrant(written):
    assert stored.position_of_entrant(written.draft_id, 12_000) == 1999
    assert stored.position_of_entrant(written.draft_id, 99) is None


def test_an_exact_number_of_chunks_has_no_empty_one():
    writer = DraftWriter()
    assert writer.put_lines(line(place) for place in range(1, 2001))[0] == 2000
    assert Chunk.objects.filter(draft_id=writer.draft_id, table=Table.LINES).count() == 2


def test_equal_content_gives_an_equal_hash_and_any_change_another(written):
    again = DraftWriter()
    again.put_lines(line(place) for place in range(1, 2346))
    again.put(Table.HEAD, stored.head(written.draft_id))
    assert again.sha256 == written.sha256 == stored.sha256(written.draft_id)

    chunk = Chunk.objects.get(draft_id=written.draft_id, table=Table.LINES, ordinal=1)
    changed = [line(place) for place in range(1001, 2001)]
    changed[5] = line(7777)
    chunk.content = packing.pack(changed)[0]
    chunk.save()
    assert stored.sha256(written.draft_id) != written.sha256


@pytest.mark.usefixtures("written")
def test_what_a_dead_process_left_is_cleared_and_nothing_else():
    online = contest()
    kept = drafted(online, None, Board(["Nguyễn V. A**"]))
    now = clock.now()
    assert clear_abandoned(now) == 0
    assert clear_abandoned(now + timedelta(hours=2)) == 1
    assert set(Chunk.objects.values_list("draft_id", flat=True)) == {kept.pk}
    assert Draft.objects.get() == kept
