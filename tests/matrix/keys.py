"""Addresses of corrected keys and of the statistics of questions."""

from collections.abc import Mapping
from typing import Any

from hoithi.results.models import KeyCorrection
from tests.make import AT
from tests.matrix.record import Address, only
from tests.matrix.world import World

_PROPOSERS = ("organiser", "question_reviewer")
_DECIDERS = (*_PROPOSERS, "approver")


def version(world: World) -> Mapping[str, Any]:
    """A question of the own body."""
    return {"version": world.question.pk}


def correction(world: World) -> Mapping[str, Any]:
    """Another key, proposed for it."""
    organiser = world.people["organiser"]
    assert organiser is not None
    facts = {"right": [1], "reason": "Sai", "proposed_by": organiser, "proposed_at": AT}
    base = world.question.keys.latest("number")
    made, _ = KeyCorrection.objects.get_or_create(
        version=world.question, number=1, defaults={"base": base, "state": "ready", **facts}
    )
    return {"number": made.pk}


def notice(world: World) -> Mapping[str, Any]:
    """The notice of it, which is there only after it was approved."""
    return {**correction(world), "kind": "pdf"}


def counted(world: World) -> Mapping[str, Any]:
    """A round of the own body whose papers are sealed."""
    round_ = world.sealed.round
    return {"slug": round_.contest.slug, "key": round_.key}


def counted_csv(world: World) -> Mapping[str, Any]:
    """Its statistics as a table."""
    return {**counted(world), "kind": "csv"}


def counted_question(world: World) -> Mapping[str, Any]:
    """A question there, before anybody sat."""
    return {**counted(world), "version": world.question.pk}


ADDRESSES = [
    Address("key_correct", get=only(200, *_PROPOSERS), post=only(422, *_PROPOSERS), args=version),
    Address("key_correction", get=only(200, *_DECIDERS), args=correction),
    Address("key_decide", post=only(422, *_DECIDERS), args=correction),
    Address("key_take_back", post=only(422, *_PROPOSERS), args=correction),
    Address("key_notice", get=only(404), args=notice),
    Address("round_statistics", get=only(200, *_PROPOSERS), args=counted),
    Address("round_statistics_out", get=only(200, *_PROPOSERS), args=counted_csv),
    Address("question_statistics", get=only(404), args=counted_question),
]
