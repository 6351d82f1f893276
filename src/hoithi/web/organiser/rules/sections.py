"""The sections of the editor: which rules stand in which."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from hoithi.core.rulebook.walk import steps


@dataclass(frozen=True)
class Section:
    """One page of the editor: its address, its words, and the rules on it in their order."""

    key: str
    title: str | Promise
    fields: tuple[str, ...]


SECTIONS = (
    Section(
        "chung",
        _("Chung"),
        (
            *("kind", "title", "organiser", "superior", "lead_agency", "committee", "authority"),
            *("place", "site", "helpdesk", "plan", "purpose", "topics", "duties"),
            *("not_recognised", "notes", "reading"),
        ),
    ),
    Section("thoi-gian", _("Thời gian và đợt thi"), ("window", "period", "weeks", "rounds")),
    Section("doi-tuong", _("Đối tượng dự thi"), ("groups", "entry")),
    Section("bai-thi", _("Bài thi"), ("parts", "group_papers", "passing")),
    Section("luot-thi", _("Lượt thi"), ("attempts",)),
    Section("xep-hang", _("Xếp hạng"), ("ranking", "groups_ranked", "overall")),
    Section("giai-thuong", _("Giải thưởng"), ("budget", "funding", "prizes", "prize_policy")),
    Section("tap-the", _("Tập thể"), ("collectives",)),
    Section("cong-bo", _("Công bố"), ("publication", "remarks", "retention_days")),
    Section("de-ngo", _("Quyết định còn để ngỏ"), ("choices",)),
)
NOT_EDITED = ("format", "key")
"""The number of the format, and the permanent key."""


def section_of(key: str) -> Section | None:
    """The section of this address."""
    return next((section for section in SECTIONS if section.key == key), None)


def section_with(path: str) -> Section:
    """The section in which what is at the path stands."""
    first = (steps(path) or [""])[0]
    return next((section for section in SECTIONS if first in section.fields), SECTIONS[0])
