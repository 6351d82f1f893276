"""Which agencies a plan gives tasks to, and until when each task is due."""

import re
from collections.abc import Iterator, Sequence

from hoithi.core.founding.noticing import Noticed
from hoithi.core.founding.records import (
    ActivityDraft,
    AgencyDraft,
    Holder,
    Kind,
    TaskDraft,
)
from hoithi.core.founding.times import deadline_due, due_on, is_round, relative_due
from hoithi.core.plans.normal import folded
from hoithi.core.plans.records import Assignment, DatedFact, Facts, RelativeDeadline
from hoithi.core.tasks.due import NO_DUE, Due
from hoithi.core.tasks.holders import HolderSet, set_named

_STANDING = re.compile(r"la co quan thuong truc")
_HOSTS = re.compile(
    r"\W*((?:ubnd|uy ban nhan dan|cac) .{3,70}?noi (?:dien ra|to chuc|dat)\s+\S+(?:\s+thi)?)\b"
)
_WITH = re.compile(r"phoi hop (?:voi|cung)\s+([^.;]{3,250})")
_ANCHORS = (
    (r"hoi nghi|tong ket", (Kind.CONFERENCE, Kind.REVIEW)),
    (r"hoi thao|toa dam", (Kind.SEMINAR,)),
    (r"ngay hoi|le hoi|lien hoan", (Kind.FESTIVAL,)),
    (r"tap huan", (Kind.TRAINING,)),
    (r"kiem tra", (Kind.CHECK,)),
    (r"\bthi\b", (Kind.CONTEST, Kind.CHECK)),
)


def agencies(facts: Facts) -> tuple[AgencyDraft, ...]:
    """The agencies of the plan, the sets among them, and hosts that one of their tasks names."""
    found: dict[str, AgencyDraft] = {}
    for one in facts.assignments:
        standing = any(_STANDING.search(folded(task)) for task in one.tasks)
        draft = AgencyDraft(one.agency, set_named(one.agency), standing, one.place)
        found.setdefault(one.agency, draft)
        for host in filter(None, map(_host, one.tasks)):
            found.setdefault(host, AgencyDraft(host, HolderSet.HOST_COMMUNES, source=one.place))
    return tuple(found.values())


def _host(task: str) -> str:
    """ "UBND các xã nơi diễn ra Hội thi" where a task begins with it."""
    if set_named(task[:100]) is not HolderSet.HOST_COMMUNES:
        return ""
    found = _HOSTS.match(folded(task))
    return task[found.start(1) : found.end(1)] if found else ""


def tasks(
    facts: Facts, noticed: Noticed, activities: Sequence[ActivityDraft]
) -> tuple[TaskDraft, ...]:
    """What is assigned, then the steps of the timetable, then deadlines that stand alone."""
    names = [one.name for one in agencies(facts)]
    assigned = [
        task for one in facts.assignments for task in _assigned(one, facts, names, activities)
    ]
    return (*assigned, *_steps(facts, noticed), *_alone(facts, names))


def _assigned(
    one: Assignment, facts: Facts, names: Sequence[str], activities: Sequence[ActivityDraft]
) -> Iterator[TaskDraft]:
    for text in one.tasks:
        due, anchor = _due(one.agency, text, facts, activities)
        host = _host(text)
        holders = (Holder(host),) if host else tuple(_holders(one.agency, text, names))
        yield TaskDraft(_capital(text), due, anchor, holders, source=one.place)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _due(
    agency: str, text: str, facts: Facts, activities: Sequence[ActivityDraft]
) -> tuple[Due, str]:
    """The due date of a task, and the key of the activity from which it is counted."""
    for relative in facts.relative_deadlines:
        if relative.agency == agency and _same(relative.what, text):
            return relative_due(relative), anchor_of(relative, activities)
    for fact in facts.deadlines:
        if fact.agency == agency and _same(fact.what, text):
            return deadline_due(fact), ""
    return NO_DUE, ""


def _same(what: str, text: str) -> bool:
    """Whether a paragraph with a date is this task; it may open with the agency's name."""
    return text[:80] in what or what[:80] in text


def anchor_of(fact: RelativeDeadline, activities: Sequence[ActivityDraft]) -> str:
    """The key of the activity that a relative due date names; the first one for other words."""
    words = folded(fact.anchor)
    for pattern, kinds in _ANCHORS:
        found = next((one.key for one in activities if one.kind in kinds), "")
        if found and re.search(pattern, words):
            return found
    return activities[0].key if activities else ""


def _holders(agency: str, text: str, names: Sequence[str]) -> Iterator[Holder]:
    """Who is told leads; agencies of the plan named after "phối hợp với" help."""
    yield Holder(agency)
    for name in _named_with(text, names):
        if name != agency:
            yield Holder(name, leads=False)


def _named_with(text: str, names: Sequence[str]) -> list[str]:
    """Agencies of the plan named after "phối hợp với", in the order of the text."""
    bare_text = folded(text)
    found: dict[str, int] = {}
    for listed in _WITH.finditer(bare_text):
        for name in names:
            at = listed[1].find(folded(name))
            if at >= 0:
                found.setdefault(name, listed.start(1) + at)
    return sorted(found, key=found.__getitem__)


def _steps(facts: Facts, noticed: Noticed) -> Iterator[TaskDraft]:
    for step in noticed.steps:
        yield TaskDraft(step.name, due_on(facts, step.day) or NO_DUE, source=step.place)


def _alone(facts: Facts, names: Sequence[str]) -> Iterator[TaskDraft]:
    """Deadlines outside the assigned tasks: who is told nothing else still has to keep them."""
    texts = [task for one in facts.assignments for task in one.tasks]
    rounds = {one.place.line for one in facts.periods if is_round(one)}
    for fact in facts.deadlines:
        if fact.place.line not in rounds and not any(_same(fact.what, text) for text in texts):
            yield TaskDraft(
                fact.what, deadline_due(fact), "", _holder(fact, names), None, fact.place
            )


def _holder(fact: DatedFact, names: Sequence[str]) -> tuple[Holder, ...]:
    return (Holder(fact.agency),) if fact.agency in names and fact.agency else ()
