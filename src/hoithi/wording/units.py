"""Sentences about units and staff counts."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from hoithi.people.facts import units
from hoithi.wording import sentence


@sentence.register
def _code_taken(refusal: units.UnitCodeTaken) -> str:
    return _("Mã đơn vị “%(code)s” đã có. Đề nghị dùng mã khác.") % refusal.facts


@sentence.register
def _not_of_body(refusal: units.UnitNotOfBody) -> str:
    return (
        _(
            "Đơn vị có mã “%(code)s” không thuộc danh sách của đơn vị tổ chức này "
            "nên không sửa được tại đây."
        )
        % refusal.facts
    )


@sentence.register
def _name_missing(_refusal: units.UnitNameMissing) -> str:
    return _("Mỗi đơn vị phải có mã và tên.")


@sentence.register
def _not_then(refusal: units.UnitNotThen) -> str:
    day = date_format(refusal.facts["on"], "d/m/Y")  # type: ignore[arg-type]  # facts are of any type
    return _(
        "Vào ngày %(day)s đơn vị “%(name)s” chưa có, đã kết thúc hoặc đã có thay đổi sau ngày đó. "
        "Đề nghị chọn ngày khác."
    ) % {"day": day, "name": refusal.facts["name"]}


@sentence.register
def _above_itself(_refusal: units.UnitAboveItself) -> str:
    return _("Đơn vị cấp trên được chọn đang trực thuộc chính đơn vị này.")


@sentence.register
def _units_below(refusal: units.UnitHasUnitsBelow) -> str:
    return (
        _(
            "Còn đơn vị trực thuộc “%(name)s”. Đề nghị chuyển các đơn vị đó "
            "sang nơi khác trước khi kết thúc."
        )
        % refusal.facts
    )


@sentence.register
def _counted_twice(refusal: units.CountedTwice) -> str:
    return (
        _(
            "Số người của đơn vị “%(unit)s” đã được tính ở đơn vị khác (%(people)s người, "
            "do %(supplier)s cung cấp). Một người chỉ được tính ở một nơi."
        )
        % refusal.facts
    )


@sentence.register
def _out_of_range(refusal: units.CountOutOfRange) -> str:
    return _("Số người của đơn vị “%(unit)s” không hợp lệ: %(people)s.") % refusal.facts
