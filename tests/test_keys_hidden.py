"""Until a round closes no address tells a key or an explanation to whoever is not of the bank.

Two proofs over every address of `tests/matrix`, with a round that is open, sealed papers and a
sitting that has begun. A mark is planted in everything that only a key holds (explanations,
accepted texts, numbers, rubrics); the test fails with reader, method and address where an answer
contains one. What a key says by places only (which option, true or false, pairs, orders) has no
text to look for: there every key is turned round, and the test fails where an answer differs.
To see it fail, let a public template print `version.keys.first.explanation` or count right options.
"""

import re
from collections.abc import Iterator
from functools import cached_property, partial
from typing import Any

import pytest
from django.core.cache import cache
from django.db import transaction
from django.test import Client
from django.urls import reverse

from hoithi.contests.models import Contest
from hoithi.core.rulebook.parts import Draw, PaperPart
from hoithi.entries.facts import entrant_token
from hoithi.entries.models import Entrant
from hoithi.kit import clock
from hoithi.questions.models import AnswerKey, Bank, Question, QuestionState, QuestionVersion
from hoithi.questions.queries import DRAWN_KINDS
from hoithi.sittings.actions.pools import seal_pool
from tests import make
from tests.entries.make import contest, rulebook
from tests.live import scene
from tests.matrix import ADDRESSES
from tests.matrix.record import Address
from tests.matrix.world import World
from tests.questions import make as builders
from tests.sittings.make import sitting

pytestmark = [pytest.mark.long, pytest.mark.django_db]

MARK = "DAU-VET-DAP-AN"
"""Stands in no page of its own accord."""
NUMBER = "987654.3125"
FIELDS = {kind: f"linh-vuc-{kind.replace('_', '-')}" for kind in DRAWN_KINDS}
KEYS: dict[str, tuple[Any, Any]] = {
    "single": ([0], [2]),
    "multiple": ([0, 1], [1, 2]),
    "true_false": (True, False),
    "short_text": ([f"{MARK} chữ"], [f"{MARK} khác"]),
    "number": ({"value": NUMBER, "tolerance": "0"}, {"value": NUMBER, "tolerance": "1"}),
    "matching": ([0, 1, 2], [2, 1, 0]),
    "ordering": ([0, 1, 2], [2, 1, 0]),
    "essay": ([{"text": f"{MARK} tiêu chí", "points": "7"}], [{"text": MARK, "points": "6"}]),
}
"""For each kind its key, and another one of the same shape."""
OPTIONS = ["Bộ phận Một cửa", "Hội trường", "Nhà xe"]
OUTSIDERS = [
    *("anonymous", "contestant", "unit_contact", "judge", "helper", "secretary"),
    *("approver", "auditor", "administrator", "operator", "other_organiser"),
]
"""Everybody but the organisers, writers and reviewers of the bank."""
DECIDED = {"approver": {"key_correction", "key_decide"}}
"""Whoever approves a corrected key as the second person reads it, and the words beside it."""
COMPARED = ["anonymous", "contestant"]
CHANGING = re.compile(
    rb'(name="(?:csrfmiddlewaretoken|asked)" value=|nonce=|csrf_token"?:\s*)"[^"]*"'
)


class Planted(World):
    """The world of the matrix; the bank of its contest holds a marked question of each kind."""

    @cached_property
    def announced_contest(self) -> Contest:
        """A contest whose round is open, with sealed papers."""
        rows = tuple(
            Draw(field=name, count=1, essay=kind == "essay") for kind, name in FIELDS.items()
        )
        paper = PaperPart(key="bai-thi", title="Bài thi", minutes=15, blueprint=rows)
        made = contest(rulebook(parts=(paper,)), of=self.body)
        self.planted.contests.add(made)
        seal_pool(made.rounds.get(), "bai-thi", "", size=2, by=None, at=make.AT)
        return made

    @cached_property
    def planted(self) -> Bank:
        """A bank with a question of each kind."""
        bank = builders.bank(self.body)
        for kind, (right, _) in KEYS.items():
            version = QuestionVersion.objects.create(
                question=Question.objects.create(bank=bank, code=f"CAU-{kind}"),
                number=1,
                kind=kind,
                stem=f"Câu hỏi {kind}?",
                options=OPTIONS,
                targets=OPTIONS if kind == "matching" else [],
                field=FIELDS.get(kind, "khac"),
                difficulty="easy",
                document_number="61/2018/NĐ-CP",
                document_key="61-2018-ndcp",
                state=QuestionState.APPROVED,
                made_at=make.AT,
            )
            facts = {"right": right, "explanation": f"{MARK} giải thích", "made_at": make.AT}
            AnswerKey.objects.create(version=version, number=1, **facts)
        return bank

    @cached_property
    def question(self) -> QuestionVersion:
        """A question of that bank."""
        return QuestionVersion.objects.get(question__bank=self.planted, kind="single")

    @cached_property
    def entrant(self) -> Entrant:
        """Somebody who began a paper."""
        who = scene.entrant(self.announced_contest)
        sitting(who, part_key="bai-thi")
        return who


