"""Form fields of days and moments: the browser's own calendar, and years that make sense."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

FIRST_DAY = date(2000, 1, 1)
"""Nothing that is planned lies before it: an earlier year is a slip of the keyboard."""
OLDEST_DAY = date(1900, 1, 1)
"""For days of history: since when a unit exists, the signing of a document."""
LAST_DAY = date(2100, 12, 31)


class DayInput(forms.DateInput):
    """The browser's own calendar."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class InstantInput(forms.DateTimeInput):
    """The browser's own calendar and clock, in the time of Vietnam."""

    input_type = "datetime-local"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%dT%H:%M")


class _Bounded(forms.Field):
    """A field of days between two, both included."""

    default_error_messages = {
        "out_of_range": _("Năm phải từ %(first)s đến %(last)s. Hãy kiểm tra lại năm đã ghi.")
    }
    earliest = FIRST_DAY

    def refuse_outside(self, day: date) -> None:
        """Refuses a day before the earliest or after the last."""
        if not self.earliest <= day <= LAST_DAY:
            raise self.out_of_range()

    def out_of_range(self) -> ValidationError:
        """The sentence that names the years."""
        years = {"first": self.earliest.year, "last": LAST_DAY.year}
        return ValidationError(self.error_messages["out_of_range"], "out_of_range", years)


class DayField(_Bounded, forms.DateField):
    """A day from `earliest` to the end of 2100."""

    def __init__(self, *, earliest: date = FIRST_DAY, **options: Any) -> None:
        self.earliest = earliest
        super().__init__(**({"widget": DayInput()} | options))

    def to_python(self, value: Any) -> date | None:
        """The day; refuses years that make no sense."""
        day = super().to_python(value)
        if day is not None:
            self.refuse_outside(day)
        return day

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """The browser's calendar ends where the field does."""
        bounds = {"min": f"{self.earliest}", "max": f"{LAST_DAY}"}
        return {**super().widget_attrs(widget), **bounds}


def refuse_after(today: date | None, day: date) -> None:
    """Refuses the date of a document that is said to exist, where it lies after today."""
    if today is not None and day > today:
        told = _(
            "Ngày của văn bản không được sau hôm nay (%(today)s). Hãy ghi đúng ngày trên văn bản "
            "đã ký."
        )
        raise ValidationError(told, "after_today", {"today": f"{today:%d/%m/%Y}"})


class SignedDayField(DayField):
    """The date of a document that exists: not after `today`, which the screen's edge tells."""

    today: date | Callable[[], date] | None = None

    def __init__(self, *, today: date | Callable[[], date] | None = None, **options: Any) -> None:
        self.today = today
        super().__init__(**({"earliest": OLDEST_DAY} | options))

    def refuse_outside(self, day: date) -> None:
        """Refuses years that make no sense, and what lies after today."""
        super().refuse_outside(day)
        refuse_after(self.today() if callable(self.today) else self.today, day)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """The browser's calendar ends today, where the day is known when the form is made."""
        attrs = super().widget_attrs(widget)
        return {**attrs, "max": f"{self.today}"} if isinstance(self.today, date) else attrs


class InstantField(_Bounded, forms.DateTimeField):
    """A moment of 2000 to 2100."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**({"widget": InstantInput()} | options))

    def to_python(self, value: Any) -> datetime | None:
        """The moment; refuses years that make no sense."""
        try:
            moment = super().to_python(value)
        except ValidationError as refused:
            # In Vietnam no time is skipped or doubled: only the ends of the calendar fail so.
            if refused.code == "ambiguous_timezone":
                raise self.out_of_range() from refused
            raise
        if moment is not None:
            self.refuse_outside(moment.date())
        return moment

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """The browser's calendar ends where the field does."""
        bounds = {"min": f"{self.earliest}T00:00", "max": f"{LAST_DAY}T23:59"}
        return {**super().widget_attrs(widget), **bounds}
