"""Rows of essays to records of the rules, and the texts that contestants wrote."""

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from hoithi.core.essays.sharing import Marker, Script
from hoithi.core.essays.sheet import Line
from hoithi.core.papers.records import decode
from hoithi.core.questions.records import Criterion
from hoithi.essays.models import Essay, EssayMarker
from hoithi.questions.models import QuestionKind, QuestionVersion
from hoithi.sittings.models import Submission

_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Written:
    """One essay question of a paper with what was written."""

    version: int
    stem: str
    text: str
    rubric: tuple[Criterion, ...] = ()
    """What its writer wants marked, for who marks it."""
    guide: str = ""
    """What its writer explains of a good answer."""


def written(submission: Submission, questions: Mapping[int, QuestionVersion]) -> list[Written]:
    """The essay questions of the paper, in its order, with their answers.

    `questions` are the essay questions by version; the submission comes with sitting and paper.
    """
    answers = submission.answers if isinstance(submission.answers, dict) else {}
    found = []
    for place, line in enumerate(decode(submission.sitting.paper.content), 1):
        if (version := questions.get(line.question)) is not None:
            given = answers.get(str(place))
            text = given if isinstance(given, str) else ""
            found.append(Written(version.pk, version.stem, text))
    return found


def essay_questions(submissions: Sequence[Submission]) -> dict[int, QuestionVersion]:
    """The essay questions of all these papers. One query."""
    papers = {one.sitting.paper_id: one.sitting.paper for one in submissions}
    ids = {line.question for paper in papers.values() for line in decode(paper.content)}
    found = QuestionVersion.objects.filter(kind=QuestionKind.ESSAY).in_bulk(ids)
    return dict(found)


def joined(texts: Sequence[Written]) -> str:
    """All that was written, as it is hashed and compared."""
    return "\n\n".join(one.text for one in texts)


def words_in(text: str) -> int:
    """How many words there are."""
    return len(_WORD.findall(text))


def hash_of(text: str) -> str:
    """SHA-256 of the text in UTF-8, lone surrogates kept as they are."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def lines_stored(lines: Sequence[Line]) -> list[list[str]]:
    """Lines as they are stored."""
    return [[one.key, one.title, str(one.most)] for one in lines]


def lines_of_essay(essay: Essay) -> tuple[Line, ...]:
    """The lines of the essay's sheets."""
    return tuple(Line(key, title, Decimal(most)) for key, title, most in essay.lines)


def marker_of(row: EssayMarker) -> Marker:
    """A marker as the sharing sees one; its person and units are fetched with it."""
    return Marker(row.pk, row.person.full_name, frozenset(unit.pk for unit in row.units.all()))


def script_of(essay: Essay, taken: frozenset[int] = frozenset()) -> Script:
    """An essay as the sharing sees it; its entrant and unit are fetched with it."""
    entrant = essay.entrant
    return Script(essay.number, entrant.unit.unit_id if entrant.unit else None, entrant.name, taken)
