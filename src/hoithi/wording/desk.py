"""Words of the results desk: what is missing, verdicts, contact fields."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from hoithi.core.rulebook.entry import IdentityField, IdentityKind
from hoithi.core.vietnamese.personal_numbers import Sex
from hoithi.core.vietnamese.phones import phone_text
from hoithi.results.models import Verdict
from hoithi.results.queries.desk import Missing
from hoithi.sittings.actions import deciding
from hoithi.wording import sentence
from hoithi.wording.entries import field_words


def missing(step: Missing) -> str:
    """What stands between the draft and its publication."""
    return {
        Missing.DRAFT: _("Lập danh sách kết quả"),
        Missing.FRESH_DRAFT: _("Lập lại danh sách vì có thay đổi"),
        Missing.ESSAYS: _("Chấm bài tự luận và chuyển điểm"),
        Missing.SIGNS: _("Chờ hệ thống tìm dấu hiệu cần xác minh"),
        Missing.TIES: _("Xử lý người bằng nhau ở suất giải cuối"),
        Missing.VERIFICATION: _("Gọi điện xác minh người dự kiến đạt giải"),
        Missing.APPROVAL: _("Phê duyệt"),
        Missing.PUBLICATION: _("Công bố"),
    }[step]


def verdict(value: str) -> str:
    """What was found about a candidate, in short."""
    return {
        Verdict.VERIFIED: _("Đã xác minh"),
        Verdict.UNREACHED: _("Không liên lạc được"),
        Verdict.NOT_RECOGNISED: _("Không công nhận"),
    }[Verdict(value)]


_FIRST_TOLD = (IdentityKind.FULL_NAME, IdentityKind.PHONE, IdentityKind.GUARDIAN_PHONE)
_PHONES = (IdentityKind.PHONE, IdentityKind.GUARDIAN_PHONE)


@dataclass(frozen=True)
class ContactLine:
    """One thing a person told: its label, the value as officials write it, a number to call."""

    label: str
    text: str
    call: str = ""


def contact_shown(
    fields: Mapping[str, str], asked: Iterable[IdentityField] = ()
) -> list[ContactLine]:
    """What a person told, name and telephone first, labelled as on the form (`asked`).

    What only serves finding is left out.
    """
    own = {field.kind: field for field in asked}
    known = [kind for kind in IdentityKind if fields.get(kind)]
    ordered = sorted(known, key=lambda kind: kind not in _FIRST_TOLD)
    return [_line(own.get(kind, IdentityField(kind=kind)), fields[kind]) for kind in ordered]


def _line(field: IdentityField, value: str) -> ContactLine:
    label = field_words(field).label
    if field.kind in _PHONES:
        return ContactLine(label, phone_text(value), call=value)
    if field.kind is IdentityKind.BIRTH_DATE:
        return ContactLine(label, f"{date.fromisoformat(value):%d/%m/%Y}")
    if field.kind is IdentityKind.SEX:
        return ContactLine(label, {Sex.MALE: _("Nam"), Sex.FEMALE: _("Nữ")}[Sex(value)])
    return ContactLine(label, value)


@sentence.register
def _reason_needed(_refusal: deciding.ReasonNeeded) -> str:
    return _("Cần ghi lý do của quyết định.")


@sentence.register
def _nothing_late(_refusal: deciding.NothingLate) -> str:
    return _("Lượt thi này không có bài gửi muộn nên không có gì để công nhận.")


@sentence.register
def _takes_no_attempt(refusal: deciding.RoundTakesNoAttempt) -> str:
    return (
        _(
            "%(round)s đã kết thúc nên không cho thêm lượt thi được. Muốn có người thi thêm thì "
            "gia hạn đợt thi (khi còn gia hạn được) hoặc quyết định tổ chức thi lại trước."
        )
        % refusal.facts
    )


@sentence.register
def _may_not_take_part(_refusal: deciding.MayNotTakePart) -> str:
    return _(
        "Người này có trong danh sách không được dự thi nên không cho thêm lượt thi được. "
        "Nếu có nhầm lẫn, hãy đưa người này ra khỏi danh sách không được dự thi trước."
    )


@sentence.register
def _already_decided(_refusal: deciding.AlreadyDecided) -> str:
    return _("Lượt thi này đã bị hủy hoặc bài gửi muộn đã được công nhận trước đó.")
