"""The page of a campaign's folders, and the button that has one made."""

from datetime import datetime

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_POST, require_safe

from hoithi.campaigns import queries
from hoithi.files.facts import FileKind
from hoithi.files.facts.errands import Made, Wanted
from hoithi.files.models import Errand
from hoithi.kit import clock
from hoithi.people.models import Person
from hoithi.plans.queries.folders import FolderFacts, folder_facts, full_names
from hoithi.results.facts.snapshot import Winner
from hoithi.web.errands import hand_on
from hoithi.web.files import download
from hoithi.web.once import taken_once
from hoithi.web.organiser.campaigns.shown import may_work
from hoithi.web.organiser.folder.binding import bound, bytes_of, file_names
from hoithi.web.organiser.folder.contents import STAGES, Stage, sheets
from hoithi.web.organiser.folder.frame import file_word
from hoithi.web.organiser.folder.prizes import Naming
from hoithi.web.organiser.folder.sheets import Sheet
from hoithi.web.request import SignedInRequest

PAPERS_ARE_IN = "vi"
"""Papers are signed and filed in Vietnamese whatever the language of the screens."""


@require_safe
@login_required
def campaign_folder(
    request: SignedInRequest, body: str, number: int, stage: str = Stage.LAUNCH
) -> HttpResponse:
    """Every paper of a moment in the order of signing, with what is missing in each."""
    at, chosen = clock.now(), _stage(stage)
    campaign = queries.campaign_for(request.user, body, number, at=at)
    with override(PAPERS_ARE_IN):
        found = sheets(folder_facts(campaign, at=at), chosen)
    shown = {
        "body": campaign.body,
        "campaign": campaign,
        "stage": chosen,
        "stages": STAGES.items(),
        "rows": list(zip(found, file_names(found), strict=True)),
        "missing": sum(len(one.missing) for one in found),
        "may_work": may_work(request, campaign.body),
    }
    return render(request, "organiser/campaigns/folder.html", shown)


def _stage(name: str) -> Stage:
    try:
        return Stage(name)
    except ValueError:
        raise Http404 from None


@require_POST
@login_required
@taken_once
def campaign_folder_make(
    request: SignedInRequest, body: str, number: int, stage: str
) -> HttpResponse:
    """Leaves the folder to the worker; names of winners are read for whoever asked."""
    chosen = _stage(stage)
    campaign = queries.campaign_for(request.user, body, number, *queries.WORKERS, at=clock.now())
    wish = {"body": body, "number": number, "stage": str(chosen)}
    onward = reverse("campaign_folder_stage", args=[body, number, chosen])
    title = _("Hồ sơ %(stage)s") % {"stage": str(STAGES[chosen]).lower()}
    return hand_on(request, Wanted(folder_file, wish, title, onward, campaign.body))


@require_safe
@login_required
def campaign_folder_paper(
    request: SignedInRequest, body: str, number: int, stage: str, name: str
) -> HttpResponse:
    """One paper by the name of its file, as it lies in the folder."""
    at, chosen = clock.now(), _stage(stage)
    campaign = queries.campaign_for(request.user, body, number, *queries.WORKERS, at=at)
    with override(PAPERS_ARE_IN):
        found = _for_signing(folder_facts(campaign, at=at), chosen, by=request.user, at=at)
        one = dict(zip(file_names(found), found, strict=True)).get(name)
        if one is None or not one.is_there:
            raise Http404
        data = bytes_of(one)
    media_type = one.file.media_type if one.file else FileKind.DOCX.media_type
    return download(data, name, media_type)


def _for_signing(facts: FolderFacts, stage: Stage, *, by: Person, at: datetime) -> list[Sheet]:
    """The papers with the winners' full names, as whoever asked may read them."""
    names = full_names(facts, by=by, at=at) if stage is Stage.ENDING else {}
    return sheets(facts, stage, _naming(names))


def folder_file(errand: Errand, at: datetime) -> Made:
    """The .zip of a folder, made by the worker with the permission of whoever asked."""
    body, number, stage = (errand.wish[name] for name in ("body", "number", "stage"))
    campaign = queries.campaign_for(errand.person, body, number, *queries.WORKERS, at=at)
    facts, chosen = folder_facts(campaign, at=at), Stage(stage)
    with override(PAPERS_ARE_IN):
        found = _for_signing(facts, chosen, by=errand.person, at=at)
        data = bound(facts, found, str(STAGES[chosen]), at=at)
    name = f"ho-so-{chosen}-{file_word(campaign.title)}.zip"
    count = sum(one.is_there for one in found)
    told = _("Hồ sơ có %(count)s văn bản, kèm danh mục nội dung cần bổ sung.") % {"count": count}
    return Made(sentence=told, data=data, name=name, media_type="application/zip")


def _naming(names: dict[int, str]) -> Naming:
    def said(winner: Winner) -> str:
        return names.get(winner.entrant, winner.name)

    return said
