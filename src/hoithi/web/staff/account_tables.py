"""Many accounts at once, from a table."""

from collections.abc import Sequence

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from hoithi.documents import spreadsheets
from hoithi.files.facts.errands import Wanted
from hoithi.files.models import StoredFile
from hoithi.kit import clock
from hoithi.people import actions, queries
from hoithi.people.facts.tables import ACCOUNT_COLUMNS
from hoithi.people.models import OrganisingBody
from hoithi.web.errands import hand_on
from hoithi.web.request import SignedInRequest
from hoithi.web.staff import errands
from hoithi.web.staff.tables import given_back, seen
from hoithi.web.staff.uploads import content, download, kept, reference, referred

MOST_AT_ONCE = 100
"""Accounts that are made while the person waits; more are left to the worker."""


@login_required
@require_safe
def accounts_form(request: SignedInRequest, body: str) -> HttpResponse:
    """The empty table to fill in."""
    owner = queries.body_administered(request.user, body, at=clock.now())
    example = {"full_name": "Nguyễn Thị An", "post": "Công chức Văn hóa - Xã hội"}
    data = spreadsheets.template(ACCOUNT_COLUMNS, "Danh sách cấp tài khoản", [example])
    return download(data, f"tai-khoan-{owner.slug}.xlsx")


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def accounts_import(request: SignedInRequest, body: str) -> HttpResponse:
    """Choose a table, see what would be made or what is wrong."""
    owner = queries.body_administered(request.user, body, at=clock.now())
    if request.method != "POST":
        return render(request, "staff/accounts_import.html", {"body": owner})
    return _looked_at(request, owner, kept(request, owner)[:1])


def _looked_at(
    request: SignedInRequest, owner: OrganisingBody, files: Sequence[StoredFile]
) -> HttpResponse:
    """The page with the table: what would be made, or what is wrong and the way to have it back."""
    tables = seen(files, owner, queries.accounts_in_table)
    context = {"body": owner, "tables": tables, "tep": reference(files, owner)}
    status = 200 if all(table.read.is_clean for table in tables) else 422
    return render(request, "staff/accounts_import.html", context, status=status)


@login_required
@require_POST
def accounts_take(request: SignedInRequest, body: str) -> HttpResponse:
    """Makes all accounts of the table that was shown; none, and back with it, if one is amiss."""
    at = clock.now()
    owner = queries.body_administered(request.user, body, at=at)
    file = referred(request, owner)[0]
    read = queries.accounts_in_table(content(file), file.name)
    if not read.is_clean:
        return _looked_at(request, owner, [file])
    if len(read.items) > MOST_AT_ONCE:
        wanted = Wanted(
            errands.accounts,
            {"body": owner.slug, "file": file.pk},
            title=_("Tạo nhiều tài khoản"),
            onward=reverse("body_accounts", args=[owner.slug]),
            body=owner,
        )
        return hand_on(request, wanted)
    made = actions.make_accounts(read.items, body=owner, by=request.user, at=at)
    messages.success(request, _("Đã tạo %s tài khoản. Hãy chọn để in phiếu.") % len(made))
    return redirect("body_accounts", owner.slug)


@login_required
@require_POST
def accounts_give_back(request: SignedInRequest, body: str) -> HttpResponse:
    """The table with its column of reasons."""
    owner = queries.body_administered(request.user, body, at=clock.now())
    return given_back(referred(request, owner)[0], queries.accounts_in_table)
