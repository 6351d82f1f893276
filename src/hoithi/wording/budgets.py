"""Sentences about money: refusals, what is found in an estimate, states and items."""

from collections.abc import Callable, Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hoithi.campaigns.actions import approving, budgets, norms, payments, spending
from hoithi.core.budget.findings import Code, Finding
from hoithi.core.vietnamese.money import amount_text
from hoithi.kit.refusals import Refusal
from hoithi.wording import sentence

ITEMS: Mapping[str, str | Promise] = {
    "prize_individual": gettext_lazy("Giải thưởng cá nhân"),
    "prize_collective": gettext_lazy("Giải thưởng tập thể"),
    "questions": gettext_lazy("Biên soạn, thẩm định câu hỏi"),
    "jury": gettext_lazy("Ban Giám khảo, chấm thi"),
    "organisers": gettext_lazy("Ban Tổ chức"),
    "secretariat": gettext_lazy("Tổ thư ký"),
    "helpers": gettext_lazy("Phục vụ, kỹ thuật"),
    "speakers": gettext_lazy("Báo cáo viên"),
    "report": gettext_lazy("Viết báo cáo, tổng hợp"),
    "meeting": gettext_lazy("Họp, hội nghị"),
    "participants": gettext_lazy("Đại biểu, người dự"),
    "printing": gettext_lazy("In ấn, photo tài liệu"),
    "outreach": gettext_lazy("Tuyên truyền, trang trí"),
    "hall": gettext_lazy("Hội trường, âm thanh"),
    "supplies": gettext_lazy("Văn phòng phẩm, vật tư"),
    "drinks": gettext_lazy("Nước uống, giải khát"),
    "travel": gettext_lazy("Đi lại, công tác phí"),
    "other": gettext_lazy("Chi khác"),
}
SOURCES: Mapping[str, str | Promise] = {
    "budget": gettext_lazy("Ngân sách"),
    "sponsor": gettext_lazy("Tài trợ, xã hội hóa"),
    "other": gettext_lazy("Nguồn khác"),
}
STATES: Mapping[str, str | Promise] = {
    "draft": gettext_lazy("Đang lập"),
    "submitted": gettext_lazy("Đã trình, chờ phê duyệt"),
    "approved": gettext_lazy("Đã phê duyệt"),
}
STAGES: Mapping[str, str | Promise] = {
    "called": gettext_lazy("Đã gửi thư kêu gọi"),
    "pledged": gettext_lazy("Đã cam kết"),
    "received": gettext_lazy("Đã nhận"),
    "used": gettext_lazy("Đã báo cáo sử dụng"),
    "thanked": gettext_lazy("Đã cảm ơn"),
}
INCOMES: Mapping[str, str | Promise] = {
    "allowance": gettext_lazy("Chi bồi dưỡng, thù lao"),
    "prize": gettext_lazy("Chi thưởng"),
}
BASES: Mapping[str, str | Promise] = {
    "excess": gettext_lazy("Tính trên phần vượt mức"),
    "whole": gettext_lazy("Tính trên toàn bộ khoản chi từ mức này trở lên"),
}
_FOUND: Mapping[Code, str | Promise] = {
    Code.NO_LINES: gettext_lazy("Dự toán chưa có dòng chi nào."),
    Code.NORM_BLANK: gettext_lazy("%(count)s dòng chi chưa có mức chi, trước hết là “%(text)s”."),
    Code.SOURCES_MISSING: gettext_lazy(
        "Dự toán chưa ghi nguồn kinh phí. Hãy nhập nguồn trước khi trình phê duyệt."
    ),
    Code.NO_SOURCE: gettext_lazy(
        "%(count)s dòng chi chưa chọn nguồn kinh phí, trước hết là “%(text)s”."
    ),
    Code.SOURCE_SHORT: gettext_lazy(
        "Nguồn “%(source)s” có %(given)s nhưng các dòng chi cần %(used)s, thiếu %(difference)s."
    ),
    Code.SOURCE_LEFT: gettext_lazy(
        "Nguồn “%(source)s” có %(given)s, mới bố trí %(used)s, còn %(difference)s."
    ),
    Code.OVER_NORM: gettext_lazy(
        "“%(text)s” ghi mức %(entered)s, vượt mức tối đa %(most)s theo %(article)s %(document)s."
    ),
    Code.PRIZES_DIFFER: gettext_lazy(
        "Kế hoạch nêu tổng tiền thưởng %(stated)s nhưng thể lệ tính ra %(computed)s "
        "(%(contest)s). Hãy đối chiếu cơ cấu giải thưởng."
    ),
    Code.BELOW_SPENT: gettext_lazy(
        "“%(text)s” đã chi %(spent)s, nhiều hơn %(amount)s trong dự toán điều chỉnh."
    ),
}
_MONEY = frozenset(
    {"given", "used", "difference", "entered", "most", "stated", "computed", "spent", "amount"}
)


