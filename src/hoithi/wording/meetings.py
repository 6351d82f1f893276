"""Meetings in words: answers, presence, the text to paste into Zalo, sentences for refusals."""

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hoithi.campaigns.facts import hours_text, standing_from, standing_of, standing_text
from hoithi.campaigns.models import Activity, ActivityMove
from hoithi.conferences.actions import (
    AlreadyATask,
    AnswerAfterMeeting,
    DayNotSet,
    DueBeforeMeeting,
    GuestAnswered,
    MeetingOver,
    NobodyInvited,
    NothingToAssign,
    ReasonMissing,
    SubstituteMissing,
    TooLateToAnswer,
    TooManyGuests,
)
from hoithi.conferences.models import AgendaItem, Guest, Meeting
from hoithi.core.vietnamese.dates import date_text, long_date_text
from hoithi.wording import sentence

ANSWERS = {
    "waiting": gettext_lazy("Chưa trả lời"),
    "coming": gettext_lazy("Sẽ dự"),
    "sends": gettext_lazy("Cử người dự thay"),
    "excused": gettext_lazy("Xin vắng"),
}
PRESENCES = {
    "": gettext_lazy("Chưa điểm danh"),
    "present": gettext_lazy("Có mặt"),
    "late": gettext_lazy("Đến muộn"),
    "absent": gettext_lazy("Vắng"),
    "excused": gettext_lazy("Vắng có lý do"),
}
NOTED = {
    "present": gettext_lazy("Có mặt"),
    "late": gettext_lazy("Muộn"),
    "absent": gettext_lazy("Vắng"),
    "excused": gettext_lazy("Có lý do"),
}
"""On the buttons at the door, which stand in one line of a phone."""


def guest_said(guest: Guest) -> str:
    """Who is invited, in one line: the name with the post, or the agency with whom it sends."""
    told = [guest.full_name, guest.post, guest.organisation]
    return ", ".join(part for part in told if part)


def attends_said(guest: Guest) -> str:
    """Who attends: the substitute where one was named."""
    if not guest.substitute_name:
        return guest.full_name
    if not guest.full_name:
        return guest.substitute_name
    return _("%(name)s (dự thay %(instead)s)") % {
        "name": guest.substitute_name,
        "instead": guest.full_name,
    }


def item_hours(item: AgendaItem) -> str:
    """ "08h00 - 08h15"; empty where no hour is told. It stays on one line."""
    return (
        hours_text(item.starts_at, item.ends_at)
        .removeprefix("từ ")
        .replace(" đến ", "\u00a0-\u00a0")
    )


def end_day(activity: Activity) -> str:
    """On which day it ended, after the hour: of several days the last one, by name."""
    first, last = activity.first_day, activity.last_day
    if activity.is_open or first is None or last is None or first == last:
        return "cùng ngày"
    return long_date_text(last)


def zalo_invitation(activity: Activity, meeting: Meeting, address: str) -> str:
    """The invitation as a text to paste into a group.

    `address` is where those with an account answer, in full; empty where nobody invited has one.
    """
    lines = [
        _("GIẤY MỜI: %(title)s") % {"title": activity.title},
        _("Thời gian: %(when)s") % {"when": standing_text(standing_of(activity))},
        _("Địa điểm: %(where)s") % {"where": activity.place or _("thông báo sau")},
    ]
    if meeting.chair:
        lines.append(_("Chủ trì: %(chair)s") % {"chair": meeting.chair})
    if meeting.note:
        lines.append(_("Lưu ý: %(note)s") % {"note": meeting.note})
    if meeting.answer_by:
        lines.append(
            _("Đề nghị trả lời trước ngày %(day)s.") % {"day": date_text(meeting.answer_by)}
        )
    if meeting.contact:
        lines.append(_("Liên hệ: %(contact)s") % {"contact": meeting.contact})
    if address:
        lines.append(_("Người có tài khoản xem và trả lời tại: %(address)s") % {"address": address})
    return "\n".join(lines)


def zalo_move(move: ActivityMove, tasks: Iterable[tuple[str, str]]) -> str:
    """What has moved as a text to paste into a group; tasks with their new days."""
    before, after = standing_from(move.before), standing_from(move.after)
    told = {
        "title": move.activity.title,
        "before": standing_text(before) or _("chưa ấn định"),
        "after": standing_text(after) or _("chưa ấn định"),
    }
    lines = [_("THAY ĐỔI: %(title)s") % told]
    lines.append(_("Thời gian mới: %(after)s (trước đó: %(before)s)") % told)
    if after.place:
        lines.append(_("Địa điểm: %(where)s") % {"where": after.place})
    if move.reason:
        lines.append(_("Lý do: %(reason)s") % {"reason": move.reason})
    lines += [f"- {text.rstrip(' .;')}: {days}" for text, days in tasks]
    return "\n".join(lines)


@sentence.register
def _day_not_set(_refusal: DayNotSet) -> str:
    return _("Chưa ấn định ngày nên chưa gửi giấy mời được. Hãy ấn định thời gian trước.")


@sentence.register
def _nobody(_refusal: NobodyInvited) -> str:
    return _(
        "Không còn ai để gửi trên hệ thống: chưa ghi thành phần dự, đã gửi hết, hoặc người chưa "
        "trả lời không có tài khoản."
    )


@sentence.register
def _too_many(_refusal: TooManyGuests) -> str:
    return _("Một hoạt động mời tối đa 2.000 người. Hãy bớt thành phần dự.")


@sentence.register
def _answered(_refusal: GuestAnswered) -> str:
    return _("Người này đã trả lời hoặc đã điểm danh nên còn trong danh sách.")


@sentence.register
def _substitute(_refusal: SubstituteMissing) -> str:
    return _("Cử người dự thay thì ghi họ tên người dự thay.")


@sentence.register
def _reason(_refusal: ReasonMissing) -> str:
    return _("Xin vắng thì ghi lý do.")


@sentence.register
def _too_late(_refusal: TooLateToAnswer) -> str:
    return _(
        "Hoạt động đã diễn ra nên không còn nhận trả lời tại đây. Đề nghị liên hệ Ban Tổ chức."
    )


@sentence.register
def _over(_refusal: MeetingOver) -> str:
    return _("Hoạt động đã diễn ra nên không gửi giấy mời, không nhắc trả lời được nữa.")


@sentence.register
def _answer_after(refusal: AnswerAfterMeeting) -> str:
    told = _("Ngày đề nghị trả lời không được sau ngày diễn ra (%(day)s).")
    return told % {"day": date_text(refusal.last_day)}


@sentence.register
def _nothing_to_assign(_refusal: NothingToAssign) -> str:
    return _(
        "Không có kết luận nào để giao: kết luận chưa ghi cơ quan thực hiện, hoặc đã giao hết."
    )


@sentence.register
def _due_before(refusal: DueBeforeMeeting) -> str:
    told = _("Thời hạn của kết luận không được trước ngày họp (%(day)s).")
    return told % {"day": date_text(refusal.first_day)}


@sentence.register
def _a_task(_refusal: AlreadyATask) -> str:
    return _("Kết luận này đã thành nhiệm vụ của kế hoạch; hãy sửa tại trang của nhiệm vụ.")
