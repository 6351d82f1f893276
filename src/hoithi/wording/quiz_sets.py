"""Sentences for sets of attempts that cannot be read."""

from django.utils.translation import gettext as _

from hoithi.documents.quiz_sets.read import Problem, SetUnreadable
from hoithi.wording import sentence


@sentence.register
def _unreadable(refusal: SetUnreadable) -> str:
    why = {
        Problem.NOT_TEXT: _("không phải văn bản UTF-8"),
        Problem.RAGGED: _("dòng %(about)s không đủ cột như dòng tiêu đề"),
        Problem.EMPTY: _("không có dòng nào"),
        Problem.UNKNOWN_KIND: _("chưa biết loại câu hỏi %(about)s"),
        Problem.PLACE_FAULTY: _("có câu thiếu số thứ tự hoặc thiếu điểm"),
        Problem.NO_ATTEMPTS: _("thiếu cột quizattempt"),
        Problem.UNKNOWN_VARIANT: _("chưa biết biến thể %(about)s"),
        Problem.NOT_IN_POOL: _("câu %(about)s không có trong nhóm câu rút"),
    }[refusal.problem]
    told = why % {"about": refusal.about}
    return _("Không đọc được bộ lượt thi (%(where)s): %(why)s.") % {
        "where": refusal.where,
        "why": told,
    }
