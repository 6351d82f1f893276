"""What to do about each thing found in a question bank; facts stand in braces."""

from django.utils.translation import gettext_noop as _

from hoithi.core.questions.checking import Code

PROPOSALS = {
    Code.SAME_QUESTION: _("Rút một trong hai câu."),
    Code.SAME_QUESTION_OTHER_KEY: _("Đối chiếu căn cứ, giữ câu có đáp án đúng và rút câu kia."),
    Code.SAME_STEM: _("Rút một câu, hoặc ghi hai câu “không cùng đề với” nhau."),
    Code.NEAR_STEM: _("Đọc lại cả hai; nếu hỏi cùng một ý thì rút một câu hoặc không để cùng đề."),
    Code.NEAR_STEM_OTHER_KEY: _(
        "Đối chiếu căn cứ của cả hai câu, sửa đáp án sai và rút bớt một câu."
    ),
    Code.KEYS_IN_ONE_PLACE: _(
        "Đổi chỗ phương án ở một số câu, nhất là khi đề in ra giấy không đảo phương án."
    ),
    Code.TRUTHS_ONE_SIDED: _("Viết lại một số câu để số câu đúng và sai gần bằng nhau."),
    Code.LONGEST_IS_RIGHT: _("Viết các phương án dài gần bằng nhau ở những câu này."),
    Code.OPTIONS_SAME: _("Sửa hoặc bỏ một phương án."),
    Code.OPTIONS_SAME_BUT_MARKS: _("Xem lại dấu; nếu gõ nhầm thì sửa hoặc bỏ một phương án."),
    Code.OPTION_WITHIN_OPTION: _(
        "Xem cả hai có thể cùng đúng không; nếu có thì viết lại cho loại trừ nhau."
    ),
    Code.RANGES_OVERLAP: _(
        "Sửa các mốc để mỗi số chỉ thuộc một phương án, trừ khi hỏi nguyên văn quy định."
    ),
    Code.NEGATIVE_HIDDEN: _("Viết “{capitals}” bằng chữ hoa hoặc in đậm."),
    Code.SWEEPING_LOOSE: _("Đánh dấu “giữ nguyên vị trí” cho phương án này."),
    Code.LETTERS_LOOSE: _(
        "Đánh dấu “giữ nguyên vị trí” cho các phương án {letters}, hoặc viết lại không gọi tên chữ."
    ),
    Code.NO_BASIS: _("Ghi số, ký hiệu văn bản, điều, khoản chứa đáp án."),
    Code.NO_ARTICLE: _("Ghi thêm điều, khoản để dễ đối chiếu khi có khiếu nại."),
    Code.BASIS_ENDED: _("Viết lại theo văn bản thay thế rồi gửi thẩm định, hoặc rút các câu này."),
    Code.BASIS_EXPIRED: _(
        "Viết lại theo {by} rồi gửi thẩm định, hoặc rút; câu vẫn đúng thì người thẩm định xác nhận."
    ),
    Code.BASIS_AMENDED: _(
        "Đối chiếu với {by}: câu vẫn đúng thì người thẩm định xác nhận, không thì sửa hoặc rút."
    ),
    Code.BASIS_TO_COME: _("Kiểm tra ngày có hiệu lực với ngày mở đợt thi."),
    Code.NUMBER_MISSPELT: _("Ghi là “{right}”."),
    Code.NUMBER_SHORT_YEAR: _("Ghi năm ban hành đủ bốn chữ số."),
    Code.NUMBER_IN_TWO_WAYS: _("Ghi thống nhất là “{right}”."),
    Code.ROW_SHORT: _("Soạn và duyệt thêm câu, hoặc giảm số câu của dòng này trong ma trận đề."),
    Code.ROW_WORN: _("Nên có ít nhất {wanted} câu dùng được cho dòng này."),
}
