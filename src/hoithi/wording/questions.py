"""Sentences for faults of questions and refusals of the bank."""

from django.utils.translation import gettext as _

from hoithi.core.questions.records import FaultCode, LegalBasis, QuestionFault
from hoithi.core.questions.rows import FIELDS
from hoithi.documents.spreadsheets import Weight
from hoithi.questions import actions
from hoithi.questions.actions import Import, OwnQuestion, QuestionFaulty, QuestionsFaulty
from hoithi.questions.queries.field_titles import title_of
from hoithi.wording import sentence
from hoithi.wording.spreadsheets import doubt_sentence


def field_label(key: str) -> str:
    """The field as officials call it; one of their own as its writers wrote it."""
    return FIELDS.get(key) or title_of(key) or key


def cited(basis: LegalBasis) -> str:
    """Where the answer stands: "khoản 1 Điều 7 Nghị định … số 61/2018/NĐ-CP"."""
    places = []
    if basis.clause:
        places.append(_("khoản %s") % basis.clause if basis.clause[:1].isdigit() else basis.clause)
    if basis.article:
        places.append(
            _("Điều %s") % basis.article if basis.article[:1].isdigit() else basis.article
        )
    document = f"{basis.title} ({basis.number})" if basis.title else basis.number
    return ", ".join(filter(None, [" ".join(places), document]))


def fault_sentence(fault: QuestionFault) -> str:
    """What is wrong with a question and what to do, for the column of reasons."""
    return _sentences()[fault.code] % fault.facts


def reasons_by_line(found: Import) -> dict[int, str]:
    """For each line that cannot be imported all that is wrong with it; line 0 is the file."""
    reasons: dict[int, list[str]] = {}
    said = set()
    for doubt in found.doubts:
        if doubt.reason.weight is not Weight.NOTE:
            line = doubt.line if doubt.reason.weight is Weight.LINE else 0
            reasons.setdefault(line, []).append(doubt_sentence(doubt))
            said.add((line, doubt.column))
    for question in found.questions:
        for fault in question.faults:
            # An empty or unreadable cell has been named already.
            if (question.line, fault.column) not in said:
                reasons.setdefault(question.line, []).append(fault_sentence(fault))
    return {line: " ".join(dict.fromkeys(reasons[line])) for line in sorted(reasons)}


def notes_by_line(found: Import) -> dict[int, list[str]]:
    """What was understood but should be looked at."""
    notes: dict[int, list[str]] = {}
    for doubt in found.doubts:
        if doubt.reason.weight is Weight.NOTE:
            notes.setdefault(doubt.line, []).append(doubt_sentence(doubt))
    return dict(sorted(notes.items()))


def _sentences() -> dict[FaultCode, str]:
    return _of_entries() | _of_content() | _of_key() | _of_kinds() | _of_media() | _of_basis()


def _of_entries() -> dict[FaultCode, str]:
    return {
        FaultCode.UNKNOWN_KIND: _(
            "Không hiểu loại câu hỏi “%(written)s”. Hãy chọn: Một lựa chọn, Nhiều lựa chọn, "
            "Đúng/Sai, Trả lời ngắn, Điền số, Ghép đôi, Sắp xếp, Tự luận hoặc Dự đoán số."
        ),
        FaultCode.UNKNOWN_FIELD: _("Chưa ghi lĩnh vực của câu hỏi."),
        FaultCode.UNKNOWN_DIFFICULTY: _(
            "Không hiểu mức độ “%(written)s”. Hãy ghi: Dễ, Trung bình hoặc Khó."
        ),
        FaultCode.UNKNOWN_AUDIENCE: _(
            "Không hiểu đối tượng “%(written)s”. Hãy ghi: Tất cả; Cán bộ, công chức; Người dân "
            "hoặc Học sinh."
        ),
    }


def _of_content() -> dict[FaultCode, str]:
    return {
        FaultCode.NO_STEM: _("Chưa có nội dung câu hỏi."),
        FaultCode.TOO_LONG: _("Nội dung dài quá %(most)s ký tự. Hãy rút gọn."),
        FaultCode.TOO_FEW_OPTIONS: _("Câu hỏi lựa chọn cần từ %(least)s phương án trở lên."),
        FaultCode.OPTION_GAP: _("Có phương án để trống ở giữa. Hãy điền hoặc dồn phương án lên."),
        FaultCode.SAME_OPTION_TWICE: _("Hai phương án giống nhau."),
        FaultCode.OPTIONS_NOT_ALLOWED: _("Loại câu hỏi này không có phương án."),
        FaultCode.CODE_TWICE: _("Mã câu hỏi “%(code)s” có ở nhiều dòng."),
        FaultCode.NEVER_WITH_ITSELF: _(
            "Cột “Không cùng đề với” ghi mã của chính câu này. Hãy bỏ mã đó."
        ),
        FaultCode.NEVER_WITH_UNKNOWN: _(
            "Không có câu nào mang mã %(codes)s trong ngân hàng hay trong tệp. Hãy sửa mã ở cột "
            "“Không cùng đề với”."
        ),
        FaultCode.CONTROL_CHARACTER: _(
            "Dòng có ký tự điều khiển không đọc được. Hãy gõ lại nội dung."
        ),
    }


