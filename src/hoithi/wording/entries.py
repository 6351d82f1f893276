"""Words of the door: fields of the form, what is wrong with them, refusals at entry and return."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from hoithi.core.entering.answers import FieldProblem
from hoithi.core.rulebook.entry import IdentityField, IdentityKind, Standing
from hoithi.entries.actions.codes import CodeRefused
from hoithi.entries.actions.corrections import (
    CorrectionDecided,
    CorrectionWaiting,
    UnitLocked,
    UnitNotOffered,
)
from hoithi.entries.actions.entering import AlreadyEntered, Barred
from hoithi.entries.actions.excluding import LineProblem, ListRefused
from hoithi.entries.actions.winners import NothingStated
from hoithi.entries.facts.refusals import EntryRefused
from hoithi.wording import sentence


@dataclass(frozen=True)
class FieldWords:
    """The label of a field and the line of help below it."""

    label: str
    help: str = ""


def field_words(field: IdentityField) -> FieldWords:
    """How a field of identity is asked for; the rulebook's own label comes first."""
    usual = (_usual_words() | _guardian_words())[field.kind]
    return FieldWords(field.label or usual.label, usual.help)


def _usual_words() -> dict[IdentityKind, FieldWords]:
    kinds = IdentityKind
    return {
        kinds.FULL_NAME: FieldWords(_("Họ và tên"), _("Ghi đủ họ, chữ đệm và tên, có dấu.")),
        kinds.BIRTH_YEAR: FieldWords(_("Năm sinh"), _("Bốn chữ số, ví dụ 1985.")),
        kinds.BIRTH_DATE: FieldWords(_("Ngày sinh"), _("Ngày, tháng, năm, ví dụ 05/9/1985.")),
        kinds.SEX: FieldWords(_("Giới tính")),
        kinds.PHONE: FieldWords(
            _("Số điện thoại di động"),
            _("Ban Tổ chức chỉ dùng để liên hệ về cuộc thi, không công khai."),
        ),
        kinds.EMAIL: FieldWords(_("Thư điện tử")),
        kinds.PERSONAL_NUMBER: FieldWords(
            _("Số định danh cá nhân (số căn cước)"), _("12 chữ số in trên thẻ căn cước.")
        ),
        kinds.OLD_IDENTITY_CARD: FieldWords(_("Số chứng minh nhân dân"), _("9 chữ số.")),
        kinds.PASSPORT: FieldWords(_("Số hộ chiếu"), _("Dành cho người nước ngoài.")),
        kinds.ADDRESS: FieldWords(_("Địa chỉ"), _("Thôn, xóm, tổ dân phố; xã, phường; tỉnh.")),
        kinds.EMPLOYER: FieldWords(_("Nơi công tác, học tập")),
        kinds.POST: FieldWords(_("Chức vụ, nghề nghiệp")),
        kinds.BRANCH: FieldWords(_("Chi bộ, chi hội đang sinh hoạt")),
        kinds.SCHOOL_CLASS: FieldWords(_("Lớp"), _("Ví dụ 9A2.")),
    }


def _guardian_words() -> dict[IdentityKind, FieldWords]:
    kinds = IdentityKind
    return {
        kinds.GUARDIAN_NAME: FieldWords(_("Họ và tên cha, mẹ hoặc người giám hộ")),
        kinds.GUARDIAN_NUMBER: FieldWords(
            _("Số định danh cá nhân của cha, mẹ hoặc người giám hộ"), _("12 chữ số.")
        ),
        kinds.GUARDIAN_PHONE: FieldWords(
            _("Số điện thoại của cha, mẹ hoặc người giám hộ"),
            _("Dùng để liên hệ và để đăng nhập lại nếu người dự thi chưa có số riêng."),
        ),
    }


def standing_words(standing: Standing) -> str:
    """By which relation somebody stands for a unit."""
    return {
        Standing.WORKPLACE: _("Nơi đang công tác"),
        Standing.WORKPLACE_SEAT: _("Nơi cơ quan, đơn vị đóng trụ sở"),
        Standing.RESIDENCE: _("Nơi cư trú"),
        Standing.BRANCH: _("Chi bộ, đoàn thể đang sinh hoạt"),
        Standing.SCHOOL: _("Trường đang học hoặc công tác"),
        Standing.ANY: _("Đơn vị dự thi"),
    }[standing]


