"""The texts of all essays of a marking, for comparing and keeping."""

from collections.abc import Iterator

from hoithi.essays.facts import Written, essay_questions, joined, written
from hoithi.essays.models import Essay, EssayMarking

_AT_ONCE = 200


def all_texts(marking: EssayMarking) -> Iterator[tuple[Essay, list[Written]]]:
    """Every essay by number with what was written, some hundred at once."""
    rows = marking.essays.select_related("submission__sitting__paper", "entrant__unit")
    ids = list(marking.essays.order_by("number").values_list("pk", flat=True))
    for begun in range(0, len(ids), _AT_ONCE):
        piece = list(rows.filter(pk__in=ids[begun : begun + _AT_ONCE]).order_by("number"))
        questions = essay_questions([essay.submission for essay in piece])
        for essay in piece:
            yield essay, written(essay.submission, questions)


def texts_by_number(marking: EssayMarking) -> dict[int, str]:
    """All that was written, by number; essays without a word are left out."""
    return {essay.number: joined(texts) for essay, texts in all_texts(marking) if essay.words}
