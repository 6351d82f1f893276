"""One line for a record of a rulebook, in lists of the editor."""

from collections.abc import Callable
from enum import Enum
from typing import cast

from django.utils.translation import gettext as _

from hoithi.core.questions.records import QuestionKind
from hoithi.core.questions.rows import AUDIENCES, KINDS
from hoithi.core.rulebook.document import (
    ChoiceRecord,
    GroupPaper,
    GroupSeats,
    PaperOverride,
    Round,
    Rulebook,
    Window,
)
from hoithi.core.rulebook.entry import IdentityField
from hoithi.core.rulebook.parts import Draw
from hoithi.core.rulebook.prizes import GroupShare, Prize
from hoithi.core.rulebook.ranking import Gate, RankingKey, SizeBracket, Term, UnitKey
from hoithi.core.rulebook.record import Record
from hoithi.core.vietnamese.dates import window_text
from hoithi.core.vietnamese.moments import LocalMoment
from hoithi.core.vietnamese.money import amount_text
from hoithi.core.vietnamese.numbers import decimal_text
from hoithi.wording import questions
from hoithi.wording.rulebook_labels import choice_label, first_label, record_label

_COMPARING = (RankingKey, UnitKey)
_NAMES = ("title", "who", "text", "prize", "key")


def title_of(record: object, rulebook: Rulebook | None = None) -> str:
    """The record in one line; groups and parts by their titles where the rulebook is given."""
    one = cast("Record", record)
    if isinstance(one, GroupSeats):
        return f"{_by_reference(one, rulebook)}: {one.first}"
    if isinstance(one, GroupPaper | PaperOverride | GroupShare):
        return _by_reference(one, rulebook)
    if said := _SAID.get(type(one)):
        return said(one)
    for name in ("by", "kind", "rule", "target"):
        value = getattr(one, name, None)
        if isinstance(value, Enum):
            return _with_direction(one, choice_label(value))
    given = (getattr(one, name, None) for name in _NAMES)
    named = (value for value in given if value and isinstance(value, str))
    return next(named, record_label(type(one)))


def _by_reference(one: Record, rulebook: Rulebook | None) -> str:
    """What the record is about: a part, a group, or the part of a group."""
    known = (*rulebook.groups, *rulebook.parts) if rulebook else ()
    titles = {each.key: each.title for each in known}
    keys = filter(None, (getattr(one, name, None) for name in ("part", "group")))
    return " · ".join(titles.get(key, key) for key in keys)


def _with_direction(one: Record, label: str) -> str:
    title = getattr(one, "title", None)
    said = f"{label}: {title}" if title else label
    return f"{said} – {first_label(one.by, one.first)}" if isinstance(one, _COMPARING) else said


def _window(window: Window) -> str:
    return window_text(LocalMoment.parse(window.opens), LocalMoment.parse(window.closes))


def _round(one: Record) -> str:
    round_ = cast("Round", one)
    when = _window(round_.window) if round_.window else _("chưa ấn định thời gian")
    return f"{round_.title}: {when}"


def _draw(one: Record) -> str:
    draw = cast("Draw", one)
    said = _("%(count)d câu về %(field)s") % {
        "count": draw.count,
        "field": questions.field_label(draw.field),
    }
    if draw.essay:
        said += f" ({KINDS[QuestionKind.ESSAY].lower()})"
    if draw.topic:
        said += f", {draw.topic}"
    if draw.difficulty:
        said += f", {choice_label(draw.difficulty).lower()}"
    return f"{said} ({AUDIENCES.get(draw.audience, draw.audience)})" if draw.audience else said


def _prize(one: Record) -> str:
    prize = cast("Prize", one)
    said = f"{prize.count:02d} {prize.title}"
    return f"{said}: {amount_text(prize.amount)}" if prize.amount else said


def _field(one: Record) -> str:
    asked = cast("IdentityField", one)
    label = asked.label or choice_label(asked.kind)
    return f"{label} – {choice_label(asked.asked)}"


def _choice(one: Record) -> str:
    choice = cast("ChoiceRecord", one)
    answer = choice.chosen or _("chưa quyết định")
    return f"{choice.found} → {answer}"


def _bracket(one: Record) -> str:
    bracket = cast("SizeBracket", one)
    share = _("ít nhất %s%%") % decimal_text(bracket.percent)
    if bracket.staff_below is None:
        return _("Các đơn vị còn lại: %s") % share
    below = _("Dưới %d người") % bracket.staff_below
    return f"{below}: {share}"


def _term(one: Record) -> str:
    term = cast("Term", one)
    return f"{choice_label(term.by)} × {decimal_text(term.weight)}"


def _gate(one: Record) -> str:
    gate = cast("Gate", one)
    said = choice_label(gate.kind)
    return f"{said}: {choice_label(gate.by)}" if gate.by else said


_SAID: dict[type, Callable[[Record], str]] = {
    Round: _round,
    Draw: _draw,
    Prize: _prize,
    IdentityField: _field,
    ChoiceRecord: _choice,
    SizeBracket: _bracket,
    Term: _term,
    Gate: _gate,
}
