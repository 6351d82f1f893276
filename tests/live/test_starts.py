"""Beginning and going on: by the rules, never a second sitting beside an open one."""

from datetime import datetime, timedelta

import pytest

from hoithi.contests.models import Round
from hoithi.core.rulebook.document import Round as RoundRules
from hoithi.core.rulebook.document import Window
from hoithi.entries.facts import place_token
from hoithi.entries.models import AssistedPlace, Entrant
from hoithi.sittings.models import Holder, PaperPool, Sitting
from tests import make
from tests.live import scene
from tests.live.scene import AT, Answered, Client

pytestmark = pytest.mark.usefixtures("database")


def instant(text: str) -> datetime:
    return datetime.fromisoformat(text)


def test_the_deadline_is_cut_by_the_close_of_the_round() -> None:
    entrant = scene.entrant(scene.contest())
    closes = datetime.fromisoformat("2026-11-09T00:00+07:00")

    async def story(client: Client) -> Answered:
        client.now = closes - timedelta(minutes=3)
        return await client.start(entrant)

    begun = scene.told(story)
    assert instant(begun.json["deadline_at"]) == closes
    assert Sitting.objects.get().deadline_at == closes + timedelta(minutes=17)


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        pytest.param("2026-11-02T07:59:59+07:00", (409, "not_open"), id="a second early"),
        pytest.param("2026-11-02T08:00:00+07:00", (201, ""), id="the opening is included"),
        pytest.param("2026-11-08T23:59:59+07:00", (201, ""), id="the last second"),
        pytest.param("2026-11-09T00:00:00+07:00", (409, "closed"), id="the close is not"),
    ],
)
def test_a_round_is_open_from_its_opening_until_before_its_close(
    moment: str, said: tuple[int, str]
) -> None:
    entrant = scene.entrant(scene.contest())

    async def story(client: Client) -> Answered:
        client.now = instant(moment)
        return await client.start(entrant)

    assert scene.told(story).said == said


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"paused_at": AT}, (409, "paused")),
        ({"cancelled_at": AT}, (409, "cancelled")),
        ({"opens_at": None, "closes_at": None}, (409, "not_open")),
    ],
)
def test_a_decision_about_the_round_is_felt(
    change: dict[str, object], said: tuple[int, str]
) -> None:
    entrant = scene.entrant(scene.contest())
    Round.objects.update(**change)
    assert scene.told(lambda client: client.start(entrant)).said == said


@pytest.mark.parametrize(
    ("effect", "said"), [("barred", (409, "excluded")), ("unranked", (201, "")), ("", (201, ""))]
)
def test_whoever_was_barred_after_entering_begins_nothing(
    effect: str, said: tuple[int, str]
) -> None:
    entrant = scene.entrant(scene.contest())
    Entrant.objects.update(effect=effect)
    assert scene.told(lambda client: client.start(entrant)).said == said


def test_attempts_are_counted_by_day_and_round() -> None:
    entrant = scene.entrant(scene.contest())

    async def story(client: Client) -> list[tuple[int, str]]:
        said = []
        for hours in (0, 1, 1, 24, 1):
            begun = await client.later(hours=hours).start(entrant)
            said.append(begun.said)
            if begun.status == 201:
                await client.hand_in(begun.json["sitting_token"], 1, {})
        return said

    used_up = [(409, "day_used_up"), (201, ""), (409, "round_used_up")]
    assert scene.told(story) == [(201, ""), (201, ""), *used_up]
    assert len(set(Sitting.objects.values_list("paper_id", flat=True))) == 3


