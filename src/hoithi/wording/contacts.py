"""Texts that a unit's contact pastes into the unit's chat group."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from hoithi.entries.actions.lists import NotOfThisUnit
from hoithi.wording import sentence


@dataclass(frozen=True)
class Progress:
    """What a reminder says; no names are in it."""

    contest: str
    unit: str
    done: int
    people: int
    closes: str
    address: str


def reminders(progress: Progress) -> list[str]:
    """A short text and a fuller one."""
    facts = vars(progress)
    short = _(
        "%(unit)s: đã có %(done)s/%(people)s người dự thi. Ai chưa thi mời vào %(address)s "
        "trước %(closes)s."
    )
    full = _(
        "Kính gửi các đồng chí,\nThực hiện %(contest)s, đến nay %(unit)s có %(done)s/%(people)s "
        "người đã dự thi. Đề nghị các đồng chí chưa dự thi vào %(address)s và hoàn thành trước "
        "%(closes)s. Mất mã dự thi thì báo đầu mối của đơn vị để được cấp lại. Trân trọng!"
    )
    return [short % facts, full % facts]


@sentence.register
def _other_unit(_refusal: NotOfThisUnit) -> str:
    return _("Người này dự thi cho đơn vị khác nên đầu mối không cấp lại mã được.")
