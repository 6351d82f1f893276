"""A form that makes something is taken once, however often its button was pressed."""

from collections.abc import Callable
from hashlib import sha256

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from hoithi import wording
from hoithi.journal import actions as journal
from hoithi.kit import clock
from hoithi.kit.ids import new_token
from hoithi.kit.refusals import Refusal
from hoithi.web.request import SignedInRequest


def done_once(request: SignedInRequest, form: Form, deed: Callable[[], str]) -> HttpResponse | None:
    """Does the deed of a valid form and leads to the address that it returns.

    The same form sent again leads there too and does nothing. A refusal is said above the form,
    whose page the view then shows again: the answer is None.
    """
    try:
        with journal.once(_key(request), at=clock.now()) as (taken, is_first):
            if is_first:
                taken.onward = deed()
            else:
                messages.info(request, _("Đã ghi ở lần gửi trước; lần gửi lặp lại không ghi thêm."))
    except Refusal as refusal:
        form.add_error(None, wording.sentence(refusal))
        return None
    return redirect(taken.onward)


def _key(request: SignedInRequest) -> str:
    """Who sent what, from which page: Django masks a page's CSRF token anew each time it is made.

    So the button pressed twice gives one key, and the same words on a page opened again another.
    What names no page is no double click.
    """
    if "csrfmiddlewaretoken" not in request.POST:
        return new_token()
    files = [(one.name, one.size) for each in request.FILES.lists() for one in each[1]]
    sent = (request.user.pk, request.get_full_path(), sorted(request.POST.lists()), files)
    return sha256(repr(sent).encode()).hexdigest()
