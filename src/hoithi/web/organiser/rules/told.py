"""Two versions of a rulebook, as lines of "before" and "after" for a person."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum

from django.utils.translation import gettext as _

from hoithi.core.rulebook.changes import Difference, differences
from hoithi.core.rulebook.document import Rulebook
from hoithi.core.rulebook.record import Record
from hoithi.core.vietnamese.dates import date_text, moment_text
from hoithi.core.vietnamese.moments import LocalMoment, NotAMoment
from hoithi.core.vietnamese.numbers import decimal_text, dotted
from hoithi.web.organiser.rules.titles import title_of
from hoithi.wording.rulebook_labels import choice_label, place_text


@dataclass(frozen=True)
class Told:
    """One change: where, and what stood there before and stands there after."""

    place: str
    before: str
    after: str


def told(before: Rulebook, after: Rulebook) -> list[Told]:
    """What changed, as a person reads it."""
    return [_told(one) for one in differences(before, after)]


def _told(one: Difference) -> Told:
    return Told(_place(one.path), said(one.before), said(one.after))


def _place(path: str) -> str:
    keys = path.replace("]", "").split("[")
    named = [part.partition(".")[0] for part in keys[1:] if not part[:1].isdigit()]
    place = place_text(path, Rulebook)
    return f"{place} ({', '.join(named)})" if named else place


def said(value: object) -> str:
    """A value of a rulebook in words."""
    if value is None or value in ((), ""):
        return _("không quy định")
    if isinstance(value, bool):
        return _("có") if value else _("không")
    if isinstance(value, Enum):
        return choice_label(value)
    if isinstance(value, Record):
        return title_of(value)
    if isinstance(value, tuple):
        return "; ".join(_several(value))
    return _scalar(value)


def _several(values: Iterable[object]) -> Iterator[str]:
    yield from (said(one) for one in values)


def _scalar(value: object) -> str:
    if isinstance(value, int):
        return dotted(value)
    if isinstance(value, Decimal):
        return decimal_text(value)
    return _moment_or_text(str(value))


def _moment_or_text(text: str) -> str:
    try:
        return moment_text(LocalMoment.parse(text))
    except NotAMoment:
        pass
    try:
        return date_text(date.fromisoformat(text))
    except ValueError:
        return text
