"""What is wrong with a file of questions, as a writer would be told."""

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from hoithi.documents.questions.records import Fault, Format, Problem
from hoithi.questions.actions import Left, LeftBehind
from hoithi.wording.questions import fault_sentence as question_fault

PROBLEMS = {
    Problem.EMPTY_FILE: _("Tệp không có nội dung."),
    Problem.TOO_BIG: _("Tệp nặng {megabytes} MB; nhiều nhất là 20 MB, tệp văn bản là 2 MB."),
    Problem.LINE_TOO_LONG: _("Dòng này dài bất thường, không phải của một câu hỏi."),
    Problem.OLD_WORD: _(
        "Tệp thuộc định dạng Word cũ (.doc). Hãy mở bằng Word, chọn Lưu thành (Save As) kiểu "
        ".docx rồi gửi tệp .docx."
    ),
    Problem.NOT_UTF8: _(
        "Tệp không phải văn bản UTF-8. Hãy mở bằng trình soạn thảo và lưu lại với mã hóa UTF-8."
    ),
    Problem.UNKNOWN_FORMAT: _("Không nhận ra đây là tệp câu hỏi nào."),
    Problem.FORMAT_NOT_PROMISED: _("Phần mềm chưa đọc được câu hỏi ở định dạng {format}."),
    Problem.NOT_WELL_FORMED: _("Tệp XML bị hỏng."),
    Problem.DECLARES_ENTITIES: _("Tệp XML khai báo thực thể; vì an toàn, tệp như vậy không đọc."),
    Problem.TOO_MANY_QUESTIONS: _("Tệp có hơn {most} câu hỏi; hãy tách thành nhiều tệp."),
    Problem.NO_QUESTION: _("Không có câu hỏi nào."),
    Problem.TOO_FEW_OPTIONS: _("Câu hỏi cần ít nhất hai phương án."),
    Problem.TOO_MANY_OPTIONS: _("Câu hỏi có nhiều hơn tám phương án."),
    Problem.OPTION_OUTSIDE: _("Phương án đứng ngoài câu hỏi."),
    Problem.OPTION_TWICE: _("Hai phương án của câu hỏi mang cùng một chữ cái."),
    Problem.OPTION_ORDER: _(
        "Chữ cái của các phương án không theo thứ tự A, B, C, D; hãy sửa lại rồi gửi lại tệp."
    ),
    Problem.OPTION_GAP: _("Giữa các phương án của dòng này có ô để trống."),
    Problem.NO_STEM: _("Dòng này có phương án hoặc đáp án mà không có nội dung câu hỏi."),
    Problem.CELL_UNREADABLE: _(
        "Dòng này có ô quá dài, hoặc có công thức bị lỗi, chưa tính; hãy thay công thức bằng chữ."
    ),
    Problem.OPTION_IN_STEM: _(
        "Nội dung câu hỏi có dòng giống một phương án; hãy kiểm tra xem có thiếu phương án không."
    ),
    Problem.LIST_AS_OPTIONS: _(
        "Các dòng gạch đầu dòng hoặc đánh số dưới câu hỏi được đọc là phương án; hãy kiểm tra lại "
        "phương án và đáp án."
    ),
    Problem.LETTER_AS_TEXT: _(
        "Đáp án chỉ là một chữ cái hoặc một số mà câu hỏi không có phương án, nên được đọc là câu "
        "trả lời ngắn; hãy kiểm tra lại."
    ),
    Problem.LOOKS_DIFFER: _(
        "Phương án được in đậm, gạch chân hoặc tô màu khác với đáp án đã ghi; đáp án đã ghi được "
        "dùng, hãy kiểm tra lại."
    ),
    Problem.SEVERAL_STAND_OUT: _(
        "Có nhiều phương án được in đậm, gạch chân hoặc tô màu nên câu hỏi được đọc là câu nhiều "
        "lựa chọn; hãy kiểm tra lại đáp án."
    ),
    Problem.ANSWER_OUTSIDE: _("Đáp án đứng ngoài câu hỏi."),
    Problem.NOT_FINISHED: _("Câu hỏi chưa có dòng đáp án."),
    Problem.SEVERAL_MARKED: _("Có hai đáp án khác nhau cho cùng một câu hỏi."),
    Problem.NUMBER_TWICE: _("Số thứ tự câu hỏi bị trùng."),
    Problem.STRAY_LINE: _("Dòng này không rõ thuộc về đâu nên không đưa vào câu hỏi."),
    Problem.ANSWER_WITHOUT_QUESTION: _("Bảng đáp án có số mà không có câu hỏi."),
    Problem.NO_SUCH_OPTION: _("Đáp án không có trong các phương án."),
    Problem.OPEN_BRACE: _("Thiếu dấu }} đóng phần trả lời."),
    Problem.NO_RIGHT_ANSWER: _("Chưa rõ phương án nào đúng."),
    Problem.NOT_A_NUMBER: _("“{about}” không phải là số."),
    Problem.TOO_FEW_PAIRS: _("Câu ghép đôi cần ít nhất hai cặp."),
    Problem.WEIGHT_NOT_ALLOWED: _(
        "Câu {number}: tỷ lệ điểm {weight}% không thuộc các mức được dùng; mức gần nhất là "
        "{nearest}%."
    ),
    Problem.GAP_OF_ONE_OPTION: _("Chỗ trống chỉ có một phương án."),
    Problem.GAP_WITHOUT_RIGHT_OPTION: _("Chỗ trống không có phương án nào được đủ điểm."),
    Problem.NO_GAP: _("Văn bản không có chỗ trống nào."),
    Problem.DAMAGED_ARCHIVE: _("Tệp nén bị hỏng."),
    Problem.PASSWORD: _("Tệp đặt mật khẩu; hãy bỏ mật khẩu rồi gửi lại."),
    Problem.BOMB: _("Tệp nén phình to bất thường; vì an toàn, tệp như vậy không đọc."),
    Problem.UNSAFE_PATH: _("Tệp nén chứa đường dẫn {file} ra ngoài thư mục của nó."),
    Problem.NO_MANIFEST: _("Gói QTI không có tệp imsmanifest.xml."),
    Problem.FILE_MISSING: _("Gói QTI nêu tệp không có trong gói: {file}."),
    Problem.NO_ITEM: _("Không có câu hỏi QTI nào ({element})."),
    Problem.ELEMENT_NOT_ALLOWED: _("Thẻ {element} không được đứng trong {within}."),
    Problem.ATTRIBUTE_MISSING: _("Thẻ {element} thiếu thuộc tính {attribute}."),
    Problem.NO_INTERACTION: _("Câu hỏi không có chỗ trả lời."),
    Problem.FILE_REMOTE: _(
        "Câu hỏi dùng tệp nằm ngoài tệp gửi lên ({file}). Hãy tải tệp ấy về và kèm vào câu hỏi."
    ),
    Problem.FILE_NOT_HELD: _(
        "Tệp kèm theo {file} không có trong tệp gửi lên, bị hỏng hoặc quá lớn."
    ),
    Problem.FILE_ELSEWHERE: _(
        "Tệp {file} nằm trong phương án hoặc lời giải thích; ngân hàng chỉ kèm tệp cho nội dung "
        "câu hỏi."
    ),
    Problem.FILE_KIND: _(
        "Tệp kèm theo {file} không phải hình PNG, JPG, âm thanh MP3, OGG hay video MP4, WebM."
    ),
    Problem.FILE_TOO_LARGE: _(
        "Tệp kèm theo {file} quá lớn: hình đến 12 MB, âm thanh và video đến 20 MB."
    ),
    Problem.FILE_DAMAGED: _("Tệp kèm theo {file} bị hỏng."),
    Problem.FILE_UNDESCRIBED: _(
        "Tệp kèm theo {file} chưa có lời mô tả; cần viết lời mô tả trước khi thẩm định."
    ),
    Problem.ACCEPTED_IN_PART: _(
        "Câu trả lời chỉ được một phần điểm không nhập vào ngân hàng: {answers}."
    ),
    Problem.NUMBERS_AS_TEXT: _(
        "Câu có nhiều đáp số nên nhập thành câu trả lời ngắn, chấp nhận đúng như ghi: {answers}."
    ),
    Problem.SEVERAL_RANGES: _("Câu có nhiều khoảng số cùng đúng; ngân hàng chỉ nhận một khoảng."),
    Problem.FORMULA: _(
        "Câu hỏi có công thức; ngân hàng chỉ giữ các ký hiệu trên một dòng, hãy kiểm tra lại."
    ),
    Problem.RUBRIC: _(
        "Hướng dẫn chấm kèm câu hỏi không nhập vào ngân hàng; hãy ghi vào thang điểm của câu."
    ),
    Problem.NOT_SUPPORTED: _("Ngân hàng chưa nhận loại câu hỏi này."),
}


