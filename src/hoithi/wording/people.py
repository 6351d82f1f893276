"""Sentences about accounts, roles, one-time links and bodies."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from hoithi.people.facts import accounts, tries
from hoithi.wording import sentence


@sentence.register
def _too_many_tries(refusal: tries.TooManyTries) -> str:
    seconds = int(str(refusal.facts["seconds"]))
    if seconds < 60:
        wait = _("%(count)s giây") % {"count": seconds}
    else:
        wait = _("%(count)s phút") % {"count": -(-seconds // 60)}
    return _("Thử quá nhiều lần. Đề nghị chờ %(wait)s rồi thử lại.") % {"wait": wait}


@sentence.register
def _login_not_allowed(refusal: accounts.LoginNotAllowed) -> str:
    return (
        _(
            "Tên đăng nhập “%(login)s” chưa đúng. Tên gồm từ 4 đến 60 chữ thường không dấu, "
            "chữ số, dấu chấm hoặc gạch nối; bắt đầu và kết thúc bằng chữ hoặc số."
        )
        % refusal.facts
    )


@sentence.register
def _login_taken(refusal: accounts.LoginTaken) -> str:
    return _("Đã có tài khoản dùng tên đăng nhập “%(login)s”. Đề nghị chọn tên khác.") % (
        refusal.facts
    )


@sentence.register
def _name_missing(_refusal: accounts.NameMissing) -> str:
    return _("Chưa có họ và tên của người được cấp tài khoản.")


@sentence.register
def _name_not_a_persons(refusal: accounts.NameNotAPersons) -> str:
    told = _("“%(name)s” chưa phải họ và tên. Ghi đủ họ, chữ đệm và tên, chỉ gồm chữ cái.")
    return told % refusal.facts


@sentence.register
def _link_of_own(_refusal: accounts.LinkOfOwn) -> str:
    return _(
        "Đường dẫn này do chính tài khoản đang đăng nhập lập cho người thứ hai, nên không "
        "dùng được tại đây. Hãy gửi đường dẫn để người được mời mở trên máy của mình."
    )


@sentence.register
def _link_not_valid(_refusal: accounts.LinkNotValid) -> str:
    return _(
        "Đường dẫn đã được dùng, đã hết hạn hoặc không đúng. "
        "Đề nghị liên hệ người đã cấp để nhận đường dẫn mới."
    )


@sentence.register
def _role_not_yours(refusal: accounts.RoleNotYoursToGive) -> str:
    return (
        _(
            "Ông/bà không quản trị vai trò này của %(person)s. "
            "Chỉ người quản trị của đơn vị cấp tài khoản mới giao hoặc thu hồi vai trò; "
            "Thường trực Ban Tổ chức giao và thu hồi vai trò Người hỗ trợ."
        )
        % refusal.facts
    )


@sentence.register
def _role_of_own(_refusal: accounts.RoleOfOwn) -> str:
    return _(
        "Không ai tự giao vai trò cho chính mình. Hãy nhờ người quản trị khác của đơn vị "
        "hoặc quản trị hệ thống giao."
    )


@sentence.register
def _unit_of_contact_missing(_refusal: accounts.UnitMissing) -> str:
    return _("Đầu mối đơn vị phụ trách một đơn vị. Hãy chọn đơn vị đó.")


@sentence.register
def _decision_missing(_refusal: accounts.DecisionMissing) -> str:
    return _(
        "Người phê duyệt, người thẩm định câu hỏi và giám khảo được giao theo văn bản. "
        "Hãy ghi số quyết định, văn bản."
    )


@sentence.register
def _over_of_another_body(_refusal: accounts.OverOfAnotherBody) -> str:
    return _("Cuộc thi hoặc đơn vị được chọn không thuộc đơn vị tổ chức này.")


@sentence.register
def _last_operator(_refusal: accounts.LastOperator) -> str:
    return _("Đây là người quản trị hệ thống duy nhất. Đề nghị giao vai trò cho người khác trước.")


@sentence.register
def _card_of_another_day(refusal: accounts.CardOfAnotherDay) -> str:
    day = date_format(refusal.facts["day"], "d/m/Y")  # type: ignore[arg-type]  # facts are of any type
    return _("Thẻ này chỉ dùng được trong ngày %(day)s.") % {"day": day}


@sentence.register
def _card_of_another_device(_refusal: accounts.CardOfAnotherDevice) -> str:
    return _(
        "Thẻ này đã dùng trên thiết bị khác. Đề nghị mở lại trên thiết bị đó "
        "hoặc nhận thẻ mới từ thư ký."
    )


@sentence.register
def _slug_taken(refusal: accounts.SlugTaken) -> str:
    return _("Tên ngắn “%(slug)s” đã có đơn vị khác dùng. Đề nghị chọn tên khác.") % refusal.facts


@sentence.register
def _outside_taken(_refusal: accounts.OutsideTaken) -> str:
    return _("Tài khoản công vụ này đã gắn với một tài khoản khác. Đề nghị kiểm tra lại.")


@sentence.register
def _outside_unknown(_refusal: accounts.OutsideUnknown) -> str:
    return _(
        "Tài khoản công vụ này chưa được gắn với tài khoản nào ở đây. "
        "Đề nghị liên hệ người quản trị của đơn vị, hoặc đăng nhập bằng mật khẩu."
    )
