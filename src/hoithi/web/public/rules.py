"""The rules of a contest as a page: every version with its hash, and decisions on rounds."""

from dataclasses import dataclass
from datetime import datetime

from hoithi.contests import queries as contests
from hoithi.contests.facts import rulebook_of
from hoithi.contests.models import Contest, RulebookVersion


@dataclass(frozen=True)
class RulesLine:
    """A line of the printed rules; `heading` for numbered sections in capitals."""

    text: str
    heading: bool


def lines_of(version: RulebookVersion) -> list[RulesLine]:
    """The printed text as lines of a page."""
    texts = [line.strip() for line in version.printed.splitlines()]
    return [RulesLine(text, text.isupper()) for text in texts if text]


def rules_shown(contest: Contest, *, at: datetime) -> dict[str, object]:
    """The version in force in full, the earlier ones by number, hash and reason."""
    in_force = contest.versions.filter(effective_at__lte=at).order_by("-number")
    versions = list(in_force)
    current = versions[0]
    return {
        "contest": contest,
        "version": current,
        "lines": lines_of(current),
        "earlier": versions[1:],
        "decisions": list(contests.decisions_shown(contest)),
        "rulebook": rulebook_of(current),
    }
