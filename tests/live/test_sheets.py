"""Saving and handing in: what counts, what is only kept, and what the page is told."""

import asyncio
from datetime import datetime, timedelta

import pytest

from hoithi.contests.models import Round
from hoithi.core.rulebook.parts import LeavingPolicy
from hoithi.entries.models import Entrant
from hoithi.sittings.models import Holder, Sheet, Sitting, SittingDecision, Submission
from tests import make
from tests.live import scene
from tests.live.scene import AT, MINUTES, Answered, Client

pytestmark = pytest.mark.usefixtures("database")

OVER = timedelta(minutes=MINUTES)
GRACE = timedelta(seconds=30)


async def begun(client: Client, entrant: Entrant, device: str = "may-1") -> str:
    answered = await client.start(entrant, device)
    return str(answered.json["sitting_token"])


def decide(kind: str, seconds: int = 0) -> None:
    """A decision about the one sitting there is."""
    sitting = Sitting.objects.get()
    SittingDecision.objects.create(
        entrant_id=sitting.entrant_id,
        sitting=sitting,
        round_id=sitting.round_id,
        kind=kind,
        seconds=seconds,
        reason="mất điện",
        decided_by=make.person(),
        decided_at=AT,
    )


def test_an_equal_sheet_is_acknowledged_again_and_another_one_is_not() -> None:
    entrant = scene.entrant(scene.contest())

    async def story(client: Client) -> list[tuple[int, str]]:
        token = await begun(client, entrant)
        sheets = [(1, {"1": 1}), (1, {"1": 1}), (1, {"1": 2}), (2, {"1": 2})]
        return [(await client.save(token, *sheet)).said for sheet in sheets]

    assert scene.told(story) == [(200, ""), (200, ""), (409, "revision_taken"), (200, "")]
    saved = Sheet.objects.order_by("revision").values_list("revision", "answers")
    assert list(saved) == [(1, {"1": 1}), (2, {"1": 2})]


def change(**facts: object) -> None:
    """Another state of the one round there is."""
    Round.objects.update(**facts)


@pytest.mark.parametrize(
    ("after", "said", "late"),
    [
        pytest.param(OVER + GRACE, (200, ""), False, id="the last moment of grace"),
        pytest.param(
            OVER + GRACE + timedelta(microseconds=1), (409, "late_not_counted"), True, id="late"
        ),
    ],
)
def test_a_late_sheet_is_kept_and_not_counted(
    after: timedelta, said: tuple[int, str], late: bool
) -> None:
    entrant = scene.entrant(scene.contest())

    async def story(client: Client) -> list[tuple[int, str]]:
        token = await begun(client, entrant)
        client.now = AT + after
        saved = await client.save(token, 1, {"1": 1})
        handed = await client.hand_in(token, 2, {"1": 2})
        return [saved.said, handed.said]

    assert scene.told(story) == [said, said]
    assert list(Sheet.objects.values_list("late", flat=True)) == [late] * (2 if late else 1)
    assert Submission.objects.count() == (0 if late else 1)


def test_an_older_page_is_told_and_its_sheet_is_kept() -> None:
    entrant = scene.entrant(scene.contest())

    async def story(client: Client) -> list[tuple[int, str]]:
        old = await begun(client, entrant)
        new = (await client.start(entrant, "may-2", resume=True)).json["sitting_token"]
        older = await client.save(old, 1, {"1": 1})
        newer = await client.save(new, 1, {"1": 2})
        handed = await client.hand_in(old, 2, {"1": 3})
        back = (await client.start(entrant, "may-1", resume=True)).json["sitting_token"]
        stopped = await client.hand_in(new, 2, {"1": 1})
        done = await client.hand_in(back, 3, {"1": 4})
        return [one.said for one in (older, newer, handed, stopped, done)]

    elsewhere = (409, "elsewhere")
    assert scene.told(story) == [elsewhere, (200, ""), elsewhere, elsewhere, (200, "")]
    assert Submission.objects.get().answers == {"1": 4}
    kept = Sheet.objects.order_by("holder", "revision").values_list("holder", "answers")
    assert list(kept) == [(1, {"1": 1}), (1, {"1": 3}), (2, {"1": 2}), (2, {"1": 1})]
    assert Holder.objects.count() == 3


def test_an_older_page_gets_the_receipt_of_the_page_that_handed_in() -> None:
    entrant = scene.entrant(scene.contest())

    async def story(client: Client) -> list[Answered]:
        old = await begun(client, entrant)
        new = (await client.start(entrant, "may-2", resume=True)).json["sitting_token"]
        handed = await client.hand_in(new, 1, {"1": 2})
        told = await client.save(old, 1, {"1": 1})
        return [handed, told, await client.hand_in(old, 1, {"1": 1}, automatic=True)]

    handed, told, asked = scene.told(story)
    assert (handed.status, told.said, asked.status) == (200, (409, "handed_in"), 200)
    assert asked.json["receipt"] == handed.json["receipt"]
    assert Submission.objects.get().answers == {"1": 2}


