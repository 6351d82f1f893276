"""A round of several papers: one after another, each with attempts of its own."""

import pytest

from hoithi.sittings.models import PaperPool, Sitting
from tests.live import scene
from tests.live.scene import SECOND, Answered, Client

pytestmark = pytest.mark.usefixtures("database")
ONCE = {"a_round": 1, "a_day": None}


@pytest.fixture
def entrant(database):
    del database
    return scene.entrant(scene.contest(scene.two_papers(attempts=ONCE)))


async def sat(client: Client, entrant, **wish) -> Answered:
    """Begins a paper and hands it in a minute later, if it is given out."""
    begun = await client.later(minutes=5).start(entrant, **wish)
    if begun.status == 201:
        await client.later(minutes=1).hand_in(begun.json["sitting_token"], 1, {})
    return begun


def told(found):
    """What was begun, and why not."""
    return [one.json.get("part") or one.said for one in found]


def test_without_a_wish_the_papers_come_one_after_another(entrant):
    async def story(client: Client) -> list[Answered]:
        return [await sat(client, entrant) for _ in range(3)]

    assert told(scene.told(story)) == ["paper", SECOND, (409, "round_used_up")]
    assert sorted(Sitting.objects.values_list("part_key", flat=True)) == ["paper", SECOND]


def test_the_second_may_be_sat_first_and_each_has_its_own_time_and_paper(entrant):
    async def story(client: Client) -> list[Answered]:
        return [await sat(client, entrant, part=SECOND), await sat(client, entrant)]

    second, first = scene.told(story)
    assert told([second, first]) == [SECOND, "paper"]
    assert [one.json["minutes"] for one in (second, first)] == [30, scene.MINUTES]
    assert [one.json["paper"]["prediction"] is None for one in (second, first)] == [True, False]
    assert [one.json["round"] for one in (second, first)] == ["week-1", "week-1"]


def test_while_one_is_open_no_other_begins_and_without_a_wish_it_goes_on(entrant):
    async def story(client: Client) -> list[Answered]:
        first = await client.start(entrant, part=SECOND)
        other = await client.start(entrant, part="paper")
        again = await client.start(entrant)
        return [first, other, again]

    first, other, again = scene.told(story)
    assert other.said == (409, "other_sitting_open")
    assert (again.status, again.json["part"], again.json["ordinal"]) == (200, SECOND, 1)
    assert first.json["paper"] == again.json["paper"]


@pytest.mark.parametrize("part", ["no-such", "Paper", "paper ", "phần-hai"])
def test_a_paper_that_the_round_does_not_have_is_refused(entrant, part):
    assert scene.told(lambda client: client.start(entrant, part=part)).said == (409, "no_paper")
    assert not Sitting.objects.exists()


def test_a_paper_that_was_not_drawn_uses_no_attempt_of_the_other(entrant):
    PaperPool.objects.filter(part_key=SECOND).update(sha256="")

    async def story(client: Client) -> list[Answered]:
        return [await sat(client, entrant) for _ in range(2)]

    assert told(scene.told(story)) == ["paper", (409, "no_paper")]


def test_what_was_handed_in_earlier_is_found_by_its_own_receipt(entrant):
    async def story(client: Client) -> list[str]:
        receipts = []
        for _ in range(2):
            begun = await client.later(minutes=5).start(entrant)
            done = await client.hand_in(begun.json["sitting_token"], 1, {})
            receipts.append(done.json["receipt"])
        return receipts

    assert len(set(scene.told(story))) == 2
