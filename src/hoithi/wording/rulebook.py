"""The sentence for whatever is wrong, open or odd in a rulebook: where, what, and what to do."""

import re
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext

from hoithi.core.rulebook.checks import Finding
from hoithi.core.rulebook.document import Rulebook
from hoithi.core.rulebook.problem import Fact, Problem, RulebookUnreadable
from hoithi.core.rulebook.windows import UnknownKey
from hoithi.core.units.kinds import UnitKind
from hoithi.core.vietnamese.dates import date_text, moment_text
from hoithi.core.vietnamese.moments import LocalMoment
from hoithi.core.vietnamese.money import amount_text
from hoithi.core.vietnamese.numbers import decimal_text, dotted
from hoithi.wording import sentence as sentence_of_refusal
from hoithi.wording.rulebook_labels import label_of_value, place_text
from hoithi.wording.rulebook_problems import PROBLEMS
from hoithi.wording.rulebook_sentences import FINDINGS, WHAT

_MONEY = {"total", "budget", "over"}
_ENUMERATIONS = {
    "by": ("By", "Aggregate"),
    "kind": ("ContestKind", "GateKind"),
    "special": ("SpecialKind",),
    "field": ("IdentityKind",),
}
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}", re.ASCII)
_DECIMAL = re.compile(r"-?\d+\.\d+", re.ASCII)


def sentence(found: Problem | Finding) -> str:
    """One thing wrong, as an official would be told of it: the place, the fact, what to do."""
    template = PROBLEMS[found.code] if isinstance(found, Problem) else FINDINGS[found.code]
    facts = {name: fact_text(name, fact) for name, fact in found.facts.items()}
    if "line" in facts:
        facts["where"] = gettext("dòng {line}").format(line=facts["line"])
        if "column" in facts:
            column = gettext("dòng {line}, cột {column}")
            facts["where"] = column.format(line=facts["line"], column=facts["column"])
    facts.setdefault("where", gettext("tệp"))
    said = _with_hints(gettext(template).format_map(facts), facts)
    place = place_text(found.path, Rulebook)
    return f"{place}: {said}" if place else f"{said[:1].upper()}{said[1:]}"


def _with_hints(said: str, facts: dict[str, str]) -> str:
    if "near" in facts:
        near = gettext("Có phải là “{near}” không?").format(near=facts["near"])
        return f"{said} {near}"
    return said


def fact_text(name: str, fact: Fact) -> str:
    """A value as officials write it: 24h00 ngày 26/12/2021, 16.100.000 đồng, 92,5."""
    if isinstance(fact, tuple):
        return ", ".join(fact)
    if isinstance(fact, int):
        return amount_text(fact) if name in _MONEY else dotted(fact)
    if name == "what":
        return gettext(WHAT[fact])
    if name == "kind_of_unit":
        return UnitKind(fact).label if fact in {kind.value for kind in UnitKind} else fact
    for enumeration in _ENUMERATIONS.get(name, ()):
        label = label_of_value(enumeration, fact)
        if label != fact:
            return label
    return _written(fact) if name not in {"title", "other", "found", "value"} else fact


def _written(fact: str) -> str:
    if _MOMENT.fullmatch(fact):
        return moment_text(LocalMoment.parse(fact))
    if _DAY.fullmatch(fact):
        return date_text(date.fromisoformat(fact))
    return decimal_text(Decimal(fact)) if _DECIMAL.fullmatch(fact) else fact


_TOLD_AT_ONCE = 3


@sentence_of_refusal.register
def _unreadable(refusal: RulebookUnreadable) -> str:
    told = [sentence(problem) for problem in refusal.problems[:_TOLD_AT_ONCE]]
    more = len(refusal.problems) - len(told)
    if more:
        told.append(gettext("Còn {more} chỗ khác cần sửa.").format(more=more))
    return " ".join(told)


@sentence_of_refusal.register
def _unknown_key(refusal: UnknownKey) -> str:
    what = gettext(WHAT.get(refusal.what, WHAT["part"]))
    unknown = gettext("Thể lệ không có {what} nào mang mã “{key}”. Hãy tải lại trang.")
    return unknown.format(what=what, key=refusal.key)