def test_handing_in_twice_at_once_gives_one_receipt() -> None:
    entrant = scene.entrant(scene.contest())

    async def story(client: Client) -> list[Answered]:
        token = await begun(client, entrant)
        many = (client.hand_in(token, 1, {"1": 1 + number % 4}) for number in range(16))
        handed = await asyncio.gather(*many)
        after = await client.save(token, 2, {"1": 1})
        return [*handed, after]

    *handed, after = scene.told(story)
    assert {one.json["receipt"] for one in handed} == {Submission.objects.get().receipt}
    assert after.said == (409, "handed_in")


def test_an_extension_is_seen_with_the_next_answer() -> None:
    entrant = scene.entrant(scene.contest())

    async def story(client: Client) -> list[Answered]:
        token = await begun(client, entrant)
        await client.meanwhile(lambda: decide("extend", 600))
        client.now = AT + OVER + timedelta(minutes=5)
        return [await client.save(token, 1, {"1": 1}), await client.hand_in(token, 2, {"1": 1})]

    saved, handed = scene.told(story)
    assert datetime.fromisoformat(saved.json["deadline_at"]) == AT + timedelta(minutes=30)
    assert [one["code"] for one in saved.json["notices"]] == ["extended"]
    assert "10h30 ngày 02/11/2026" in saved.json["notices"][0]["sentence"]
    assert handed.said == (200, "")


def test_a_round_closed_early_and_one_paused_are_told() -> None:
    entrant = scene.entrant(scene.contest())

    async def story(client: Client) -> list[Answered]:
        token = await begun(client, entrant)
        await client.meanwhile(lambda: change(paused_at=AT))
        paused = await client.later(minutes=1).save(token, 1, {"1": 1})
        closes_at = AT + timedelta(minutes=3)
        await client.meanwhile(lambda: change(paused_at=None, closes_at=closes_at))
        early = await client.later(minutes=1).save(token, 2, {"1": 1})
        late = await client.later(minutes=2).save(token, 3, {"1": 1})
        return [paused, early, late]

    paused, early, late = scene.told(story)
    assert [one["code"] for one in paused.json["notices"]] == ["paused"]
    assert [one["code"] for one in early.json["notices"]] == ["shortened"]
    assert late.said == (409, "late_not_counted")


@pytest.mark.parametrize("decision", ["annulled", "cancelled"])
def test_an_annulled_sitting_and_a_cancelled_round_count_nothing(decision: str) -> None:
    entrant = scene.entrant(scene.contest())

    async def story(client: Client) -> list[tuple[int, str]]:
        token = await begun(client, entrant)
        deeds = {"annulled": lambda: decide("annul"), "cancelled": lambda: change(cancelled_at=AT)}
        await client.meanwhile(deeds[decision])
        saved = await client.later(minutes=1).save(token, 1, {"1": 1})
        handed = await client.hand_in(token, 2, {"1": 1})
        return [saved.said, handed.said]

    assert scene.told(story) == [(409, decision)] * 2
    assert (Sheet.objects.count(), Submission.objects.count()) == (2, 0)


@pytest.mark.parametrize(
    ("policy", "said", "kinds"),
    [
        (LeavingPolicy.USED, (200, ""), ["left"]),
        (LeavingPolicy.RESUME, (409, "leaving_keeps"), []),
    ],
)
def test_leaving_hands_in_only_where_the_rules_say_so(
    policy: LeavingPolicy, said: tuple[int, str], kinds: list[str]
) -> None:
    entrant = scene.entrant(scene.contest(scene.rules(attempts={"leaving": policy})))

    async def story(client: Client) -> Answered:
        token = await begun(client, entrant)
        return await client.hand_in(token, 1, {"1": 1}, left=True)

    assert scene.told(story).said == said
    assert list(Submission.objects.values_list("kind", flat=True)) == kinds


def test_every_question_must_be_answered_while_there_is_time() -> None:
    entrant = scene.entrant(scene.contest(scene.rules(paper={"must_answer_all": True})))

    async def story(client: Client) -> list[Answered]:
        token = await begun(client, entrant)
        early = await client.hand_in(token, 1, {"1": 1})
        client.now = AT + OVER
        return [early, await client.hand_in(token, 1, {"1": 1})]

    early, over = scene.told(story)
    assert (early.said, early.json["facts"], over.said) == (
        (422, "incomplete"),
        {"missing": 8},
        (200, ""),
    )


def test_points_are_told_at_once_only_where_the_rules_say_so() -> None:
    entrants = [
        scene.entrant(scene.contest(scene.rules(score_at_once=wanted))) for wanted in (True, False)
    ]

    async def story(client: Client) -> list[Answered]:
        handed = []
        for entrant in entrants:
            paper = await client.start(entrant)
            answers = scene.right_answers(paper.json)
            handed.append(await client.hand_in(paper.json["sitting_token"], 1, answers))
        return handed

    told, silent = scene.told(story)
    assert (told.json["points"], told.json["most"]) == ("8", "8")
    assert {"points", "most"} & silent.json.keys() == set()
