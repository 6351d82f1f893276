"""Rows of campaigns as the rules know them, and back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

import msgspec

from hoithi.campaigns.models import (
    Activity,
    Agency,
    Holding,
    HoldingStatus,
    ReportAnswer,
    ReportRequest,
    Task,
)
from hoithi.core.committees import Listed, Role, is_same_person
from hoithi.core.entering.values import read_value
from hoithi.core.plans.records import Place
from hoithi.core.reporting.answers import Answer
from hoithi.core.reporting.outlines import Outline
from hoithi.core.rulebook.entry import IdentityKind
from hoithi.core.tasks.due import DayCount, Due, DueKind, Edge, Span, all_done, span_of
from hoithi.core.tasks.moments import Moment
from hoithi.core.vietnamese.dates import clock_text, days_text
from hoithi.core.vietnamese.identifiers import IdentityRefused
from hoithi.core.vietnamese.text import ControlCharacterRefused, clean, masked_name
from hoithi.kit.refusals import Refusal
from hoithi.people.facts import opened, sealed_identity
from hoithi.people.models import Identity, Unit

_LONGEST_WORDS = 300


@dataclass(frozen=True, slots=True)
class Standing:
    """When and where an activity takes place, as one stores it before and after a move."""

    moment: Moment
    starts_at: time | None = None
    ends_at: time | None = None
    place: str = ""


def standing_of(activity: Activity) -> Standing:
    """How the activity stands now."""
    return Standing(moment_of(activity), activity.starts_at, activity.ends_at, activity.place)


def standing_json(standing: Standing) -> dict[str, Any]:
    """The standing as a move stores it."""
    told: dict[str, Any] = msgspec.to_builtins(standing)
    return told


def standing_from(stored: dict[str, Any]) -> Standing:
    """The standing that a move stored."""
    return msgspec.convert(stored, Standing)


def standing_text(standing: Standing) -> str:
    """When it takes place, as documents say it; empty where nobody can say."""
    moment = standing.moment
    if moment.first is None or moment.last is None:
        return moment.words
    days = days_text(moment.first, moment.last)
    if moment.is_open:
        about = "dự kiến" if moment.first == moment.last else "trong khoảng"
        return moment.words or f"{about} {days}"
    return f"{hours_text(standing.starts_at, standing.ends_at)} {days}".strip()


def hours_text(starts: time | None, ends: time | None = None) -> str:
    """ "08h00", "từ 08h00 đến 11h30"; empty without a beginning."""
    if starts is None:
        return ""
    begins = clock_text(starts.hour * 60 + starts.minute)
    if ends is None:
        return begins
    return f"từ {begins} đến {clock_text(ends.hour * 60 + ends.minute)}"


def moment_of(activity: Activity) -> Moment:
    """When the activity takes place."""
    return Moment(activity.first_day, activity.last_day, activity.is_open, activity.moment_words)


def with_moment(activity: Activity, moment: Moment) -> Activity:
    """The unsaved activity at that moment."""
    activity.first_day, activity.last_day = moment.first, moment.last
    activity.is_open, activity.moment_words = moment.is_open, moment.words[:_LONGEST_WORDS]
    return activity


def due_of(task: Task) -> Due:
    """Until when the plan wants the task done."""
    return Due(
        DueKind(task.due_kind),
        task.due_first,
        task.due_last,
        task.due_offset,
        DayCount(task.due_counted),
        Edge(task.due_edge),
        task.due_words,
    )


def with_due(task: Task, due: Due) -> Task:
    """The unsaved task with that due date, and the days it falls on as its activity stands."""
    task.due_kind, task.due_first, task.due_last = due.kind.value, due.first, due.last
    task.due_offset, task.due_counted = due.offset, due.counted.value
    task.due_edge, task.due_words = due.edge.value, due.words[:_LONGEST_WORDS]
    return falling(task, span_of(due, moment_of(task.activity) if task.activity else None))


def falling(task: Task, span: Span | None) -> Task:
    """The unsaved task falling due on these days."""
    task.falls_first = span.first if span else None
    task.falls_last = span.last if span else None
    return task


def span_now(task: Task) -> Span | None:
    """On which days the task falls due."""
    known = task.falls_first and task.falls_last
    return Span(task.falls_first, task.falls_last) if known else None  # type: ignore[arg-type]  # both are days then


def is_done(task: Task, holdings: list[Holding]) -> bool:
    """A question when it is answered; work when all who lead it are done."""
    if task.asks:
        return task.answered_at is not None
    return all_done(one.status == HoldingStatus.DONE for one in holdings if one.leads)


def place_json(place: Place | None) -> dict[str, Any] | None:
    """A place of the plan's text as it is stored with what was read there; none when added."""
    if place is None or place.line < 1:
        return None
    told: dict[str, Any] = {"line": place.line, "characters": [place.start, place.end]}
    return told | ({"last_line": place.last_line} if place.last_line != place.line else {})


