"""The interface: as its file describes it, hostile packets included, and never with a key."""

import json
from pathlib import Path
from typing import Any

import pytest

from hoithi.live import describing, now
from hoithi.questions.models import AnswerKey
from hoithi.sittings.models import Sheet, Sitting
from tests.live import scene
from tests.live.scene import Answered, Client

HOSTILE: list[tuple[str, Any]] = [
    ("no object", []),
    ("a field too many", {"revision": 1, "answers": {}, "points": 10}),
    ("no revision", {"answers": {}}),
    ("a revision below nothing", {"revision": -1, "answers": {}}),
    ("a revision beyond the column", {"revision": 2**31, "answers": {}}),
    ("a revision as text", {"revision": "1", "answers": {}}),
    ("a place that is not there", {"revision": 1, "answers": {"9": 1}}),
    ("a place of nothing", {"revision": 1, "answers": {"0": 1}}),
    ("a place written otherwise", {"revision": 1, "answers": {"01": 1}}),
    ("an option that is not there", {"revision": 1, "answers": {"1": 5}}),
    ("an option of nothing", {"revision": 1, "answers": {"1": 0}}),
    ("true for an option", {"revision": 1, "answers": {"1": True}}),
    ("a text for an option", {"revision": 1, "answers": {"1": "1"}}),
    ("several for one", {"revision": 1, "answers": {"1": [1]}}),
    ("one option twice", {"revision": 1, "answers": {"3": [1, 1]}}),
    ("nothing nested", {"revision": 1, "answers": {"3": [[1]]}}),
    ("a number for a text", {"revision": 1, "answers": {"7": 5}}),
    ("a text with a null sign", {"revision": 1, "answers": {"7": "a\0b"}}),
    ("a text too long", {"revision": 1, "answers": {"7": "x" * 501}}),
]


sqlite_only = pytest.mark.parametrize("database", ["sqlite"], indirect=True)


def test_the_file_describes_the_types() -> None:
    assert Path(now.OPENAPI).read_text() == describing.text()


@sqlite_only
@pytest.mark.usefixtures("database")
def test_hostile_sheets_are_refused_and_change_nothing() -> None:
    entrant = scene.entrant(scene.contest())

    async def story(client: Client) -> dict[str, tuple[int, str]]:
        token = (await client.start(entrant)).json["sitting_token"]
        path = "sittings/current/sheet"
        return {name: (await client.send("PUT", path, data, token)).said for name, data in HOSTILE}

    said = scene.told(story)
    assert said == {name: (422, "malformed") for name, _ in HOSTILE}
    assert Sheet.objects.count() == 0


@sqlite_only
@pytest.mark.usefixtures("database")
@pytest.mark.parametrize(
    ("body", "said"),
    [
        pytest.param(b"", (400, "not_json"), id="nothing"),
        pytest.param(b'{"revision": 1, "answ', (400, "not_json"), id="cut short"),
        pytest.param(b'{"revision": 1, "answers": {}} {}', (400, "not_json"), id="two"),
        pytest.param(b"revision=1&answers=", (400, "not_json"), id="a form"),
        pytest.param(b'{"revision": 1, "answers": {"7": "\xff"}}', (400, "not_json"), id="no text"),
        pytest.param(b'{"revision": 1, "points": 9}', (422, "malformed"), id="JSON, but not ours"),
        pytest.param(b"[" * 5_000, (422, "malformed"), id="deeper than anybody reads"),
    ],
)
def test_what_is_no_json_is_told_apart_from_json_that_says_something_else(
    body: bytes, said: tuple[int, str]
) -> None:
    entrant = scene.entrant(scene.contest())

    async def story(client: Client) -> Answered:
        token = (await client.start(entrant)).json["sitting_token"]
        return await client.send("PUT", "sittings/current/sheet", body, token)

    answer = scene.told(story)
    assert (answer.said, Sheet.objects.count()) == (said, 0)
    broken = "Dữ liệu gửi lên bị hỏng hoặc thiếu một đoạn" in answer.json["sentence"]
    assert broken is (said[1] == "not_json")


