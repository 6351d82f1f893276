"""What a format cannot say of a question travels as a note, so that it comes back whole."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass

from hoithi.core.questions.records import Answer, QuestionText
from hoithi.core.questions.rows import OPTION_COLUMNS, TARGET_COLUMNS
from hoithi.documents.questions.records import Attachment, ReadQuestion
from hoithi.documents.questions.rows import row_of

MARK = "hoithi"
_BREAKS = re.compile("[\x0b\x0c\x1c-\x1e\x85\u2028\u2029\ufffe\uffff\ud800-\udfff]")
_KEYS = frozenset(
    {"code", "kind", "field", "topic", "difficulty", "audience", "stem", "anchored", "right"}
    | {"weights", "diacritics", "longest", "media", "document_number", "document_title"}
    | {"article", "clause", "document_date", "in_force_from", "in_force_to", "checked_on"}
    | {"never_with", "explanation", *OPTION_COLUMNS, *TARGET_COLUMNS}
)
_LONGEST = 20_000


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A question on its way into a file."""

    code: str
    row: Mapping[str, str]
    """Its line of the officials' table, which says all of it."""
    text: QuestionText
    answer: Answer
    files: tuple[Attachment, ...] = ()
    """The bytes of its media, under the names by which it calls them."""


def note_of(question: Outgoing, native: ReadQuestion | None) -> str:
    """Everything of the question that its own form in a file does not say; one line of JSON."""
    said = row_of(native) if native else {}
    keys = question.row.keys() | said.keys()
    stated = {key: question.row.get(key, "") for key in sorted(keys)}
    differing = {key: value for key, value in stated.items() if value != said.get(key, "")}
    told = json.dumps(differing, ensure_ascii=False)
    return _BREAKS.sub(lambda found: f"\\u{ord(found[0]):04x}", told)


def note_in(told: str) -> dict[str, str]:
    """What a note states, by the columns of the table; {} for what is none."""
    if not told.strip() or len(told) > _LONGEST:
        return {}
    try:
        stated = json.loads(told)
    except (ValueError, RecursionError):
        return {}
    if not isinstance(stated, dict):
        return {}
    return {key: value for key, value in stated.items() if key in _KEYS and isinstance(value, str)}
