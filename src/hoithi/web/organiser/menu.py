"""The side menu of a contest: the pages that open for this person, and no others."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from hoithi.contests.models import Contest, ContestState
from hoithi.results.facts.snapshot import WHOLE
from hoithi.web.permissions import opens

_MENU = (
    ("contest_desk", "desk", _("Bàn điều hành")),
    ("contest_rules", "rules", _("Thể lệ")),
    ("person_find", "people", _("Tìm người dự thi")),
    ("teams", "teams", _("Ghi danh sách dự thi")),
    ("unit_lists", "unit_lists", _("Danh sách các đơn vị")),
    ("places", "places", _("Điểm thi hỗ trợ")),
    ("exclusions", "exclusions", _("Không dự thi, không xếp hạng")),
    ("corrections", "corrections", _("Đề nghị đổi đơn vị")),
    ("unit_permits", "permits", _("Cho thêm lượt thi")),
    ("bank_seal", "banks", _("Câu hỏi và đề thi")),
    ("rehearsals", "rehearsal", _("Chạy thử")),
    ("morning_report", "morning", _("Báo cáo sáng")),
    ("embedding", "embedding", _("Nhúng vào cổng thông tin")),
    ("contest_sharing", "sharing", _("Chia sẻ số liệu")),
    ("body_accounts", "accounts", _("Tài khoản")),
    ("round_results", "results", _("Kết quả chung cuộc")),
    ("remarks_desk", "remarks", _("Phản ánh, kiến nghị")),
)


_OF_RULES = {"teams", "unit_lists", "places", "exclusions", "corrections", "remarks_desk"}
"""Pages that there is nothing to show on before the first rules are in force."""


@dataclass(frozen=True)
class MenuLine:
    """A link of the menu, and the name that its pages tell of themselves."""

    label: str
    href: str
    here: str = ""


def contest_menu(request: HttpRequest, contest: Contest) -> Iterator[MenuLine]:
    """The links in their order; a rehearsal is not rehearsed itself."""
    left_out = _OF_RULES if _is_without_rules(contest) else set()
    if contest.rehearses_id:
        left_out = left_out | {"rehearsals"}
    for page, here, label in _MENU:
        if page not in left_out and opens(request, page, contest):
            yield MenuLine(str(label), _address(page, contest), here)
    if opens(request, "campaign", contest.body) and not contest.rehearses_id:
        campaign = reverse("campaign", args=[contest.body.slug, contest.campaign_id])
        yield MenuLine(str(_("Kế hoạch")), campaign)
    if opens(request, "organiser_home", contest):
        home = reverse("organiser_home", args=[contest.body.slug])
        yield MenuLine(str(_("Mọi việc cần làm")), home)


def _is_without_rules(contest: Contest) -> bool:
    """A draft of which no version was put in force yet."""
    is_draft = contest.state == ContestState.DRAFT and not contest.rehearses_id
    return is_draft and not contest.versions.filter(effective_at__isnull=False).exists()


def _address(page: str, contest: Contest) -> str:
    if page == "body_accounts":
        return reverse(page, args=[contest.body.slug])
    whole = [WHOLE] if page == "round_results" else []
    return reverse(page, args=[contest.slug, *whole])
