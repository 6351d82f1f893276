"""Nominations on screen: states, texts for a chat group, and why something is refused."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hoithi.campaigns.actions import answering, nominations
from hoithi.campaigns.models import Nomination
from hoithi.campaigns.queries.nominations import LineTwice, TooManyLines
from hoithi.core.committees import Role, title_of
from hoithi.core.vietnamese.dates import date_text
from hoithi.wording import sentence

STATES = {
    "waiting": gettext_lazy("Chưa trả lời"),
    "answered": gettext_lazy("Đã cử, chờ ghi vào danh sách"),
    "accepted": gettext_lazy("Đã ghi vào danh sách"),
    "returned": gettext_lazy("Đã đề nghị cử lại"),
    "nobody": gettext_lazy("Không cử được"),
}
WAYS = {
    "site": gettext_lazy("trên trang của đơn vị"),
    "link": gettext_lazy("qua đường dẫn một lần"),
    "typed": gettext_lazy("Ban Tổ chức nhập"),
    "": "",
}
NOMINEES = {
    "proposed": gettext_lazy("Chờ ghi vào danh sách"),
    "taken": gettext_lazy("Đã ghi vào danh sách"),
    "replaced": gettext_lazy("Đã thay bằng người khác"),
    "removed": gettext_lazy("Đã bỏ khỏi danh sách"),
}


def wish_said(nomination: Nomination, committee: str) -> str:
    """How many people with which role are asked for: "02 Ủy viên (lãnh đạo phòng)"."""
    title = title_of(Role(nomination.role), committee)
    told = f"{nomination.people:02d} {title}"
    return f"{told} ({nomination.wish})" if nomination.wish else told


@dataclass(frozen=True)
class Asked:
    """What texts to agencies say."""

    campaign: str
    committee: str
    deadline: str
    body: str


def asked_of(nomination: Nomination) -> Asked:
    """The facts of a letter."""
    request = nomination.request
    campaign = request.committee.campaign
    day = date_text(request.deadline)
    return Asked(campaign.title, request.committee.name, day, campaign.body.name)


def message_to(nomination: Nomination, address: str) -> str:
    """What is pasted into the chat with one agency; `address` is where it answers."""
    facts = {**vars(asked_of(nomination)), "name": nomination.name, "address": address}
    facts["wish"] = wish_said(nomination, nomination.request.committee.name)
    told = _(
        "Kính gửi %(name)s,\nThực hiện %(campaign)s, %(body)s đề nghị quý cơ quan cử %(wish)s "
        "tham gia %(committee)s, trả lời trước hết ngày %(deadline)s."
    )
    where = _("Trả lời tại: %(address)s")
    return "\n".join([told, where, _("Trân trọng!")]) % facts


def message_to_all(rows: Sequence[Nomination]) -> str:
    """A text for the common chat group: who has not answered; empty for nobody."""
    if not rows:
        return ""
    facts = {**vars(asked_of(rows[0])), "count": f"{len(rows):02d}"}
    facts["names"] = "; ".join(one.name for one in rows)
    told = _(
        "%(body)s kính đề nghị các cơ quan, đơn vị sau gửi danh sách cử người tham gia "
        "%(committee)s trước hết ngày %(deadline)s (còn %(count)s nơi chưa gửi): %(names)s. "
        "Trân trọng!"
    )
    return told % facts


def reminder_said(nomination: Nomination) -> str:
    """What a contact reads on the site and by mail."""
    facts = {**vars(asked_of(nomination)), "name": nomination.name}
    facts["wish"] = wish_said(nomination, nomination.request.committee.name)
    return (
        _("Đề nghị %(name)s cử %(wish)s tham gia %(committee)s, trả lời trước hết %(deadline)s.")
        % facts
    )


def answered_said(nomination: Nomination) -> str:
    """What whoever made the letter reads when an answer has come."""
    facts = {"name": nomination.name, "committee": nomination.request.committee.name}
    if nomination.reason:
        return _("%(name)s trả lời không cử được người tham gia %(committee)s.") % facts
    if nomination.is_late:
        return _("%(name)s đã cử người tham gia %(committee)s (trả lời muộn).") % facts
    return _("%(name)s đã cử người tham gia %(committee)s.") % facts


@sentence.register
def _nobody_asked(_refusal: nominations.NobodyAsked) -> str:
    return _("Chưa chọn cơ quan, đơn vị nào. Hãy đánh dấu hoặc ghi tên ít nhất một nơi.")


@sentence.register
def _too_many_asked(refusal: nominations.TooManyAsked) -> str:
    return _("Một công văn gửi không quá %(at_most)s nơi. Hãy chia thành nhiều công văn.") % (
        refusal.facts
    )


@sentence.register
def _deadline_over(_refusal: nominations.DeadlineOver) -> str:
    return _("Hạn trả lời đã qua. Hãy chọn một ngày từ hôm nay trở đi.")


@sentence.register
def _campaign_is_draft(_refusal: nominations.CampaignIsDraft) -> str:
    return _(
        "Bản chép này đang là dự thảo nên chưa gửi tới các đơn vị được. Hãy ghi số, ký hiệu và "
        "ngày ký của kế hoạch trước."
    )


@sentence.register
def _already_answered(_refusal: nominations.AlreadyAnswered) -> str:
    return _("Nơi này đã trả lời nên không bỏ khỏi công văn được.")


@sentence.register
def _nobody_named(_refusal: answering.NobodyNamed) -> str:
    return _("Chưa ghi ai và chưa nêu lý do. Hãy ghi người được cử, hoặc lý do.")


@sentence.register
def _too_many_named(refusal: answering.TooManyNominees) -> str:
    return _("Công văn đề nghị cử không quá %(at_most)s người. Hãy bớt người.") % refusal.facts


@sentence.register
def _named_twice(refusal: answering.NamedTwice) -> str:
    return _("%(name)s được ghi hai lần. Hãy bỏ một dòng.") % refusal.facts


@sentence.register
def _link_used(_refusal: answering.LinkUsed) -> str:
    return _("Đường dẫn này đã nhận một lần trả lời. Cần sửa thì liên hệ cơ quan đề nghị.")


@sentence.register
def _nothing_to_accept(_refusal: answering.NothingToAccept) -> str:
    return _("Không có trả lời nào đang chờ. Có thể đồng nghiệp vừa xử lý; hãy tải lại trang.")


@sentence.register
def _line_twice(refusal: LineTwice) -> str:
    return _("%(name)s được ghi hai lần.") % refusal.facts


@sentence.register
def _too_many_lines(refusal: TooManyLines) -> str:
    return _("Tệp có nhiều người hơn số được đề nghị cử (%(at_most)s).") % refusal.facts