def budget_finding(finding: Finding) -> str:
    """What was found, with sums as documents write them."""
    facts = {
        name: amount_text(value) if name in _MONEY and isinstance(value, int) else value
        for name, value in finding.facts.items()
    }
    if finding.code is Code.PRIZE_CHANGED:
        return _prize_changed(facts)
    return str(_FOUND[finding.code]) % facts


def _prize_changed(facts: Mapping[str, object]) -> str:
    if not facts["text"]:
        return _("Có dòng giải thưởng không còn trong thể lệ. Hãy lấy lại tiền thưởng từ thể lệ.")
    return (
        _(
            "Thể lệ có “%(text)s”: %(count)s giải × %(amount)s; dự toán chưa ghi như vậy. "
            "Hãy lấy lại tiền thưởng từ thể lệ."
        )
        % facts
    )


_SAID: Mapping[type[Refusal], str | Promise] = {
    budgets.EstimateFixed: gettext_lazy(
        "Dự toán đã trình hoặc đã phê duyệt nên không sửa được. Khi cần thay đổi, hãy lập dự toán "
        "điều chỉnh."
    ),
    budgets.EstimateChanged: gettext_lazy(
        "Trong lúc trang này đang mở, dự toán đã được ghi thay đổi khác. Nội dung vừa nhập chưa "
        "ghi. Hãy mở lại trang rồi nhập tiếp để không ghi đè."
    ),
    budgets.EstimateOpen: gettext_lazy(
        "Còn dự toán chưa được phê duyệt hoặc danh sách chi chưa chốt. Hãy hoàn thành trước."
    ),
    budgets.NothingAdjusted: gettext_lazy(
        "Dự toán điều chỉnh giống hệt dự toán đã duyệt nên chưa trình được. Hãy sửa "
        "dòng chi, nguồn kinh phí, hoặc bỏ dự toán điều chỉnh."
    ),
    budgets.NotSubmitted: gettext_lazy("Dự toán này không ở trạng thái chờ phê duyệt."),
    budgets.EstimateIncomplete: gettext_lazy(
        "Chưa trình được: còn %(number)s nội dung phải hoàn thiện, nêu ở đầu trang."
    ),
    budgets.OtherPersonNeeded: gettext_lazy(
        "Bước này phải do người khác thực hiện, không phải người đã lập hoặc trình. Nếu lãnh đạo "
        "đã ký văn bản giấy, hãy ghi số, người ký và gửi kèm bản chụp văn bản."
    ),
    budgets.ReasonMissing: gettext_lazy("Chưa ghi lý do. Hãy ghi lý do rồi gửi lại."),
    budgets.DecisionMissing: gettext_lazy(
        "Phê duyệt bằng văn bản giấy cần đủ số văn bản, người ký và bản chụp."
    ),
    budgets.SumTooLarge: gettext_lazy(
        "“%(text)s”: số lượng, mức chi hoặc thành tiền không hợp lệ (bằng không, âm hoặc quá "
        "lớn). Hãy kiểm tra lại các chữ số."
    ),
    budgets.TooManyBudgetLines: gettext_lazy("Dự toán có tối đa %(at_most)s dòng."),
    budgets.BudgetSettled: gettext_lazy("Kinh phí đã quyết toán nên không ghi thêm được."),
    approving.ListUnsigned: gettext_lazy(
        "Chưa chốt quyết toán được: danh sách “%(title)s” còn %(people)s người chưa ký nhận. Hãy "
        "ghi những người đã ký nhận (hoặc đã nhận qua tài khoản), rồi chốt."
    ),
    approving.NotSettled: gettext_lazy("Kinh phí chưa quyết toán nên không cần mở lại."),
    norms.PeriodBackwards: gettext_lazy("Ngày hết hiệu lực trước ngày có hiệu lực."),
    norms.NormTwice: gettext_lazy("Mức này đã được ghi từ trước."),
    norms.TaxRuleUnclear: gettext_lazy(
        "Đã có quy định khấu trừ thuế khác cho khoản chi này áp dụng từ cùng ngày. Hãy bỏ quy định "
        "cũ, hoặc ghi ngày bắt đầu áp dụng khác."
    ),
    norms.RateImpossible: gettext_lazy(
        "Mức chi phải lớn hơn 0; thuế suất từ 0 đến 100%%. Hãy kiểm tra lại."
    ),
    spending.NothingApproved: gettext_lazy(
        "Chưa có dự toán được phê duyệt nên chưa ghi chi được. Hãy trình và phê duyệt dự toán."
    ),
    spending.LineUnknown: gettext_lazy("Dòng chi này không có trong dự toán được phê duyệt."),
    spending.VoucherTwice: gettext_lazy("Chứng từ số %(number)s đã được ghi."),
    spending.VoucherOfList: gettext_lazy(
        "Chứng từ này là một danh sách chi. Hãy mở lại danh sách để sửa."
    ),
    spending.DayAhead: gettext_lazy("Ngày ghi sau hôm nay. Chỉ ghi việc đã thực hiện."),
    spending.StepOutOfOrder: gettext_lazy(
        "Chưa ghi nhận khoản tài trợ nào nên chưa ghi việc sử dụng hay cảm ơn."
    ),
    spending.SponsorTwice: gettext_lazy("“%(name)s” đã có trong danh sách nhà tài trợ."),
    spending.NothingGiven: gettext_lazy("Hãy ghi số tiền đã nhận, hoặc hiện vật đã nhận."),
    payments.ListClosed: gettext_lazy("Danh sách đã chốt. Hãy mở lại danh sách trước khi sửa."),
    payments.ListEmpty: gettext_lazy("Danh sách chưa có ai nên chưa chốt được."),
    payments.ListUntaxed: gettext_lazy(
        "Chưa có quy định khấu trừ thuế có hiệu lực vào ngày chi. Hãy ghi quy định (kể cả khi "
        "thuế suất là 0%%) ở mục Định mức, thuế rồi chốt lại."
    ),
    payments.ListStillOpen: gettext_lazy("Danh sách chưa chốt."),
    payments.TooManyPayments: gettext_lazy("Danh sách có tối đa %(at_most)s dòng."),
}


