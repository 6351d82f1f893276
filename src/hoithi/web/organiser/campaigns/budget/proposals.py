"""Lines that a campaign speaks for: how many meetings, members, contests; never a norm."""

from collections.abc import Iterator

from django.db.models import Count
from django.utils.translation import gettext as _

from hoithi.campaigns.actions.budgets import LineTyped
from hoithi.campaigns.actions.proposing import unpriced
from hoithi.campaigns.models import ActivityKind, Campaign, CommitteeKind
from hoithi.core.budget.norms import Item

_LONGEST = 440
_ITEMS = {
    CommitteeKind.ORGANISING: Item.ORGANISERS,
    CommitteeKind.JURY: Item.JURY,
    CommitteeKind.SECRETARIAT: Item.SECRETARIAT,
    CommitteeKind.QUESTIONS: Item.QUESTIONS,
    CommitteeKind.REVIEW: Item.QUESTIONS,
    CommitteeKind.SERVICE: Item.HELPERS,
}
_GATHERINGS = {
    ActivityKind.MEETING,
    ActivityKind.CONFERENCE,
    ActivityKind.SEMINAR,
    ActivityKind.REVIEW,
    ActivityKind.TRAINING,
    ActivityKind.REHEARSAL,
    ActivityKind.EXHIBITION,
    ActivityKind.PERFORMANCE,
    ActivityKind.FESTIVAL,
}


def proposals(campaign: Campaign) -> list[LineTyped]:
    """Proposed lines: quantity from the campaign, norm left to whoever knows it."""
    return [*_of_committees(campaign), *_of_activities(campaign)]


def _of_committees(campaign: Campaign) -> Iterator[LineTyped]:
    group = _("Bồi dưỡng các ban, tổ")
    for one in campaign.committees.annotate(number=Count("members")):
        item = _ITEMS.get(CommitteeKind(one.kind), Item.OTHER)
        text = _("Bồi dưỡng %(name)s") % {"name": one.name[:_LONGEST]}
        note = "" if one.number else _counted_later()
        yield unpriced(text, item, group, of=(one.number or 1, _("người")), note=note)


def _of_activities(campaign: Campaign) -> Iterator[LineTyped]:
    group = _("Tổ chức các hoạt động")
    for one in campaign.activities.filter(is_superiors=False):
        title = {"title": one.title[:_LONGEST]}
        if one.kind in _GATHERINGS:
            text = _("Hội trường, trang trí: %(title)s") % title
            yield unpriced(text, Item.HALL, group, of=(1, _("lần")))
            text = _("Nước uống đại biểu: %(title)s") % title
            yield unpriced(text, Item.DRINKS, group, of=(1, _("người")), note=_counted_later())
        if one.kind == ActivityKind.TRAINING:
            text = _("Báo cáo viên: %(title)s") % title
            yield unpriced(text, Item.SPEAKERS, group, of=(1, _("buổi")), note=_counted_later())


def _counted_later() -> str:
    return _("Kế hoạch chưa nêu số lượng: hãy ghi lại.")
