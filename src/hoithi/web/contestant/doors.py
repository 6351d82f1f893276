"""The way into the exam room as a person finds it: a button where it opens, else why not."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from hoithi import wording
from hoithi.entries.models import Entrant
from hoithi.sittings.facts.refusals import Paused
from hoithi.sittings.queries.at_door import AtDoor, at_door
from hoithi.sittings.queries.parts import PartAtDoor
from hoithi.wording import moments


@dataclass(frozen=True)
class PartShown:
    """A paper of a round that has several, as a line of the page."""

    key: str
    title: str
    minutes: int
    word: str
    """How one stands with it."""
    badge: str
    """The kind of badge: `good`, `info`, or empty."""
    may_start: bool
    is_next: bool
    """It is open, or to be sat next: the main button is about it."""
    is_done: bool


@dataclass(frozen=True)
class DoorShown:
    """What the page offers, and the sentences beside it."""

    may_start: bool
    goes_on: bool
    """A paper is open and may be gone on with."""
    sentences: tuple[str, ...]
    running: int | None
    parts: tuple[PartShown, ...] = ()
    """The papers of the open round, where it has several."""
    part: str = ""
    """Key of the paper that the main button is about."""
    round: str = ""
    """Key of the round at whose door one stands."""

    @property
    def next_part(self) -> PartShown | None:
        """What the main button begins, where there are several papers to choose from."""
        return next((one for one in self.parts if one.is_next and one.may_start), None)


def door_shown(entrant: Entrant, *, at: datetime) -> DoorShown:
    """The door for one person now."""
    found = at_door(entrant, at=at)
    goes_on = found.running is not None and found.refusal is None
    return DoorShown(
        may_start=found.may_start,
        goes_on=goes_on,
        sentences=tuple(_sentences(found, entrant, goes_on=goes_on)),
        running=found.running.sitting_id if found.running else None,
        parts=_parts_shown(found),
        part=found.part,
        round=found.round,
    )


def _parts_shown(found: AtDoor) -> tuple[PartShown, ...]:
    if len(found.parts) <= 1:
        return ()
    return tuple(_part_shown(one, is_next=one.key == found.part) for one in found.parts)


def _part_shown(one: PartAtDoor, *, is_next: bool) -> PartShown:
    word, badge = _("Chưa làm"), ""
    if one.standing.is_open:
        word, badge = _("Đang làm"), "info"
    elif one.standing.is_done:
        word, badge = (_("Đã làm, còn lượt") if one.may_start else _("Đã làm")), "good"
    return PartShown(
        key=one.key,
        title=one.title,
        minutes=one.minutes,
        word=word,
        badge=badge,
        may_start=one.may_start,
        is_next=is_next,
        is_done=one.standing.is_done,
    )


def _sentences(found: AtDoor, entrant: Entrant, *, goes_on: bool) -> list[str]:
    said = _about_parts(found)
    if found.running is not None and goes_on:
        until = {"until": moments.closing(found.running.deadline)}
        said.append(
            _(
                "Bài thi đang mở, làm tiếp được đến %(until)s. Nếu bài đang mở trên máy khác, "
                "vào rồi xác nhận chuyển về máy này thì trang ở máy kia dừng lại; câu đã trả lời "
                "vẫn còn."
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


def _about_parts(found: AtDoor) -> list[str]:
    """What of several papers is still to be done, and what leaving one out means."""
    if len(found.parts) <= 1:
        return []
    missing = [one.title for one in found.parts if not one.standing.is_done]
    if not missing:
        return [_("Đã làm đủ %(all)s bài của đợt này.") % {"all": len(found.parts)}]
    facts = {
        "all": len(found.parts),
        "done": len(found.parts) - len(missing),
        "titles": "; ".join(missing),
    }
    if not facts["done"]:
        told = _("Đợt này có %(all)s bài: %(titles)s. Kết quả là tổng điểm các bài.")
        return [f"{told % facts} {_without()}"]
    told = _("Đã làm %(done)s trong %(all)s bài của đợt này. Còn: %(titles)s.")
    return [f"{told % facts} {_without()}"]


def _without() -> str:
    return _("Bài không làm được tính 0 điểm.")


def _unranked() -> str:
    return _("Theo thể lệ, ông/bà được dự thi nhưng không xếp hạng.")


def _without_prize() -> str:
    return _("Theo thể lệ, ông/bà được dự thi và xếp hạng nhưng không nhận giải.")


_EFFECTS = {"unranked": _unranked, "no_prize": _without_prize}
