"""The papers of a meeting and of a move, as .docx to go on with and as PDF to print."""

from collections.abc import Callable, Mapping

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from hoithi.campaigns.models import Activity
from hoithi.campaigns.queries import campaign_for
from hoithi.campaigns.queries.moves import move_of, tasks_of_move
from hoithi.conferences.models import Meeting
from hoithi.conferences.queries import counted, meeting_of, waiting_for
from hoithi.documents.official import Paper, Signature
from hoithi.files.facts import FileKind
from hoithi.kit import clock
from hoithi.web.organiser.campaigns.shown import may_work
from hoithi.web.organiser.meetings.shown import activity_read
from hoithi.web.papers import paper_download, signature_of
from hoithi.web.request import SignedInRequest
from hoithi.wording import meeting_papers
from hoithi.wording.meeting_papers import Dossier
from hoithi.wording.meetings import zalo_move
from hoithi.wording.move_letters import move_letter
from hoithi.wording.tasks import span_text

_PAPERS: Mapping[str, Callable[[Dossier], Paper]] = {
    "giay-moi": meeting_papers.invitation,
    "danh-sach-ky": meeting_papers.attendance_sheet,
    "bien-ban": meeting_papers.minutes,
    "thong-bao-ket-luan": meeting_papers.conclusions,
}


@require_safe
@login_required
def meeting_paper(
    request: SignedInRequest, body: str, number: int, key: str, paper: str, kind: FileKind
) -> HttpResponse:
    """A paper drafted from what is known now."""
    activity = activity_read(request, body, number, key)
    made = _PAPERS[paper](dossier(activity))
    return paper_download(made, f"{paper}-{activity.key}", kind)


def dossier(activity: Activity) -> Dossier:
    """All that the papers of the meeting say, as it is known now."""
    guests, meeting = tuple(activity.guests.all()), meeting_of(activity)
    return Dossier(
        activity,
        meeting,
        tuple(activity.agenda.all()),
        guests,
        tuple(activity.conclusions.select_related("agency")),
        counted(guests),
        _signature(meeting),
    )


def _signature(meeting: Meeting) -> Signature:
    """As it was told, else as the head of the body signs."""
    told = (meeting.signer_authority, meeting.signer_title, meeting.signer_name)
    if not any(told[:2]):
        usual = signature_of(meeting.activity.campaign.body.name)
        return Signature(usual.authority, usual.title, meeting.signer_name)
    return Signature(told[0].replace("\r", ""), *told[1:])


@require_safe
@login_required
def activity_move(request: SignedInRequest, body: str, number: int, move: int) -> HttpResponse:
    """What a move changed, who waits for it, the letter and the text for Zalo."""
    at = clock.now()
    campaign = campaign_for(request.user, body, number, at=at)
    found = move_of(campaign, move)
    moves = tasks_of_move(found)
    waiting = waiting_for(found.activity, [one.task.pk for one in moves], at=at)
    days = [(one.task.text, span_text(one.after)) for one in moves]
    shown = {
        "body": campaign.body,
        "campaign": campaign,
        "activity": found.activity,
        "move": found,
        "moves": moves,
        "waiting": waiting,
        "zalo": zalo_move(found, days),
        "may_work": may_work(request, campaign.body),
    }
    return render(request, "organiser/meetings/move.html", shown)


@require_safe
@login_required
def move_letter_file(
    request: SignedInRequest, body: str, number: int, move: int, kind: FileKind
) -> HttpResponse:
    """The letter to all who wait, with the table of the days as they were and are."""
    at = clock.now()
    found = move_of(campaign_for(request.user, body, number, at=at), move)
    tasks = tasks_of_move(found)
    invited = found.activity.guests.values_list("organisation", flat=True)
    held = [name for one in tasks for name in one.holders]
    to = [name for name in dict.fromkeys([*held, *invited]) if name]
    paper = move_letter(found, tasks, to, _signature(meeting_of(found.activity)))
    return paper_download(paper, f"cong-van-thay-doi-{found.pk}", kind)
