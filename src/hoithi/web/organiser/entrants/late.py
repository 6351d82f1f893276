"""What the pages of registration ask once the last day of the rules is over."""

from dataclasses import dataclass
from datetime import date, datetime

from hoithi.core.entering.teams import last_day_to_register
from hoithi.core.rulebook.entry import EntryRules
from hoithi.core.vietnamese.dates import date_text
from hoithi.core.vietnamese.moments import local_day
from hoithi.entries.facts.registering import LateGrounds
from hoithi.entries.forms import LateForm
from hoithi.web.request import SignedInRequest, sent


@dataclass(frozen=True)
class Deadline:
    """The last day of registration as a page shows it, and the form once it is over."""

    day: date | None
    form: LateForm | None

    @property
    def day_shown(self) -> str:
        """The last day as documents write it; nothing where the rules name none."""
        return date_text(self.day) if self.day else ""

    def is_met(self) -> bool:
        """Whether nothing more is asked, or it was said by what the deed is allowed."""
        return self.form is None or self.form.is_valid()

    @property
    def grounds(self) -> LateGrounds | None:
        """By what the deed is allowed; None while the time runs."""
        return LateGrounds(**self.form.cleaned_data) if self.form else None


def deadline(
    request: SignedInRequest, entry: EntryRules, *, at: datetime, is_sent: bool = True
) -> Deadline:
    """The last day, and the form where it is over; with what was sent, if this page sends it."""
    day = last_day_to_register(entry)
    if day is None or local_day(at) <= day:
        return Deadline(day, None)
    return Deadline(day, LateForm(sent(request) if is_sent else None, auto_id="han_%s"))
