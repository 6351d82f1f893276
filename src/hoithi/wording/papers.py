"""Sentences about sealing papers."""

from django.utils.translation import gettext as _

from hoithi.core.papers.draw import PaperCannotBeDrawn, TooFewQuestions, TooManyReleased
from hoithi.core.papers.versions import CodesUnfit
from hoithi.sittings.actions import printing, rounds
from hoithi.wording import sentence


@sentence.register
def _bank_too_small(_refusal: rounds.BankTooSmall) -> str:
    return _("Ngân hàng chưa đủ câu hỏi đã duyệt, còn hiệu lực cho đề của đợt này.")


@sentence.register
def _round_begun(_refusal: rounds.RoundBegun) -> str:
    return _("Đợt thi đã mở nên không niêm phong lại đề được.")


@sentence.register
def _sealed_already(_refusal: rounds.SealedAlready) -> str:
    return _("Đề đã niêm phong. Muốn niêm phong lại phải ghi lý do.")


@sentence.register
def _paper_cannot_be_drawn(_refusal: PaperCannotBeDrawn) -> str:
    return _(
        "Không ghép được đề: có quá nhiều câu ghi “Không cùng đề với” nhau. Hãy bớt các cặp "
        "đó hoặc thêm câu hỏi."
    )


@sentence.register
def _too_few_questions(refusal: TooFewQuestions) -> str:
    return (
        _("Một dòng của ma trận đề cần %(needed)s câu nhưng ngân hàng chỉ có %(available)s câu.")
        % refusal.facts
    )


@sentence.register
def _too_many_released(refusal: TooManyReleased) -> str:
    return (
        _(
            "Thể lệ cho lấy tối đa %(most)s câu từ bộ câu hỏi ôn tập, nhưng đề phải lấy %(needed)s "
            "câu vì ngân hàng thiếu câu hỏi khác. Hãy soạn thêm câu hỏi hoặc nâng tỷ lệ "
            "trong thể lệ."
        )
        % refusal.facts
    )


@sentence.register
def _keys_too_early(_refusal: printing.KeysTooEarly) -> str:
    return _("Đợt thi chưa đóng. Muốn tải đáp án của đề in bây giờ phải ghi lý do.")


@sentence.register
def _codes_unfit(_refusal: CodesUnfit) -> str:
    return _(
        "Mã đề đầu tiên có từ 2 đến 4 chữ số, ví dụ 101 hoặc 001; mỗi lần in từ 1 đến 48 mã đề và "
        "mã cuối không dài hơn mã đầu."
    )


@sentence.register
def _codes_taken(refusal: printing.CodesTaken) -> str:
    return _("Đợt thi đã có đề mang mã %(codes)s. Hãy chọn mã đề khác.") % refusal.facts
