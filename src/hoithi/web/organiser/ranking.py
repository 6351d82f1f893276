"""The ranking of a draft as the desk shows it: pages of lines, and two lines side by side."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from hoithi.entries.models import Entrant
from hoithi.results.facts.snapshot import Head, Line
from hoithi.results.models import Draft
from hoithi.results.queries import stored
from hoithi.results.queries.explaining import Comparison, comparison
from hoithi.web.public.shown import unit_rows
from hoithi.wording import placings as words
from hoithi.wording.explaining import judged_sentence

LINES_A_PAGE = 100


@dataclass(frozen=True)
class Row:
    """A line as the desk shows it."""

    number: int
    """In the whole ranking, from 1."""
    place: int
    tied: bool
    token: str
    name: str
    unit: str
    cells: tuple[str, ...]
    prize: str
    heading: str = ""
    """Title of the group whose ranking begins here, where groups are ranked apart."""


@dataclass(frozen=True)
class ComparedKey:
    """What one ranking key says about two lines."""

    number: int
    title: str
    direction: str
    upper: str
    lower: str
    is_decisive: bool


@dataclass(frozen=True)
class Compared:
    """Two lines side by side, the upper first, and the sentence that says what decided."""

    sentence: str
    upper: Row
    lower: Row
    keys: tuple[ComparedKey, ...]


def ranking_shown(draft: Draft, asked: Mapping[str, str]) -> dict[str, object]:
    """One page of the ranking, the one that holds the upper of two compared lines if not asked."""
    head = stored.head(draft.pk)
    upper, lower = _number(asked.get("tren")), _number(asked.get("duoi"))
    pages = max(1, -(-head.lines // LINES_A_PAGE))
    page = _number(asked.get("trang")) or ((upper or 1) - 1) // LINES_A_PAGE + 1
    page = min(page, pages)
    first = (page - 1) * LINES_A_PAGE
    lines = stored.lines(draft.pk, first, first + LINES_A_PAGE)
    found = comparison(draft, upper - 1, lower - 1) if upper and lower else None
    return {
        "head": head,
        "columns": [words.key_title(key) for key in head.keys],
        "rows": _rows(head, list(enumerate(lines, start=first + 1))),
        "page": page,
        "pages": pages,
        "upper": upper,
        "lower": lower,
        "compared": _compared(found, upper, lower) if found and upper and lower else None,
        "is_asked": bool(upper or lower),
    }


def _number(text: str | None) -> int | None:
    """A whole number from 1; None for anything else."""
    plain = (text or "").strip()
    if not (plain.isascii() and plain.isdecimal() and len(plain) < 9):
        return None
    return int(plain) or None


def _rows(head: Head, numbered: Sequence[tuple[int, Line]]) -> list[Row]:
    wanted = [line.entrant for _, line in numbered]
    tokens = dict(Entrant.objects.filter(pk__in=wanted).values_list("pk", "token"))
    return [
        Row(
            number=number,
            place=line.place,
            tied=line.tied,
            token=tokens.get(line.entrant, ""),
            name=line.name,
            unit=head.units[line.unit].name if line.unit >= 0 else "",
            cells=tuple(
                words.value_text(key, value)
                for key, value in zip(head.keys, line.values, strict=True)
            ),
            prize=line.prize,
            heading=_heading(head, number, line, is_first=number == numbered[0][0]),
        )
        for number, line in numbered
    ]


def _heading(head: Head, number: int, line: Line, *, is_first: bool) -> str:
    if not head.sections or not (is_first or head.section_at(number - 1).first == number - 1):
        return ""
    return dict(head.groups).get(line.group) or _("Không thuộc nhóm nào")


def _compared(found: Comparison, one: int, other: int) -> Compared:
    upper, lower = found.upper, found.lower
    rows = _rows(found.head, [(min(one, other), upper), (max(one, other), lower)])
    keys = tuple(
        ComparedKey(
            number=number + 1,
            title=words.key_title(key),
            direction=words.direction(key),
            upper=words.value_text(key, upper.values[number]),
            lower=words.value_text(key, lower.values[number]),
            is_decisive=number == found.decisive,
        )
        for number, key in enumerate(found.head.keys)
    )
    decisive = None if found.decisive is None else found.head.keys[found.decisive]
    values = (
        (None, None)
        if found.decisive is None
        else (upper.values[found.decisive], lower.values[found.decisive])
    )
    names = (f"{upper.name} ({upper.place})", f"{lower.name} ({lower.place})")
    return Compared(words.why_sentence(decisive, *values, names=names), rows[0], rows[1], keys)


def units_shown(draft: Draft) -> dict[str, object]:
    """The collective rankings, each with its lines."""
    tables = stored.collectives(draft.pk)
    return {"collectives": [(table, unit_rows(table)) for table in tables]}


def judged_said(draft: Draft) -> list[str]:
    """What the committee gave units, why, and by which minutes, a sentence each."""
    names = {unit.id: unit.name for unit in stored.head(draft.pk).units}
    return [judged_sentence(one, names.get(one.unit, "")) for one in stored.judged(draft.pk)]
