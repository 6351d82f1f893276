"""The page of a contest: what, who, when, prizes, reading, the way in."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from hoithi.contests.facts import rulebook_of
from hoithi.contests.queries import announced, current_version
from hoithi.kit import clock
from hoithi.results.queries import newest_published
from hoithi.sittings.queries.own import figures
from hoithi.sittings.queries.showing import shows_figures
from hoithi.study.queries import is_public
from hoithi.web.contestant import devices
from hoithi.web.contestant.announcements import announcements
from hoithi.web.contestant.doors import door_shown
from hoithi.web.contestant.pages import (
    contest_page,
    entering_is_over,
    papers_shown,
    prize_tables,
    rounds_shown,
)


@require_safe
def show(request: HttpRequest, slug: str) -> HttpResponse:
    """Everything a person from a chat group must know before taking part."""
    contest, at = announced(slug), clock.now()
    rulebook = rulebook_of(current_version(contest, at=at))
    entrant = devices.entrant_of(request, contest)
    results = newest_published(contest, at=at)
    facts = {
        **contest_page(contest, at=at),
        "rounds": rounds_shown(contest, results, at=at),
        "whole": next((one for one in results if one.round is None), None),
        "papers": papers_shown(contest, rulebook, at=at),
        "prizes": prize_tables(rulebook),
        "figures": figures(contest) if shows_figures(contest, rulebook, at=at) else None,
        "figures_wait": rulebook.publication.live_figures,
        "told": announcements(contest, at=at),
        "over": entering_is_over(contest, at=at),
        "entrant": entrant,
        "door": door_shown(entrant, at=at) if entrant else None,
        "place": devices.place_of(request, contest),
        "has_study": is_public(contest, at=at),
        "page_address": request.build_absolute_uri(),
        "picture": request.build_absolute_uri(f"/{slug}/anh-xem-truoc.png"),
    }
    return render(request, "contestant/contest.html", facts)
