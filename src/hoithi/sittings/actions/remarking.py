"""What sheets would earn under another key of one question: reckoned, and stored nowhere."""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from hoithi.contests.models import Round
from hoithi.core.marking import AnswerKey, SheetMark
from hoithi.sittings.actions.marking import Marking, each_sheet
from hoithi.sittings.models import Paper
from hoithi.sittings.queries.keys import keys_of

_AT_ONCE = 2_000
_PAPERS_AT_ONCE = 500


class Remarked(NamedTuple):
    """A sheet with the question: its sitting, and its mark before and after."""

    sitting: int
    before: SheetMark
    after: SheetMark


def holds(round_: Round, version_id: int) -> bool:
    """Whether papers of the round hold the version of the question."""
    return version_id in keys_of(round_.pk).by_version


def remarked(round_: Round, version_id: int, key: AnswerKey) -> Iterator[Remarked]:
    """Every sheet of the round that had the question, some thousands in memory at once."""
    keys = keys_of(round_.pk)
    changed = replace(keys, by_version={**keys.by_version, version_id: key})
    markings = Marking(keys), Marking(changed)
    holding = _papers_with(round_, version_id)
    for rows in each_sheet(round_, at_once=_AT_ONCE):
        ours = [row for row in rows if row.paper_id in holding]
        for marking in markings:
            marking.learn(ours)
        for row in ours:
            before, after = (marking.mark(row) for marking in markings)
            yield Remarked(row.sitting_id, before, after)


def _papers_with(round_: Round, version_id: int) -> frozenset[int]:
    rows = Paper.objects.filter(pool__round=round_).values_list("pk", "content")
    return frozenset(
        pk
        for pk, content in rows.iterator(chunk_size=_PAPERS_AT_ONCE)
        if any(line[0] == version_id for line in content)
    )
