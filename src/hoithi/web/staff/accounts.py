"""A body's accounts: made, handed over on slips, reset, closed."""

from datetime import datetime

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from hoithi.kit import clock
from hoithi.people import actions, queries
from hoithi.people.facts.accounts import (
    LoginNotAllowed,
    LoginTaken,
    NameMissing,
    NameNotAPersons,
    NewAccount,
)
from hoithi.people.forms import AccountForm
from hoithi.people.models import OrganisingBody, Person
from hoithi.web.once import taken_once
from hoithi.web.request import SignedInRequest
from hoithi.web.staff.roles import account_page, role_form
from hoithi.web.staff.slips import slips_to_print
from hoithi.wording import sentence


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@taken_once
def body_accounts(request: SignedInRequest, body: str) -> HttpResponse:
    """The list; administrators make one more, organisers look for helpers and print slips."""
    at = clock.now()
    reached = queries.body_administered if request.method == "POST" else queries.body_with_accounts
    owner = reached(request.user, body, at=at)
    form = AccountForm(request.POST or None)
    if form.is_valid():
        wanted = form.cleaned_data | {"login": _login(form.cleaned_data)}
        try:
            slip = actions.make_account(NewAccount(**wanted), body=owner, by=request.user, at=at)
        except (LoginTaken, LoginNotAllowed) as refused:
            form.add_error("login", sentence(refused))
        except (NameMissing, NameNotAPersons) as refused:
            form.add_error("full_name", sentence(refused))
        else:
            messages.success(request, _("Đã tạo tài khoản %s. Hãy in phiếu.") % slip.person.login)
            return redirect("body_account", owner.slug, slip.person.pk)
    status = 422 if request.method == "POST" else 200
    context = {"form": form} | _listed(request.user, owner, at)
    return render(request, "staff/accounts.html", context, status=status)


def _listed(person: Person, body: OrganisingBody, at: datetime) -> dict[str, object]:
    """The accounts that the person sees, and the numbers of those who may get a new slip."""
    resettable = queries.accounts_reset_by(person, body, at=at)
    return {
        "body": body,
        "accounts": queries.accounts_seen_by(person, body, at=at),
        "resettable": set(resettable.values_list("pk", flat=True)),
    }


def _login(data: dict[str, str]) -> str:
    if data["login"]:
        return data["login"]
    return queries.suggested_login(
        data["full_name"], Person.objects.values_list("login", flat=True)
    )


@login_required
@require_safe
def body_account(request: SignedInRequest, body: str, person: int) -> HttpResponse:
    """One account with its roles, and what can be done about it."""
    at = clock.now()
    owner = queries.body_with_accounts(request.user, body, at=at)
    account = queries.accounts_seen_by(request.user, owner, at=at).get(pk=person)
    return account_page(request, owner, account, role_form(request.user, owner, at))


@login_required
@require_POST
@taken_once
def body_slips(request: SignedInRequest, body: str) -> HttpResponse:
    """Has the slips of the chosen accounts made; each gets a new one-time link."""
    at = clock.now()
    owner = queries.body_with_accounts(request.user, body, at=at)
    chosen = {int(number) for number in request.POST.getlist("nguoi") if number.isdigit()}
    # A slip ends all sessions: with one of their own nobody could fetch the file.
    if request.user.pk in chosen:
        messages.warning(request, _("Phiếu của chính mình không in; hãy dùng “Đổi mật khẩu”."))
    known = queries.accounts_seen_by(request.user, owner, at=at).filter(pk__in=chosen)
    reset = queries.accounts_reset_by(request.user, owner, at=at).filter(pk__in=chosen)
    allowed = set(reset.values_list("pk", flat=True))
    beyond = known.filter(is_active=True).exclude(pk__in=allowed | {request.user.pk})
    if names := ", ".join(person.full_name for person in beyond):
        messages.error(request, _("Phiếu của %s do Quản trị đơn vị cấp lại.") % names)
    return slips_to_print(request, owner, sorted(allowed))


@login_required
@require_POST
def body_account_second_factor(request: SignedInRequest, body: str, person: int) -> HttpResponse:
    """Forgets a lost telephone."""
    at = clock.now()
    owner = queries.body_administered(request.user, body, at=at)
    account = queries.account_of(owner, person)
    actions.reset_second_factor(account, by=request.user, at=at)
    messages.success(request, _("Đã xóa xác thực hai lớp. Người dùng sẽ bật lại khi đăng nhập."))
    return redirect("body_account", owner.slug, account.pk)


@login_required
@require_POST
@taken_once
def body_account_close(request: SignedInRequest, body: str, person: int) -> HttpResponse:
    """Nobody signs in with it any more."""
    at = clock.now()
    owner = queries.body_administered(request.user, body, at=at)
    actions.close_account(queries.account_of(owner, person), by=request.user, at=at)
    messages.success(request, _("Đã ngừng tài khoản."))
    return redirect("body_accounts", owner.slug)
