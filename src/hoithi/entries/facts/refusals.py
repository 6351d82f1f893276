"""Why a form of the door is refused, as actions and queries both say it."""

from collections.abc import Sequence

from hoithi.core.entering.answers import FieldProblem
from hoithi.kit.refusals import Refusal


class EntryRefused(Refusal):
    """The form does not hold; `problems` says field by field why."""

    def __init__(self, problems: Sequence[FieldProblem]) -> None:
        super().__init__(problems=tuple(problems))
        self.problems = tuple(problems)
