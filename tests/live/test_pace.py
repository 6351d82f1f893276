"""A page that floods the room is slowed down; a person's page never is."""

from datetime import timedelta

import pytest

from hoithi.live import pace
from hoithi.live.pace import A_SECOND, Pace
from hoithi.sittings.facts.refusals import TooOften
from hoithi.sittings.models import Sheet
from tests.live import scene
from tests.live.scene import AT, Answered, Client


@pytest.mark.usefixtures("database")
def test_a_page_that_saves_a_hundred_times_a_second_is_told_to_wait() -> None:
    people = [scene.entrant(of) for of in [scene.contest()] * 2]

    async def story(client: Client) -> tuple[list[Answered], list[int]]:
        flooding, other = [(await client.start(one)).json["sitting_token"] for one in people]
        said = [await client.save(flooding, number, {"1": 1}) for number in range(1, 101)]
        beside = await client.save(other, 1, {"1": 1})
        handed = await client.hand_in(flooding, 101, {"1": 1})
        later = await client.later(seconds=1).save(flooding, 101, {"1": 2})
        return said, [beside.status, handed.status, later.status]

    said, statuses = scene.told(story)
    assert [one.status for one in said] == [200] * A_SECOND + [429] * (100 - A_SECOND)
    assert (said[-1].json["refusal"], said[-1].headers["retry-after"]) == ("too_often", "1")
    assert said[-1].json["sentence"] == (
        "Trang này gửi bài quá dồn dập nên máy chủ tạm chưa nhận. Bài làm vẫn ở trên thiết bị; "
        "vui lòng đợi một giây rồi gửi lại."
    )
    assert (statuses, Sheet.objects.count()) == ([200, 429, 200], A_SECOND + 2)


def test_a_page_that_is_typed_on_for_an_hour_is_never_told_to_wait() -> None:
    counted = Pace()
    for packet in range(3 * 3600):
        counted.step(1, AT + timedelta(seconds=packet / 3))


def test_the_memory_of_a_process_stays_small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pace, "_SITTINGS", 3)
    counted = Pace()
    for sitting in range(100):
        counted.step(sitting, AT)
    assert len(counted._counts) <= 3


def test_moments_that_go_back_and_forth_count_as_their_own_seconds() -> None:
    counted = Pace()
    for _ in range(A_SECOND):
        counted.step(1, AT)
    counted.step(1, AT + timedelta(seconds=1))
    for _ in range(A_SECOND - 1):
        counted.step(1, AT)
    counted.step(1, AT)
    with pytest.raises(TooOften):
        counted.step(1, AT)
