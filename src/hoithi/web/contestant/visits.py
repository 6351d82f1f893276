"""One request to a contest: who asks, at which door, when."""

from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from hoithi.contests.models import Contest
from hoithi.contests.queries import announced
from hoithi.entries import queries
from hoithi.entries.actions.hurdles import Hurdle, hurdle_at
from hoithi.entries.facts import Door
from hoithi.kit import clock
from hoithi.web.contestant.pages import contest_page


@dataclass(frozen=True)
class Visit:
    """A request with its contest, the door in force, and the moment taken once."""

    request: HttpRequest
    contest: Contest
    door: Door
    at: datetime

    def hurdle(self, *, counted: bool = False) -> Hurdle:
        """What stands before the form for the network this request comes from."""
        address = self.request.META.get("REMOTE_ADDR", "")
        return hurdle_at(self.door, address, at=self.at, counted=counted)

    def page(self, template: str, status: int = 200, **facts: object) -> HttpResponse:
        """A page of the contest that no cache may keep."""
        shown = {**contest_page(self.contest, at=self.at), **facts}
        response = render(self.request, f"contestant/{template}.html", shown, status=status)
        response["Cache-Control"] = "private, no-store"
        return response


def visit(request: HttpRequest, slug: str) -> Visit:
    """The visit of a public contest. Raises DoesNotExist where there is none."""
    contest, at = announced(slug), clock.now()
    return Visit(request, contest, queries.current_door(contest, at=at), at)
