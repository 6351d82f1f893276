"""An answer to a letter as three pages take it: of the unit, of a link, of the secretariat."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.http import HttpRequest
from django.urls import reverse

from hoithi.campaigns.actions.answering import Answer, answer
from hoithi.campaigns.facts import PersonTold
from hoithi.campaigns.models import AnswerWay, Nomination
from hoithi.campaigns.queries.nominations import named_in_table
from hoithi.documents.spreadsheets import Doubt, Reason
from hoithi.files.facts import NoFile
from hoithi.notices.actions import tell
from hoithi.people.models import Person
from hoithi.web.organiser.campaigns.nomination_forms import AnswerForm
from hoithi.wording.nominations import answered_said
from hoithi.wording.tables import fault_sentences

MOST_BYTES = 2 * 1024 * 1024
"""Of a table of a few names."""


@dataclass(frozen=True)
class Table:
    """A table that was sent: what is wrong with it, and whom it names where nothing is."""

    name: str
    reasons: dict[int, str]
    people: tuple[PersonTold, ...] = ()


def table_sent(request: HttpRequest, nomination: Nomination, at: datetime) -> Table | None:
    """The table that a form sent, read; None where the form sent an answer. Nothing is kept."""
    if request.method != "POST" or request.POST.get("viec") != "tep":
        return None
    file = request.FILES.get("tep")
    if file is None:
        raise NoFile
    # One byte more than is taken says that the file is too big, whatever its size.
    data, name = file.read(MOST_BYTES + 1), file.name or ""
    if len(data) > MOST_BYTES:
        return Table(name, fault_sentences({0: (Doubt(Reason.TOO_BIG),)}))
    read = named_in_table(data, name, most=nomination.people, at=at)
    reasons = fault_sentences(read.faults)
    return Table(name, reasons, read.items if read.is_clean else ())


def answer_form(request: HttpRequest, nomination: Nomination, table: Table | None) -> AnswerForm:
    """The form as it was sent, or filled from a table that was read."""
    if request.method != "POST" or table is not None:
        return AnswerForm().of(nomination, table.people if table else ())
    return AnswerForm(request.POST).of(nomination)


@transaction.atomic
def taken(
    nomination: Nomination,
    form: AnswerForm,
    way: AnswerWay,
    *,
    by: Person | None,
    at: datetime,
) -> Nomination:
    """Writes the answer of a valid form down, and tells whoever made the letter of it."""
    data = form.cleaned_data
    told = Answer(form.people, data["reason"], way, data.get("answered_as", ""))
    row = answer(nomination, told, by=by, at=at)
    asker = row.request.made_by
    if by is None or by.pk != asker.pk:
        committee = row.request.committee
        campaign = committee.campaign
        address = [campaign.body.slug, campaign.pk, committee.pk, row.request_id, row.pk]
        link = reverse("nomination", args=address)
        tell(asker, answered_said(row), body=campaign.body, at=at, link=link)
    return row
