"""The link by which somebody without an account answers an invitation."""

from datetime import datetime

from django.core.signing import BadSignature, Signer

from hoithi.campaigns.queries.contacts import of_drafts
from hoithi.conferences.models import Guest
from hoithi.conferences.queries.meetings import people_of

_SALT = "conferences.guest"


def guest_token(guest: Guest) -> str:
    """The signed number by which the link of a seat is known."""
    return Signer(salt=_SALT, sep=".").sign(str(guest.pk))


def guest_by_token(token: str) -> Guest:
    """The seat of a link, once its invitation was sent; taken off the list it opens no more.

    Raises DoesNotExist for what this site did not sign.
    """
    try:
        number = Signer(salt=_SALT, sep=".").unsign(token)
    except BadSignature as error:
        raise Guest.DoesNotExist from error
    rows = Guest.objects.exclude(told_at=None).exclude(of_drafts("activity__campaign"))
    return rows.select_related("activity__campaign__body").get(pk=int(number))


def needs_link(guest: Guest, *, at: datetime) -> bool:
    """Whether they are invited and nobody with an account answers for them."""
    return guest.told_at is not None and not people_of([guest], at=at)[guest.pk]
