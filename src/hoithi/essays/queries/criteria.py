"""Whether the rules and the questions of a round want essays marked by the same criteria."""

from dataclasses import dataclass
from datetime import datetime

from hoithi.contests.models import Round
from hoithi.core.questions.records import QuestionKind
from hoithi.core.rulebook.document import Rulebook
from hoithi.core.rulebook.parts import JuryPart
from hoithi.core.rulebook.windows import parts_in
from hoithi.questions.facts import answer_of
from hoithi.questions.queries import approved_for, newest_keys


@dataclass(frozen=True)
class OtherCriteria:
    """A part whose criteria are on the marking sheet, and questions that say others."""

    title: str
    codes: tuple[str, ...]


def other_criteria(round_: Round, rules: Rulebook, *, at: datetime) -> list[OtherCriteria]:
    """Parts of essays whose criteria differ from the rubrics of questions that may be drawn.

    The criteria of the rules are the ones that count: the rubric is only read beside them.
    """
    parts = [
        part
        for part in parts_in(rules, round_.key)
        if isinstance(part, JuryPart) and part.essay and part.criteria
    ]
    if not parts:
        return []
    rubrics = _rubrics(round_, at=at)
    found = []
    for part in parts:
        ours = [(one.title, one.most) for one in part.criteria]
        codes = tuple(sorted(code for code, told in rubrics.items() if told and told != ours))
        if codes:
            found.append(OtherCriteria(part.title, codes))
    return found


def _rubrics(round_: Round, *, at: datetime) -> dict[str, list[tuple[str, object]]]:
    approved = approved_for(round_.contest, at=max(at, round_.opens_at or at))
    essays = list(approved.filter(kind=QuestionKind.ESSAY).select_related("question"))
    keys = newest_keys(one.pk for one in essays)
    return {
        one.question.code: [
            (line.text, line.points) for line in answer_of(QuestionKind.ESSAY, keys[one.pk]).rubric
        ]
        for one in essays
        if one.pk in keys
    }
