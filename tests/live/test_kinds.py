"""Numbers, matching, orders and essays in the room: shown, saved as they are, refused, marked."""

from decimal import Decimal
from types import SimpleNamespace

import pytest
from msgspec.structs import replace

from hoithi.core.rulebook.parts import Draw, MultiplePolicy
from hoithi.live.checking import checked, slots_of
from hoithi.live.wire import LONGEST_ESSAY
from hoithi.questions.models import AnswerKey, Bank, Question, QuestionVersion
from hoithi.sittings.actions.marking import mark_round
from hoithi.sittings.facts.refusals import Malformed
from hoithi.sittings.models import Mark, Sheet
from hoithi.sittings.queries.own import own_sitting
from tests.live import scene
from tests.live.scene import AT, Client

SLOTS = slots_of(
    [
        ("number", 0, 0),
        ("matching", 4, 3),
        ("ordering", 3, 0),
        ("essay", 0, 0),
        ("short_text", 0, 0),
    ]
)
ESSAY = "Đoạn một.\n\nĐoạn hai."


@pytest.mark.parametrize(
    ("place", "answer", "stored"),
    [
        ("1", "1.234,5", "1234.5"),
        ("1", " -7 ", "-7"),
        ("1", 12, "12"),
        ("2", [4, 0, 1], [4, 0, 1]),
        ("3", [3, 1, 2], [3, 1, 2]),
        ("4", "  Đoạn   một. \r\n\r\nĐoạn hai.\n", ESSAY),
        ("4", "x" * LONGEST_ESSAY, "x" * LONGEST_ESSAY),
    ],
)
def test_an_answer_is_stored_in_one_form(place, answer, stored):
    assert checked({place: answer}, SLOTS) == {place: stored}


@pytest.mark.parametrize(
    ("place", "answer"), [("1", " "), ("2", []), ("2", [0, 0, 0]), ("3", []), ("4", " \n ")]
)
def test_nothing_is_stored_for_no_answer(place, answer):
    assert checked({place: answer}, SLOTS) == {}


@pytest.mark.parametrize(
    ("place", "answer"),
    [
        ("1", "bảy"),
        ("1", "1,2,3"),
        ("1", "9" * 16),
        ("1", [1]),
        ("2", [1, 2]),
        ("2", [1, 2, 5]),
        ("2", "A1"),
        ("3", [1, 2]),
        ("3", [1, 2, 2]),
        ("3", [0, 1, 2]),
        ("4", 5),
        ("4", "a\x07b"),
        ("5", "x" * 501),
    ],
)
def test_an_answer_of_another_form_is_refused(place, answer):
    with pytest.raises(Malformed):
        checked({place: answer}, SLOTS)


FACTS = {
    "number": {"right": {"value": "1234.5", "tolerance": "0.5"}},
    "matching": {"options": ["Một", "Hai"], "targets": ["A", "B", "C"], "right": [1, 0]},
    "ordering": {
        "stem": "Xếp **theo** *thứ tự*?",
        "options": ["Một", "Hai", "Ba"],
        "right": [0, 1, 2],
    },
    "essay": {"longest": 300, "right": []},
}


def _written(of):
    """One question of each of these kinds, in a field of its own."""
    made = Bank.objects.create(body=of.body, title="Ngân hàng mới", created_at=AT)
    made.contests.add(of)
    for kind, facts in FACTS.items():
        question = Question.objects.create(bank=made, code=kind)
        version = QuestionVersion.objects.create(
            question=question,
            number=1,
            kind=kind,
            field=kind,
            difficulty="easy",
            document_number="61/2018/NĐ-CP",
            state="approved",
            made_at=AT,
            **{"stem": f"Câu {kind}?"}
            | {name: value for name, value in facts.items() if name != "right"},
        )
        AnswerKey.objects.create(version=version, number=1, right=facts["right"], made_at=AT)


def _contest(monkeypatch):
    monkeypatch.setattr(scene, "bank", _written)
    rows = tuple(Draw(field=kind, count=1, essay=kind == "essay") for kind in FACTS)
    usual = scene.rules(paper={"multiple": MultiplePolicy.PROPORTIONAL, "prediction": None})
    part = replace(usual.parts[0], blueprint=rows)
    return scene.contest(replace(usual, parts=(part,)))


def _right(questions):
    """What a contestant answers who knows: the matching half right."""
    matching, ordering = questions[1], questions[2]
    return {
        "1": "1.235",
        "2": [matching["targets"].index("B") + 1, matching["targets"].index("C") + 1],
        "3": [ordering["options"].index(text) + 1 for text in ("Một", "Hai", "Ba")],
        "4": ESSAY,
    }


@pytest.mark.usefixtures("database")
def test_the_new_kinds_are_shown_saved_marked_and_explained(monkeypatch):
    made = _contest(monkeypatch)
    entrant = scene.entrant(made)

    async def story(client: Client):
        opened = (await client.start(entrant)).json
        questions = opened["paper"]["questions"]
        answers = _right(questions)
        saved = await client.save(opened["sitting_token"], 1, answers)
        handed = await client.hand_in(opened["sitting_token"], 2, answers)
        return questions, saved.said, handed.status

    questions, saved, handed = scene.told(story)
    assert (saved, handed) == ((200, ""), 200)
    assert [one["kind"] for one in questions] == list(FACTS)
    assert sorted(questions[1]["targets"]) == ["A", "B", "C"]
    assert questions[1]["targets"][:2] != ["B", "A"]
    assert questions[2]["options"] != ["Một", "Hai", "Ba"]
    faces = [["Xếp ", ""], ["theo", "b"], [" ", ""], ["thứ tự", "i"], ["?", ""]]
    assert (questions[0]["stem"], questions[2]["stem"]) == ("Câu number?", faces)
    assert questions[3]["longest"] == 300
    assert Sheet.objects.get().answers["1"] == "1235"
    mark_round(made.rounds.get(), at=AT)
    assert Mark.objects.get().points == Decimal("2.5")
    _explained(entrant)


def _explained(entrant):
    always = SimpleNamespace(points=lambda _round: True, answers=lambda _round: True)
    token = entrant.sittings.get().token
    number, matching, ordering, essay = own_sitting(entrant, token, always).lines
    assert (number.given, number.accepted, number.right) == ("1235", "1234,5 ± 0,5", True)
    assert [(one.text, one.given, one.right) for one in matching.pairs] == [
        ("Một", "B", "B"),
        ("Hai", "C", "A"),
    ]
    assert (matching.right, ordering.right, essay.is_essay) == (False, True, True)
    assert [one.given for one in ordering.pairs] == ["Một", "Hai", "Ba"]
    assert essay.given == ESSAY
