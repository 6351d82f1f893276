"""Messages of a person."""

from django.db.models import QuerySet

from hoithi.notices.models import Notice
from hoithi.people.models import Person


def notices_of(person: Person) -> QuerySet[Notice]:
    """All messages of the person, newest first."""
    return Notice.objects.filter(person=person).select_related("body").order_by("-created_at")


def was_told(key: str) -> bool:
    """Whether anybody was told under this key."""
    return Notice.objects.filter(key=key).exists()


def unread_notices(person: Person) -> QuerySet[Notice]:
    """Those not seen yet."""
    return notices_of(person).filter(read_at=None)


def unmailed_notices() -> QuerySet[Notice]:
    """Messages that should also go by mail, oldest first."""
    waiting = Notice.objects.filter(mailed_at=None, read_at=None, person__is_active=True)
    return waiting.exclude(person__email="").order_by("pk")
