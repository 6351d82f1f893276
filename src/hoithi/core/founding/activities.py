"""Which activities a plan holds, with their moments, places and units."""

import re
from collections.abc import Iterator
from dataclasses import replace

from hoithi.core.founding.noticing import NamedActivity, Noticed
from hoithi.core.founding.records import ActivityDraft, Kind, UnitSet
from hoithi.core.founding.times import day_of, hour_of, main_moment, moment_on
from hoithi.core.plans.lexicon import bare, rows
from hoithi.core.plans.normal import folded
from hoithi.core.plans.records import DatedFact, Facts
from hoithi.core.tasks.holders import HolderSet, set_named
from hoithi.core.tasks.moments import UNKNOWN, Moment, set_on, some_day

CONTEST_FORMS = ("online_quiz", "stage_contest", "product_contest", "skills_test")
_VERB = re.compile(
    r"(?:ke hoach\s+)?(?:to chuc|trien khai(?: thuc hien)?|phat dong|huong ung|tham gia)\s+"
)
_JOINS = re.compile(r"(?:ke hoach\s+)?(?:trien khai|huong ung|tham gia)\b")
_QUOTED = re.compile(r"[“\"]([^”\"]{5,200})[”\"]")


def activities(facts: Facts, noticed: Noticed) -> tuple[ActivityDraft, ...]:
    """The event that the plan is about, then all others in the order of the text."""
    main = list(_main(facts, noticed))
    festival = main[0] if main and main[0].kind is Kind.FESTIVAL else None
    others = [
        _named(one, facts, festival)
        for one in noticed.activities
        if festival or one.kind not in {Kind.CONTEST, Kind.CHECK}
    ]
    told = [*main, *others, *_of_days(facts, {one.source.line for one in others if one.source})]
    return tuple(replace(one, key=key) for one, key in zip(told, _keys(told), strict=True))


def carries_out_superiors(facts: Facts) -> bool:
    """Whether the title says that a superior's plan is carried out (triển khai, hưởng ứng)."""
    return bool(facts.title and _JOINS.match(folded(facts.title.value)))


def event_name(title: str) -> str:
    """The title without "Tổ chức", beginning with a capital."""
    found = _VERB.match(folded(title))
    name = title[found.end() :] if found else title
    return name[:1].upper() + name[1:]


def _main(facts: Facts, noticed: Noticed) -> Iterator[ActivityDraft]:
    forms = [one.value for one in facts.event_form]
    if facts.title is None or not forms:
        return
    name, source = event_name(facts.title.value), facts.title.place
    moment = main_moment(facts)
    venue = noticed.venues[0].name if noticed.venues else ""
    first = ActivityDraft("", _main_kind(forms), name, venue, moment, source=source)
    first = replace(first, units=_units(facts), is_superiors=carries_out_superiors(facts))
    yield first
    if first.kind is Kind.CONFERENCE and "emulation" in forms:
        for theme in _QUOTED.findall(facts.title.value):
            yield ActivityDraft("", Kind.THEME, theme, source=source)
    if first.kind is Kind.THEME and "skills_test" in forms:
        yield from _checks(noticed, facts)


def _main_kind(forms: list[str]) -> Kind:
    if "festival" in forms:
        return Kind.FESTIVAL
    first = forms[0]
    if first in {"conference", "emulation"}:
        return Kind.CONFERENCE if first == "conference" else Kind.THEME
    return Kind.CHECK if first == "skills_test" else Kind.CONTEST


def _units(facts: Facts) -> tuple[UnitSet, ...]:
    if facts.eligible is None:
        return ()
    return (UnitSet(set_named(facts.eligible.value), facts.eligible.value),)


def _checks(noticed: Noticed, facts: Facts) -> Iterator[ActivityDraft]:
    found = [one for one in noticed.activities if one.kind is Kind.CHECK]
    for one in found[:1]:
        name = one.name[:1].upper() + one.name[1:]
        yield ActivityDraft("", Kind.CHECK, name, units=_units(facts), source=one.place)


def _named(one: NamedActivity, facts: Facts, festival: ActivityDraft | None) -> ActivityDraft:
    """An activity of the text; one of a festival without a day falls on one of its days."""
    moment = moment_on(facts, range(one.place.line, one.place.last_line + 1))
    title = one.name[:1].upper() + one.name[1:]
    holders = set_named(one.name)
    units = () if holders is HolderSet.ONE else (UnitSet(holders, one.name),)
    if moment is not None or festival is None:
        return ActivityDraft(
            "", one.kind, title, moment=moment or UNKNOWN, units=units, source=one.place
        )
    return ActivityDraft(
        "", one.kind, title, festival.place, _within(festival.moment), units=units, source=one.place
    )


def _within(moment: Moment) -> Moment:
    if moment.first is None or moment.last is None:
        return moment
    return some_day(moment.first, moment.last, words=moment.words)


def _of_days(facts: Facts, known: set[int]) -> Iterator[ActivityDraft]:
    """Activities that stand in a sentence with their day: "… văn nghệ vào tối hôm 12/12/2008"."""
    for fact in facts.milestones:
        if fact.place.line in known or fact.agency is None:
            continue
        if found := _in_sentence(fact):
            kind, name = found[0], found[1][:1].upper() + found[1][1:]
            hour = hour_of(fact.date) if "T" in fact.date else None
            yield ActivityDraft(
                "",
                kind,
                name,
                moment=set_on(day_of(fact.date), words=_day_words(fact)),
                starts_at=hour,
                agency=fact.agency,
                source=fact.place,
            )


def _in_sentence(fact: DatedFact) -> tuple[Kind, str] | None:
    """The activity named before " vào " in the sentence that states the day."""
    bare_words = folded(fact.what)
    at = re.search(r"\svao\s(?:luc|ngay|tối|toi|sang|chieu)?", bare_words)
    for kind, phrase in sorted(rows("activity_kinds"), key=lambda row: -len(row[1])):
        if kind in {"contest", "check"}:
            continue
        found = re.search(rf"to chuc\s+(?={bare(phrase)}\b)", bare_words)
        if found and at and found.end() < at.start():
            return Kind(kind), fact.what[found.end() : at.start()].strip()
    return None


def _day_words(fact: DatedFact) -> str:
    found = re.search(r"\svao\s+((?:sang|chieu|toi)\b[^.;]{0,40})", folded(fact.what))
    return fact.what[found.start(1) : found.end(1)].strip() if found else ""


def _keys(told: list[ActivityDraft]) -> Iterator[str]:
    """A permanent key for each: its kind, and a number from the second on."""
    seen: dict[Kind, int] = {}
    for one in told:
        seen[one.kind] = seen.get(one.kind, 0) + 1
        yield one.kind.value if seen[one.kind] == 1 else f"{one.kind.value}-{seen[one.kind]}"
