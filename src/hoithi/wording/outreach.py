"""Outreach in words: phases, channels, how often, reminders, and sentences for refusals."""

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hoithi.campaigns.actions.outreach import (
    DaysBackwards,
    DeedToCome,
    DutyThere,
    NothingShown,
    TooManyDeeds,
    TooManyPhotos,
)
from hoithi.campaigns.actions.outreach_passes import PassTooLong
from hoithi.campaigns.actions.public import NothingPublic
from hoithi.core.outreach.channels import Channel, Days
from hoithi.core.vietnamese.dates import date_text, days_text
from hoithi.wording import sentence

PHASES = {
    "before": gettext_lazy("Trước khi diễn ra"),
    "during": gettext_lazy("Trong khi diễn ra"),
    "after": gettext_lazy("Sau khi kết thúc"),
}
CHANNELS = {
    "radio": gettext_lazy("Truyền thanh cơ sở"),
    "portal": gettext_lazy("Cổng, trang thông tin điện tử"),
    "zalo": gettext_lazy("Zalo, mạng xã hội"),
    "press": gettext_lazy("Báo, đài"),
    "banner": gettext_lazy("Băng rôn, pa nô, áp phích"),
    "hamlet_meeting": gettext_lazy("Họp thôn, tổ dân phố"),
    "party_cell": gettext_lazy("Sinh hoạt chi bộ, đoàn thể"),
    "other": gettext_lazy("Hình thức khác"),
}
CADENCES = {
    "once": gettext_lazy("Ít nhất một lần"),
    "weekly": gettext_lazy("Hằng tuần"),
    "twice_weekly": gettext_lazy("Hai lần mỗi tuần"),
    "daily": gettext_lazy("Hằng ngày"),
}
STATES = {
    "free": gettext_lazy("không giao"),
    "coming": gettext_lazy("chưa đến lúc"),
    "missing": gettext_lazy("chưa thực hiện"),
    "behind": gettext_lazy("còn thiếu"),
    "done": gettext_lazy("đã thực hiện"),
}

SOURCES = {
    "": gettext_lazy("Vào thẳng"),
    "ap-phich": gettext_lazy("Mã QR trên áp phích"),
    "bang-ron": gettext_lazy("Mã QR trên băng rôn"),
    "zalo": gettext_lazy("Zalo, Facebook"),
    "tin-bai": gettext_lazy("Tin, bài"),
    "hop-thon": gettext_lazy("Họp thôn, tổ dân phố"),
}


def days_said(days: Days) -> str:
    """On which days something is to be told; empty while nobody can say."""
    if days.first and days.last:
        return days_text(days.first, days.last)
    if days.last:
        return _("đến hết ngày %(day)s") % {"day": date_text(days.last)}
    if days.first:
        return _("từ ngày %(day)s") % {"day": date_text(days.first)}
    return ""


def channels_said(channels: Iterable[Channel]) -> str:
    """The names of channels one after the other."""
    return "; ".join(str(CHANNELS[one.value]) for one in channels)


def reminder_text(name: str, title: str, channels: Iterable[Channel]) -> str:
    """What a unit is reminded of, as a notice and as a message for its Zalo group."""
    facts = {"unit": name, "title": title, "channels": channels_said(channels)}
    told = _(
        "Đề nghị %(unit)s tuyên truyền “%(title)s” qua: %(channels)s; ghi kết quả kèm đường dẫn "
        "hoặc ảnh lên hệ thống."
    )
    return told % facts


@sentence.register
def _duty_there(_refusal: DutyThere) -> str:
    return _("Cơ quan này đã được giao hình thức tuyên truyền đó trong cùng giai đoạn.")


@sentence.register
def _days_backwards(_refusal: DaysBackwards) -> str:
    return _("Ngày kết thúc trước ngày bắt đầu. Hãy xem lại hai ngày.")


@sentence.register
def _to_come(_refusal: DeedToCome) -> str:
    return _("Ngày thực hiện chưa đến. Chỉ ghi những việc đã làm.")


@sentence.register
def _nothing_shown(_refusal: NothingShown) -> str:
    return _("Hãy gửi đường dẫn, chụp ảnh hoặc ghi một câu về việc đã làm.")


@sentence.register
def _too_many_deeds(refusal: TooManyDeeds) -> str:
    return _("Trong một ngày chỉ ghi tối đa %(most)s lần cho mỗi hình thức.") % refusal.facts


@sentence.register
def _too_many_photos(refusal: TooManyPhotos) -> str:
    return _("Mỗi lần ghi kèm tối đa %(most)s ảnh.") % refusal.facts


@sentence.register
def _pass_too_long(_refusal: PassTooLong) -> str:
    return _("Ngày hết hạn phải sau hôm nay và không quá một năm.")


@sentence.register
def _nothing_public(_refusal: NothingPublic) -> str:
    return _("Trang này chưa công khai hoặc đã thu hồi.")
