"""Births and ages: whether a date can be, and how old that makes a person on a day."""

from datetime import date

from hoithi.core.vietnamese.identifiers import Fault, Identifier, IdentityRefused
from hoithi.core.vietnamese.typed_dates import NotADate, PartialDate, read_partial_date

OLDEST = 120
"""Years of age beyond which a birth is a slip of the keyboard."""


def age_on(born: date, day: date) -> int:
    """Whole years of age on a day; those born on 29 February turn older on 1 March."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def ages_on(born: PartialDate, day: date) -> range:
    """The ages possible on a day: one when the date is known, two when only the year is."""
    if born.whole is not None:
        age = age_on(born.whole, day)
        return range(age, age + 1)
    oldest = day.year - born.year
    return range(oldest - 1, oldest + 1)


def read_birth(
    text: str, *, on: date, identifier: Identifier = Identifier.BIRTH_DATE
) -> PartialDate:
    """A birth as typed. Refuses the future and ages over 120.

    Asked for a date, a year alone is refused; asked for a year, a whole date is taken too.
    """
    try:
        born = read_partial_date(text, latest=on)
    except NotADate:
        raise IdentityRefused(identifier, Fault.DATE) from None
    if identifier is Identifier.BIRTH_DATE and born.whole is None:
        raise IdentityRefused(identifier, Fault.FORM)
    known = (born.year, born.month or 1, born.day or 1)
    if known > (on.year, on.month, on.day):
        raise IdentityRefused(identifier, Fault.NOT_YET_BORN)
    if on.year - born.year > OLDEST:
        raise IdentityRefused(identifier, Fault.TOO_OLD)
    return born