@dataclass(frozen=True)
class PersonTold:
    """A person as a nomination or a decision's list states them; birth and telephone may miss."""

    full_name: str
    post: str = ""
    birth_year: str = ""
    phone: str = ""

    @property
    def is_comparable(self) -> bool:
        """Whether the exclusions of a contest can know this person again."""
        return bool(self.birth_year.strip() or self.phone.strip())


class PersonWrong(Refusal):
    """A box of somebody who is named cannot be taken (`field`, `code`)."""


LONGEST_POST = 200
_READ = {
    "full_name": IdentityKind.FULL_NAME,
    "birth_year": IdentityKind.BIRTH_YEAR,
    "phone": IdentityKind.PHONE,
}
_KEPT = timedelta(days=365)
"""How long birth and telephone of a member are kept after they were last written."""


def read_person(told: PersonTold, *, on: date) -> tuple[PersonTold, list[tuple[str, str]]]:
    """The person as kept, and what is wrong: pairs of field and code. A name is always needed."""
    values = {field: getattr(told, field).strip() for field in (*_READ, "post")}
    problems: list[tuple[str, str]] = []
    for field, kind in _READ.items():
        try:
            values[field] = read_value(kind, values[field], on=on) if values[field] else ""
        except IdentityRefused as refused:
            problems.append((field, refused.fault))
    try:
        values["post"] = clean(values["post"])
    except ControlCharacterRefused:
        problems.append(("post", "characters"))
    if len(values["post"]) > LONGEST_POST:
        problems.append(("post", "length"))
    if not values["full_name"]:
        problems.append(("full_name", "missing"))
    return PersonTold(**values), problems


def sealed_person(body_id: int, told: PersonTold, *, at: datetime) -> Identity | None:
    """Birth year and telephone sealed and stored; None where neither is told."""
    if not told.is_comparable:
        return None
    fields = {"full_name": told.full_name, "birth_year": told.birth_year, "phone": told.phone}
    kept_until = at.date() + _KEPT
    identity, _ = sealed_identity(body_id, fields, masked_name(told.full_name), at, kept_until)
    identity.save(force_insert=True)
    return identity


def person_of(full_name: str, post: str, identity: Identity | None) -> PersonTold:
    """A member or nominee with what is sealed; only for what compares and never shows it."""
    fields = opened(identity) if identity else {}
    born, phone = fields.get("birth_year", ""), fields.get("phone", "")
    return PersonTold(full_name, post, born, phone)


@dataclass(frozen=True)
class Addressee:
    """One agency or unit that is asked to nominate."""

    name: str
    agency: Agency | None = None
    unit: Unit | None = None


def named_twice(people: Sequence[PersonTold]) -> str:
    """The name of the first person who stands twice among these; empty where all differ."""
    listed = [Listed(one.full_name, one.post, Role.MEMBER) for one in people]
    for place, one in enumerate(listed):
        if any(is_same_person(one, other) for other in listed[:place]):
            return one.full_name
    return ""


def outline_of(request: ReportRequest) -> Outline:
    """What the request asks for."""
    return msgspec.convert(request.outline, Outline)


def answer_of(answer: ReportAnswer) -> Answer:
    """What a unit filled in."""
    return msgspec.convert(answer.filled, Answer)
