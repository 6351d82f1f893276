"""What the pages of statistics show: papers, their questions in order, answers by ability."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from hoithi.contests.models import Round
from hoithi.contests.queries import rules_of_round
from hoithi.core.questions.rows import OPTION_LETTERS
from hoithi.core.rulebook.windows import parts_in
from hoithi.core.statistics.doubts import DoubtCode
from hoithi.core.statistics.records import Response
from hoithi.documents.charts import Series, line_chart
from hoithi.kit import clock
from hoithi.results.facts.item_statistics import PaperStored, RoundFigures
from hoithi.results.queries.item_statistics import QuestionSeen
from hoithi.sittings.facts.banks import TRUE_OR_FALSE
from hoithi.wording.item_statistics import doubt_said

_LINES = 4
_UNKNOWN = 2.0
"""Sorted behind every figure."""


def title_of(round_: Round, paper: PaperStored) -> str:
    """What the paper is called; with its group where groups have papers of their own."""
    rules = rules_of_round(round_, at=clock.now())
    titles = {part.key: part.title for part in parts_in(rules, round_.key)}
    groups = {group.key: group.title for group in rules.groups}
    title = titles.get(paper.part_key, paper.part_key)
    return f"{title} – {groups.get(paper.group, paper.group)}" if paper.group else title


def paper_asked(figures: RoundFigures, number: str) -> tuple[int, PaperStored] | None:
    """The paper with this number, from 0; the first where there is no such; None for none."""
    if not figures.papers:
        return None
    place = int(number[:3]) if number.isdecimal() else 0
    place = place if place < len(figures.papers) else 0
    return place, figures.papers[place]


def _by_doubts(one: QuestionSeen) -> Any:
    order = list(DoubtCode)
    gravest = min((order.index(doubt.code) for doubt in one.doubts), default=len(order))
    return gravest, _by_discrimination(one)


def _by_discrimination(one: QuestionSeen) -> Any:
    found = one.stored.figures.discrimination
    return _UNKNOWN if found is None else found


ORDERS: dict[str, Callable[[QuestionSeen], Any]] = {
    "nghi-van": _by_doubts,
    "do-kho": lambda one: one.stored.figures.facility,
    "phan-biet": _by_discrimination,
    "ma": lambda one: one.version.question.code,
}


def in_order(questions: Sequence[QuestionSeen], order: str) -> list[QuestionSeen]:
    """Doubtful ones first, or as the address asks."""
    return sorted(questions, key=ORDERS.get(order, _by_doubts))


@dataclass(frozen=True)
class QuestionLine:
    """A question of the table with the sentences about it."""

    seen: QuestionSeen
    sentences: tuple[str, ...]


def lines_of(questions: Sequence[QuestionSeen]) -> list[QuestionLine]:
    """Each with what is doubtful about it."""
    return [QuestionLine(one, tuple(map(doubt_said, one.doubts))) for one in questions]


@dataclass(frozen=True)
class AnswerLine:
    """An answer with who gave it: shares of each fifth, from the weakest to the best."""

    label: str
    text: str
    is_right: bool
    count: int
    share: float
    fifths: tuple[int, ...]
    """Percent of the people of each fifth."""


def answers_of(seen: QuestionSeen) -> list[AnswerLine]:
    """Every answer of the question, options nobody took too; no answer last."""
    responses = seen.stored.figures.responses
    sizes = [sum(one.fifths[n] for one in responses) for n in range(len(_blank(responses)))]
    most = round(seen.stored.figures.most * 10_000)
    lines = [_answer_line(seen, one, sizes, most) for one in responses]
    taken = {line.label for line in lines}
    for place, text in enumerate(_options(seen)):
        if OPTION_LETTERS[place] not in taken:
            is_right = place in seen.right
            none = tuple(0 for _size in sizes)
            lines.append(AnswerLine(OPTION_LETTERS[place], text, is_right, 0, 0.0, none))
    return sorted(lines, key=lambda line: (line.label == "", len(line.label), line.label))


def _blank(responses: Sequence[Response]) -> tuple[int, ...]:
    return responses[0].fifths if responses else ()


def _options(seen: QuestionSeen) -> list[str]:
    if seen.version.kind == "true_false":
        return list(TRUE_OR_FALSE)
    return list(seen.version.options) if seen.version.kind in {"single", "multiple"} else []


def _answer_line(seen: QuestionSeen, one: Response, sizes: Sequence[int], most: int) -> AnswerLine:
    label, text = _labelled(seen, one.response)
    sittings = seen.stored.figures.sittings
    shares = [
        round(100 * count / size) if size else 0
        for count, size in zip(one.fifths, sizes, strict=True)
    ]
    return AnswerLine(label, text, one.mark >= most, one.count, one.count / sittings, tuple(shares))


def _labelled(seen: QuestionSeen, response: Any) -> tuple[str, str]:
    if response is None:
        return "", _("Không trả lời")
    options = _options(seen)
    if isinstance(response, list | tuple):
        places = [place for place in response if isinstance(place, int)]
        if options and all(0 <= place < len(options) for place in places):
            letters = ", ".join(OPTION_LETTERS[place] for place in places)
            return letters, "; ".join(options[place] for place in places)
        return " – ".join(str(place + 1) for place in places), ""
    return f"“{response}”", ""


def chart_of(answers: Sequence[AnswerLine]) -> str:
    """Answers by ability: a line for each of the answers given most, the right one always."""
    shown = sorted(answers, key=lambda one: (not one.is_right, -one.count))[:_LINES]
    series = [Series(_named(one), one.fifths) for one in shown]
    labels = [_("Thấp nhất"), "2", "3", "4", _("Cao nhất")]
    return line_chart(_("Phần trăm mỗi nhóm chọn từng phương án"), labels, series)


def _named(line: AnswerLine) -> str:
    name = line.label or line.text
    return _("%(answer)s (đúng)") % {"answer": name} if line.is_right else name
