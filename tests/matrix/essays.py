"""Addresses of essays: their head, and the one who marks them."""

from collections.abc import Callable
from typing import Any

from hoithi.essays.actions.sharing import add_marker
from hoithi.essays.models import EssayTask
from tests.essays.scene import AFTER, Scene
from tests.matrix.record import Address, only
from tests.matrix.world import World


def scene(world: World) -> Scene:
    """An essay of a contest of the body, shared out to the judge of the world and another."""
    made = getattr(world, "essays", None)
    if isinstance(made, Scene):
        return made
    made = Scene(body=world.body)
    made.wrote("Người dân cần được phục vụ tận tình hơn.")
    judge = world.people["judge"]
    assert judge is not None
    add_marker(made.marking, judge, [], by=made.head, at=AFTER)
    made.marker("Lê Văn Bình")
    made.share()
    world.essays = made  # type: ignore[attr-defined]  # made once for each world
    return made


def essays(**more: Any) -> Callable[[World], dict[str, Any]]:
    """The arguments of an address of the essays."""
    return lambda world: {
        "slug": scene(world).contest.slug,
        "key": scene(world).round.key,
        "part": "essays",
        **{name: find(world) if callable(find) else find for name, find in more.items()},
    }


def task(world: World) -> EssayTask:
    """The essay of the judge of the world."""
    marking = scene(world).marking
    return EssayTask.objects.get(essay__marking=marking, marker__person=world.people["judge"])


ADDRESSES = [
    Address("essay_lot", get=only(200, "judge"), args=essays()),
    Address(
        "essay_sheet",
        get=only(200, "judge"),
        post=only(302, "judge"),
        args=essays(number=1),
    ),
    Address("essays_desk", get=only(200, "organiser"), args=essays()),
    Address("essays_begin", post=only(422, "organiser"), args=essays()),
    Address("essays_marker", post=only(422, "organiser"), args=essays()),
    Address(
        "essays_stop",
        post=only(302, "organiser"),
        args=essays(marker=lambda world: task(world).marker_id),
    ),
    Address("essays_share", post=only(302, "organiser"), args=essays()),
    Address(
        "essays_reopen",
        post=only(422, "organiser"),
        args=essays(task=lambda world: task(world).pk),
    ),
    Address("essays_hand_over", post=only(422, "organiser"), args=essays()),
    Address("essays_similar", get=only(200, "organiser"), args=essays()),
    Address("essay_read", get=only(200, "organiser"), args=essays(number=1)),
    Address("essays_out", get=only(200, "organiser"), args=essays(kind="csv")),
    Address("essays_archive", post=only(302, "organiser"), args=essays()),
]