FORMATS = {
    Format.GIFT: _("GIFT (Moodle)"),
    Format.AIKEN: _("Aiken"),
    Format.MISSING_WORD: _("Điền từ (Moodle)"),
    Format.CLOZE: _("Văn bản có chỗ trống (Cloze)"),
    Format.OFFICIAL_TEXT: _("Văn bản “Câu 1.”"),
    Format.MOODLE_XML: _("Moodle XML"),
    Format.QTI_ITEM: _("Câu hỏi QTI"),
    Format.QTI_PACKAGE: _("Gói QTI"),
    Format.BLACKBOARD: _("Blackboard"),
    Format.EXAMVIEW: _("ExamView"),
    Format.WEBCT: _("WebCT"),
    Format.H5P: _("H5P"),
    Format.QTI_3: _("QTI 3.0"),
    Format.OPEN_EDX: _("Open edX"),
    Format.SHEET: _("Danh sách câu hỏi trong bảng tính"),
    Format.UNKNOWN: _("chưa nhận ra"),
}


def format_label(found: Format) -> str:
    """What a file was found to be."""
    return str(FORMATS[found])


def left_sentence(left: Left) -> str:
    """Why a question of a file is not taken."""
    if left.problem is Problem.NOT_SUPPORTED:
        return gettext("Ngân hàng chưa nhận loại câu hỏi này ({kind}).").format(kind=left.kind)
    if left.problem is not None:
        return problem_sentence(left.problem, left.facts)
    return " ".join(question_fault(fault) for fault in left.faults)


