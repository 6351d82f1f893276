"""Corrected keys in words: refusals, states, keys, and what keeps a new result waiting."""

from django.utils.translation import gettext as _

from hoithi.core.questions.records import Answer, QuestionKind, QuestionText
from hoithi.core.questions.rows import OPTION_LETTERS
from hoithi.questions.models import AnswerKey
from hoithi.results.actions import refusals
from hoithi.results.actions.applying import OTHER_OUTCOME
from hoithi.results.models import CorrectionState
from hoithi.wording import sentence


@sentence.register
def _open(_refusal: refusals.CorrectionOpen) -> str:
    return _(
        "Câu hỏi này đang có một đề nghị đính chính chưa xong. Hãy phê duyệt hoặc trả lại đề nghị "
        "đó trước."
    )


@sentence.register
def _proposer(_refusal: refusals.ProposerApproves) -> str:
    return _("Người đề nghị đính chính không tự phê duyệt. Hãy nhờ người thứ hai.")


@sentence.register
def _same(_refusal: refusals.CorrectionChangesNothing) -> str:
    return _("Đáp án đề nghị giống đáp án đang dùng nên không có gì để đính chính.")


@sentence.register
def _incomplete(_refusal: refusals.KeyIncomplete) -> str:
    return _("Hãy ghi đáp án mới phù hợp với loại câu hỏi này, hoặc chọn hủy câu hỏi.")


@sentence.register
def _decided(_refusal: refusals.CorrectionDecided) -> str:
    return _("Đề nghị đính chính này đã được quyết định rồi.")


@sentence.register
def _preview_missing(_refusal: refusals.PreviewMissing) -> str:
    return _(
        "Hệ thống đang tính những gì sẽ thay đổi. Hãy tải lại trang sau một phút, xem kỹ rồi mới "
        "phê duyệt."
    )


@sentence.register
def _preview_stale(_refusal: refusals.PreviewStale) -> str:
    return _(
        "Từ lúc tính đến nay đã có thay đổi khác (xác minh, quyết định hoặc đáp án). Hệ thống đang "
        "tính lại; hãy xem lại rồi mới phê duyệt."
    )


@sentence.register
def _not_sat(_refusal: refusals.NotYetSat) -> str:
    return _("Chưa có ai thi câu hỏi này. Hãy sửa câu hỏi trong ngân hàng như thường lệ.")


@sentence.register
def _not_done(_refusal: refusals.CorrectionNotDone) -> str:
    return _(
        "Chỉ lấy lại được đáp án trước của lần đính chính gần nhất, sau khi lần đó đã thực hiện "
        "xong."
    )


def waiting_said(name: str) -> str:
    """Why the new result was not published by itself."""
    said = {
        OTHER_OUTCOME: _(
            "Danh sách lập ra khác với bản đã xem trước nên cần xem lại và phê duyệt như thường lệ."
        ),
        "WinnersUnverified": _("Có người đạt giải mới chưa được xác minh."),
        "TiesUndecided": _(
            "Có kết quả bằng nhau ở suất giải cuối cùng, cần bốc thăm hoặc quyết định."
        ),
        "SecondPersonRequired": _(
            "Người phê duyệt đính chính cũng là người đã xác minh giải, nên cần một người khác phê "
            "duyệt kết quả."
        ),
    }
    return said.get(name, _("Kết quả mới cần được xem và phê duyệt như thường lệ."))


def state_said(state: str) -> str:
    """How far a correction has come."""
    return {
        CorrectionState.PREPARING: _("đang tính thay đổi"),
        CorrectionState.READY: _("chờ phê duyệt"),
        CorrectionState.APPROVED: _("đang lập kết quả mới"),
        CorrectionState.DONE: _("đã thực hiện"),
        CorrectionState.REJECTED: _("không được phê duyệt"),
    }[CorrectionState(state)]


def lettered(place: int, option: str) -> str:
    """An option with its letter."""
    return f"{OPTION_LETTERS[place]}. {option}"


def key_said(text: QuestionText, answer: Answer, key: AnswerKey) -> str:
    """A key in words, as a notice says it."""
    if key.withdrawn:
        return _("Hủy câu hỏi, tính điểm theo thể lệ")
    match text.kind:
        case QuestionKind.TRUE_FALSE:
            return _("Đúng") if answer.is_true else _("Sai")
        case QuestionKind.SHORT_TEXT:
            return "; ".join(f"“{one}”" for one in answer.accepted)
        case QuestionKind.NUMBER:
            return f"{answer.value} ± {answer.tolerance}" if answer.tolerance else str(answer.value)
        case QuestionKind.SINGLE | QuestionKind.MULTIPLE:
            joint = _(" hoặc ") if text.kind is QuestionKind.SINGLE else "; "
            return joint.join(lettered(one, text.options[one]) for one in sorted(answer.places))
        case QuestionKind.MATCHING:
            pairs = zip(text.options, answer.pairs, strict=True)
            return "; ".join(f"{option} – {text.targets[target]}" for option, target in pairs)
        case QuestionKind.ORDERING:
            return " → ".join(text.options[place] for place in answer.order)
    return _("Theo ngân hàng câu hỏi")
