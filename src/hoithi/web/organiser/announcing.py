"""What a contest still lacks when it is about to be made public: said, and in nobody's way."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from hoithi.contests.models import Contest
from hoithi.core.next_steps import ContestFacts, RoundFacts
from hoithi.core.rounds import RoundState
from hoithi.core.rulebook.document import Rulebook
from hoithi.web.permissions import opens


@dataclass(frozen=True)
class Lacking:
    """What is missing, with the page where it is done; no address for who may not open it."""

    sentence: str
    href: str


def lacking(
    request: HttpRequest, contest: Contest, facts: ContestFacts, rulebook: Rulebook
) -> list[Lacking]:
    """Everything that people would miss once they can read the page."""
    return [
        Lacking(sentence, _address(request, contest, page))
        for sentence, page in _found(contest, facts, rulebook)
    ]


def _found(contest: Contest, facts: ContestFacts, rulebook: Rulebook) -> Iterator[tuple[str, str]]:
    next_round = _next_round(facts)
    if not facts.has_bank and any(one.needs_papers for one in facts.rounds):
        yield _("Chưa chọn ngân hàng câu hỏi."), "bank_seal"
    if next_round is not None and next_round.needs_papers and not next_round.is_sealed:
        told = _("Chưa niêm phong đề của “%(title)s”, đợt mở sắp tới.")
        yield told % {"title": next_round.title}, "bank_seal"
    if facts.to_review:
        told = _("Còn %(count)s câu hỏi chờ thẩm định.")
        yield told % {"count": facts.to_review}, "bank_seal"
    if not (rulebook.helpdesk or contest.body.telephone):
        yield _("Chưa có số điện thoại hỗ trợ người dự thi."), "rules_section"
    if not facts.is_rehearsed and any(one.needs_papers for one in facts.rounds):
        yield _("Chưa chạy thử."), "rehearsals"


def _next_round(facts: ContestFacts) -> RoundFacts | None:
    """The round that is open or opens next."""
    left = (RoundState.COMING, RoundState.OPEN, RoundState.PAUSED)
    dated = ((one.opens_at, one) for one in facts.rounds if one.state in left)
    known = [(opens_at, one) for opens_at, one in dated if opens_at is not None]
    return min(known, key=lambda pair: pair[0])[1] if known else None


def _address(request: HttpRequest, contest: Contest, page: str) -> str:
    if page == "rules_section":
        return reverse(page, args=[contest.slug, "chung"])
    return reverse(page, args=[contest.slug]) if opens(request, page, contest) else ""
