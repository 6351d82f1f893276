"""Moments in the language of the page: as Vietnamese documents write them, or in plain English."""

from datetime import datetime, timedelta

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from hoithi.core.vietnamese.dates import moment_text
from hoithi.core.vietnamese.moments import END_OF_DAY, LocalMoment

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def moment(instant: datetime) -> str:
    """ "08h30 ngày 13/12/2021"; in English "08:30 on 13 December 2021"."""
    return _written(LocalMoment.of(instant))


def closing(instant: datetime) -> str:
    """The end of a window: midnight is written 24h00 of the day before, as plans do."""
    local = LocalMoment.of(instant)
    if local.minute:
        return _written(local)
    before = LocalMoment.of(instant - timedelta(minutes=1))
    return _written(LocalMoment(before.day, END_OF_DAY))


def window(opens: datetime, closes: datetime) -> str:
    """ "Từ 08h00 ngày 27/11/2026 đến 24h00 ngày 03/12/2026"."""
    facts = {"opens": moment(opens), "closes": closing(closes)}
    return _("Từ %(opens)s đến %(closes)s") % facts


def _written(local: LocalMoment) -> str:
    if (get_language() or "vi").startswith("vi"):
        return moment_text(local)
    hour, minute = divmod(local.minute, 60)
    day = local.day
    return f"{hour:02d}:{minute:02d} on {day.day} {_MONTHS[day.month - 1]} {day.year}"
