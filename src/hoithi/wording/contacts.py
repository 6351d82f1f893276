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
    people: int | None
    """Who should take part; None where nobody has said how many."""
    address: str
    closes: str = ""
    """Until when the round that is open takes papers."""
    opens: str = ""
    """From when the next round does, where none is open."""
    is_of_residents: bool = False
    """Its people are residents, who are not spoken to as officials are."""
    has_list: bool = True
    """Its contact gives lost codes anew to those on the list."""


def reminders(progress: Progress) -> list[str]:
    """A short text and a fuller one; none where nobody can take part any more."""
    if not (progress.closes or progress.opens):
        return []
    full = _to_residents if progress.is_of_residents else _to_officials
    facts = {**vars(progress), "so_far": _so_far(progress)}
    if progress.closes:
        wish = _("Ai chưa thi mời vào %(address)s trước %(closes)s.")
    else:
        wish = _("Đợt thi tiếp theo mở từ %(opens)s, ai chưa thi mời vào %(address)s.")
    short = _("%(unit)s: đã có %(so_far)s người dự thi.")
    return [" ".join(texts) % facts for texts in ([short, wish], full(progress))]


def _so_far(progress: Progress) -> str:
    return f"{progress.done}" + (f"/{progress.people}" if progress.people else "")


def _to_officials(progress: Progress) -> list[str]:
    told = _(
        "Kính gửi các đồng chí,\nThực hiện %(contest)s, đến nay %(unit)s có %(so_far)s "
        "người đã dự thi."
    )
    if progress.closes:
        wish = _("Đề nghị các đồng chí chưa dự thi vào %(address)s và hoàn thành trước %(closes)s.")
    else:
        wish = _(
            "Đợt thi tiếp theo mở từ %(opens)s; đề nghị các đồng chí chưa dự thi vào %(address)s "
            "ngay khi đợt thi mở."
        )
    code = _("Mất mã dự thi thì báo đầu mối của đơn vị để được cấp lại.")
    return [told, wish, *([code] if progress.has_list else []), _("Trân trọng!")]


def _to_residents(progress: Progress) -> list[str]:
    told = _(
        "Kính thưa bà con %(unit)s,\nHưởng ứng %(contest)s, đến nay %(unit)s có %(so_far)s "
        "người đã dự thi."
    )
    if progress.closes:
        wish = _("Kính mời bà con chưa dự thi vào %(address)s và hoàn thành trước %(closes)s.")
    else:
        wish = _(
            "Đợt thi tiếp theo mở từ %(opens)s; kính mời bà con chưa dự thi vào %(address)s "
            "ngay khi đợt thi mở."
        )
    code = _("Bà con mất mã dự thi thì báo đầu mối của %(unit)s để được cấp lại.")
    return [told, wish, *([code] if progress.has_list else []), _("Trân trọng cảm ơn bà con!")]


def reminder_to_units(contest: str, units: Sequence[str], closes: str) -> str:
    """A text for the group of the units' contacts: who has not sent the list; empty for nobody."""
    if not units:
        return ""
    facts = {"contest": contest, "units": "; ".join(units), "count": len(units), "closes": closes}
    told = _(
        "%(contest)s: còn %(count)s đơn vị chưa gửi danh sách người tham gia: %(units)s. Đề nghị "
        "đầu mối các đơn vị gửi danh sách theo mẫu."
    )
    until = _("Đợt thi đang mở đến %(closes)s.")
    return " ".join([told, until] if closes else [told]) % facts


def list_title(*, of_residents: bool) -> str:
    """The title of the empty table in which a unit names its people."""
    if of_residents:
        return _("Danh sách người dân tham gia")
    return _("Danh sách cán bộ, công chức, viên chức, người lao động")


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
