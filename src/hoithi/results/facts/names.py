"""Names as a result may hold them: masked, those of minors further."""

from datetime import date

from hoithi.core.vietnamese.births import age_on


def name_shown(masked: str, *, minor: bool) -> str:
    """The masked name; of a minor the family name, too, becomes an initial: "N. V. A**"."""
    if not minor:
        return masked
    family, space, rest = masked.partition(" ")
    return f"{family[:1]}. {rest}" if space and family else masked


def was_minor(birth_year: int | None, on: date, *, under: int) -> bool:
    """Whether somebody born in this year may have been below the age on that day.

    Only the year is kept beside the identity; who may still have been younger is treated so.
    """
    return birth_year is not None and age_on(date(birth_year, 12, 31), on) < under
