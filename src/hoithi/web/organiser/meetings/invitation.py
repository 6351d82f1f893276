"""The invitation: what it says, the programme, sending it, the text for Zalo."""

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from hoithi.campaigns.models import Activity
from hoithi.conferences import actions
from hoithi.conferences.queries import meeting_of, people_of
from hoithi.kit import clock
from hoithi.web.once import taken_once
from hoithi.web.organiser.campaigns.shown import number_in
from hoithi.web.organiser.meetings.forms import InvitationForm, ItemForm, initial_of
from hoithi.web.organiser.meetings.shown import activity_read, shown_of
from hoithi.web.organiser.outreach.told import site_of
from hoithi.web.organiser.shown import SaidOn
from hoithi.web.request import SignedInRequest
from hoithi.wording.meetings import zalo_invitation


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@taken_once
def activity_invitation(request: SignedInRequest, body: str, number: int, key: str) -> HttpResponse:
    """What the invitation says, and the programme line by line."""
    activity = activity_read(request, body, number, key)
    if dropped := number_in(request.POST.get("drop")):
        item = activity.agenda.select_related("activity__campaign").get(pk=dropped)
        actions.drop_item(item, by=request.user, at=clock.now())
        return redirect("activity_invitation", body, number, key)
    is_item = "who" in request.POST
    item_form = ItemForm(request.POST if is_item else None)
    told = request.POST if request.method == "POST" and not is_item else None
    form = InvitationForm(told, initial=initial_of(InvitationForm, meeting_of(activity)))
    sent: forms.Form = item_form if is_item else form
    if sent.is_valid():
        with SaidOn(sent):
            _written(request, activity, sent)
            return redirect("activity_invitation", body, number, key)
    return _page(request, activity, form, item_form)


def _written(request: SignedInRequest, activity: Activity, form: forms.Form) -> None:
    by, at = request.user, clock.now()
    if isinstance(form, ItemForm):
        actions.add_item(activity, form.told, by=by, at=at)
        messages.success(request, _("Đã thêm vào chương trình."))
        return
    actions.set_meeting(activity, form.cleaned_data, by=by, at=at)
    messages.success(request, _("Đã ghi nội dung giấy mời."))


@require_POST
@login_required
@taken_once
def invitation_send(request: SignedInRequest, body: str, number: int, key: str) -> HttpResponse:
    """Invites those with an account on the site; the others are invited by the letter."""
    activity = activity_read(request, body, number, key)
    refused = forms.Form(request.POST)
    refused.is_valid()
    with SaidOn(refused):
        people, left = actions.send_invitations(activity, by=request.user, at=clock.now())
        facts = {"people": people, "left": left}
        told = _(
            "Đã mời trên hệ thống %(people)s người; còn %(left)s thành phần chưa có tài khoản, "
            "mời bằng văn bản hoặc tin nhắn."
        )
        messages.success(request, told % facts)
        return redirect("activity_invitation", body, number, key)
    form = InvitationForm(initial=initial_of(InvitationForm, meeting_of(activity)))
    return _page(request, activity, form, ItemForm(), refused)


@require_POST
@login_required
@taken_once
def invitation_remind(request: SignedInRequest, body: str, number: int, key: str) -> HttpResponse:
    """Reminds those with an account who have not answered, once a day."""
    activity = activity_read(request, body, number, key)
    refused = forms.Form(request.POST)
    refused.is_valid()
    with SaidOn(refused):
        people = actions.remind_silent(activity, by=request.user, at=clock.now())
        told = _("Đã nhắc %(people)s người chưa trả lời; mỗi người nhận một lần trong ngày.")
        messages.success(request, told % {"people": people})
        return redirect("activity_invitation", body, number, key)
    form = InvitationForm(initial=initial_of(InvitationForm, meeting_of(activity)))
    return _page(request, activity, form, ItemForm(), refused)


def _page(
    request: SignedInRequest,
    activity: Activity,
    form: forms.Form,
    item_form: forms.Form,
    refused: forms.Form | None = None,
) -> HttpResponse:
    shown = shown_of(request, activity, "activity_invitation")
    guests = shown["guests"]
    # Only those with an account can open the page on which the invitation is answered.
    reached = any(people_of(guests, at=clock.now()).values())
    address = site_of(request) + reverse("my_invitation", args=[activity.pk]) if reached else ""
    shown |= {
        "agenda": list(activity.agenda.all()),
        "form": form,
        "item_form": item_form,
        "refused": refused,
        "uninvited": sum(one.told_at is None and not one.is_walk_in for one in guests),
        "silent": sum(one.told_at is not None and one.answer == "waiting" for one in guests),
        "zalo": zalo_invitation(activity, shown["meeting"], address),
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "organiser/meetings/invitation.html", shown, status=status)
