"""The way into the exam room as a person finds it: a button where it opens, else why not."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from hoithi import wording
from hoithi.entries.models import Entrant
from hoithi.sittings.facts.refusals import Paused
from hoithi.sittings.queries.at_door import AtDoor, at_door
from hoithi.wording import moments


@dataclass(frozen=True)
class DoorShown:
    """What the page offers, and the sentences beside it."""

    may_start: bool
    goes_on: bool
    """A paper is open and may be gone on with."""
    sentences: tuple[str, ...]
    running: int | None


def door_shown(entrant: Entrant, *, at: datetime) -> DoorShown:
    """The door for one person now."""
    found = at_door(entrant, at=at)
    goes_on = found.running is not None and found.refusal is None
    return DoorShown(
        may_start=found.may_start,
        goes_on=goes_on,
        sentences=tuple(_sentences(found, entrant, goes_on=goes_on)),
        running=found.running.sitting_id if found.running else None,
    )


def _sentences(found: AtDoor, entrant: Entrant, *, goes_on: bool) -> list[str]:
    said = []
    if found.running is not None and goes_on:
        until = {"until": moments.closing(found.running.deadline)}
        said.append(
            _(
                "Bài thi đang mở, làm tiếp được đến %(until)s. Nếu bài đang mở trên máy khác, vào "
                "tại đây thì trang ở máy kia dừng lại; câu đã trả lời vẫn còn."
            )
            % until
        )
    if isinstance(found.refusal, Paused):
        # That the round is paused stands above; what is of interest here is one's own paper.
        if found.running is not None:
            said.append(_("Bài đang làm dở đã được lưu, vào lại được khi thi tiếp."))
    elif found.refusal is not None:
        said.append(wording.sentence(found.refusal))
    if found.again_at is not None:
        said.append(
            _("Có thể vào thi tiếp từ %(again)s.") % {"again": moments.moment(found.again_at)}
        )
    if found.may_start and entrant.effect:
        said.append(_EFFECTS[entrant.effect]())
    return said


def _unranked() -> str:
    return _("Theo thể lệ, ông/bà được dự thi nhưng không xếp hạng.")


def _without_prize() -> str:
    return _("Theo thể lệ, ông/bà được dự thi và xếp hạng nhưng không nhận giải.")


_EFFECTS = {"unranked": _unranked, "no_prize": _without_prize}
