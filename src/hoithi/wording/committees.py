"""Committees on screen: how far they are, what a decision lacks, and why a line is refused."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hoithi.campaigns.actions.committees import CommitteeUsed, MemberTwice, NameTaken
from hoithi.campaigns.facts import PersonWrong
from hoithi.campaigns.queries.committees import CommitteeRow, CommitteeStage
from hoithi.core.committees import Gap, Missing
from hoithi.core.entering.answers import FieldProblem
from hoithi.entries.actions.insiders import NobodyNew
from hoithi.wording import sentence
from hoithi.wording.entries import problem_sentence

ROLES = {
    "head": gettext_lazy("Trưởng ban (Tổ trưởng, Chủ tịch Hội đồng)"),
    "standing_deputy": gettext_lazy("Phó Trưởng ban thường trực"),
    "deputy": gettext_lazy("Phó Trưởng ban"),
    "standing": gettext_lazy("Ủy viên thường trực"),
    "member": gettext_lazy("Ủy viên, thành viên"),
    "secretary": gettext_lazy("Thư ký"),
}
_NAMES_TOLD = 6


def stage_said(row: CommitteeRow) -> str:
    """How far a committee is."""
    facts = {"number": row.committee.decision_number, "asked": row.asked}
    facts |= {"unanswered": row.unanswered, "undecided": row.undecided}
    return {
        CommitteeStage.DECIDED: _("Quyết định số %(number)s"),
        CommitteeStage.ANSWERS_MISSING: _("%(unanswered)s/%(asked)s nơi chưa trả lời"),
        CommitteeStage.TO_ACCEPT: _("%(undecided)s trả lời chờ ghi vào danh sách"),
        CommitteeStage.LISTED: _("Chờ quyết định thành lập"),
        CommitteeStage.EMPTY: _("Chưa có danh sách"),
    }[row.stage] % facts


def missing_said(missing: Missing) -> str:
    """One thing that the decision lacks, and what to do."""
    names = "; ".join(missing.names[:_NAMES_TOLD])
    if len(missing.names) > _NAMES_TOLD:
        names = _("%(names)s và %(more)s nơi khác") % {
            "names": names,
            "more": len(missing.names) - _NAMES_TOLD,
        }
    return {
        Gap.NO_MEMBERS: _("Danh sách chưa có ai."),
        Gap.NO_HEAD: _("Danh sách chưa có người đứng đầu (Trưởng ban, Tổ trưởng, Chủ tịch)."),
        Gap.SEVERAL_HEADS: _("Có nhiều người đứng đầu: %(names)s."),
        Gap.POST_MISSING: _("Chưa ghi chức vụ, đơn vị công tác của: %(names)s."),
        Gap.ANSWERS_MISSING: _("Chưa trả lời đề nghị cử thành viên: %(names)s."),
        Gap.NOT_ACCEPTED: _("Đã trả lời, chưa ghi vào danh sách: %(names)s."),
        Gap.NO_DUTIES: _("Chưa ghi nhiệm vụ; dự thảo in một nhiệm vụ chung, hãy xem lại."),
        Gap.NO_PLAN_NUMBER: _("Kế hoạch chưa ghi số, ký hiệu; dự thảo để trống chỗ này."),
    }[missing.gap] % {"names": names}


@sentence.register
def _twice(refusal: MemberTwice) -> str:
    return _("%(name)s đã có trong danh sách với chức vụ này nên không ghi thêm.") % refusal.facts


@sentence.register
def _used(_refusal: CommitteeUsed) -> str:
    return _("Ban, tổ đã có thành viên, công văn hoặc quyết định nên không bỏ được.")


@sentence.register
def _name_taken(_refusal: NameTaken) -> str:
    return _("Kế hoạch đã có một ban, tổ mang tên này. Hãy ghi tên khác.")


@sentence.register
def _person_wrong(refusal: PersonWrong) -> str:
    return person_problem(str(refusal.facts["field"]), str(refusal.facts["code"]))


def person_problem(field: str, code: str) -> str:
    """What is wrong in one box of a person who is named."""
    if field == "post":
        return _("Chức vụ, đơn vị công tác dài quá 200 ký tự hoặc có ký tự lạ. Hãy ghi lại.")
    return problem_sentence(FieldProblem(field, code, {}))


@sentence.register
def _nobody_new(_refusal: NobodyNew) -> str:
    return _(
        "Không có ai mới để đưa vào danh sách: thành viên đã có trong danh sách, hoặc chưa có năm "
        "sinh, điện thoại."
    )
