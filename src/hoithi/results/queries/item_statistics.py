"""Statistics of a round as those may see them who read its keys; history of a question."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from hoithi.contests.models import Round
from hoithi.contests.queries import round_for, rules_of_round
from hoithi.core.questions.records import QuestionKind
from hoithi.core.statistics.doubts import Doubt, doubts
from hoithi.people.models import Person, RoleName
from hoithi.questions.facts import answer_of
from hoithi.questions.models import Question, QuestionVersion
from hoithi.questions.queries import newest_keys
from hoithi.results.facts.item_statistics import PaperStored, QuestionStored, RoundFigures
from hoithi.results.facts.packing import unpack
from hoithi.results.models import QuestionFigure, RoundStatistics

READERS = (RoleName.ORGANISER, RoleName.QUESTION_REVIEWER)
"""Those who may read keys; statistics show them."""


@dataclass(frozen=True)
class QuestionSeen:
    """A question of a paper with what is doubtful about it."""

    version: QuestionVersion
    stored: QuestionStored
    doubts: tuple[Doubt, ...]
    right: frozenset[int]
    """Right options of a single choice; nothing for other kinds."""
    exposure: float
    """Share of the sittings that had it."""


def round_to_read(person: Person, slug: str, key: str, *, at: datetime) -> Round:
    """The round, for somebody who may read its keys."""
    return round_for(person, slug, key, *READERS, at=at)


def statistics_of(round_: Round) -> RoundStatistics | None:
    """The stored figures of a round; None before the worker has reckoned them."""
    return RoundStatistics.objects.filter(round=round_).first()


def figures_of(row: RoundStatistics) -> RoundFigures:
    """The figures themselves."""
    return unpack(bytes(row.content), RoundFigures)


def questions_of(paper: PaperStored) -> list[QuestionSeen]:
    """The questions of a paper by their codes; three queries for however many."""
    ids = [one.version for one in paper.questions]
    versions = QuestionVersion.objects.select_related("question").in_bulk(ids)
    rights = _rights(versions)
    found = [
        _seen(versions[one.version], one, rights.get(one.version, frozenset()), paper)
        for one in paper.questions
        if one.version in versions
    ]
    return sorted(found, key=lambda one: one.version.question.code)


def _rights(versions: Mapping[int, QuestionVersion]) -> dict[int, frozenset[int]]:
    """Right options of the questions of which one option is chosen."""
    found = {}
    for pk, key in newest_keys(versions).items():
        kind = QuestionKind(versions[pk].kind)
        if kind is QuestionKind.SINGLE:
            found[pk] = answer_of(kind, key).places
        elif kind is QuestionKind.TRUE_FALSE:
            found[pk] = frozenset({0 if key.right else 1})
    return found


def _seen(
    version: QuestionVersion, stored: QuestionStored, right: frozenset[int], paper: PaperStored
) -> QuestionSeen:
    options = (len(version.options) or 2) if right else 0
    return QuestionSeen(
        version=version,
        stored=stored,
        doubts=doubts(stored.figures, options=options, right=right),
        right=right,
        exposure=stored.figures.sittings / paper.paper.sittings if paper.paper.sittings else 0.0,
    )


@dataclass(frozen=True)
class Earlier:
    """How a question did in one paper of a round."""

    figure: QuestionFigure
    title: str


def history_of(question: Question, *, at: datetime) -> list[Earlier]:
    """How the question did in every round it was drawn for, the newest first."""
    rows = QuestionFigure.objects.filter(version__question=question)
    known = rows.select_related("version", "statistics__round__contest").order_by(
        "-statistics__round__closes_at", "-pk"
    )
    return [Earlier(row, _titled(row, at)) for row in known]


def _titled(row: QuestionFigure, at: datetime) -> str:
    round_ = row.statistics.round
    groups = rules_of_round(round_, at=at).groups if row.group else ()
    group = next((one.title for one in groups if one.key == row.group), row.group)
    return " – ".join(filter(None, (round_.contest.title, round_.title, group)))
