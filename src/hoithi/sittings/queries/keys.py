"""The answer keys of a round's papers, for marking only; nothing that is shown comes from here."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache

from django.db.models import Max

from hoithi.core.marking import AnswerKey as MarkingKey
from hoithi.core.papers.records import decode
from hoithi.questions.models import AnswerKey, QuestionVersion
from hoithi.questions.queries import newest_keys
from hoithi.sittings.facts.banks import key_state, marking_key
from hoithi.sittings.models import Paper, PaperPool


@dataclass(frozen=True)
class Keys:
    """The newest keys of all questions in a round's papers, and the hash that names them."""

    state: str
    by_version: dict[int, MarkingKey]


def keys_of(round_id: int) -> Keys:
    """The keys as they are now; read again only when some key or paper was added."""
    newest = AnswerKey.objects.aggregate(newest=Max("pk"))["newest"]
    pools = PaperPool.objects.filter(round=round_id).aggregate(newest=Max("pk"))["newest"]
    return _keys(round_id, newest, pools)


def key_states(round_ids: Collection[int]) -> dict[int, str]:
    """The names of the keys of several rounds; two queries where they are remembered."""
    newest = AnswerKey.objects.aggregate(newest=Max("pk"))["newest"]
    rows = PaperPool.objects.filter(round__in=round_ids).values("round").annotate(newest=Max("pk"))
    pools = {row["round"]: row["newest"] for row in rows}
    return {key: _keys(key, newest, pools.get(key)).state for key in round_ids}


@lru_cache(maxsize=64)
def _keys(round_id: int, _newest_key: int | None, _newest_pool: int | None) -> Keys:
    contents = Paper.objects.filter(pool__round=round_id).values_list("content", flat=True)
    used = {line.question for content in contents.iterator() for line in decode(content)}
    versions = QuestionVersion.objects.in_bulk(used)
    newest = newest_keys(used)
    by_version = {pk: marking_key(versions[pk], key) for pk, key in newest.items()}
    return Keys(key_state((pk, key.pk) for pk, key in newest.items()), by_version)
