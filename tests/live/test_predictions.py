"""The predicted number is part of every saved sheet, and what was saved counts."""

from datetime import timedelta
from typing import Any

import pytest

from hoithi.sittings.actions.closing import close_overdue
from hoithi.sittings.actions.deciding import Grounds, count_late
from hoithi.sittings.models import Sheet, Sitting, Submission
from tests import make
from tests.live import scene
from tests.live.scene import AT, MINUTES, Answered, Client

pytestmark = pytest.mark.usefixtures("database")

OVER = AT + timedelta(minutes=MINUTES, seconds=36)


def told(*saves: dict[str, Any], **paper: Any) -> list[tuple[int, str]]:
    """What somebody hears who begins and saves these sheets, revision by revision."""
    entrant = scene.entrant(scene.contest(scene.rules(paper=paper)))

    async def story(client: Client) -> list[tuple[int, str]]:
        token = (await client.start(entrant)).json["sitting_token"]
        return [(await client.save(token, **{"answers": {}, **sheet})).said for sheet in saves]

    heard: list[tuple[int, str]] = scene.told(story)
    return heard


def test_the_automatic_close_counts_the_number_of_the_newest_sheet() -> None:
    assert told(
        {"revision": 1, "answers": {"1": 1}, "prediction": 1000},
        {"revision": 2, "answers": {"1": 1}, "prediction": 1200},
    ) == [(200, ""), (200, "")]
    assert close_overdue(OVER) == 1
    handed = Submission.objects.get()
    assert (handed.kind, handed.answers, handed.prediction) == ("closed", {"1": 1}, 1200)


def test_a_number_that_was_taken_out_again_is_not_counted() -> None:
    told({"revision": 1, "prediction": 1000}, {"revision": 2, "prediction": None})
    close_overdue(OVER)
    assert Submission.objects.get().prediction is None


def test_the_number_is_part_of_the_content_of_a_revision() -> None:
    same, other = {"revision": 1, "prediction": 7}, {"revision": 1, "prediction": 8}
    assert told(same, same, other) == [(200, ""), (200, ""), (409, "revision_taken")]
    assert list(Sheet.objects.values_list("prediction", flat=True)) == [7]


def test_another_device_goes_on_with_the_number() -> None:
    entrant = scene.entrant(scene.contest())

    async def story(client: Client) -> list[Any]:
        first = await client.start(entrant)
        await client.save(first.json["sitting_token"], 3, {"1": 2}, prediction=900)
        second = await client.start(entrant, "may-2", resume=True)
        return [(one.json["sheet"], one.json["prediction"]) for one in (first, second)]

    assert scene.told(story) == [(None, None), ({"1": 2}, 900)]


def test_where_the_paper_asks_nothing_no_number_is_kept() -> None:
    told({"revision": 1, "prediction": 5}, prediction=None)
    assert list(Sheet.objects.values_list("prediction", flat=True)) == [None]


@pytest.mark.parametrize("number", [-1, 10**12 + 1, "900", 1.5])
def test_what_is_no_number_of_people_is_refused(number: object) -> None:
    assert told({"revision": 1, "prediction": number}) == [(422, "malformed")]


def test_a_late_sheet_that_a_decision_counts_brings_its_number() -> None:
    entrant = scene.entrant(scene.contest())

    async def story(client: Client) -> Answered:
        token = (await client.start(entrant)).json["sitting_token"]
        client.now = OVER
        return await client.save(token, 1, {"1": 1}, prediction=77)

    assert scene.told(story).said == (409, "late_not_counted")
    grounds = Grounds("Mất mạng toàn xã", "12/QĐ-BTC")
    twin = count_late(Sitting.objects.get(), grounds=grounds, by=make.person(), at=OVER)
    assert Submission.objects.get(sitting=twin).prediction == 77


def test_a_full_sheet_without_the_number_is_not_complete() -> None:
    entrant = scene.entrant(scene.contest(scene.rules(paper={"must_answer_all": True})))

    async def story(client: Client) -> list[Answered]:
        begun = (await client.start(entrant)).json
        token, answers = begun["sitting_token"], scene.answers(begun)
        without = await client.hand_in(token, 1, answers)
        return [without, await client.hand_in(token, 1, answers, prediction=10)]

    without, whole = scene.told(story)
    assert (without.said, without.json["facts"]) == ((422, "incomplete"), {"missing": 1})
    assert whole.said == (200, "")
