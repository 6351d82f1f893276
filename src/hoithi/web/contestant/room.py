"""The page of the exam room, and the service worker that lets it open without a network."""

from functools import lru_cache
from pathlib import Path

from django.contrib.staticfiles import finders
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from hoithi.contests.facts import rulebook_of
from hoithi.contests.queries import announced, current_version
from hoithi.core.rulebook.windows import attempts_for
from hoithi.kit import clock
from hoithi.web.contestant import devices
from hoithi.web.contestant.doors import door_shown
from hoithi.web.contestant.pages import contest_page, now_of, papers_for
from hoithi.wording.room import room_words


@require_safe
def show(request: HttpRequest, slug: str) -> HttpResponse:
    """The page that begins, resumes and hands in; everything after that is the modules' work."""
    contest, at = announced(slug), clock.now()
    entrant = devices.entrant_of(request, contest)
    if entrant is None:
        return redirect("return" if request.GET.get("ma") else "enter", slug)
    way_in = door_shown(entrant, at=at)
    rulebook = rulebook_of(current_version(contest, at=at))
    now = now_of(contest, at=at)
    facts = {
        **contest_page(contest, at=at),
        "entrant": entrant,
        "door": way_in,
        "token": devices.token_of(request, contest),
        "papers": papers_for(rulebook, now, entrant.group),
        "papers_known": [
            {"key": one.key, "title": one.title, "done": one.is_done} for one in way_in.parts
        ],
        "attempts": attempts_for(rulebook, now.round.key) if now.round else rulebook.attempts,
        "words": room_words(),
        "place": devices.place_of(request, contest),
        "place_token": request.COOKIES.get(f"diem-thi-{contest.pk}", ""),
    }
    response = render(request, "contestant/room.html", facts)
    response["Cache-Control"] = "private, no-store"
    return response


@require_safe
def service_worker(_request: HttpRequest) -> HttpResponse:
    """Stands at the root because a worker only reaches what lies below it."""
    response = HttpResponse(_worker(), content_type="text/javascript; charset=utf-8")
    response["Cache-Control"] = "no-cache"
    return response


@lru_cache(maxsize=1)
def _worker() -> bytes:
    path = finders.find("js/sw.js")
    return Path(str(path)).read_bytes()
