"""A third person settles a sheet that two people typed unlike, with the paper in hand."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from hoithi.contests.models import Round
from hoithi.core.settling import Side
from hoithi.entries.models import Entrant
from hoithi.kit import clock
from hoithi.sittings.actions.settling import settle_sheet
from hoithi.sittings.actions.typing import differences
from hoithi.sittings.models import TypedSheet
from hoithi.sittings.queries import typed as queries
from hoithi.web.once import taken_once
from hoithi.web.organiser.hall.shown import place_shown, value_shown
from hoithi.web.organiser.shown import SaidOn
from hoithi.web.request import SignedInRequest, sent


class SettleForm(forms.Form):
    """For each place in which two typings differ, which of them the paper confirms."""

    def __init__(
        self, *args: Any, pair: tuple[TypedSheet, TypedSheet], places: Sequence[str], **more: Any
    ) -> None:
        super().__init__(*args, **more)
        self.places = places
        for place in places:
            first, second = (value_shown(one, place) for one in pair)
            self.fields[place] = forms.ChoiceField(
                label=place_shown(place),
                choices=[(Side.FIRST, first), (Side.SECOND, second)],
                widget=forms.RadioSelect,
            )

    def sides(self) -> dict[str, Side]:
        """The decisions."""
        return {place: Side(self.cleaned_data[place]) for place in self.places}


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@taken_once
def paper_settle(request: SignedInRequest, slug: str, key: str, token: str) -> HttpResponse:
    """The places in which two typings differ; what the third person ticks is handed in."""
    at = clock.now()
    round_ = queries.hall_round(request.user, slug, key, at=at)
    entrant = queries.hall_entrant(round_, token)
    part = request.GET.get("phan", "")
    pair = queries.typed_pair(entrant, round_, part)
    if pair is None:
        raise TypedSheet.DoesNotExist
    form = SettleForm(sent(request), pair=pair, places=differences(*pair), auto_id="xet_%s")
    if form.is_valid():
        with SaidOn(form):
            return _settled(request, round_, entrant, form, at)
    names = (pair[0].typed_by.full_name, pair[1].typed_by.full_name)
    page = {"entrant": entrant, "round": round_, "contest": round_.contest, "form": form}
    page |= {"body": round_.contest.body, "first": names[0], "second": names[1]}
    page["mine"] = request.user.pk in {one.typed_by_id for one in pair}
    status = 422 if form.is_bound else 200
    response = render(request, "organiser/hall/settle.html", page, status=status)
    response["Cache-Control"] = "private, no-store"
    return response


def _settled(
    request: SignedInRequest, round_: Round, entrant: Entrant, form: SettleForm, at: datetime
) -> HttpResponse:
    part = request.GET.get("phan", "")
    done = settle_sheet(entrant, round_, part, form.sides(), by=request.user, at=at)
    told = _("Đã thống nhất bài theo bản giấy. Bài đã được tính, mã bài thi: %(receipt)s.")
    messages.success(request, told % {"receipt": done.receipt})
    return redirect("paper_sheets", round_.contest.slug, round_.key)
