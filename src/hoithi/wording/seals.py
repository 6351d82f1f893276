"""What is said of a seal that was found broken."""

from django.utils.translation import gettext as _

from hoithi.questions.models import BankSeal
from hoithi.wording.moments import moment


def broken_notice(seal: BankSeal) -> str:
    """The message to the head and the approver of the round."""
    told = _(
        "Niêm phong câu hỏi của %(round)s (%(contest)s) KHÔNG còn nguyên: kiểm tra lúc "
        "%(moment)s thấy câu hỏi hoặc đáp án khác với lúc niêm phong. Hãy đối chiếu, báo người "
        "giám sát và quyết định trước khi công bố kết quả."
    )
    return told % {
        "round": seal.round.title,
        "contest": seal.round.contest.title,
        "moment": moment(seal.checked_at) if seal.checked_at else "–",
    }