def _of_key() -> dict[FaultCode, str]:
    return {
        FaultCode.NO_KEY: _("Chưa có đáp án."),
        FaultCode.KEY_NOT_AMONG_OPTIONS: _("Đáp án không nằm trong các phương án đã ghi."),
        FaultCode.KEY_NOT_ALLOWED: _("Câu dự đoán không có đáp án. Hãy để trống cột Đáp án."),
        FaultCode.ONE_KEY_ONLY: _("Câu một lựa chọn chỉ có một đáp án."),
        FaultCode.SEVERAL_KEYS_NEEDED: _("Câu nhiều lựa chọn cần ít nhất hai đáp án, ví dụ A;C."),
        FaultCode.NOT_TRUE_OR_FALSE: _("Đáp án phải là Đúng hoặc Sai."),
    }


def _of_kinds() -> dict[FaultCode, str]:
    return {
        FaultCode.NOT_A_NUMBER: _(
            "Đáp án của câu điền số phải là một số, ví dụ 1.234,5 hoặc 12,5 ± 0,5."
        ),
        FaultCode.TOLERANCE_BELOW_NOTHING: _("Sai số cho phép không được nhỏ hơn 0."),
        FaultCode.TARGETS_NOT_ALLOWED: _("Chỉ câu ghép đôi mới có vế ghép."),
        FaultCode.TOO_FEW_TARGETS: _("Câu ghép đôi cần từ %(least)s vế ghép trở lên."),
        FaultCode.TOO_MANY_TARGETS: _("Câu ghép đôi có nhiều nhất %(most)s vế ghép."),
        FaultCode.TARGET_GAP: _("Có vế ghép để trống ở giữa. Hãy điền hoặc dồn vế ghép lên."),
        FaultCode.SAME_TARGET_TWICE: _("Hai vế ghép giống nhau."),
        FaultCode.PAIRS_INCOMPLETE: _(
            "Mỗi phương án phải ghép với một vế đã ghi. Đáp án ghi ví dụ A2;B1;C3."
        ),
        FaultCode.ORDER_INCOMPLETE: _(
            "Thứ tự đúng phải nêu mỗi phương án đúng một lần, ví dụ C;A;B."
        ),
        FaultCode.WEIGHTS_UNFIT: _(
            "Tỷ lệ điểm phải ghi đủ cho từng phương án, từ -100 đến 100; phương án đúng cộng lại "
            "bằng 100, phương án sai không lớn hơn 0."
        ),
        FaultCode.RUBRIC_WITHOUT_POINTS: _(
            "Mỗi tiêu chí chấm cần nội dung và số điểm lớn hơn 0, ví dụ: Nêu đúng căn cứ = 4."
        ),
        FaultCode.WORDS_OUT_OF_RANGE: _("Số từ tối đa là một số từ 0 đến %(most)s."),
    }


def _of_media() -> dict[FaultCode, str]:
    return {
        FaultCode.TOO_MANY_MEDIA: _("Một câu hỏi kèm nhiều nhất %(most)s tệp."),
        FaultCode.MEDIA_UNDESCRIBED: _(
            "Mỗi tệp kèm theo cần lời mô tả cho người không xem hoặc không nghe được."
        ),
        FaultCode.MEDIA_UNREADABLE: _(
            "Cột “Tệp kèm theo” không đọc được. Hãy giữ nguyên như khi xuất ra, hoặc để trống."
        ),
        FaultCode.MEDIA_NOT_THERE: _(
            "Tệp “%(name)s” kèm theo câu hỏi không có trong kho tệp. Hãy tải tệp lên rồi nhập lại."
        ),
    }


