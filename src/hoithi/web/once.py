"""A form that makes something is taken once, however often its button was pressed."""

from collections.abc import Callable
from functools import partial, wraps
from hashlib import sha256
from typing import Concatenate, ParamSpec

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from hoithi import wording
from hoithi.journal import actions as journal
from hoithi.kit import clock
from hoithi.kit.ids import new_token
from hoithi.kit.refusals import Refusal
from hoithi.web.request import SignedInRequest

P = ParamSpec("P")
View = Callable[Concatenate[SignedInRequest, P], HttpResponse]


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


def taken_once(view: View[P]) -> View[P]:
    """A view of which a form that leads on is taken once; the same form again leads there too.

    For what is done in one small transaction, since deed and trace are one. An answer that does
    not lead on, such as the page with a refused form, leaves no trace: it may be sent again.
    """

    @wraps(view)
    def guarded(request: SignedInRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if request.method != "POST":
            return view(request, *args, **kwargs)
        return _taken(request, partial(view, request, *args, **kwargs))

    guarded.is_taken_once = True  # type: ignore[attr-defined]  # a mark that a test looks for
    return guarded


def _taken(request: SignedInRequest, answer: Callable[[], HttpResponse]) -> HttpResponse:
    with journal.once(_key(request), at=clock.now()) as (taken, is_first):
        if is_first:
            given = answer()
            if isinstance(given, HttpResponseRedirect):
                taken.onward = given.url
            else:
                taken.delete()
            return given
        messages.info(request, _("Đã ghi ở lần gửi trước; lần gửi lặp lại không ghi thêm."))
    return redirect(taken.onward)


def shown_once(request: SignedInRequest, deed: Callable[[bytes], object]) -> bytes:
    """Does a deed with a secret of sixteen bytes, from which comes what is shown this once.

    The same form again does nothing and has the same secret: of two answers to a double click
    each shows the one code that holds.
    """
    key = _key(request)
    secret = salted_hmac("hoithi.web.once", key, algorithm="sha256").digest()[:16]
    with journal.once(key, at=clock.now()) as (_form, is_first):
        if is_first:
            deed(secret)
    return secret


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
