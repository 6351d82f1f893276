"""Addresses of the organiser: contests, their rules, their rounds."""

from collections.abc import Callable
from typing import Any

from tests.matrix.record import Address, only
from tests.matrix.world import World, slug

STAFF_OF_BODY = ("administrator", "organiser", "secretary", "approver", "auditor")
AT_HOME = (*STAFF_OF_BODY, "question_writer", "question_reviewer")


def of_contest(**more: Any) -> Callable[[World], dict[str, Any]]:
    """The arguments of an address of a contest of the body."""
    return lambda world: {"slug": world.announced_contest.slug, **more}


def read(name: str, **more: Any) -> Address:
    """A page that everybody who works on the contest may look at."""
    return Address(name, get=only(200, *STAFF_OF_BODY), args=of_contest(**more))


def form(name: str, **more: Any) -> Address:
    """A page whose form only the organiser may send."""
    return Address(
        name, get=only(200, *STAFF_OF_BODY), post=only(422, "organiser"), args=of_contest(**more)
    )


def organisers(name: str, *, empty: int = 422, **more: Any) -> Address:
    """A form that only the organiser sees and sends."""
    return Address(
        name, get=only(200, "organiser"), post=only(empty, "organiser"), args=of_contest(**more)
    )


ADDRESSES = [
    Address("organiser_home", get=only(200, *AT_HOME), args=slug),
    Address("new_contest", get=only(200, "organiser"), post=only(422, "organiser"), args=slug),
    Address("contest_from_file", post=only(422, "organiser"), args=slug),
    read("contest_desk"),
    organisers("copy_contest"),
    Address(
        "announce",
        get=only(200, *STAFF_OF_BODY),
        post=only(302, "organiser"),
        args=of_contest(),
    ),
    Address("rules", get=only(302, *STAFF_OF_BODY), args=of_contest()),
    form("rules_section", section="chung"),
    Address("rules_deed", post=only(422, "organiser"), args=of_contest(deed="bo")),
    read("rules_findings"),
    read("rules_to_review"),
    form("rules_put_in_force"),
    read("rules_versions"),
    read("rules_file", number=1, kind="toml"),
    read("round_desk", key="tuan-1"),
    organisers("round_decide", key="tuan-1", word="tam-dung"),
    organisers("round_rerun", key="tuan-1"),
]
