"""Agencies of a plan and the units of the tree that they are."""

from datetime import datetime

from django.db import transaction

from hoithi.campaigns.models import Agency
from hoithi.journal import actions as journal
from hoithi.people.models import Person, Unit


@transaction.atomic
def link_agency(agency: Agency, unit: Unit | None, *, by: Person, at: datetime) -> Agency:
    """The agency is this unit, whose contacts see its tasks from now on; None undoes it."""
    locked = Agency.objects.select_for_update(of=("self",)).select_related("campaign")
    found = locked.get(pk=agency.pk)
    found.unit = unit
    found.save(update_fields=["unit"])
    facts = {"agency": found.pk, "unit": unit.code if unit else ""}
    journal.record("campaigns.agency_linked", found.campaign, by=by, at=at, facts=facts)
    return found
