"""What a new named list would change in the one that counts, person by person."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from hoithi.core.vietnamese.text import words_key
from hoithi.entries.facts.lists import NamedLine, born_shown, read_born, stamp_of
from hoithi.entries.models import ListedPerson, MatchState, UnitList
from hoithi.people.facts import opened

_Key = tuple[str, str]
One = TypeVar("One")


@dataclass(frozen=True)
class ListedName:
    """A person of one of the two lists."""

    name: str
    born: str
    post: str
    exempt_reason: str = ""
    settled: bool = False
    """Somebody said which contestant it is."""


@dataclass(frozen=True)
class ListedChange:
    """A person of both lists of whom something would be different."""

    before: ListedName
    after: ListedName

    @property
    def loses_exemption(self) -> bool:
        """The reason would be gone: the name and birth are several people's."""
        return bool(self.before.exempt_reason) and not self.after.exempt_reason


@dataclass(frozen=True)
class ListChanges:
    """Everything a new list would change, and of which list that was said."""

    added: tuple[ListedName, ...]
    removed: tuple[ListedName, ...]
    changed: tuple[ListedChange, ...]
    unchanged: int
    stamp: str


def list_changes(before: UnitList, lines: Sequence[NamedLine]) -> ListChanges:
    """Compares by name and birth, as exemptions and matches are carried over when it is taken."""
    old = _by_key((_key_of(row), row) for row in before.people.select_related("identity"))
    new = _by_key(((words_key(line.full_name), line.born), line) for line in lines)
    added: list[ListedName] = []
    removed: list[ListedName] = []
    changed: list[ListedChange] = []
    unchanged = 0
    for key in dict.fromkeys([*new, *old]):
        rows, given = old.get(key, []), new.get(key, [])
        is_carried = len(rows) == len(given) == 1
        for row, line in zip(rows, given, strict=False):
            was, becomes = _was(row), _becomes(row, line, is_carried=is_carried)
            if was == becomes:
                unchanged += 1
            else:
                changed.append(ListedChange(was, becomes))
        removed += [_was(row) for row in rows[len(given) :]]
        added += [_added(line) for line in given[len(rows) :]]
    return ListChanges(tuple(added), tuple(removed), tuple(changed), unchanged, stamp_of(before))


def _by_key(pairs: Iterable[tuple[_Key, One]]) -> dict[_Key, list[One]]:
    found: dict[_Key, list[One]] = defaultdict(list)
    for key, one in pairs:
        found[key].append(one)
    return dict(found)


def _key_of(row: ListedPerson) -> tuple[str, str]:
    fields = opened(row.identity) if row.identity else {}
    return fields.get("name", ""), fields.get("born", "")


def _was(row: ListedPerson) -> ListedName:
    fields = opened(row.identity) if row.identity else {}
    return ListedName(
        fields.get("full_name", "") or row.masked_name,
        born_shown(read_born(fields.get("born", ""))),
        row.post,
        row.exempt_reason,
        row.match == MatchState.CONFIRMED,
    )


def _becomes(row: ListedPerson, line: NamedLine, *, is_carried: bool) -> ListedName:
    was, given = _was(row), _added(line)
    if not is_carried:
        return given
    reason = given.exempt_reason or was.exempt_reason
    return ListedName(was.name, was.born, given.post, reason, was.settled)


def _added(line: NamedLine) -> ListedName:
    born = born_shown(read_born(line.born))
    return ListedName(line.full_name, born, line.post[:120], line.exempt[:200])
