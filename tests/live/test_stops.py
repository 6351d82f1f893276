"""The organiser stops the clock: running papers stand still and get the time back."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from hoithi.contests.actions import decide
from hoithi.contests.actions.deciding import Order
from hoithi.contests.models import Round
from hoithi.core.rounds import Change
from hoithi.sittings.actions.closing import close_overdue
from hoithi.sittings.actions.marking import mark_round
from hoithi.sittings.models import Sheet, Submission
from hoithi.sittings.queries.points import points
from tests import make
from tests.live import scene
from tests.live.scene import AT, MINUTES, Answered, Client

pytestmark = pytest.mark.usefixtures("database")

STOP = Order(reason="Mất điện toàn xã", document_number="07/TB-BTC", stops_clock=True)
GO_ON = Order(reason="Đã có điện")


def decided(change: Change, minute: float, order: Order = STOP, **facts: Any) -> None:
    """The organiser decides so many minutes after the start of everything."""
    person, moment = make.person(), AT + timedelta(minutes=minute)
    decide(Round.objects.get(), change, order=order, by=person, at=moment, **facts)


def deadline(of: Answered) -> float:
    """Minutes from the start of everything."""
    return (datetime.fromisoformat(of.json["deadline_at"]) - AT) / timedelta(minutes=1)


def codes(of: Answered) -> list[str]:
    return [one["code"] for one in of.json["notices"]]


def at(client: Client, minute: float) -> Client:
    client.now = AT + timedelta(minutes=minute)
    return client


def test_a_page_stands_still_and_goes_on_with_what_was_left() -> None:
    entrant = scene.entrant(scene.contest())

    async def story(client: Client) -> list[Answered]:
        token = (await client.start(entrant)).json["sitting_token"]
        await client.meanwhile(lambda: decided(Change.PAUSE, 5))
        still = await at(client, 15).save(token, 1, {"1": 1})
        later = await at(client, 35).save(token, 1, {"1": 1})
        await client.meanwhile(lambda: decided(Change.RESUME, 45, GO_ON))
        gone_on = await at(client, 50).save(token, 2, {"1": 2})
        return [still, later, gone_on]

    still, later, gone_on = scene.told(story)
    assert [deadline(one) for one in (still, later, gone_on)] == [30, 50, 60]
    assert [codes(one) for one in (still, later, gone_on)] == [
        ["clock_stopped"],
        ["clock_stopped"],
        ["extended"],
    ]


def test_a_page_that_takes_its_time_for_over_is_told_that_it_is_not() -> None:
    entrant = scene.entrant(scene.contest())

    async def story(client: Client) -> list[Answered]:
        token = (await client.start(entrant)).json["sitting_token"]
        await client.meanwhile(lambda: decided(Change.PAUSE, 10))
        client = at(client, MINUTES)
        return [
            await client.hand_in(token, 1, {"1": 1}, automatic=True),
            await client.hand_in(token, 2, {"1": 1}),
        ]

    by_itself, wanted = scene.told(story)
    assert by_itself.said == (409, "time_left")
    assert by_itself.json["facts"]["clock_stopped"] is True
    assert (wanted.said, Sheet.objects.get().answers) == ((200, ""), {"1": 1})


def test_papers_running_at_the_close_end_after_it_and_new_ones_do_not_begin() -> None:
    contest = scene.contest()
    closes = AT + timedelta(minutes=15)
    Round.objects.update(closes_at=closes)
    sitting, late = scene.entrant(contest), scene.entrant(contest)

    async def story(client: Client) -> list[Any]:
        token = (await client.start(sitting)).json["sitting_token"]
        await client.meanwhile(lambda: decided(Change.PAUSE, 10))
        stopped = (await at(client, 20).start(late)).said
        await client.meanwhile(lambda: decided(Change.RESUME, 40, GO_ON))
        saved = await at(client, 44).save(token, 1, {"1": 1})
        return [stopped, deadline(saved), (await client.start(late)).said]

    assert scene.told(story) == [(409, "paused"), 45, (409, "closed")]
    assert close_overdue(AT + timedelta(minutes=45, seconds=35)) == 0
    assert close_overdue(AT + timedelta(minutes=45, seconds=36)) == 1
    handed = Submission.objects.get()
    assert (handed.answers, handed.submitted_at) == ({"1": 1}, AT + timedelta(minutes=45))


def test_nothing_is_closed_while_the_clock_stands_still_and_a_close_closes_it() -> None:
    entrant = scene.entrant(scene.contest())
    scene.told(lambda client: client.start(entrant))
    decided(Change.PAUSE, 10)
    assert close_overdue(AT + timedelta(days=30)) == 0
    decided(Change.CLOSE_EARLY, 90, GO_ON)
    assert close_overdue(AT + timedelta(minutes=91)) == 1
    assert Submission.objects.get().submitted_at == AT + timedelta(minutes=90)


def test_the_ranked_time_leaves_the_stop_out() -> None:
    entrant = scene.entrant(scene.contest())

    async def story(client: Client) -> Answered:
        token = (await client.start(entrant)).json["sitting_token"]
        await client.meanwhile(lambda: decided(Change.PAUSE, 5))
        await client.meanwhile(lambda: decided(Change.RESUME, 35, GO_ON))
        return await at(client, 43).hand_in(token, 1, {"1": 1})

    scene.told(story)
    round_ = Round.objects.get()
    state = mark_round(round_, at=AT + timedelta(hours=2))
    (earned,) = points(round_, "paper", key_state=state)
    assert earned.seconds == 13 * 60


def test_a_pause_in_which_the_clock_runs_gives_nothing_back() -> None:
    entrant = scene.entrant(scene.contest())

    async def story(client: Client) -> Answered:
        token = (await client.start(entrant)).json["sitting_token"]
        await client.meanwhile(lambda: decided(Change.PAUSE, 5, Order(reason="Mất điện")))
        return await at(client, 15).save(token, 1, {"1": 1})

    paused = scene.told(story)
    assert (deadline(paused), codes(paused)) == (20, ["paused"])
