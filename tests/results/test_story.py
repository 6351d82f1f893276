"""The whole way of a result on both databases: rows, draft, verdict, approval, page, correction."""

import pytest
from django.test import Client

from hoithi.awards import actions as awards
from hoithi.kit import clock
from hoithi.people.models import RoleName
from hoithi.results import actions, queries
from hoithi.results.models import Chunk, Result, Verdict
from hoithi.results.queries import stored
from tests import make
from tests.live.conftest import database as database  # the fixture of the room's tests
from tests.results.boards import CLOSES, LATER, PUBLISHES, contest, entrant
from tests.results.rows import Sat, sit

pytestmark = pytest.mark.usefixtures("database")
NAMES = ["Nguyễn V. A**", "Trần T. B**", "Lê V. C**", "Phạm T. D**"]
AFTER = CLOSES.replace(hour=10)
YES = actions.Finding(verdict=Verdict.VERIFIED)


class Week:
    """A closed week of four people, and its officials."""

    def __init__(self) -> None:
        self.online = contest()
        self.round = self.online.rounds.get(key="week-1")
        self.people = [entrant(self.online, name) for name in NAMES]
        for place, who in enumerate(self.people):
            sit(who, self.round, Sat(100 - 10 * place, prediction=4))
        self.official = make.holder(RoleName.ORGANISER, over=self.online.body)
        self.chief = make.holder(RoleName.APPROVER, over=self.online.body)

    def strike(self, number, at):
        """Does not recognise somebody's result."""
        no = actions.Finding(verdict=Verdict.NOT_RECOGNISED, reason="Thi hộ")
        who = self.people[number]
        actions.verify(self.online, self.round, who, no, by=self.official, at=at)

    def approved(self, at):
        """The draft of now with every winner verified, approved by the second person."""
        draft = actions.prepare(self.round, at=at)
        for who in queries.unverified(draft):
            winner = self.online.entrants.get(pk=who)
            actions.verify(self.online, self.round, winner, YES, by=self.official, at=at)
        actions.approve(draft, by=self.chief, at=at)
        return draft


def ranking(draft):
    """Place and name of each line."""
    return [(line.place, line.name) for line in stored.lines(draft.pk, 0, 100)]


def page(address):
    """What everybody reads there."""
    with clock.pinned(LATER):
        return Client().get(address).content.decode()


def test_from_rows_to_a_published_result_and_its_correction():
    week = Week()
    first = actions.prepare(week.round, at=AFTER)
    assert ranking(first) == [(n, name) for n, name in enumerate(NAMES, start=1)]

    week.strike(1, AFTER)
    assert queries.is_stale(first)
    draft = week.approved(AFTER)
    result = actions.publish(draft, by=week.official, at=AFTER)
    (certificate, *_) = awards.issue(result, by=week.official, at=PUBLISHES)
    before = Result.objects.values().get(pk=result.pk)
    assert ranking(draft) == [(1, NAMES[0]), (2, NAMES[2]), (3, NAMES[3])]
    assert (result.number, result.visible_from) == (1, PUBLISHES)

    week.strike(0, LATER)
    again = actions.publish(
        week.approved(LATER), by=week.official, at=LATER, reason="Không công nhận một kết quả"
    )
    address = f"/{week.online.slug}/ket-qua/week-1/"
    assert (again.number, ranking(again.draft)) == (2, [(1, NAMES[2]), (2, NAMES[3])])
    assert "Kết quả số 2, điều chỉnh kết quả trước đó" in page(address)
    assert NAMES[0] not in page(address)
    assert NAMES[0] in page(f"{address}so-1/")
    assert "đã được điều chỉnh" in page(f"/xac-minh/{certificate.code}/")
    assert Result.objects.values().get(pk=result.pk) == before
    assert actions.recount(again, at=LATER).equal


def test_what_was_discarded_or_given_up_leaves_no_chunk():
    week = Week()
    draft = actions.prepare(week.round, at=AFTER)
    kept = Chunk.objects.count()
    assert actions.prepare(week.round, at=AFTER) == draft
    assert Chunk.objects.count() == kept
