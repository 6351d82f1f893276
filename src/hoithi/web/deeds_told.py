"""What a form about outreach says, with its photographs stored."""

from datetime import datetime

from hoithi.campaigns.actions.outreach import MOST_PHOTOS, Told, TooManyPhotos
from hoithi.campaigns.forms import DeedForm
from hoithi.core.outreach.channels import Channel
from hoithi.people.models import OrganisingBody, Person
from hoithi.web import photographs


def told_in(form: DeedForm, *, body: OrganisingBody, by: Person | None, at: datetime) -> Told:
    """The deed of a valid form. Refuses more than five photographs, and what is none."""
    data = form.cleaned_data
    if len(data["photos"]) > MOST_PHOTOS:
        raise TooManyPhotos(most=MOST_PHOTOS)
    return Told(
        Channel(data["channel"]),
        data["done_on"],
        data["words"],
        data["link"],
        data["reached"],
        tuple(photographs.stored(data["photos"], body=body, by=by, at=at)),
    )
