"""Words of the organiser's lists: effects of exclusions, refusals of what is listed."""

from django.utils.translation import gettext as _

from hoithi.core.entering.answers import FieldProblem
from hoithi.entries.actions.deleting import ContestKnown, SomebodyEntered
from hoithi.entries.actions.excluding import ReasonMissing, TooManyNamed
from hoithi.entries.facts.exclusions import LineWrong
from hoithi.entries.facts.lists import ListStale, SeveralUnits, UnitNotFound, UnitNotTold, UnitTwice
from hoithi.wording import sentence
from hoithi.wording.entries import problem_sentence


def effect_words(effect: str) -> str:
    """What an exclusion does to a person."""
    return {
        "barred": _("Không được dự thi"),
        "unranked": _("Dự thi, không xếp hạng"),
        "no_prize": _("Xếp hạng, không trao giải"),
        "": _("Dự thi bình thường"),
    }.get(effect, effect)


def sitting_decision(kind: str) -> str:
    """What was decided about attempts."""
    return {
        "extend": _("Thêm thời gian làm bài"),
        "annul": _("Hủy lượt thi"),
        "permit": _("Cho thêm một lượt thi"),
        "count_late": _("Công nhận bài gửi muộn"),
    }.get(kind, kind)


@sentence.register
def _line(refusal: LineWrong) -> str:
    facts = dict(refusal.facts)
    field, code = str(facts.pop("field")), str(facts.pop("code"))
    field = "full_name" if field == "name" else field
    return problem_sentence(FieldProblem(field, code, facts))


@sentence.register
def _list_stale(_refusal: ListStale) -> str:
    return _(
        "Danh sách của đơn vị vừa được thay hoặc ghi thêm nên chưa nhận. Hãy tải lại trang, gửi "
        "lại tệp và xem lại những gì sẽ thay đổi."
    )


@sentence.register
def _known_contest(_refusal: ContestKnown) -> str:
    return _(
        "Cuộc thi đã công khai nên không xóa được. Cần dừng cuộc thi thì hủy từng đợt thi, kèm lý "
        "do."
    )


@sentence.register
def _entered(refusal: SomebodyEntered) -> str:
    return (
        _("Đã có %(count)s người, đội hoặc đơn vị trong danh sách dự thi nên không xóa được.")
        % refusal.facts
    )


@sentence.register
def _many(refusal: TooManyNamed) -> str:
    return _("Danh sách có quá %(at_most)s người. Hãy chia thành nhiều tệp.") % refusal.facts


@sentence.register
def _reason(_refusal: ReasonMissing) -> str:
    return _("Hãy ghi lý do.")


@sentence.register
def _not_told(_refusal: UnitNotTold) -> str:
    return _(
        "Chưa biết tệp là của đơn vị nào. Hãy ghi mã đơn vị vào cột “Mã đơn vị”, hoặc đặt tên tệp "
        "theo tên đơn vị."
    )


@sentence.register
def _not_found(refusal: UnitNotFound) -> str:
    return _("Cuộc thi không có đơn vị “%(name)s”. Hãy ghi đúng mã đơn vị.") % refusal.facts


@sentence.register
def _several(refusal: SeveralUnits) -> str:
    told = _("Tệp có người của nhiều đơn vị (%(units)s). Hãy tách mỗi đơn vị một tệp.")
    return told % refusal.facts


@sentence.register
def _twice(refusal: UnitTwice) -> str:
    return _("Đã có tệp khác của đơn vị “%(name)s”. Hãy chỉ giữ tệp đúng.") % refusal.facts