def problem_sentence(problem: FieldProblem) -> str:
    """What is wrong with a field and what to do about it."""
    if problem.code == "standing_not_of_unit":
        return _not_of_unit(problem)
    by_field = _of_field().get((problem.field, problem.code))
    text = by_field or _of_code().get(problem.code) or _("Nội dung này chưa đúng, hãy xem lại.")
    return text % problem.facts if problem.facts else text


def _not_of_unit(problem: FieldProblem) -> str:
    fitting = problem.facts["fitting"]
    names = [f"“{standing_words(Standing(one))}”" for one in fitting]  # type: ignore[attr-defined]  # names of relations
    told = _("Lý do này không hợp với “%(unit)s”. Hãy chọn %(fitting)s hoặc chọn đơn vị khác.")
    return told % {"unit": problem.facts["unit"], "fitting": _(" hoặc ").join(names)}


def _of_field() -> dict[tuple[str, str], str]:
    prefix = _("Đầu số này không có. Hãy xem lại số điện thoại di động gồm 10 chữ số.")
    length = _("Số điện thoại di động gồm 10 chữ số, ví dụ 0912 345 678.")
    mobile = _("Đây là số cố định. Hãy ghi số điện thoại di động.")
    phones = {
        (field, code): text
        for field in ("phone", "guardian_phone")
        for code, text in (("prefix", prefix), ("length", length), ("landline", mobile))
    }
    return {
        **phones,
        ("full_name", "length"): _("Họ và tên dài không quá 100 ký tự. Hãy rút gọn."),
        ("consent", "missing"): _("Cần đánh dấu đồng ý thì mới đăng ký dự thi được."),
        ("guardian_consent", "missing"): _("Cần cha, mẹ hoặc người giám hộ đánh dấu đồng ý."),
        ("full_name", "characters"): _("Họ và tên chỉ gồm chữ cái. Hãy bỏ chữ số và ký hiệu."),
        ("birth_year", "date"): _("Năm sinh gồm bốn chữ số, ví dụ 1985."),
        ("personal_number", "length"): _("Số định danh cá nhân gồm đúng 12 chữ số."),
        ("guardian_number", "length"): _("Số định danh cá nhân gồm đúng 12 chữ số."),
        ("personal_number", "province"): _("Ba chữ số đầu không phải mã nơi đăng ký khai sinh."),
    }


def _of_code() -> dict[str, str]:
    return _of_what_is_typed() | _of_what_is_chosen()


def _of_what_is_typed() -> dict[str, str]:
    return {
        "missing": _("Mục này cần được điền."),
        "empty": _("Mục này cần được điền."),
        "characters": _("Có ký tự không dùng được. Hãy gõ lại."),
        "length": _("Nội dung dài không quá 200 ký tự. Hãy rút gọn."),
        "form": _("Cách ghi chưa đúng. Hãy xem lại ví dụ."),
        "date": _("Không có ngày này. Ghi theo ngày, tháng, năm, ví dụ 05/9/1985."),
        "not_yet_born": _("Ngày sinh, năm sinh không thể sau hôm nay. Hãy xem lại năm đã ghi."),
        "too_old": _("Năm sinh quá xa. Hãy xem lại."),
        "contradicts_personal_number": _(
            "Số định danh cá nhân không khớp với năm sinh hoặc giới tính đã ghi. Hãy xem lại."
        ),
        "births_differ": _(
            "Năm của ngày sinh này khác với năm sinh đã đăng ký. Hãy hỏi lại người dự thi."
        ),
        "own_guardian": _("Ghi họ tên của cha, mẹ hoặc người giám hộ, không ghi lại tên mình."),
        "too_young": _("Thể lệ dành cho người từ đủ %(age)s tuổi."),
        "too_old_for_contest": _("Thể lệ dành cho người không quá %(age)s tuổi."),
        "wrong_password": _("Mật khẩu cuộc thi chưa đúng. Hỏi đơn vị hoặc Ban Tổ chức."),
        "name_not_whole": _("Hãy ghi đủ họ và tên, ít nhất hai từ, ví dụ Nguyễn Thị An."),
        "birth_or_phone_missing": _("Cần ghi năm sinh hoặc số điện thoại."),
    }


