"""Sentences for faults of questions and refusals of the bank."""

from django.utils.translation import gettext as _

from hoithi.core.questions.records import FaultCode, QuestionFault
from hoithi.questions.actions import OwnQuestion, QuestionFaulty, QuestionsFaulty
from hoithi.wording import sentence


def fault_sentence(fault: QuestionFault) -> str:
    """What is wrong with a question and what to do, for the column of reasons."""
    return _sentences()[fault.code] % fault.facts


def _sentences() -> dict[FaultCode, str]:
    return {
        FaultCode.UNKNOWN_KIND: _(
            "Không hiểu loại câu hỏi “%(written)s”. Hãy chọn: Một lựa chọn, Nhiều lựa chọn, "
            "Đúng/Sai, Trả lời ngắn hoặc Dự đoán số."
        ),
        FaultCode.UNKNOWN_FIELD: _("Chưa ghi lĩnh vực của câu hỏi."),
        FaultCode.UNKNOWN_DIFFICULTY: _(
            "Không hiểu mức độ “%(written)s”. Hãy ghi: Dễ, Trung bình hoặc Khó."
        ),
        FaultCode.UNKNOWN_AUDIENCE: _(
            "Không hiểu đối tượng “%(written)s”. Hãy ghi: Tất cả; Cán bộ, công chức; Người dân "
            "hoặc Học sinh."
        ),
        FaultCode.NO_STEM: _("Chưa có nội dung câu hỏi."),
        FaultCode.TOO_LONG: _("Nội dung dài quá %(most)s ký tự. Hãy rút gọn."),
        FaultCode.TOO_FEW_OPTIONS: _("Câu hỏi lựa chọn cần từ %(least)s phương án trở lên."),
        FaultCode.OPTION_GAP: _("Có phương án để trống ở giữa. Hãy điền hoặc dồn phương án lên."),
        FaultCode.SAME_OPTION_TWICE: _("Hai phương án giống nhau."),
        FaultCode.OPTIONS_NOT_ALLOWED: _("Loại câu hỏi này không có phương án."),
        FaultCode.NO_KEY: _("Chưa có đáp án."),
        FaultCode.KEY_NOT_AMONG_OPTIONS: _("Đáp án không nằm trong các phương án đã ghi."),
        FaultCode.KEY_NOT_ALLOWED: _("Câu dự đoán không có đáp án. Hãy để trống cột Đáp án."),
        FaultCode.ONE_KEY_ONLY: _("Câu một lựa chọn chỉ có một đáp án."),
        FaultCode.SEVERAL_KEYS_NEEDED: _("Câu nhiều lựa chọn cần ít nhất hai đáp án, ví dụ A;C."),
        FaultCode.NOT_TRUE_OR_FALSE: _("Đáp án phải là Đúng hoặc Sai."),
        FaultCode.NO_BASIS: _("Chưa ghi số, ký hiệu văn bản làm căn cứ."),
        FaultCode.BASIS_ENDS_BEFORE_IT_BEGINS: _(
            "Ngày hết hiệu lực phải sau ngày có hiệu lực của văn bản."
        ),
        FaultCode.CHECKED_WHEN_NOT_IN_FORCE: _(
            "Vào ngày tra cứu, văn bản không có hiệu lực. Hãy kiểm tra lại căn cứ."
        ),
        FaultCode.CODE_TWICE: _("Mã câu hỏi “%(code)s” có ở nhiều dòng."),
        FaultCode.CONTROL_CHARACTER: _(
            "Dòng có ký tự điều khiển không đọc được. Hãy gõ lại nội dung."
        ),
    }


@sentence.register
def _faulty(refusal: QuestionFaulty) -> str:
    return " ".join(fault_sentence(fault) for fault in refusal.faults)


@sentence.register
def _file_faulty(refusal: QuestionsFaulty) -> str:
    return _("Tệp có %(lines)d dòng lỗi nên chưa nhập câu hỏi nào. Hãy sửa rồi nhập lại.") % {
        "lines": len(refusal.found.faulty)
    }


@sentence.register
def _own(_refusal: OwnQuestion) -> str:
    return _("Người soạn không tự thẩm định câu hỏi của mình. Hãy nhờ người khác thẩm định.")
