"""The last articles: publication, remarks, duties, personal data, and what was decided."""

from hoithi.core.rulebook.document import (
    AnswersShown,
    ChoiceRecord,
    ContestKind,
    Publication,
    Rulebook,
    UnverifiedRule,
)
from hoithi.core.rulebook.entry import EntrantKind
from hoithi.core.rulebook.parts import PaperPart
from hoithi.core.rulebook.printing.model import Draft, Paragraph
from hoithi.core.rulebook.printing.numbers import counted, day
from hoithi.core.rulebook.printing.terms import Terms, capital, listed, sentence
from hoithi.core.rulebook.windows import numbers_asked

_VERIFIED = (
    "Thông tin của người được đề nghị trao giải được xác minh trước khi công bố; "
    "họ tên công bố không kèm số điện thoại, số định danh cá nhân"
)
_UNVERIFIED = {
    UnverifiedRule.PRELIMINARY: (
        "Đến giờ công bố mà chưa xác minh xong thì công bố danh sách sơ bộ"
    ),
    UnverifiedRule.NOTICE: "Đến giờ công bố mà chưa xác minh xong thì đăng thông báo đang xác minh",
}


def publication(rulebook: Rulebook, terms: Terms) -> Draft:
    """What is shown when, and by whose decision."""
    said = []
    if rulebook.authority:
        said.append(f"Thẩm quyền quyết định kết quả: {rulebook.authority}")
    by_round: dict[str, list[str]] = {}
    for round_ in rulebook.rounds:
        if round_.authority:
            by_round.setdefault(round_.authority, []).append(round_.title)
    for authority, titles in by_round.items():
        said.append(f"Kết quả của {listed(titles)} do {authority} quyết định")
    papers = any(isinstance(part, PaperPart) for part in rulebook.parts)
    said += _shown(rulebook, terms, papers=papers)
    if papers:
        said += _answers(rulebook.publication, terms)
    return Draft("Công nhận, công bố kết quả", tuple(Paragraph(sentence(one)) for one in said))


def _shown(rulebook: Rulebook, terms: Terms, *, papers: bool) -> list[str]:
    rules = rulebook.publication
    said = []
    if rulebook.entry.entrant is EntrantKind.PERSON:
        said.append(_VERIFIED)
    said.append(_UNVERIFIED[rules.unverified])
    if rules.ranked_lines is not None:
        said.append(f"Bảng xếp hạng công khai {counted(rules.ranked_lines, 'vị trí')} đầu")
    else:
        said.append("Bảng xếp hạng được công khai toàn bộ")
    if rules.live_figures and papers:
        during = f"trong thời gian diễn ra {terms.event}"
        said.append(f"Số người và số lượt tham gia được công khai {during}")
        if any(numbers_asked(rulebook, round_.key) for round_ in rulebook.rounds):
            said.append(
                f"Trong khi {terms.round} có câu hỏi dự đoán về các số này đang diễn ra thì "
                "chưa công khai"
            )
    if rules.unit_figures:
        said.append("Số liệu tham gia của từng đơn vị được công khai")
    return said


def _answers(rules: Publication, terms: Terms) -> list[str]:
    said = []
    if rules.score_at_once:
        said.append(f"{terms.entrant_first} được xem điểm của mình ngay khi nộp bài")
    match rules.answers:
        case AnswersShown.AFTER_ROUND:
            said.append(f"Đáp án và căn cứ pháp lý được công bố sau khi {terms.round} kết thúc")
        case AnswersShown.AFTER_PUBLICATION:
            said.append(f"Đáp án và căn cứ pháp lý được công bố cùng kết quả {terms.round}")
        case AnswersShown.AFTER_CONTEST:
            event = terms.event.lower()
            said.append(f"Đáp án và căn cứ pháp lý được công bố sau khi {event} kết thúc")
        case AnswersShown.NEVER:
            said.append("Đáp án không được công bố")
    return said


def remarks(rulebook: Rulebook, terms: Terms) -> Draft:
    """Time for remarks."""
    if rulebook.remarks is None:
        return Draft("", ())
    days = counted(rulebook.remarks.days, "ngày")
    answer = counted(rulebook.remarks.answer_days, "ngày")
    whom = rulebook.lead_agency or terms.committee
    received = (
        f"{whom} tiếp nhận phản ánh, kiến nghị về kết quả trong {days} kể từ khi công bố "
        f"và trả lời trong {answer} kể từ khi nhận được"
    )
    said = [
        Paragraph(sentence(received)),
        Paragraph("Kết quả có thay đổi thì được điều chỉnh bằng quyết định mới và công bố lại."),
    ]
    return Draft("Tiếp nhận phản ánh, kiến nghị", tuple(said))


def duties(rulebook: Rulebook, terms: Terms) -> Draft:
    """What those who take part must see to, and when a result is not recognised."""
    said = [Paragraph(sentence(one)) for one in rulebook.duties]
    if rulebook.not_recognised:
        cases = tuple(sentence(one) for one in rulebook.not_recognised)
        said.append(Paragraph("Không công nhận kết quả trong các trường hợp:", cases))
    units = "" if rulebook.kind is ContestKind.ONLINE else ", đơn vị"
    return Draft(f"Trách nhiệm của {terms.entrant}{units}", tuple(said))


def personal_data(rulebook: Rulebook, terms: Terms) -> Draft:
    """What personal data are for, and when they are erased."""
    days = counted(rulebook.retention_days, "ngày")
    use = f"Thông tin cá nhân chỉ dùng để tổ chức {terms.event}, xác minh, công bố kết quả"
    rights = f"{capital(terms.person)} có quyền xem, đề nghị sửa, xóa thông tin của mình"
    said = [
        f"{use} và trao giải",
        f"{rights}; việc xóa trước khi công bố kết quả đồng nghĩa với rút tên",
        f"Thông tin nhận dạng được xóa sau {days} kể từ lần công bố kết quả cuối cùng",
    ]
    return Draft("Bảo vệ thông tin cá nhân", tuple(Paragraph(sentence(one)) for one in said))


def choices(rulebook: Rulebook, terms: Terms) -> Draft:
    """What the plan left open or contradicted, and what was decided about it."""
    said = [Paragraph(_choice(choice, terms)) for choice in rulebook.choices]
    return Draft(f"Nội dung do {terms.committee} quyết định", tuple(said))


def _choice(choice: ChoiceRecord, terms: Terms) -> str:
    if choice.chosen is None:
        return f"{sentence(choice.found)} {terms.committee} sẽ quyết định và thông báo sau."
    on = f" ngày {day(choice.decided_on)}" if choice.decided_on else ""
    who = f" (do {choice.decided_by} quyết định{on})" if choice.decided_by else on
    return f"{sentence(choice.found)} Phương án được chọn{who}: {sentence(choice.chosen)}"


def final(rulebook: Rulebook, terms: Terms) -> Draft:
    """Further provisions, and whom to ask."""
    said = [Paragraph(sentence(one)) for one in rulebook.notes]
    whom = rulebook.lead_agency or terms.committee
    telephone = f", điện thoại {rulebook.helpdesk}" if rulebook.helpdesk else ""
    said.append(
        Paragraph(
            sentence(
                "Trong quá trình thực hiện, nếu có vướng mắc, đề nghị phản ánh về "
                f"{whom}{telephone} để được hướng dẫn, giải quyết"
            )
        )
    )
    said.append(
        Paragraph(
            f"Việc sửa đổi, bổ sung {terms.document} do {terms.committee} quyết định bằng văn bản "
            "và được công bố trước khi áp dụng."
        )
    )
    return Draft("Điều khoản thi hành", tuple(said))
