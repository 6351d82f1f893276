"""The rulebook prints itself: thể lệ, or hướng dẫn kiểm tra, as a neutral document and as text."""

from collections.abc import Callable

from hoithi.core.rulebook.document import ContestKind, PlanReference, Rulebook
from hoithi.core.rulebook.printing import (
    closing,
    door,
    opening,
    parts,
    prizes,
    ranking,
    schedule,
)
from hoithi.core.rulebook.printing.model import (
    Article,
    Clause,
    Draft,
    Point,
    RulesText,
    Table,
    numbered,
)
from hoithi.core.rulebook.printing.numbers import day
from hoithi.core.rulebook.printing.terms import Terms, terms
from hoithi.core.rulebook.printing.text import as_text

__all__ = ["Article", "Clause", "Point", "RulesText", "Table", "as_text", "print_rules"]

_ARTICLES: tuple[Callable[[Rulebook, Terms], Draft], ...] = (
    opening.name,
    opening.purpose,
    opening.topics,
    opening.eligible,
    door.registration,
    schedule.schedule,
    parts.parts,
    parts.attempts,
    parts.passing,
    ranking.ranking,
    ranking.collectives,
    prizes.prizes,
    closing.publication,
    closing.remarks,
    closing.duties,
    closing.personal_data,
    closing.choices,
    closing.final,
)


def print_rules(rulebook: Rulebook) -> RulesText:
    """The regulation of the contest, under the name its kind has."""
    words = terms(rulebook)
    skills = rulebook.kind is ContestKind.SKILLS
    return RulesText(
        superior=rulebook.superior,
        organiser=rulebook.organiser,
        place=rulebook.place,
        name="HƯỚNG DẪN KIỂM TRA" if skills else "THỂ LỆ",
        title=rulebook.title,
        basis=None if rulebook.plan is None else _basis(rulebook.plan),
        articles=numbered(article(rulebook, words) for article in _ARTICLES),
    )


def _basis(plan: PlanReference) -> str:
    number = f" số {plan.number}" if plan.number else ""
    issued = f" ngày {day(plan.issued_on)}" if plan.issued_on else ""
    issuer = f" của {plan.issuer}" if plan.issuer else ""
    title = f"{plan.title[:1].lower()}{plan.title[1:]}"
    return f"Căn cứ Kế hoạch{number}{issued}{issuer} về {title}."