_MOST_NAMED = 8


def left_behind_sentence(left: Sequence[LeftBehind]) -> str:
    """Which files beside the questions an exported file does not hold."""
    named = "; ".join(
        gettext("{name} (câu {code})").format(name=one.name, code=one.code)
        for one in left[:_MOST_NAMED]
    )
    if more := len(left) - _MOST_NAMED if len(left) > _MOST_NAMED else 0:
        named += gettext(" và {number} tệp khác").format(number=more)
    return gettext("Tệp lấy ra không kèm: {files}.").format(files=named)


class _Known(dict[str, str]):
    def __missing__(self, name: str) -> str:
        return ""


def problem_sentence(problem: Problem, facts: Mapping[str, str] | None = None) -> str:
    """What is wrong, in a sentence."""
    return gettext(str(PROBLEMS[problem])).format_map(_Known(facts or {}))


def fault_sentence(fault: Fault) -> str:
    """What is wrong and where: the file in a package, the line."""
    where = [part for part in (_file(fault), _line(fault)) if part]
    told = problem_sentence(fault.problem, fault.facts)
    return f"{', '.join(where)}: {told}" if where else told


def problem_in_file(fault: Fault) -> str:
    """The same without the line, for where the line stands beside it."""
    told = problem_sentence(fault.problem, fault.facts)
    return f"{named}: {told}" if (named := _file(fault)) else told


def _file(fault: Fault) -> str:
    named = fault.facts.get("file", "")
    is_said = "{file}" in str(PROBLEMS[fault.problem])
    return "" if is_said else named


def _line(fault: Fault) -> str:
    return gettext("Dòng {line}").format(line=fault.line) if fault.line else ""
