"""The head's table: how far every marker and every essay is, and what can be done now."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from hoithi.contests.models import Round
from hoithi.core.essays.final import Stage
from hoithi.core.rulebook.parts import JuryPart
from hoithi.essays import queries
from hoithi.essays.forms import HandOverForm, MarkerForm
from hoithi.essays.models import EssayMarking
from hoithi.essays.queries import Marked, essay_part, marking_of
from hoithi.essays.queries.own import texts_of
from hoithi.kit import clock
from hoithi.people.models import Person
from hoithi.web.request import SignedInRequest

ESSAYS_A_PAGE = 100
SHOWN = ("", "waiting", "third", "settled")


@dataclass(frozen=True)
class At:
    """Where the head works: round, part, and the marking once it was begun."""

    round: Round
    part: JuryPart
    marking: EssayMarking | None

    @property
    def begun(self) -> EssayMarking:
        """The marking. Raises DoesNotExist before it was begun."""
        if self.marking is None:
            raise EssayMarking.DoesNotExist
        return self.marking

    @property
    def place(self) -> tuple[str, str, str]:
        """The arguments of its addresses."""
        return self.round.contest.slug, self.round.key, self.part.key


def at_desk(person: Person, slug: str, key: str, part: str, *, at: datetime) -> At:
    """For the head of the contest only."""
    round_ = queries.round_for_head(person, slug, key, at=at)
    return At(round_, essay_part(round_, part, at=at), marking_of(round_, part))


@require_safe
@login_required
def essays_desk(request: SignedInRequest, slug: str, key: str, part: str) -> HttpResponse:
    """Before the marking its beginning; then markers, essays, differences, handing over."""
    at = clock.now()
    place = at_desk(request.user, slug, key, part, at=at)
    return desk_page(request, place, at=at)


def desk_page(
    request: SignedInRequest, place: At, *, at: datetime, status: int = 200, **more: Any
) -> HttpResponse:
    """The page, with what a refused form says."""
    shown = about(place) | {"sentence": ""}
    if place.marking is not None:
        shown |= _shown(request, place, place.marking, at=at)
    return render(request, "organiser/essays/desk.html", shown | more, status=status)


def about(place: At) -> dict[str, Any]:
    """What every page of the essays shows."""
    contest = place.round.contest
    return {
        "contest": contest,
        "body": contest.body,
        "round": place.round,
        "part": place.part,
        "marking": place.marking,
        "most": queries.most_of(place.part),
    }


def _shown(
    request: SignedInRequest, place: At, marking: EssayMarking, *, at: datetime
) -> dict[str, Any]:
    essays = queries.marked(marking, place.part)
    wanted = request.GET.get("xem", "")
    listed = [one for one in essays if wanted in {"", one.outcome.stage}]
    counts = {stage.value: _count(essays, stage) for stage in Stage}
    people = queries.judges(place.round, at=at)
    return {
        "progress": queries.progress(marking, essays),
        "page": Paginator(listed, ESSAYS_A_PAGE).get_page(request.GET.get("trang")),
        "counts": counts,
        "total": len(essays),
        "wanted": wanted if wanted in SHOWN else "",
        "unshared": sum(bool(one.essay.words) and len(one.tasks) < 2 for one in essays),
        "third_missing": sum(
            one.outcome.stage is Stage.THIRD and len(one.tasks) < 3 for one in essays
        ),
        "is_settled": bool(essays) and all(one.is_settled for one in essays),
        "marker_form": marker_form(people, units_there(essays), None),
        "hand_form": HandOverForm(),
    }


def _count(essays: list[Marked], stage: Stage) -> int:
    return sum(one.outcome.stage is stage for one in essays)


def units_there(essays: list[Marked]) -> list[tuple[int, str]]:
    """The units for which somebody wrote, by name."""
    held = (one.essay.entrant.unit for one in essays)
    units = {unit.unit_id: unit.name for unit in held if unit is not None}
    return sorted(units.items(), key=lambda pair: pair[1])


def marker_form(people: list[Person], units: list[tuple[int, str]], data: Any) -> MarkerForm:
    """The form of a marker, with the judges and units of this contest."""
    there = Person.objects.filter(pk__in=[one.pk for one in people]).order_by("full_name")
    return MarkerForm(data, people=there, units=units)


@require_safe
@login_required
def essay_read(
    request: SignedInRequest, slug: str, key: str, part: str, number: int
) -> HttpResponse:
    """One essay for the head: text and sheets, under its number."""
    place = at_desk(request.user, slug, key, part, at=clock.now())
    essays = queries.marked(place.begun, place.part)
    found = next((one for one in essays if one.essay.number == number), None)
    if found is None:
        raise EssayMarking.DoesNotExist(_("Không có bài này."))
    shown = about(place) | {"one": found, "texts": texts_of(found.essay)}
    return render(request, "organiser/essays/read.html", shown)
