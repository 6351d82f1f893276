"""What people are told on the site about meetings and moved activities."""

from django.utils.translation import gettext as _

from hoithi.campaigns.facts import standing_from, standing_of, standing_text
from hoithi.campaigns.models import Activity, ActivityMove

_SHORT = 150


def invited_text(activity: Activity) -> str:
    """The invitation in one sentence."""
    facts = {
        "body": activity.campaign.body.name,
        "activity": short(activity.title),
        "when": standing_text(standing_of(activity)),
        "where": activity.place or _("địa điểm thông báo sau"),
    }
    return (
        _("%(body)s mời dự “%(activity)s”, %(when)s, tại %(where)s. Mời xem giấy mời và trả lời.")
        % facts
    )


def reminded_text(activity: Activity) -> str:
    """That an answer is waited for, in one sentence."""
    facts = {
        "body": activity.campaign.body.name,
        "activity": short(activity.title),
        "when": standing_text(standing_of(activity)),
    }
    return _("%(body)s chờ trả lời giấy mời dự “%(activity)s”, %(when)s.") % facts


def moved_text(move: ActivityMove, tasks: int) -> str:
    """What has moved, in one sentence."""
    before, after = standing_from(move.before), standing_from(move.after)
    facts = {
        "activity": short(move.activity.title),
        "before": standing_text(before) or _("chưa ấn định"),
        "after": standing_text(after) or _("chưa ấn định"),
        "where": f", {after.place}" if after.place else "",
        "tasks": tasks,
    }
    told = _("“%(activity)s” đổi thời gian, địa điểm: %(after)s%(where)s (trước đó: %(before)s).")
    if before.moment.is_open:
        told = _("“%(activity)s” được ấn định: %(after)s%(where)s.")
    if tasks:
        told += " " + _("%(tasks)s nhiệm vụ dời hạn theo.")
    return told % facts


def short(title: str) -> str:
    """The first words of a title, which ends with a whole word."""
    return title if len(title) <= _SHORT else f"{title[:_SHORT].rpartition(' ')[0]}…"