def test_the_same_device_goes_on_and_another_one_asks_first() -> None:
    entrant = scene.entrant(scene.contest())

    async def story(client: Client) -> list[Answered]:
        begun = await client.start(entrant, "may-1")
        answers = scene.answers(begun.json)
        await client.later(minutes=1).save(begun.json["sitting_token"], 7, answers)
        again = await client.start(entrant, "may-1")
        other = await client.start(entrant, "may-2")
        taken = await client.start(entrant, "may-2", resume=True)
        nameless = await client.start(entrant, "")
        return [begun, again, other, taken, nameless]

    begun, again, other, taken, nameless = scene.told(story)
    said = [one.said for one in (begun, again, other, taken, nameless)]
    elsewhere = (409, "elsewhere")
    assert said == [(201, ""), (200, ""), elsewhere, (200, ""), elsewhere]
    assert [one.json["holder"] for one in (begun, again, taken)] == [1, 2, 3]
    assert taken.json["paper"] == begun.json["paper"]
    assert (taken.json["revision"], taken.json["sheet"]) == (7, scene.answers(begun.json))
    assert (Sitting.objects.count(), Holder.objects.count()) == (1, 3)


def test_a_group_gets_its_own_pool_and_others_the_common_one() -> None:
    contest = scene.contest()
    own = PaperPool.objects.get()
    papers = list(own.papers.all())
    own.pk, own.group = None, "pupils"
    own.save()
    for paper in papers:
        paper.pk, paper.pool = None, own
        paper.save()
    people = [scene.entrant(contest, group=group) for group in ("pupils", "officials")]

    async def story(client: Client) -> None:
        for one in people:
            await client.start(one)

    scene.told(story)
    pools = dict(Sitting.objects.values_list("entrant__group", "paper__pool__group"))
    assert pools == {"pupils": "pupils", "officials": ""}


def test_without_papers_no_attempt_is_used() -> None:
    entrant = scene.entrant(scene.contest())
    PaperPool.objects.update(sha256="")
    answered = scene.told(lambda client: client.start(entrant))
    assert (answered.said, Sitting.objects.count()) == ((409, "no_paper"), 0)


def test_between_two_rounds_the_next_opening_is_told() -> None:
    weeks = tuple(
        RoundRules(
            key=f"week-{number}",
            title=f"Tuần {number}",
            window=Window(opens=f"2026-11-0{day}T08:00", closes=f"2026-11-0{day}T18:00"),
            publishes="2026-11-20T08:00",
        )
        for number, day in ((1, 2), (2, 4))
    )
    entrant = scene.entrant(scene.contest(scene.rules(rounds=weeks)))

    async def story(client: Client) -> Answered:
        return await client.later(days=1).start(entrant)

    answered = scene.told(story)
    assert answered.said == (409, "not_open")
    assert instant(answered.json["facts"]["opens_at"]) == instant("2026-11-04T08:00+07:00")
    assert "08h00 ngày 04/11/2026" in answered.json["sentence"]


def test_only_the_entrants_own_token_of_this_contest_opens_it() -> None:
    contest, other = scene.contest(), scene.contest()
    entrant, stranger = scene.entrant(contest), scene.entrant(other)

    async def story(client: Client) -> list[tuple[int, str]]:
        wish = {"contest": contest.slug, "device": "may"}
        tokens = ["", "rubbish", scene.token(stranger), scene.token(entrant)[:-2]]
        said = [(await client.send("POST", "sittings", wish, one)).said for one in tokens]
        unknown = await client.send("POST", "sittings", {"contest": "none"}, scene.token(entrant))
        return [*said, unknown.said]

    assert scene.told(story) == [*[(401, "not_signed")] * 4, (404, "unknown_contest")]
    assert Sitting.objects.count() == 0


def test_a_sitting_at_an_assisted_place_says_so() -> None:
    contest = scene.contest()
    place = AssistedPlace.objects.create(
        contest=contest, body=contest.body, name="Nhà văn hóa", helper=make.person(), opened_at=AT
    )
    one, two = scene.entrant(contest), scene.entrant(contest)

    async def story(client: Client) -> list[tuple[int, str]]:
        begun = await client.start(one, place=place_token(place))
        wrong = await client.start(two, place="rubbish")
        return [begun.said, wrong.said]

    assert scene.told(story) == [(201, ""), (401, "not_signed")]
    assert Sitting.objects.get().place_id == place.pk
