"""Boxes in which officials type what the records of a plan keep as codes: days, times, ranks."""

import re
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from hoithi.core.plans.lexicon import meaning
from hoithi.core.plans.normal import folded
from hoithi.core.plans.vague import vague_times
from hoithi.core.vietnamese.moments import LocalMoment, NotAMoment
from hoithi.wording.plan_codes import day_said, rank_said, vague_said

_MOMENT = re.compile(
    r"(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>\d{4})"
    r"(?:[\s,]+(?P<hour>\d{1,2})(?:[:hg]|\s*giờ\s*)(?P<minute>\d{2})?)?(?:\s*phút)?",
    re.ASCII,
)
_PERCENT = re.compile(r"(\d{1,3}(?:[.,]\d{1,4})?)\s*%?", re.ASCII)
_SIDE = "phu:"


class MomentBox(forms.CharField):
    """A day, with the hour where it matters: "25/10/2026" or "25/10/2026, 08h00"."""

    default_error_messages = {
        "no_day": _("Ghi ngày/tháng/năm, ví dụ 25/10/2026 hoặc 25/10/2026 08:00.")
    }

    def __init__(self, *, with_hour: bool = True, **options: Any) -> None:
        self.with_hour = with_hour
        told = _("Ví dụ: 25/10/2026 08:00") if with_hour else _("Ví dụ: 25/10/2026")
        super().__init__(max_length=40, **({"help_text": told} | options))

    def to_python(self, value: Any) -> str | None:
        """ "25/10/2026 08:00" as "2026-10-25T08:00"."""
        typed = super().to_python(value)
        if not typed:
            return None
        found = _MOMENT.fullmatch(typed)
        if found is None or (found["hour"] and not self.with_hour):
            raise self._no_day()
        return self._written(found)

    def _written(self, found: re.Match[str]) -> str:
        try:
            day = date(int(found["year"]), int(found["month"]), int(found["day"]))
            if found["hour"] is None:
                return day.isoformat()
            minute = int(found["hour"]) * 60 + int(found["minute"] or 0)
            if int(found["minute"] or 0) >= 60:
                raise self._no_day()
            return str(LocalMoment(day, minute))
        except (ValueError, NotAMoment) as no_day:
            raise self._no_day() from no_day

    def _no_day(self) -> ValidationError:
        return ValidationError(self.error_messages["no_day"], "no_day")

    def prepare_value(self, value: Any) -> Any:
        """The day as it is typed; what was typed and refused stays as it is."""
        return day_said(value) if isinstance(value, str) else value


class PercentBox(forms.CharField):
    """A share in percent, from 0 to 100: "85", "85%", "99,5"."""

    default_error_messages = {
        "no_percent": _("Ghi phần trăm bằng chữ số, từ 0 đến 100, ví dụ 85 hoặc 99,5.")
    }

    def to_python(self, value: Any) -> str | None:
        """ "99,5%" as "99.5"."""
        typed = super().to_python(value)
        if not typed:
            return None
        found = _PERCENT.fullmatch(typed)
        if found is None or not Decimal(told := found[1].replace(",", ".")) <= 100:
            raise ValidationError(self.error_messages["no_percent"], "no_percent")
        return told


class VagueBox(forms.CharField):
    """A time that is no day: "quý III/2026", "cuối tháng 12/2026"."""

    default_error_messages = {
        "no_time": _(
            "Ghi như: quý III/2026, tháng 10/2026, cuối tháng 12/2026, tuần 2 tháng 10/2026."
        )
    }

    def to_python(self, value: Any) -> str | None:
        """ "quý III/2026" as "2026-Q3"."""
        typed = super().to_python(value)
        if not typed:
            return None
        found = next(vague_times(folded(typed), year=None), None)
        if found is None:
            raise ValidationError(self.error_messages["no_time"], "no_time")
        return found.value

    def prepare_value(self, value: Any) -> Any:
        """The time in words."""
        return vague_said(value) if isinstance(value, str) else value


class RankBox(forms.CharField):
    """The name of a prize: "Nhất", "giải Khuyến khích", or the name of a side prize."""

    def to_python(self, value: Any) -> str | None:
        """ "Giải Nhất" as "nhat"; another name as "phu:…"."""
        typed = " ".join((super().to_python(value) or "").split())
        if not typed:
            return None
        bare = re.sub(r"^giai\s+", "", folded(typed))
        return meaning("prize_ranks").get(bare, f"{_SIDE}{typed}")

    def prepare_value(self, value: Any) -> Any:
        """The name as it is written."""
        return rank_said(value) if isinstance(value, str) else value