def _of_what_is_chosen() -> dict[str, str]:
    return {
        "unit_unknown": _(
            "Không tìm thấy đơn vị nào tên là “%(typed)s”. Hãy gõ một phần tên rồi chọn trong "
            "danh sách."
        ),
        "unit_missing": _("Hãy chọn đơn vị dự thi."),
        "unit_not_offered": _("Hãy chọn một đơn vị trong danh sách."),
        "standing_to_choose": _("Hãy chọn lý do dự thi cho đơn vị này."),
        "group_to_choose": _("Hãy chọn nhóm đối tượng."),
        "group_too_young": _("Nhóm này dành cho người từ đủ %(age)s tuổi. Hãy chọn nhóm khác."),
        "group_too_old": _("Nhóm này dành cho người không quá %(age)s tuổi. Hãy chọn nhóm khác."),
        "group_not_of_unit": _("Nhóm này không dành cho đơn vị này. Hãy chọn nhóm khác."),
        "no_group": _("Thể lệ không có nhóm đối tượng nào phù hợp với thông tin đã ghi."),
    }


def line_sentence(problem: LineProblem) -> str:
    """What is wrong with a line of a typed or read list."""
    told = problem_sentence(FieldProblem(problem.field, problem.code))
    return _("Dòng %(line)s: %(told)s") % {"line": problem.line, "told": told}


@sentence.register
def _refused(refusal: EntryRefused) -> str:
    return _("Chưa đăng ký được. Có %(count)s mục cần xem lại, được ghi rõ bên dưới.") % {
        "count": len(refusal.problems)
    }


@sentence.register
def _barred(refusal: Barred) -> str:
    return (
        _(
            "Theo thể lệ, người thuộc diện “%(who)s” không dự thi. Nếu có nhầm lẫn, hãy gọi số "
            "điện thoại hỗ trợ của Ban Tổ chức."
        )
        % refusal.facts
    )


@sentence.register
def _nothing_stated(_refusal: NothingStated) -> str:
    return _("Chưa điền mục nào. Hãy ghi ít nhất một mục.")


@sentence.register
def _already(_refusal: AlreadyEntered) -> str:
    return neutral()


def neutral() -> str:
    """The one answer whenever identity and code do not open: nobody learns who took part."""
    return _(
        "Thông tin này chưa mở được. Nếu đã đăng ký trước đây, hãy nhập đúng thông tin đã ghi và "
        "mã dự thi. Nếu mất mã, hãy nhờ đầu mối đơn vị hoặc Ban Tổ chức cấp lại."
    )


@sentence.register
def _code(_refusal: CodeRefused) -> str:
    return _("Mã xác nhận không đúng hoặc đã hết hạn. Hãy xin mã mới.")


@sentence.register
def _locked(_refusal: UnitLocked) -> str:
    return _("Đã vào thi nên không tự đổi đơn vị được. Hãy gửi đề nghị để Ban Tổ chức xem xét.")


@sentence.register
def _not_offered(_refusal: UnitNotOffered) -> str:
    return _("Hãy chọn một đơn vị trong danh sách.")


@sentence.register
def _waiting(_refusal: CorrectionWaiting) -> str:
    return _("Đã có một đề nghị đổi đơn vị đang chờ Ban Tổ chức xem xét.")


@sentence.register
def _decided(_refusal: CorrectionDecided) -> str:
    return _("Đề nghị này đã được xem xét trước đó. Hãy tải lại trang.")


@sentence.register
def _list(refusal: ListRefused) -> str:
    told = " ".join(line_sentence(one) for one in refusal.problems[:5])
    return _("Chưa nhập dòng nào. %(told)s") % {"told": told}
