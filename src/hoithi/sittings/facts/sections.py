"""In which part of a printed paper a question stands, by how it is answered."""

from enum import IntEnum

CHOICES = frozenset({"single", "multiple", "true_false"})
_ESSAY = "essay"


class ExamPart(IntEnum):
    """The parts of a printed paper in their order: one answer sheet serves all codes."""

    CHOICES = 0
    """Letters are chosen: circles on the answer sheet."""
    SHORT = 1
    """A number, words, pairs or an order: a line on the answer sheet."""
    ESSAYS = 2


def section_of(kind: str) -> ExamPart:
    """The part of the paper for a kind of question."""
    if kind in CHOICES:
        return ExamPart.CHOICES
    return ExamPart.ESSAYS if kind == _ESSAY else ExamPart.SHORT
