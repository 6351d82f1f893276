"""What fields of banks' own are called, by their keys."""

from urllib.parse import quote

from django.core.cache import caches

from hoithi.questions.models import QuestionVersion

_SECONDS = 60


def title_of(key: str) -> str:
    """How the field was written last; empty where nobody wrote it otherwise than its key."""
    known = caches["memory"]
    return str(known.get_or_set(f"field-title:{quote(key)}", lambda: _newest(key), _SECONDS))


def _newest(key: str) -> str:
    rows = QuestionVersion.objects.filter(field=key).exclude(field_title="")
    return rows.order_by("-pk").values_list("field_title", flat=True).first() or ""
