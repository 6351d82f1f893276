"""The study set of a contest: its questions with answers, practising them, and both on paper."""

from collections.abc import Iterable
from functools import lru_cache

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import get_language, override
from django.views.decorators.http import require_safe

from hoithi.contests.models import Contest
from hoithi.contests.queries import announced
from hoithi.core import study as rules
from hoithi.core.study import StudyQuestion
from hoithi.documents.official import Paper, to_docx, to_pdf
from hoithi.files.facts import FileKind
from hoithi.kit import clock
from hoithi.study.queries import released_file, study_set
from hoithi.web.files import download
from hoithi.web.media import sent
from hoithi.web.public.study_paper import study_paper
from hoithi.web.public.study_shown import ShownQuestion, shown
from hoithi.wording.questions import field_label

QUESTIONS_A_PAGE = 20
_A_MINUTE = "public, max-age=60"


@require_safe
def study(request: HttpRequest, slug: str) -> HttpResponse:
    """Every released question with its answer, page by page, those that are looked for."""
    contest, questions = _released(slug)
    field, words = _asked(request)
    found = rules.found(questions, field=field, words=words)
    page = Paginator(found, QUESTIONS_A_PAGE).get_page(request.GET.get("trang"))
    context = _context(contest, questions, field) | {"page": page, "words": words}
    context["questions"] = _all_shown(page)
    return _answered(request, "public/study.html", context)


@require_safe
def study_practice(request: HttpRequest, slug: str) -> HttpResponse:
    """All questions of a field at once: once it is loaded, practising needs no network."""
    contest, questions = _released(slug)
    field, _words = _asked(request)
    found = [one for one in rules.found(questions, field=field) if one.is_studied]
    context = _context(contest, questions, field) | {"questions": _all_shown(found)}
    return _answered(request, "public/study_practice.html", context)


@require_safe
def study_file(_request: HttpRequest, slug: str, kind: FileKind) -> HttpResponse:
    """The set for printing: questions first, then their answers."""
    contest, questions = _released(slug)
    language = get_language() or "vi"
    paper = (contest.title, contest.body.name, contest.body.place)
    data = _file(paper, tuple(questions), kind, language)
    response = download(data, f"bo-cau-hoi-on-tap-{slug}.{kind}", kind.media_type)
    response["Cache-Control"] = _A_MINUTE
    return response


@require_safe
def study_media(request: HttpRequest, slug: str, digest: str) -> HttpResponseBase:
    """A picture, a sound or a film of a released question; every other file is not there."""
    return sent(request, released_file(announced(slug), digest, at=clock.now()))


@lru_cache(maxsize=16)
def _file(
    titles: tuple[str, str, str],
    questions: tuple[StudyQuestion, ...],
    kind: FileKind,
    language: str,
) -> bytes:
    """The same set is set in type once, whoever asks for it."""
    with override(language):
        made: Paper = study_paper(*titles, questions)
    return to_pdf(made) if kind is FileKind.PDF else to_docx(made)


def _released(slug: str) -> tuple[Contest, list[StudyQuestion]]:
    """The contest and its set. What has no set has no page, not even an empty one."""
    contest = announced(slug)
    questions = study_set(contest, at=clock.now())
    if not questions:
        raise Http404
    return contest, questions


def _asked(request: HttpRequest) -> tuple[str, str]:
    return request.GET.get("linh-vuc", "")[:40], request.GET.get("tim", "").strip()[:100]


def _context(contest: Contest, questions: Iterable[StudyQuestion], field: str) -> dict[str, object]:
    listed = list(questions)
    fields = [(key, field_label(key), count) for key, count in rules.fields_of(listed)]
    return {
        "contest": contest,
        "fields": fields,
        "field": field,
        "studied": sum(count for *_names, count in fields),
        "changed": [one for one in listed if one.standing is not rules.Standing.AS_RELEASED],
    }


def _all_shown(questions: Iterable[StudyQuestion]) -> list[ShownQuestion]:
    return [shown(one) for one in questions]


def _answered(request: HttpRequest, template: str, context: dict[str, object]) -> HttpResponse:
    response = render(request, template, context)
    response["Cache-Control"] = "no-cache"
    return response
