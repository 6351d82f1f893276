"""Words of the signs of irregularity: who or what each is about, its figures and its moment."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.utils.translation import gettext as _

from hoithi.core.signs import SignKind
from hoithi.results.queries.desk import Concerned, SignAtDesk
from hoithi.wording import moments
from hoithi.wording.placings import number_text

_ON_ITS_FACE = 2
"""So many people are named before one opens it."""
_OF_A_DEVICE = 6
"""So many characters of its hash tell one device from another."""


def sign_kind(kind: str) -> str:
    """What was noticed; it proves nothing by itself."""
    return {
        SignKind.IMPOSSIBLE_SPEED: _("Làm bài nhanh bất thường"),
        SignKind.SHARED_DEVICE: _("Nhiều người cùng một thiết bị"),
        SignKind.SAME_WRONG_ANSWERS: _("Nhiều bài sai giống hệt nhau"),
        SignKind.MANY_SITTINGS: _("Một người thi rất nhiều lượt"),
    }[SignKind(kind)]


def sign_about(one: SignAtDesk) -> str:
    """Whom or what it is about: a masked person with the unit, a device, or several people."""
    people = _people(one.people[:_ON_ITS_FACE], one.sign.count)
    if SignKind(one.sign.kind) is not SignKind.SHARED_DEVICE:
        return people
    device = one.sign.subject[:_OF_A_DEVICE]
    return _("Thiết bị %(device)s: %(people)s") % {"device": device, "people": people}


def _people(named: Sequence[Concerned], count: int) -> str:
    words = ", ".join(f"{who.name} ({who.unit})" if who.unit else who.name for who in named)
    if not named:
        return _("%(count)s người") % {"count": count}
    if count == len(named):
        return words
    told = _("%(names)s và %(count)s người nữa")
    return told % {"names": words, "count": count - len(named)}


def sign_figures(one: SignAtDesk) -> str:
    """The figures that made it noticed, and when that was."""
    facts, kind = one.sign.facts, SignKind(one.sign.kind)
    told = {
        SignKind.IMPOSSIBLE_SPEED: _speed,
        SignKind.SHARED_DEVICE: _device,
        SignKind.SAME_WRONG_ANSWERS: _mistakes,
        SignKind.MANY_SITTINGS: _sittings,
    }[kind](facts)
    return " · ".join(part for part in (*told, _when(facts)) if part)


def _speed(facts: Mapping[str, str]) -> list[str]:
    if "seconds" not in facts:
        return []
    words = {name: number_text(facts[name]) for name in ("seconds", "limit")}
    told = _("Làm xong trong %(seconds)s giây, ngưỡng là %(limit)s giây") % words
    return [told, *_more_than_one(facts)]


def _more_than_one(facts: Mapping[str, str]) -> list[str]:
    return _sittings(facts) if facts.get("sittings", "1") != "1" else []


def _device(facts: Mapping[str, str]) -> list[str]:
    if "people" not in facts:
        return []
    return [_("%(people)s người") % {"people": _number(facts["people"])}, *_sittings(facts)]


def _mistakes(facts: Mapping[str, str]) -> list[str]:
    if "wrong" not in facts:
        return []
    return [_("Cùng sai giống hệt %(wrong)s câu") % {"wrong": facts["wrong"]}]


def _sittings(facts: Mapping[str, str]) -> list[str]:
    if "sittings" not in facts:
        return []
    return [_("%(sittings)s lượt thi") % {"sittings": _number(facts["sittings"])}]


def _when(facts: Mapping[str, str]) -> str:
    """When it was handed in; from when to when, where these differ. Lists of before tell none."""
    if "from" not in facts:
        return ""
    first, last = (moments.moment(datetime.fromisoformat(facts[end])) for end in ("from", "to"))
    if first == last:
        return _("nộp bài lúc %(at)s") % {"at": first}
    return _("nộp bài từ %(first)s đến %(last)s") % {"first": first, "last": last}


def _number(text: str) -> str:
    return number_text(int(text))
