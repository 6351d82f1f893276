"""Sentences about reports that units send: refusals, faults, how each stands, the reminder."""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hoithi.campaigns.actions import reports as deeds
from hoithi.campaigns.actions import upward
from hoithi.campaigns.queries.recipients import Recipients
from hoithi.core.reporting import outlines
from hoithi.core.reporting.answers import Doubt, Fault
from hoithi.core.reporting.outlines import CellKind
from hoithi.core.reporting.upward import ReportKind
from hoithi.core.vietnamese.dates import date_text
from hoithi.wording import sentence
from hoithi.wording.tasks import SETS

STANDINGS = {
    "not_yet": gettext_lazy("Chưa gửi"),
    "overdue": gettext_lazy("Quá hạn chưa gửi"),
    "sent": gettext_lazy("Đã gửi"),
    "sent_back": gettext_lazy("Trả lại để bổ sung"),
    "accepted": gettext_lazy("Đã nhận"),
}
UPWARD_KINDS = {
    "progress": gettext_lazy("Báo cáo tiến độ"),
    "interim": gettext_lazy("Báo cáo sơ kết"),
    "result": gettext_lazy("Báo cáo kết quả"),
}
_SUBJECTS = {
    ReportKind.PROGRESS: "Tiến độ thực hiện {title}",
    ReportKind.INTERIM: "Sơ kết việc thực hiện {title}",
    ReportKind.RESULT: "Kết quả thực hiện {title}",
}
"""What stands on paper, which is Vietnamese whatever the screen is in."""
DRAFT = gettext_lazy("Bản nháp, chưa gửi")
CELL_KINDS = {
    CellKind.TEXT: gettext_lazy("chữ"),
    CellKind.NUMBER: gettext_lazy("số"),
    CellKind.DATE: gettext_lazy("ngày"),
}
_NAMED = 40


@sentence.register
def _empty(_refusal: outlines.OutlineEmpty) -> str:
    return _("Chưa có mục nào trong đề cương và chưa có bảng nào. Hãy ghi ít nhất một mục.")


@sentence.register
def _too_long(refusal: outlines.OutlineTooLong) -> str:
    return (
        _(
            "Đề cương quá dài: mỗi tên mục, tên cột không quá 300 ký tự; không quá %(sections)s "
            "mục, %(tables)s bảng, mỗi bảng không quá %(columns)s cột."
        )
        % refusal.facts
    )


@sentence.register
def _no_heading(refusal: outlines.NoHeadingAbove) -> str:
    return (
        _("Dòng %(line)s (“%(text)s”) có dấu gạch nhưng phía trên chưa có tên mục hoặc tên bảng.")
        % refusal.facts
    )


@sentence.register
def _no_columns(refusal: outlines.ColumnsMissing) -> str:
    return (
        _("“%(table)s” chưa có cột nào. Ghi mỗi cột một dòng, bắt đầu bằng dấu gạch.")
        % refusal.facts
    )


@sentence.register
def _column_twice(refusal: outlines.ColumnTwice) -> str:
    return _("“%(table)s” có hai cột cùng tên “%(column)s”.") % refusal.facts


@sentence.register
def _is_out(_refusal: deeds.RequestIsOut) -> str:
    return _("Yêu cầu báo cáo đã gửi tới các đơn vị nên không sửa đề cương được nữa.")


@sentence.register
def _nobody(_refusal: deeds.NobodyAsked) -> str:
    return _("Chưa chọn đơn vị nào phải báo cáo.")


@sentence.register
def _not_out(_refusal: deeds.RequestNotOut) -> str:
    return _("Yêu cầu báo cáo chưa gửi tới các đơn vị.")


@sentence.register
def _changed(_refusal: deeds.ReportChanged) -> str:
    return _(
        "Có người khác vừa lưu báo cáo này nên nội dung ông/bà nhập chưa được ghi. Hãy sao chép "
        "phần mới nhập, mở lại trang rồi ghi tiếp."
    )


@sentence.register
def _not_open(_refusal: deeds.ReportNotOpen) -> str:
    return _("Báo cáo này đã gửi hoặc đã được nhận nên không làm được việc này nữa.")


@sentence.register
def _text_too_long(refusal: deeds.TextTooLong) -> str:
    told = _(
        "Mục “%(heading)s” dài quá %(most)s ký tự nên báo cáo chưa được lưu; phần vượt đã bị cắt. "
        "Hãy rút gọn hoặc gửi kèm bằng văn bản."
    )
    return told % {**refusal.facts, "most": f"{refusal.facts['most']:,}".replace(",", ".")}


@sentence.register
def _unfinished(refusal: deeds.ReportUnfinished) -> str:
    return (
        _(
            "Đã lưu, chưa gửi: còn %(faults)s chỗ chưa ghi hoặc chưa đúng, liệt kê bên dưới. Mục "
            "không có nội dung thì ghi “Không”."
        )
        % refusal.facts
    )


