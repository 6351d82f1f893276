"""The rules of a contest as a page: a version in full, the others by hash, decisions on rounds."""

from datetime import datetime
from functools import lru_cache

from hoithi.contests import queries as contests
from hoithi.contests.facts import rulebook_of
from hoithi.contests.models import Contest, RulebookVersion
from hoithi.core.rulebook.printing import print_rules
from hoithi.core.rulebook.printing.model import Clause, RulesText


@lru_cache(maxsize=64)
def _text(version_id: int, sha256: str) -> RulesText:
    """A version never changes, so it is printed once for each hash."""
    return print_rules(rulebook_of(RulebookVersion.objects.get(pk=version_id, sha256=sha256)))


def rules_shown(contest: Contest, *, number: int | None, at: datetime) -> dict[str, object]:
    """The version in force, or one that was in force, and the decisions taken since.

    Raises DoesNotExist for a number that never was in force: drafts are nobody's business.
    """
    versions = list(contest.versions.filter(effective_at__lte=at).order_by("-number"))
    found = [one for one in versions if number is None or one.number == number]
    if not found:
        raise RulebookVersion.DoesNotExist
    shown = found[0]
    text = _text(shown.pk, shown.sha256)
    return {
        "contest": contest,
        "version": shown,
        "is_current": shown == versions[0],
        "versions": versions,
        "text": text,
        "articles": [
            (article, [(isinstance(block, Clause), block) for block in article.blocks])
            for article in text.articles
        ],
        "decisions": list(contests.decisions_shown(contest)),
    }
