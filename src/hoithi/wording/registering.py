"""Sentences for what keeps a team, unit or person from being registered."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hoithi.core.vietnamese.dates import date_text
from hoithi.entries.facts import registering
from hoithi.wording import sentence


@sentence.register
def _team_twice(refusal: registering.TeamTwice) -> str:
    return _("Tên “%(name)s” có ở nhiều dòng.") % refusal.facts


@sentence.register
def _team_in(refusal: registering.TeamAlreadyIn) -> str:
    return _("“%(name)s” đã có trong danh sách dự thi.") % refusal.facts


@sentence.register
def _unit_unknown(refusal: registering.TeamUnitUnknown) -> str:
    if not refusal.facts["name"]:
        return _("Hãy chọn một đơn vị trong danh sách.")
    return (
        _("Thể lệ không có đơn vị “%(name)s”. Hãy ghi tên như trong danh mục đơn vị.")
        % refusal.facts
    )


@sentence.register
def _unit_unclear(refusal: registering.TeamUnitUnclear) -> str:
    return _("Nhiều đơn vị cùng tên “%(name)s”. Hãy nhập trên màn hình để chọn.") % refusal.facts


@sentence.register
def _full(refusal: registering.UnitTeamsFull) -> str:
    return _("%(name)s đã có đủ %(most)s đội. Theo thể lệ không ghi thêm được.") % refusal.facts


@sentence.register
def _over(refusal: registering.RegistrationOver) -> str:
    return _(
        "Hạn đăng ký theo thể lệ là hết ngày %(day)s. Ghi sau hạn cần lý do và số văn bản cho phép."
    ) % {"day": date_text(refusal.day)}


_USES = {
    "awards": gettext_lazy("giấy chứng nhận"),
    "judging": gettext_lazy("điểm"),
    "results": gettext_lazy("kết quả"),
    "sittings": gettext_lazy("bài thi"),
}


@sentence.register
def _in_use(refusal: registering.EntrantInUse) -> str:
    uses = ", ".join(str(_USES.get(one, one)) for one in refusal.uses)
    return _("“%(name)s” đã có %(uses)s nên không xóa được; những gì đã ghi phải được giữ lại.") % {
        "name": refusal.name,
        "uses": uses,
    }


@sentence.register
def _keeps(_refusal: registering.PeopleKeepTheirNames) -> str:
    return _("Tên người dự thi là một phần của thông tin đã đăng ký, không sửa ở đây.")


@sentence.register
def _person_twice(_refusal: registering.PersonTwice) -> str:
    return _("Người này có ở nhiều dòng.")


@sentence.register
def _person_in(_refusal: registering.PersonAlreadyIn) -> str:
    return _("Người này đã có trong danh sách dự thi.")


@sentence.register
def _value_of_another(_refusal: registering.ValueOfAnother) -> str:
    return _(
        "Số điện thoại hoặc số giấy tờ này đang thuộc một người khác trong cuộc thi. Hãy xem lại "
        "phiếu đăng ký."
    )