def _saying(words: str | Promise) -> Callable[[Any], str]:
    return lambda refusal: str(words) % refusal.facts


for _refusal, _words in _SAID.items():
    sentence.register(_refusal)(_saying(_words))


@sentence.register
def _over(refusal: spending.OverLine) -> str:
    return _(
        "Khoản chi vượt dự toán được phê duyệt của dòng này %(over)s (dòng còn %(left)s). Hãy lập "
        "dự toán điều chỉnh, hoặc ghi văn bản cho phép chi vượt."
    ) % {"over": _money(refusal.facts["over"]), "left": _left(refusal)}


@sentence.register
def _used_over(refusal: spending.UseOverReceipt) -> str:
    return _(
        "Số đã sử dụng vượt số đã nhận của “%(sponsor)s”: đã nhận %(received)s, đã ghi sử dụng "
        "%(used)s. Hãy kiểm tra lại số tiền, hoặc ghi lần nhận trước."
    ) % {
        "sponsor": refusal.facts["sponsor"],
        "received": _money(refusal.facts["received"]),
        "used": _money(refusal.facts["used"]),
    }


@sentence.register
def _short(refusal: spending.SponsorShort) -> str:
    return _(
        "Nguồn của “%(sponsor)s” còn %(left)s đã nhận mà chưa dùng, không đủ cho khoản chi này. "
        "Hãy ghi lần nhận tiền tài trợ trước, hoặc chọn nguồn khác."
    ) % {"sponsor": refusal.facts["sponsor"], "left": _left(refusal)}


def _left(refusal: Refusal) -> str:
    left = refusal.facts["left"]
    return _money(left)


def _money(value: object) -> str:
    return amount_text(max(value, 0)) if isinstance(value, int) else ""
