"""The bodies above a body, as far as headings of documents tell."""

import re

from hoithi.core.vietnamese.text import words_key
from hoithi.people.models import OrganisingBody

_COMMITTEE = re.compile(r"^(uy ban nhan dan|ubnd) ")


def superiors_of(body: OrganisingBody) -> list[OrganisingBody]:
    """The bodies of the place that the heading names as superior, its departments included.

    Where the heading names none, any other body may be one. One query.
    """
    others = OrganisingBody.objects.exclude(pk=body.pk).order_by("name")
    place = _COMMITTEE.sub("", words_key(body.superior))
    if not place:
        return list(others)
    return [one for one in others if f" {place} " in f" {words_key(one.name)} "]
