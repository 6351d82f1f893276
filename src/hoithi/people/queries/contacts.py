"""Who speaks for a unit: its contacts for everything that its body does."""

from collections import defaultdict
from collections.abc import Collection
from datetime import datetime

from hoithi.people.models import Person, RoleName
from hoithi.people.queries.accounts import roles_in_force


def contacts_of(units: Collection[int], *, at: datetime) -> dict[int, list[Person]]:
    """The contacts of each unit at that moment, the contacts of single contests aside; one query.

    Only units that have a contact are there.
    """
    roles = roles_in_force(at).filter(name=RoleName.UNIT_CONTACT, unit__in=units, contest_id=None)
    found: dict[int, list[Person]] = defaultdict(list)
    for role in roles.select_related("person").order_by("pk"):
        if role.unit_id and role.person not in found[role.unit_id]:
            found[role.unit_id].append(role.person)
    return dict(found)