@sentence.register
def _tables_empty(refusal: deeds.TablesEmpty) -> str:
    return (
        _(
            "Đã lưu, chưa gửi: bảng chưa có dòng nào (%(tables)s). Hãy điền bảng; nếu không có số "
            "liệu, đánh dấu ô xác nhận phía trên nút gửi rồi gửi lại."
        )
        % refusal.facts
    )


@sentence.register
def _no_remark(_refusal: deeds.RemarkMissing) -> str:
    return _("Hãy ghi nội dung đơn vị cần bổ sung, chỉnh sửa.")


@sentence.register
def _upward_changed(_refusal: upward.UpwardChanged) -> str:
    return _(
        "Có người khác vừa lưu báo cáo này nên nội dung ông/bà nhập chưa được ghi. Hãy sao chép "
        "phần mới nhập, mở lại trang rồi ghi tiếp."
    )


@sentence.register
def _nothing_new(refusal: upward.NothingNew) -> str:
    return (
        _("Nội dung và số liệu giống hệt bản %(number)s nên không chốt thêm bản nào.")
        % refusal.facts
    )


@sentence.register
def _blanks_left(refusal: upward.BlanksLeft) -> str:
    return (
        _(
            "Chưa chốt được: còn %(number)s câu có chỗ để trống (…………) ở phần: %(parts)s. Hãy "
            "điền hoặc bỏ các câu đó, lưu báo cáo rồi chốt."
        )
        % refusal.facts
    )


def upward_subject(kind: ReportKind, title: str) -> str:
    """What a report is called when nobody names it."""
    return _SUBJECTS[kind].format(title=title)


def fault_said(doubt: Doubt) -> str:
    """What is wrong, and where."""
    facts = {
        "where": doubt.where,
        "table": doubt.table,
        "row": doubt.row,
        "text": doubt.text[:80],
    }
    return _faults()[doubt.fault] % facts


def _faults() -> dict[Fault, str]:
    return {
        Fault.NOTHING_WRITTEN: _("Mục “%(where)s” chưa ghi nội dung."),
        Fault.FIRST_EMPTY: _("%(table)s, dòng %(row)s: chưa ghi cột “%(where)s”."),
        Fault.NOT_A_NUMBER: _(
            "%(table)s, dòng %(row)s, cột “%(where)s”: “%(text)s” không phải là số."
        ),
        Fault.BELOW_NOTHING: _(
            "%(table)s, dòng %(row)s, cột “%(where)s”: không ghi được số âm “%(text)s”."
        ),
        Fault.NOT_A_DATE: _(
            "%(table)s, dòng %(row)s, cột “%(where)s”: “%(text)s” không phải là ngày."
        ),
    }


def recipients_said(choice: Recipients) -> str:
    """Who is meant by a box to tick, with how many they are."""
    if choice.kind is not None:
        facts = {"kind": choice.kind.label, "number": len(choice.asked)}
        return _("Mọi %(kind)s trong danh sách đơn vị (%(number)s)") % facts
    name = choice.agency.name if choice.agency else ""
    if len(choice.asked) > 1:
        return _("%(name)s (%(number)s đơn vị)") % {"name": name, "number": len(choice.asked)}
    rule = SETS.get(choice.agency.holder_set, "") if choice.agency else ""
    return _("%(name)s (chưa mở cho từng đơn vị)") % {"name": name} if rule else name


def reminder(title: str, due_on: date, names: Sequence[str], address: str) -> str:
    """The text for the units' group: who has not sent, until when, and where to."""
    listed = "; ".join(names[:_NAMED])
    if len(names) > _NAMED:
        listed += _(" và %(number)s đơn vị khác") % {"number": len(names) - _NAMED}
    facts = {"title": title, "day": date_text(due_on), "names": listed, "address": address}
    return (
        _(
            "Đề nghị các đơn vị gửi báo cáo “%(title)s” trước hết ngày %(day)s.\n"
            "Đến nay chưa nhận được báo cáo của: %(names)s.\n"
            "Điền và gửi báo cáo tại: %(address)s"
        )
        % facts
    )


def asked_notice(title: str, due_on: date) -> str:
    """What a contact is told when a report is asked of the unit."""
    facts = {"title": title, "day": date_text(due_on)}
    return _("Đề nghị gửi báo cáo “%(title)s” trước hết ngày %(day)s.") % facts


def reminder_notice(title: str, due_on: date) -> str:
    """What a contact is told who has not sent the report."""
    facts = {"title": title, "day": date_text(due_on)}
    return _("Nhắc: Ban Tổ chức chưa nhận được báo cáo “%(title)s”, hạn ngày %(day)s.") % facts


def decided_notice(title: str, remark: str) -> str:
    """What a contact is told of the verdict: the remark, or that the report was taken."""
    if not remark:
        return _("Ban Tổ chức đã nhận báo cáo “%(title)s”.") % {"title": title}
    facts = {"title": title, "remark": remark}
    return _("Ban Tổ chức trả lại báo cáo “%(title)s” để bổ sung: %(remark)s") % facts