def browser(world: Planted, reader: str) -> Client:
    """The reader's browser; a contestant's device knows its code."""
    made, who = Client(), world.people.get(reader)
    if who:
        made.force_login(who)
    if reader == "contestant":
        made.cookies[f"du-thi-{world.announced_contest.pk}"] = entrant_token(world.entrant)
    return made


def answers(
    world: Planted, client: Client, methods: tuple[str, ...]
) -> Iterator[tuple[str, str, bytes]]:
    """Method, address and whole answer; whatever a request changed is undone."""
    for name, address in sorted(ADDRESSES.items()):
        with transaction.atomic():
            path = reverse(name, kwargs=dict(address.args(world)))
            for method in filter(partial(getattr, address), methods):
                yield method, name, _answer(client, method, path, address, world)
            transaction.set_rollback(True)
        forget(world)


def forget(world: Planted) -> None:
    """Objects that one address needed are gone with it; those of the contest stay."""
    for name in set(vars(world)) - {*KEPT, "people", "body", "other_body"}:
        del vars(world)[name]


KEPT = {"announced_contest", "planted", "question", "entrant"}


def _answer(client: Client, method: str, path: str, address: Address, world: Planted) -> bytes:
    data = dict(address.data(world)) if method == "post" else None
    cookies = client.cookies.copy()
    with transaction.atomic():
        response = getattr(client, method)(path, data)
        body = response.getvalue()
        response.close()
        transaction.set_rollback(True)
    client.cookies = cookies
    cache.clear()
    return bytes(body)


def furnished() -> Planted:
    """The world with its contest, its question and its sitting made."""
    world = Planted()
    for name in KEPT:
        getattr(world, name)
    return world


@pytest.mark.parametrize("reader", OUTSIDERS)
def test_no_answer_holds_what_only_a_key_holds(reader):
    with clock.pinned(make.AT):
        world = furnished()
        found = [
            (method, name)
            for method, name, body in answers(world, browser(world, reader), ("get", "post"))
            if (MARK.encode() in body or NUMBER.encode() in body)
            and name not in DECIDED.get(reader, ())
        ]
    assert found == []


@pytest.mark.parametrize("reader", COMPARED)
def test_no_answer_depends_on_a_key(reader):
    with clock.pinned(make.AT):
        world = furnished()
        client = browser(world, reader)
        found = [name for name, before, after in both(world, client) if before != after]
    assert found == []


def both(world: Planted, client: Client) -> Iterator[tuple[str, bytes, bytes]]:
    """Each address that is read with its answer before and after every key is turned round."""
    for name, address in sorted(ADDRESSES.items()):
        if address.get is None:
            continue
        with transaction.atomic():
            path = reverse(name, kwargs=dict(address.args(world)))
            before = _answer(client, "get", path, address, world)
            turn_keys_round(world.planted)
            after = _answer(client, "get", path, address, world)
            transaction.set_rollback(True)
        forget(world)
        yield name, plain(before), plain(after)


def turn_keys_round(bank: Bank) -> None:
    """Gives every question of the bank another key of the same shape."""
    keys = AnswerKey.objects.filter(version__question__bank=bank).select_related("version")
    for key in keys:
        key.right = KEYS[key.version.kind][1]
    AnswerKey.objects.bulk_update(keys, ["right"])


def plain(body: bytes) -> bytes:
    """An answer without what differs each time it is asked for."""
    return CHANGING.sub(b"", body)


def test_the_marks_are_seen_by_those_who_may():
    with clock.pinned(make.AT):
        world = furnished()
        page = reverse("question_detail", args=[world.question.pk])
        seen = {name: MARK in browser(world, name).get(page).content.decode() for name in READERS}
    assert seen == dict.fromkeys(READERS, True)


READERS = ("organiser", "question_reviewer")
