"""Moving the secrets of second factors to newer keys."""

from collections.abc import Sequence

from allauth.mfa.models import Authenticator
from django.db import transaction

from hoithi.people.facts.second_factors import is_under_newest_key, sealed_again

_CHUNK = 200
"""Rows a transaction, so that none holds up the exam room."""


def apply_newest_key_to_second_factors() -> int:
    """Seal again every secret that is under an older key; how many authenticators changed.

    May be stopped and run again. Staff are few, so all rows are looked at.
    """
    rows = Authenticator.objects.order_by("pk").values_list("pk", "data")
    older = [pk for pk, data in rows if not is_under_newest_key(data)]
    return sum(
        _sealed_again(older[first : first + _CHUNK]) for first in range(0, len(older), _CHUNK)
    )


@transaction.atomic
def _sealed_again(ids: Sequence[int]) -> int:
    rows = list(Authenticator.objects.select_for_update().filter(pk__in=ids))
    for row in rows:
        row.data = sealed_again(row.data)
    Authenticator.objects.bulk_update(rows, ["data"])
    return len(rows)
