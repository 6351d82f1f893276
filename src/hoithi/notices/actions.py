"""Telling people what happened or waits for them."""

from collections.abc import Iterable
from datetime import datetime

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction

from hoithi.notices.models import Notice
from hoithi.people.models import OrganisingBody, Person


def tell(
    person: Person, text: str, *, body: OrganisingBody, at: datetime, link: str = "", key: str = ""
) -> Notice:
    """Tell a person once: the same key again changes nothing. Mail follows where there is an
    address; the message on the site does not wait for it."""
    said = {"body": body, "text": text, "link": link, "created_at": at}
    if not key:
        return Notice.objects.create(person=person, **said)
    return Notice.objects.get_or_create(person=person, key=key, defaults=said)[0]


def mark_read(notices: Iterable[Notice], *, at: datetime) -> None:
    """The person has seen these."""
    ids = [notice.pk for notice in notices]
    Notice.objects.filter(pk__in=ids, read_at=None).update(read_at=at)


def mail(notice_id: int, *, at: datetime) -> None:
    """Send one message by mail, at most once: the row says so before the mail leaves."""
    with transaction.atomic():
        waiting = Notice.objects.select_for_update().filter(pk=notice_id, mailed_at=None)
        notice = waiting.select_related("person", "body").first()
        if notice is None:
            return
        Notice.objects.filter(pk=notice_id).update(mailed_at=at)
    where = f"\n\n{settings.PUBLIC_ADDRESS}{notice.link}" if notice.link else ""
    # A body's name cannot break the header: it is one line by `core.vietnamese.text.clean`.
    send_mail(f"[{notice.body.name}] Thông báo", notice.text + where, None, [notice.person.email])
