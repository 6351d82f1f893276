"""Rows of the journal as a page shows them: rounds by their titles, contestants by their names."""

from collections.abc import Iterable
from dataclasses import dataclass

from hoithi.contests.models import Round
from hoithi.entries.models import Entrant
from hoithi.journal.models import Entry
from hoithi.wording.journal import facts_said

_ROUND, _ENTRANT = "contests.Round", "entries.Entrant"


@dataclass(frozen=True)
class EntryShown:
    """A row of the journal and what it says."""

    entry: Entry
    subject_name: str
    """What the subject is called; empty where only its number is known."""
    facts: list[tuple[str, str]]


def shown(entries: Iterable[Entry]) -> list[EntryShown]:
    """The rows in words. Two queries, however many there are."""
    rows = list(entries)
    rounds, titles = _rounds(rows)
    names = _names(rows)
    found = []
    for one in rows:
        known = {
            "round": titles.get((one.contest_id, str(one.facts.get("round"))), ""),
            "entrant": names.get(_number(one.facts.get("entrant")), ""),
        }
        by_kind = {_ROUND: rounds, _ENTRANT: names}.get(one.subject, {})
        called = by_kind.get(one.subject_id or 0, "")
        found.append(EntryShown(one, called, facts_said(one.facts, known)))
    return found


def _rounds(rows: list[Entry]) -> tuple[dict[int, str], dict[tuple[int | None, str], str]]:
    """Titles of the rounds of these contests: by their numbers, and by contest and key."""
    of = {one.contest_id for one in rows if one.contest_id is not None}
    found = list(Round.objects.filter(contest_id__in=of).only("contest_id", "key", "title"))
    keyed: dict[tuple[int | None, str], str] = {}
    keyed |= {(one.contest_id, one.key): one.title for one in found}
    return {one.pk: one.title for one in found}, keyed


def _names(rows: list[Entry]) -> dict[int, str]:
    """The names of contestants as lists show them before consent, by their numbers."""
    stated = {_number(one.facts.get("entrant")) for one in rows}
    stated |= {one.subject_id or 0 for one in rows if one.subject == _ENTRANT}
    return dict(Entrant.objects.filter(pk__in=stated - {0}).values_list("pk", "name"))


def _number(value: object) -> int:
    text = str(value)
    return int(text) if text.isascii() and text.isdigit() else 0
