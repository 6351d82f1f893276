"""Texts that a unit's contact pastes into the unit's chat group."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from hoithi.entries.actions.lists import NotOfThisUnit
from hoithi.entries.queries.matching import LineShown, Standing
from hoithi.wording import sentence


@dataclass(frozen=True)
class Progress:
    """What a reminder says; no names are in it."""

    contest: str
    unit: str
    done: int
    people: int
    address: str
    closes: str = ""
    """Until when the round that is open takes papers."""
    opens: str = ""
    """From when the next round does, where none is open."""


def reminders(progress: Progress) -> list[str]:
    """A short text and a fuller one; none where nobody can take part any more."""
    if not (progress.closes or progress.opens):
        return []
    facts = vars(progress)
    so_far = _("%(unit)s: đã có %(done)s/%(people)s người dự thi.")
    full = _(
        "Kính gửi các đồng chí,\nThực hiện %(contest)s, đến nay %(unit)s có %(done)s/%(people)s "
        "người đã dự thi."
    )
    code = _("Mất mã dự thi thì báo đầu mối của đơn vị để được cấp lại. Trân trọng!")
    if progress.closes:
        short_wish = _("Ai chưa thi mời vào %(address)s trước %(closes)s.")
        wish = _("Đề nghị các đồng chí chưa dự thi vào %(address)s và hoàn thành trước %(closes)s.")
    else:
        short_wish = _("Đợt thi tiếp theo mở từ %(opens)s, ai chưa thi mời vào %(address)s.")
        wish = _(
            "Đợt thi tiếp theo mở từ %(opens)s; đề nghị các đồng chí chưa dự thi vào %(address)s "
            "ngay khi đợt thi mở."
        )
    return [" ".join(texts) % facts for texts in ((so_far, short_wish), (full, wish, code))]


def reminder_to_units(contest: str, units: Sequence[str], closes: str) -> str:
    """A text for the group of the units' contacts: who has not sent the list; empty for nobody."""
    if not units:
        return ""
    facts = {"contest": contest, "units": "; ".join(units), "count": len(units), "closes": closes}
    told = _(
        "%(contest)s: còn %(count)s đơn vị chưa gửi danh sách cán bộ, công chức, viên chức, người "
        "lao động: %(units)s. Đề nghị đầu mối các đơn vị gửi danh sách theo mẫu."
    )
    until = _("Đợt thi đang mở đến %(closes)s.")
    return " ".join([told, until] if closes else [told]) % facts


def standing_words(line: LineShown) -> str:
    """How a listed person stands."""
    if line.standing is Standing.NOT_YET and line.entered:
        return _("Đã đăng ký, chưa nộp bài")
    return {
        Standing.DONE: _("Đã dự thi"),
        Standing.NOT_YET: _("Chưa dự thi"),
        Standing.EXEMPT: _("Miễn"),
        Standing.DOUBTFUL: _("Cần đối chiếu"),
    }[line.standing]


@sentence.register
def _other_unit(_refusal: NotOfThisUnit) -> str:
    return _("Người này dự thi cho đơn vị khác nên đầu mối không cấp lại mã được.")