@sqlite_only
@pytest.mark.usefixtures("database")
def test_texts_are_kept_in_one_form() -> None:
    entrant = scene.entrant(scene.contest())

    async def story(client: Client) -> tuple[int, str]:
        token = (await client.start(entrant)).json["sitting_token"]
        decomposed = {"7": "  mo\u0323\u0302t   cu\u031b\u0309a ", "8": "", "3": []}
        return (await client.save(token, 1, decomposed)).said

    assert scene.told(story) == (200, "")
    assert Sheet.objects.get().answers == {"7": "một cửa"}


@sqlite_only
@pytest.mark.usefixtures("database")
def test_addresses_methods_and_sizes() -> None:
    async def story(client: Client) -> list[Answered]:
        return [
            await client.send("GET", "nowhere"),
            await client.send("GET", "sittings"),
            await client.send("BREW", "now"),
            await client.send("HEAD", "now"),
            await client.send("POST", "sittings", {"contest": "x" * 70_000}),
            await client.send("PUT", "sittings/current/sheet", {"revision": 1, "answers": {}}),
            await client.send("GET", "now"),
        ]

    nowhere, get, brew, head, large, unsigned, moment = scene.told(story)
    assert [one.said for one in (nowhere, get, brew)] == [
        (404, "unknown_address"),
        (405, "wrong_method"),
        (405, "wrong_method"),
    ]
    assert (get.headers["allow"], head.status, head.json) == ("POST", 200, {})
    assert [large.said, unsigned.said] == [(413, "too_large"), (401, "not_signed")]
    assert moment.json == {"now": "2026-11-02T03:00:00Z"}


@sqlite_only
@pytest.mark.usefixtures("database")
def test_refusals_are_said_in_the_language_asked_for() -> None:
    async def story(client: Client) -> list[str]:
        wishes: list[dict[str, str]] = [{}, {"Accept-Language": "vi-VN,vi"}]
        found = [await client.send("GET", "nowhere", **wish) for wish in wishes]
        return [one.json["sentence"] for one in found]

    assert scene.told(story) == ["Không có địa chỉ này."] * 2


@sqlite_only
@pytest.mark.usefixtures("database")
def test_no_answer_contains_a_key_or_a_number_of_the_database() -> None:
    contest = scene.contest(scene.rules(score_at_once=True))
    entrant = scene.entrant(contest)
    AnswerKey.objects.update(explanation="BÍ MẬT")

    async def story(client: Client) -> list[Answered]:
        begun = await client.start(entrant)
        token = begun.json["sitting_token"]
        saved = await client.save(token, 1, scene.answers(begun.json))
        again = await client.start(entrant)
        handed = await client.hand_in(again.json["sitting_token"], 2, {})
        after = await client.save(token, 3, {})
        described = await client.send("GET", "openapi.json")
        return [begun, saved, again, handed, after, described]

    begun, *others = scene.told(story)
    everything = json.dumps([one.json for one in (begun, *others[:-1])], ensure_ascii=False)
    assert {key for one in begun.json["paper"]["questions"] for key in one} == {
        "place",
        "kind",
        "stem",
        "options",
    }
    secrets = ["BÍ MẬT", '"right"', '"explanation"', '"anchored"', '"version"', '"code"']
    assert [secret for secret in secrets if secret in everything] == []
    assert str(Sitting.objects.get().pk) not in everything


def test_a_page_sends_no_time_of_its_own() -> None:
    """So a device's clock that is wrong by a day changes nothing (R25)."""
    schemas = describing.description()["components"]["schemas"]
    packets = ("StartIn", "SheetIn", "SubmissionIn")
    sent = {name for one in packets for name in schemas[one]["properties"]}
    assert sent == {
        *("contest", "device", "resume", "part", "round", "place"),
        *("revision", "answers", "prediction", "left", "automatic"),
    }
