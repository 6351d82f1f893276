"""The papers of a round as people are told of them: who sits how many questions in how long."""

from dataclasses import dataclass, replace

from hoithi.core.rulebook.document import Rulebook
from hoithi.core.rulebook.parts import PaperPart
from hoithi.core.rulebook.windows import paper_for, parts_in


@dataclass(frozen=True)
class PaperTold:
    """A paper, and the groups that sit it so."""

    title: str
    groups: tuple[str, ...]
    """Titles of the groups; empty where everybody sits the same."""
    minutes: int
    questions: int
    predicts: bool
    of_several: bool = False
    """Whether it is one of several papers of the round."""


def papers_told(rulebook: Rulebook, round_key: str) -> list[PaperTold]:
    """Every paper of a round; groups that sit it alike stand together, in the rulebook's order."""
    held = [part for part in parts_in(rulebook, round_key) if isinstance(part, PaperPart)]
    told = [one for part in held for one in _told(rulebook, round_key, part)]
    return [replace(one, of_several=len(held) > 1) for one in told]


def _told(rulebook: Rulebook, round_key: str, part: PaperPart) -> list[PaperTold]:
    alike: dict[tuple[int, int, bool], list[str]] = {}
    for group in rulebook.groups:
        paper = paper_for(rulebook, round_key, group.key, part.key)
        alike.setdefault(_facts(paper), []).append(group.title)
    if len(alike) > 1:
        return [PaperTold(part.title, tuple(groups), *facts) for facts, groups in alike.items()]
    facts = next(iter(alike), None) or _facts(paper_for(rulebook, round_key, None, part.key))
    return [PaperTold(part.title, (), *facts)]


def _facts(paper: PaperPart) -> tuple[int, int, bool]:
    questions = sum(draw.count for draw in paper.blueprint)
    return paper.minutes, questions, paper.prediction is not None
