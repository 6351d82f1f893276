"""What a unit's contact begins with: the own units, the empty table, the poster."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from hoithi.contests.facts import rulebook_of
from hoithi.contests.queries import current_version
from hoithi.documents import spreadsheets
from hoithi.documents.typeset.posters import Poster, poster
from hoithi.entries.facts.lists import LIST_COLUMNS
from hoithi.entries.queries import lists
from hoithi.kit import clock
from hoithi.web.contestant.pages import now_of
from hoithi.web.request import SignedInRequest
from hoithi.web.staff.uploads import download
from hoithi.wording.contacts import list_title


@login_required
@require_safe
def home(request: SignedInRequest) -> HttpResponse:
    """The units and contests for which the person is the contact."""
    places = lists.contact_units(request.user, at=clock.now())
    return render(request, "unit/home.html", {"places": places})


@login_required
@require_safe
def form(request: SignedInRequest) -> HttpResponse:
    """The empty table of a named list; that of a thôn or tổ dân phố names residents."""
    of_residents = request.GET.get("cua") == "nguoi-dan"
    post = "" if of_residents else "Công chức"
    examples = [{"full_name": "Nguyễn Thị An", "born": "1985-03-05", "post": post}]
    data = spreadsheets.template(LIST_COLUMNS, list_title(of_residents=of_residents), examples)
    return download(data, "danh-sach-don-vi.xlsx")


@login_required
@require_safe
def poster_pdf(request: SignedInRequest, slug: str, code: str) -> HttpResponse:
    """A poster whose QR code leads to the contest."""
    at = clock.now()
    contest, unit = lists.contact_unit(request.user, slug, code, at=at)
    rulebook = rulebook_of(current_version(contest, at=at))
    content = Poster(
        title=contest.title,
        address=request.build_absolute_uri(f"/{contest.slug}/"),
        issuer=tuple(filter(None, [rulebook.superior, rulebook.organiser])),
        when=now_of(contest, at=at).sentence,
        steps=(
            _("Quét mã bằng máy ảnh hoặc Zalo"),
            _("Đăng ký, giữ mã dự thi"),
            _("Làm bài, nhận mã bài thi"),
        ),
        who=unit.name,
    )
    return download(poster(content), f"poster-{contest.slug}.pdf", "application/pdf")
