"""The list of banks, and the questions of one."""

from datetime import datetime
from functools import partial

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from hoithi.core.vietnamese.moments import local_day
from hoithi.kit import clock
from hoithi.people.models import Person
from hoithi.questions import actions, queries
from hoithi.questions.forms import BankForm, SearchForm
from hoithi.sittings.actions.reading import note_reading
from hoithi.web.once import done_once
from hoithi.web.organiser.bank.allowed import allowed
from hoithi.web.request import SignedInRequest, sent
from hoithi.wording.questions import field_label

QUESTIONS_A_PAGE = 30


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def bank_list(request: SignedInRequest) -> HttpResponse:
    """Every bank the person may read, with its counts; organisers found new ones."""
    at = clock.now()
    bodies = queries.bodies_for_banks(request.user, at=at)
    form = BankForm(sent(request), bodies=bodies)
    deed = partial(_founded, form, by=request.user, at=at)
    if form.is_valid() and (done := done_once(request, form, deed)):
        return done
    banks = list(queries.banks_of(request.user, at=at))
    watched = queries.banks_watched(request.user, at=at).exclude(pk__in=[one.pk for one in banks])
    states = queries.states_of(banks)
    shown = {
        "banks": [(bank, states.get(bank.pk, {})) for bank in banks],
        "watched": watched,
        "bodies": bodies,
        "form": form,
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "organiser/bank/list.html", shown, status=status)


def _founded(form: BankForm, *, by: Person, at: datetime) -> str:
    bank = actions.create_bank(**form.cleaned_data, by=by, at=at)
    return reverse("bank_detail", args=[bank.pk])


@require_safe
@login_required
def bank_detail(request: SignedInRequest, bank: int) -> HttpResponse:
    """The questions of a bank, those that are looked for, page by page; without their keys.

    Writers see the questions that they wrote.
    """
    at = clock.now()
    found = queries.bank_for(request.user, bank, at=at)
    note_reading(found, "list", by=request.user, at=at)
    choices = queries.choices_of(found)
    fields = [(key, field_label(key)) for key in choices.fields]
    form = SearchForm(request.GET, fields=fields, choices=choices)
    may = allowed(request.user, found, at=at)
    rows = queries.found_in(found, form.wanted, on=local_day(at))
    pages = Paginator(rows if may.check else queries.own(rows, request.user), QUESTIONS_A_PAGE)
    shown = {
        "bank": found,
        "states": queries.states_of([found]).get(found.pk, {}),
        "form": form,
        "page": pages.get_page(request.GET.get("trang")),
        "may": may,
    }
    return render(request, "organiser/bank/detail.html", shown)