def _of_basis() -> dict[FaultCode, str]:
    return {
        FaultCode.NO_BASIS: _("Chưa ghi số, ký hiệu văn bản làm căn cứ."),
        FaultCode.BASIS_ENDS_BEFORE_IT_BEGINS: _(
            "Ngày hết hiệu lực phải sau ngày có hiệu lực của văn bản."
        ),
        FaultCode.CHECKED_WHEN_NOT_IN_FORCE: _(
            "Vào ngày tra cứu, văn bản không có hiệu lực. Hãy kiểm tra lại căn cứ."
        ),
        FaultCode.DATE_NOT_WHOLE: _(
            "Ngày “%(written)s” chưa đủ. Hãy ghi đủ ngày, tháng, năm, ví dụ 05/3/2026."
        ),
    }


@sentence.register
def _faulty(refusal: QuestionFaulty) -> str:
    return " ".join(fault_sentence(fault) for fault in refusal.faults)


@sentence.register
def _file_faulty(refusal: QuestionsFaulty) -> str:
    return _("Tệp có %(lines)d dòng lỗi nên chưa nhập câu hỏi nào. Hãy sửa rồi nhập lại.") % {
        "lines": len(refusal.found.faulty_lines)
    }


@sentence.register
def _own(_refusal: OwnQuestion) -> str:
    return _("Người soạn không tự thẩm định câu hỏi của mình. Hãy nhờ người khác thẩm định.")


@sentence.register
def _undescribed(refusal: actions.FilesUndescribed) -> str:
    return (
        _("Câu %(code)s có tệp kèm theo chưa có lời mô tả. Hãy viết lời mô tả rồi thẩm định.")
        % refusal.facts
    )


@sentence.register
def _basis_changed(refusal: actions.BasisChanged) -> str:
    return (
        _(
            "Câu %(code)s dẫn văn bản %(number)s đã được ghi nhận là thay đổi. Hãy đối chiếu, đánh "
            "dấu đã đối chiếu rồi duyệt, hoặc trả lại cho người soạn."
        )
        % refusal.facts
    )


@sentence.register
def _code_taken(refusal: actions.CodeTaken) -> str:
    return _("Ngân hàng đã có câu hỏi mang mã “%(code)s”. Hãy đặt mã khác.") % refusal.facts


@sentence.register
def _written_meanwhile(refusal: actions.WrittenMeanwhile) -> str:
    return (
        _("Câu %(code)s vừa được người khác sửa nên chưa ghi. Hãy mở lại câu hỏi và sửa lại.")
        % refusal.facts
    )


@sentence.register
def _not_proposed(refusal: actions.NotProposed) -> str:
    return _("Câu %(code)s không còn chờ thẩm định: đã có kết luận hoặc đã được sửa.") % (
        refusal.facts
    )


@sentence.register
def _reason_missing(_refusal: actions.ReasonMissing) -> str:
    return _("Hãy ghi rõ lý do hoặc số văn bản rồi gửi lại.")


@sentence.register
def _bank_sealed(refusal: actions.BankSealed) -> str:
    return (
        _(
            "Câu hỏi đã niêm phong cho %(round)s nên chưa sửa được. Thường trực Ban Tổ chức mở "
            "niêm phong, ghi rõ lý do, rồi sửa và niêm phong lại."
        )
        % refusal.facts
    )


@sentence.register
def _not_sealed(_refusal: actions.NotSealed) -> str:
    return _("Không có niêm phong nào để mở: đợt thi đã mở hoặc niêm phong đã được mở trước đó.")


@sentence.register
def _not_cited(refusal: actions.NotCited) -> str:
    return _("Không có câu hỏi nào dẫn văn bản %(number)s.") % refusal.facts


@sentence.register
def _changed_already(refusal: actions.ChangedAlready) -> str:
    return _("Thay đổi này của văn bản %(number)s đã được ghi nhận.") % refusal.facts


@sentence.register
def _nothing_to_confirm(refusal: actions.NothingToConfirm) -> str:
    return (
        _("Câu %(code)s không còn chờ xem lại: đã có người xác nhận hoặc văn bản không thay đổi.")
        % refusal.facts
    )


@sentence.register
def _already_withdrawn(_refusal: actions.AlreadyWithdrawn) -> str:
    return _("Câu hỏi này đã được rút trước đó.")


@sentence.register
def _nothing_taken(refusal: actions.NothingTaken) -> str:
    return _(
        "Tệp có %(left)d câu chưa nhận được hoặc không có câu nào dùng được, nên chưa nhập gì."
    ) % {"left": len(refusal.left)}


@sentence.register
def _too_many(refusal: actions.TooManyQuestions) -> str:
    return _("Mỗi lần chỉ nhập được %(most)d câu hỏi. Hãy tách tệp rồi nhập từng phần.") % (
        refusal.facts
    )
