"""First sign-in by slip, day cards, one's own account."""

from django.contrib import messages
from django.contrib.auth import login
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from hoithi.kit import clock
from hoithi.kit.ids import new_token
from hoithi.notices import actions as notices
from hoithi.notices import queries as notice_queries
from hoithi.people import actions, queries
from hoithi.people.forms import NewPasswordForm
from hoithi.web.request import SignedInRequest
from hoithi.web.staff.second_factor import DAY_CARD

_DEVICE = "thiet-bi"
_A_YEAR = 365 * 24 * 3600
_BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@never_cache
@sensitive_post_parameters("password", "again")
@require_http_methods(["GET", "HEAD", "POST"])
def sign_in_link(request: HttpRequest, token: str) -> HttpResponse:
    """The page of a printed slip: sets one's own password, once."""
    link = queries.sign_in_link(token, clock.now())
    form = NewPasswordForm(request.POST or None, person=link.person)
    if request.method == "POST" and form.is_valid():
        actions.use_sign_in_link(token, form.cleaned_data["password"], at=clock.now())
        messages.success(request, _("Đã đặt mật khẩu. Mời ông/bà đăng nhập."))
        return redirect("account_login")
    status = 422 if request.method == "POST" else 200
    return render(request, "staff/sign_in_link.html", {"form": form, "link": link}, status=status)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def day_card(request: HttpRequest, token: str) -> HttpResponse:
    """The page of a day card: the first device that takes it keeps it."""
    if request.method != "POST":
        return render(request, "staff/day_card.html", {"card": queries.day_card(token)})
    device = request.get_signed_cookie(_DEVICE, default="") or new_token()
    card = actions.use_day_card(token, device, at=clock.now())
    login(request, card.role.person, backend=_BACKEND)
    request.session[DAY_CARD] = card.pk
    request.session.set_expiry(card.role.until)
    response = redirect("staff_home")
    response.set_signed_cookie(
        _DEVICE, device, max_age=_A_YEAR, httponly=True, samesite="Lax", secure=request.is_secure()
    )
    return response


@require_safe
@login_required
def my_account(request: SignedInRequest) -> HttpResponse:
    """Who I am here: roles, second factor, messages."""
    unread = list(notice_queries.unread_notices(request.user)[:50])
    context = {
        "roles": queries.roles_of(request.user, clock.now()),
        "has_second_factor": queries.has_second_factor(request.user),
        "notices": unread,
    }
    response = render(request, "staff/my_account.html", context)
    if request.method == "GET":
        # A program that only asks for the head has shown nobody anything.
        notices.mark_read(unread, at=clock.now())
    return response


@require_safe
@login_required
def second_factor_needed(request: SignedInRequest) -> HttpResponse:
    """Why a second factor is asked for, and the two ways to set one up."""
    return render(request, "staff/second_factor.html")
