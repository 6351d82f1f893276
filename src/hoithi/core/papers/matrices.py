"""Every table of questions (ma trận đề) of a rulebook: of a paper, of a group, of a round."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from hoithi.core.papers.coverage import (
    ReleasedShortage,
    SharedShortage,
    released_shortage,
    shared_shortages,
)
from hoithi.core.papers.draw import PaperCannotBeDrawn, TooFewQuestions, TooManyReleased, draw
from hoithi.core.papers.records import BankQuestion, Blueprint, candidates
from hoithi.core.rulebook.document import Rulebook
from hoithi.core.rulebook.parts import Draw, PaperPart

_SEEDS_TRIED = 3


@dataclass(frozen=True)
class Matrix:
    """One table of rows, where it stands in the rulebook, and for whom it is drawn."""

    path: str
    part: PaperPart
    rows: tuple[Draw, ...]
    group: str | None = None
    """The title of the group whose own it is."""
    round: str | None = None
    """The title of the round whose own it is."""
    audiences: tuple[str | None, ...] = (None,)

    @property
    def total(self) -> int:
        """How many questions a paper has."""
        return sum(row.count for row in self.rows)

    @property
    def points(self) -> Decimal:
        """How many points a paper has at most."""
        each = (self.part.points if row.points is None else row.points for row in self.rows)
        counts = (row.count for row in self.rows)
        return sum((count * one for count, one in zip(counts, each, strict=True)), Decimal())

    def blueprints(self) -> Iterator[Blueprint]:
        """As it is drawn, for each audience once."""
        shuffled = (self.part.shuffle_questions, self.part.shuffle_options)
        for audience in self.audiences:
            yield Blueprint(self.rows, audience, *shuffled, self.part.released_share)


def matrices(rulebook: Rulebook) -> list[Matrix]:
    """The tables of all papers, those of groups, and those of rounds that have their own."""
    papers = [
        Matrix(f"parts[{place}].blueprint", part, part.blueprint, audiences=_everybody(rulebook))
        for place, part in enumerate(rulebook.parts)
        if isinstance(part, PaperPart)
    ]
    return [*papers, *_of_groups(rulebook), *_of_rounds(rulebook)]


def _everybody(rulebook: Rulebook) -> tuple[str | None, ...]:
    """The audiences of all groups; none where there are no groups."""
    return tuple(dict.fromkeys(one.audience for one in rulebook.groups)) or (None,)


def _papers(rulebook: Rulebook) -> dict[str, PaperPart]:
    return {one.key: one for one in rulebook.parts if isinstance(one, PaperPart)}


def _of_groups(rulebook: Rulebook) -> Iterator[Matrix]:
    papers, groups = _papers(rulebook), {one.key: one for one in rulebook.groups}
    for place, own in enumerate(rulebook.group_papers):
        part, group = papers.get(own.part), groups.get(own.group)
        if part is not None and group is not None:
            path = f"group_papers[{place}].blueprint"
            yield Matrix(path, part, own.blueprint, group.title, None, (group.audience,))


def _of_rounds(rulebook: Rulebook) -> Iterator[Matrix]:
    papers, groups = _papers(rulebook), {one.key: one for one in rulebook.groups}
    for place, round_ in enumerate(rulebook.rounds):
        for number, change in enumerate(round_.papers):
            part, group = papers.get(change.part), groups.get(change.group or "")
            if change.blueprint and part is not None:
                path = f"rounds[{place}].papers[{number}].blueprint"
                whose = (group.audience,) if group else _everybody(rulebook)
                title = group.title if group else None
                yield Matrix(path, part, change.blueprint, title, round_.title, whose)


@dataclass(frozen=True)
class Check:
    """What a bank lacks for a table: by row, for rows together, of the study set, of pairs."""

    available: tuple[int, ...]
    """For each row how many questions there are, for the audience that has fewest."""
    shared: SharedShortage | None = None
    released: ReleasedShortage | None = None
    excludes: bool = False
    """Questions that are never in one paper leave none."""


def check(questions: Sequence[BankQuestion], matrix: Matrix) -> Check:
    """Whether papers can be drawn by the table from these questions."""
    available = tuple(
        min(len(candidates(questions, row, audience)) for audience in matrix.audiences)
        for row in matrix.rows
    )
    if any(has < row.count for has, row in zip(available, matrix.rows, strict=True)):
        return Check(available)
    for blueprint in matrix.blueprints():
        if shared := shared_shortages(questions, blueprint):
            return Check(available, shared=shared[0])
        if released := released_shortage(questions, blueprint):
            return Check(available, released=released)
        if not _can_be_drawn(questions, blueprint):
            return Check(available, excludes=True)
    return Check(available)


def _can_be_drawn(questions: Sequence[BankQuestion], blueprint: Blueprint) -> bool:
    try:
        for seed in range(_SEEDS_TRIED):
            draw(questions, blueprint, f"thu-{seed}")
    except (PaperCannotBeDrawn, TooFewQuestions, TooManyReleased):
        return False
    return True
