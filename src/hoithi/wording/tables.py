"""Sentences for what is doubtful in a spreadsheet, and for lines of tables about people."""

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _

from hoithi.documents.spreadsheets import Doubt, Reason
from hoithi.kit.refusals import Refusal
from hoithi.people.facts import tables
from hoithi.wording import sentence


def fault_sentence(fault: Doubt | Refusal) -> str:
    """What is wrong and what to do."""
    if isinstance(fault, Refusal):
        return sentence(fault)
    return _sentences()[fault.reason] % {"value": "", "heading": fault.column, **fault.facts}


def fault_sentences(
    faults: Mapping[int, Sequence[Doubt | Refusal]],
) -> dict[int, str]:
    """For each line all that is wrong, for the column "Lý do"."""
    return {line: " ".join(map(fault_sentence, found)) for line, found in sorted(faults.items())}


def _sentences() -> dict[Reason, str]:
    return _of_files() | _of_cells()


def _of_files() -> dict[Reason, str]:
    """What is wrong with a table as a whole."""
    return {
        Reason.EMPTY_FILE: _("Tệp không có nội dung."),
        Reason.TOO_BIG: _("Tệp quá lớn."),
        Reason.NOT_A_SPREADSHEET: _("Tệp không phải bảng tính. Đề nghị gửi tệp Excel hoặc CSV."),
        Reason.PASSWORD: _("Tệp đang đặt mật khẩu. Đề nghị bỏ mật khẩu rồi gửi lại."),
        Reason.DAMAGED: _("Tệp bị hỏng, không mở được."),
        Reason.BOMB: _("Tệp khi giải nén quá lớn nên không được nhận."),
        Reason.TOO_MANY_ROWS: _("Bảng có quá nhiều dòng."),
        Reason.NO_HEADING: _("Không tìm thấy dòng tiêu đề. Bảng cần có các cột: %(columns)s."),
        Reason.MISSING_COLUMN: _("Bảng thiếu cột “%(heading)s”."),
        Reason.NO_ROWS: _("Bảng không có dòng dữ liệu nào."),
    }


def _of_cells() -> dict[Reason, str]:
    """What is wrong in one column of a line."""
    return {
        Reason.REQUIRED_EMPTY: _("Chưa ghi cột “%(heading)s”."),
        Reason.NOT_A_NUMBER: _("Cột “%(heading)s”: “%(value)s” không phải là số."),
        Reason.NOT_WHOLE: _("Cột “%(heading)s”: “%(value)s” không phải là số nguyên."),
        Reason.NOT_A_DATE: _("Cột “%(heading)s”: “%(value)s” không phải là ngày."),
        Reason.IMPOSSIBLE_DATE: _("Cột “%(heading)s”: không có ngày “%(value)s”."),
        Reason.UNLIKELY_BIRTH: _(
            "Cột “%(heading)s”: “%(value)s” không thể là ngày sinh. Đề nghị xem lại năm."
        ),
        Reason.NOT_A_PHONE: _("Cột “%(heading)s”: “%(value)s” không phải số điện thoại."),
        Reason.NOT_AN_IDENTITY: _("Cột “%(heading)s”: “%(value)s” không phải số định danh."),
        Reason.NOT_A_MARK: _("Cột “%(heading)s”: chỉ ghi x, “không” hoặc để trống."),
        Reason.NOT_A_CHOICE: _("Cột “%(heading)s”: “%(value)s” không có trong danh mục."),
        Reason.TOO_LONG: _("Cột “%(heading)s”: nội dung quá dài."),
        Reason.FORMULA_ERROR: _("Cột “%(heading)s”: công thức bị lỗi."),
        Reason.FORMULA_NOT_COMPUTED: _(
            "Cột “%(heading)s”: công thức chưa được tính. "
            "Đề nghị mở tệp bằng Excel, lưu rồi gửi lại."
        ),
        Reason.DIGITS_LOST: _("Cột “%(heading)s”: số bị mất chữ số. Đề nghị nhập lại dạng chữ."),
    }


@sentence.register
def _too_many_accounts(refusal: tables.TooManyAccounts) -> str:
    return (
        _(
            "Tệp có %(number)s người; mỗi tệp cấp được không quá %(most)s tài khoản. "
            "Đề nghị chia thành nhiều tệp."
        )
        % refusal.facts
    )


@sentence.register
def _too_long_for(refusal: tables.TooLongFor) -> str:
    return _("Cột “%(heading)s”: không ghi quá %(most)s ký tự.") % refusal.facts


@sentence.register
def _email_not_valid(refusal: tables.EmailNotValid) -> str:
    return _("Thư điện tử “%(email)s” chưa đúng.") % refusal.facts


@sentence.register
def _parent_unknown(refusal: tables.ParentUnknown) -> str:
    return _("Không có đơn vị cấp trên nào mang mã “%(code)s”.") % refusal.facts


@sentence.register
def _code_twice(refusal: tables.CodeTwice) -> str:
    return _("Mã “%(code)s” có ở nhiều dòng.") % refusal.facts


@sentence.register
def _kind_missing(refusal: tables.KindMissing) -> str:
    return _("Chưa ghi loại đơn vị của “%(name)s”.") % refusal.facts


@sentence.register
def _unit_unknown(refusal: tables.UnitUnknown) -> str:
    return _("Danh sách đơn vị không có “%(name)s”. Đề nghị ghi đúng mã đơn vị.") % refusal.facts


@sentence.register
def _unit_ambiguous(refusal: tables.UnitAmbiguous) -> str:
    return (
        _("Có %(number)s đơn vị cùng tên “%(name)s”. Đề nghị ghi thêm mã đơn vị.") % refusal.facts
    )


@sentence.register
def _table_faulty(refusal: tables.TableFaulty) -> str:
    return _("Bảng còn %(lines)s dòng chưa đúng nên chưa ghi nhận dòng nào.") % refusal.facts
