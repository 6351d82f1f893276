"""What a person does to a rulebook on screen, as changes of the document."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from hoithi.contests.models import RulebookVersion
from hoithi.core.rulebook.document import Rulebook
from hoithi.core.rulebook.editing import add_item, move_item, remove_item, set_value
from hoithi.core.rulebook.problem import Problem
from hoithi.core.rulebook.schema import value_at
from hoithi.web.organiser.rules.nodes import Typed


class Deed(Protocol):
    """A button beside a rule."""

    def __call__(self, rulebook: Rulebook, path: str, tag: str) -> Rulebook | Problem: ...


DEEDS: Mapping[str, Deed] = {
    "them": lambda rulebook, path, tag: add_item(rulebook, path, tag or None),
    "bo": lambda rulebook, path, _tag: remove_item(rulebook, path),
    "len": lambda rulebook, path, _tag: move_item(rulebook, path, -1),
    "xuong": lambda rulebook, path, _tag: move_item(rulebook, path, 1),
}
"""By the word in their address: add, remove, up, down."""


def done(rulebook: Rulebook, deed: str, path: str, tag: str) -> Rulebook:
    """The rulebook after a button was pressed. Raises DoesNotExist where there is no such thing."""
    changed = DEEDS[deed](rulebook, path, tag) if deed in DEEDS else None
    if not isinstance(changed, Rulebook):
        raise RulebookVersion.DoesNotExist
    return changed


def after(rulebook: Rulebook, deed: str, path: str) -> str:
    """Where a person goes on after the deed: to what was added, else to the list it was in."""
    value = value_at(rulebook, path)
    if deed == "them":
        return f"{path}[{len(value) - 1}]" if isinstance(value, tuple) else path
    return path.rpartition(".")[0] or path.rpartition("[")[0] or path


def filled(rulebook: Rulebook, typed: Sequence[Typed]) -> tuple[Rulebook, list[Problem]]:
    """The rulebook with all these values, and what of them could not be read.

    A small optional record is made with its first value and taken away when all are empty.
    """
    problems: list[Problem] = []
    given = {one.around for one in typed if one.around and one.text}
    for around in {one.around for one in typed if one.around}:
        rulebook = _with_around(rulebook, around, is_given=around in given)
    for one in typed:
        if one.around and one.around not in given:
            continue
        result = set_value(rulebook, one.path, one.text)
        if isinstance(result, Problem):
            problems.append(result)
        else:
            rulebook = result
    return rulebook, problems


def _with_around(rulebook: Rulebook, around: str, *, is_given: bool) -> Rulebook:
    is_there = value_at(rulebook, around) is not None
    if is_given == is_there:
        return rulebook
    changed = add_item(rulebook, around) if is_given else remove_item(rulebook, around)
    if isinstance(changed, Problem):
        raise RulebookVersion.DoesNotExist
    return changed
