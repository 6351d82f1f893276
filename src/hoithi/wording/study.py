"""Sentences about the study set: refusals, and what became of a released question."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from hoithi.core.questions.keys import written_answer
from hoithi.core.questions.records import Answer, QuestionKind, QuestionText
from hoithi.core.questions.rows import OPTION_LETTERS
from hoithi.core.study import Standing, StudyQuestion, options_of
from hoithi.core.vietnamese.dates import date_text
from hoithi.core.vietnamese.moments import local_day
from hoithi.core.vietnamese.numbers import dotted
from hoithi.sittings.actions.releasing import QuestionsHeld
from hoithi.sittings.queries.held import Held
from hoithi.study import actions
from hoithi.wording import sentence

_CODES, _ROUNDS = 12, 4
"""So many codes of a round, and so many rounds, are named: a sentence stays one."""


@sentence.register
def _nothing_to_release(_refusal: actions.NothingToRelease) -> str:
    return _("Chưa có câu nào để công bố: chỉ công bố câu đã duyệt và chưa nằm trong bộ ôn tập.")


@sentence.register
def _too_many(refusal: actions.TooManyToRelease) -> str:
    return _("Mỗi lần công bố nhiều nhất %(most)s câu.") % {"most": dotted(refusal.most)}


@sentence.register
def _not_releasable(refusal: actions.NotReleasable) -> str:
    return ngettext(
        "Chưa công bố câu nào. Mã này không có trong ngân hàng, chưa được duyệt hoặc đã công bố: "
        "%(codes)s.",
        "Chưa công bố câu nào. %(count)s mã không có trong ngân hàng, chưa được duyệt hoặc đã công "
        "bố: %(codes)s.",
        len(refusal.codes),
    ) % {"count": len(refusal.codes), "codes": ", ".join(refusal.codes[:20])}


@sentence.register
def _held(refusal: QuestionsHeld) -> str:
    told = "; ".join(_held_by(one) for one in refusal.held[:_ROUNDS])
    return _(
        "Chưa công bố câu nào, vì đáp án của các câu sau đang phải giữ kín: %(rounds)s. Hãy bỏ các "
        "câu này, hoặc công bố sau khi đợt thi kết thúc."
    ) % {"rounds": told}


def _held_by(held: Held) -> str:
    """One round with the codes it keeps."""
    facts = {
        "round": held.round.title,
        "contest": held.round.contest.title,
        "codes": ", ".join(held.codes[:_CODES]),
        "more": dotted(len(held.codes) - _CODES),
    }
    if held.is_open:
        whose = _("đợt “%(round)s” của “%(contest)s” đang mở có %(codes)s") % facts
    else:
        whose = (
            _("đợt “%(round)s” của “%(contest)s” sắp mở, đề đã niêm phong, có %(codes)s") % facts
        )
    return whose + _(" và %(more)s câu khác") % facts if len(held.codes) > _CODES else whose


@sentence.register
def _reason_missing(_refusal: actions.ReasonMissing) -> str:
    return _("Cần ghi lý do; người đọc trang công khai sẽ thấy lý do này.")


@sentence.register
def _taken_back(_refusal: actions.AlreadyTakenBack) -> str:
    return _("Câu này đã được rút khỏi bộ ôn tập từ trước.")


def standing_sentence(question: StudyQuestion) -> str:
    """What became of a question since it was released; nothing for one that stands."""
    day = date_text(local_day(question.since)) if question.since else ""
    if question.standing is Standing.CORRECTED:
        return _("Đã đính chính ngày %s; dưới đây là nội dung và đáp án đúng hiện nay.") % day
    if question.standing is Standing.TAKEN_BACK:
        told = {"day": day, "reason": question.reason}
        return _("Đã rút khỏi bộ câu hỏi ngày %(day)s. Lý do: %(reason)s") % told
    if question.standing is Standing.WITHDRAWN:
        return _("Câu này không còn được sử dụng.")
    return ""


def right_words(text: QuestionText, answer: Answer) -> str:
    """The right answer in one line: "A, C", "Đúng", "12,5 ± 0,5", "A–2, B–1", "C → A → B"."""
    match text.kind:
        case QuestionKind.SHORT_TEXT:
            return _(" hoặc ").join(f"“{accepted}”" for accepted in answer.accepted)
        case QuestionKind.MATCHING:
            pairs = enumerate(answer.pairs)
            return ", ".join(f"{OPTION_LETTERS[option]}–{target + 1}" for option, target in pairs)
        case QuestionKind.ORDERING:
            return " → ".join(OPTION_LETTERS[place] for place in answer.order)
        case QuestionKind.NUMBER | QuestionKind.ESSAY:
            return written_answer(text.kind, answer).replace(" | ", "; ")
    right = [one for one in options_of(text, answer) if one.is_right]
    return ", ".join(one.letter or one.text for one in right)
