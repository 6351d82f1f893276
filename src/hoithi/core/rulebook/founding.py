"""A contest made from a pattern or an earlier one: whose it is, and when it begins."""

import re
from dataclasses import dataclass
from datetime import date, datetime

import msgspec

from hoithi.core.rulebook.document import ChoiceRecord, PlanReference, Round, Rulebook
from hoithi.core.rulebook.moments import instant
from hoithi.core.rulebook.windows import contest_window, counted_rounds, shifted
from hoithi.core.vietnamese.moments import local_day


@dataclass(frozen=True)
class Founder:
    """Whose contest it becomes, as the heading of documents names it."""

    organiser: str
    superior: str = ""
    place: str = ""
    helpdesk: str = ""


@dataclass(frozen=True)
class Particulars:
    """What only the founding body knows; empty where it is not known yet."""

    plan_number: str = ""
    lead_agency: str = ""
    helpdesk: str = ""


def first_day(rulebook: Rulebook) -> date | None:
    """The first day of taking part, trials apart; None while the rules name no time."""
    window = contest_window(rulebook)
    return local_day(window[0]) if window else None


def moved_to(rulebook: Rulebook, day: date) -> Rulebook:
    """The same rules beginning on that day, every date moved by as many whole days."""
    first = first_day(rulebook)
    return rulebook if first is None else shifted(rulebook, (day - first).days)


def rounds_over(rulebook: Rulebook, at: datetime) -> tuple[Round, ...]:
    """The rounds, trials included, in which nobody could take part any more at that moment."""
    return tuple(
        one
        for one in rulebook.rounds
        if one.window is not None and instant(one.window.closes) <= at
    )


def all_over(rulebook: Rulebook, at: datetime) -> bool:
    """Whether every round that counts is over at that moment."""
    counted, over = counted_rounds(rulebook), rounds_over(rulebook, at)
    return bool(counted) and all(one in over for one in counted)


def titled_for(title: str, old: date | None, new: date | None) -> str:
    """The title of a copy: where it names the old year as a number of its own, the new year.

    Spans such as "2021-2025" and document numbers such as "15/2021/NĐ-CP" stay as they are.
    """
    if old is None or new is None or old.year == new.year:
        return title
    return re.sub(rf"(?<![\w/–-]){old.year}(?![\w/–-])", str(new.year), title)


def for_another_year(rulebook: Rulebook, title: str) -> Rulebook:
    """The rules under a new title without the old year's plan, which is asked anew.

    What was decided about the old plan's contradictions went into the rules and stays there.
    """
    bare = msgspec.structs.replace(rulebook, title=title, plan=None, period=None, choices=())
    return with_particulars(bare, Particulars())


def with_particulars(rulebook: Rulebook, told: Particulars) -> Rulebook:
    """The rules with what the body told; what is still unknown becomes an open choice.

    A contest cannot be announced while a choice is open.
    """
    plan = PlanReference(title=f"Tổ chức {rulebook.title}", number=told.plan_number or None)
    stated = msgspec.structs.replace(
        rulebook,
        plan=plan if told.plan_number else rulebook.plan,
        lead_agency=told.lead_agency or rulebook.lead_agency,
        helpdesk=told.helpdesk or rulebook.helpdesk,
    )
    open_ = tuple(
        ChoiceRecord(about=about, found=found)
        for about, found in _UNKNOWN.items()
        if getattr(stated, about) is None
    )
    return msgspec.structs.replace(stated, choices=(*stated.choices, *open_))


def without_answered(rulebook: Rulebook) -> Rulebook:
    """The rules without the open choices about what has been filled in at its own place since."""
    left = tuple(
        one for one in rulebook.choices if one.chosen is not None or not _known(rulebook, one)
    )
    return msgspec.structs.replace(rulebook, choices=left)


def _known(rulebook: Rulebook, choice: ChoiceRecord) -> bool:
    if choice.found != _UNKNOWN.get(choice.about):
        return False
    if choice.about == "plan":
        return rulebook.plan is not None and rulebook.plan.number is not None
    return getattr(rulebook, choice.about) is not None


_UNKNOWN = {
    "plan": "Chưa ghi số kế hoạch đã ký của cuộc thi.",
    "lead_agency": "Chưa ghi cơ quan thường trực của cuộc thi.",
    "helpdesk": "Chưa ghi số điện thoại hỗ trợ người dự thi.",
}
"""What a contest is not announced without, by its place in the rules."""


def from_pattern(rulebook: Rulebook, founder: Founder, *, title: str) -> Rulebook:
    """The pattern as this body's own: what belonged to the pattern's body is left out.

    The plan, the standing agency, codes of units, recorded choices and the source of the money
    are the other body's; the body writes its own.
    """
    replace = msgspec.structs.replace
    unit, entry = rulebook.entry.unit, rulebook.entry
    exclusions = tuple(replace(one, units=()) for one in entry.exclusions)
    return replace(
        rulebook,
        title=title or rulebook.title,
        rounds=tuple(replace(one, units=()) for one in rulebook.rounds),
        collectives=tuple(replace(one, units=()) for one in rulebook.collectives),
        entry=replace(entry, exclusions=exclusions, unit=unit and replace(unit, under=())),
        organiser=founder.organiser,
        superior=founder.superior or None,
        place=founder.place or None,
        helpdesk=founder.helpdesk or None,
        lead_agency=None,
        plan=None,
        site=None,
        period=None,
        funding=None,
        choices=(),
    )
