"""The notice of a corrected key as everybody may read it."""

from datetime import datetime

from hoithi.questions.facts import answer_of, text_of
from hoithi.questions.models import AnswerKey
from hoithi.results.models import KeyCorrection
from hoithi.results.queries.using import kept_secret_by
from hoithi.wording.corrections import key_said


def notice_shown(correction: KeyCorrection, *, at: datetime) -> dict[str, object]:
    """The question with both keys and the reason, or why they are not told yet.

    Nothing names the code of the bank, nor the people who proposed and approved.
    """
    told: dict[str, object] = {"correction": correction}
    if held := kept_secret_by(correction, at=at):
        return told | {"held": held}
    text, key = text_of(correction.version), correction.made or AnswerKey(right=correction.right)
    return told | {
        "text": text,
        "before": key_said(text, answer_of(text.kind, correction.base), correction.base),
        "after": key_said(text, answer_of(text.kind, key), key),
        "explanation": key.explanation,
    }
