"""How questions and papers are said in templates."""

from django import template
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from hoithi.core.questions.marked import Piece, bare, pieces
from hoithi.core.questions.numbers import number_text
from hoithi.core.questions.rows import AUDIENCES, DIFFICULTIES, FIELDS, KINDS, field_said
from hoithi.questions.models import QuestionState
from hoithi.wording import questions, states

register = template.Library()
register.filter("field_label", questions.field_label)
register.filter("field_said", field_said)
register.filter("question_state", states.question_state)
register.filter("cited", questions.cited)
register.filter("number_typed", number_text)
register.filter("bare", bare)

_TONES = {
    QuestionState.APPROVED: "badge--good",
    QuestionState.PROPOSED: "badge--info",
    QuestionState.SENT_BACK: "badge--warn",
    QuestionState.WITHDRAWN: "badge--bad",
}


@register.filter
def reading_label(what: str) -> str:
    """What of a bank was read; a question by its code."""
    labels = {
        "list": _("Danh sách câu hỏi"),
        "check": _("Kết quả kiểm tra ngân hàng"),
        "export": _("Tải cả ngân hàng"),
    }
    return labels.get(what) or _("Câu %s") % what


@register.filter
def state_tone(state: str) -> str:
    """The colour of the badge; the words in it say the same."""
    return _TONES.get(QuestionState(state), "")


@register.filter
def kind_label(kind: str) -> str:
    """ "Một lựa chọn"."""
    return dict(KINDS.items())[kind]  # type: ignore[index]  # the keys are texts


@register.filter
def difficulty_label(difficulty: str) -> str:
    """ "Trung bình"."""
    return DIFFICULTIES.get(difficulty, difficulty)


@register.filter
def audience_label(audience: str) -> str:
    """ "Cán bộ, công chức"."""
    return AUDIENCES.get(audience, audience)


@register.filter
def marked(text: str) -> SafeString:
    """A stem or an option with its bold and italic words; all else is escaped."""
    return format_html_join("", "{}{}{}", map(_tagged, pieces(text)))


def _tagged(piece: Piece) -> tuple[SafeString, str, SafeString]:
    tags = [name for name, is_on in (("strong", piece.bold), ("em", piece.italic)) if is_on]
    opened = "".join(f"<{name}>" for name in tags)
    closed = "".join(f"</{name}>" for name in reversed(tags))
    return _safe(opened), piece.text, _safe(closed)


def _safe(tags: str) -> SafeString:
    return SafeString(tags)


@register.simple_tag
def kinds() -> list[tuple[str, str]]:
    """All kinds of questions with their names."""
    return [(kind.value, label) for kind, label in KINDS.items()]


@register.simple_tag
def usual_fields() -> list[str]:
    """The fields every bank has."""
    return list(FIELDS.values())
