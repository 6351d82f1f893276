"""The article on attempts."""

from hoithi.core.rulebook.document import Rulebook
from hoithi.core.rulebook.parts import AttemptRules, CountedSitting, LeavingPolicy, PaperPart
from hoithi.core.rulebook.printing.model import Draft, Paragraph
from hoithi.core.rulebook.printing.numbers import counted
from hoithi.core.rulebook.printing.terms import Terms, listed, sentence
from hoithi.core.rulebook.windows import counted_rounds, parts_in

_COUNTED = {
    CountedSitting.BEST: (
        "lượt có điểm cao nhất; trường hợp bằng điểm, lấy lượt có thời gian làm bài ngắn hơn, "
        "rồi lượt nộp sớm hơn"
    ),
    CountedSitting.BEST_THEN_EARLIEST: (
        "lượt có điểm cao nhất; trường hợp bằng điểm, lấy lượt sớm nhất"
    ),
    CountedSitting.FIRST: "lượt đầu tiên",
    CountedSitting.LAST: "lượt cuối cùng",
    CountedSitting.SUM: "tổng kết quả của các lượt",
    CountedSitting.MEAN: "trung bình cộng kết quả của các lượt",
}


def rules_of_attempts(rulebook: Rulebook, terms: Terms) -> Draft:
    """How often one may sit, and which sitting counts; nothing where no paper is sat."""
    if not any(isinstance(part, PaperPart) for part in rulebook.parts):
        return Draft("", ())
    rules = rulebook.attempts
    said = [Paragraph(sentence(_limits(rules, terms)))]
    if _more_than_one(rules):
        counts = f"Kết quả của mỗi người trong một {terms.round} là {_COUNTED[rules.counted]}"
        said.append(Paragraph(sentence(counts)))
    if _several_papers(rulebook):
        each = f"Số {terms.sitting} tính riêng cho từng bài thi trực tuyến"
        adds_up = f"điểm của một {terms.round} là tổng điểm các bài, bài không làm được tính 0 điểm"
        said.append(Paragraph(sentence(f"{each}; {adds_up}")))
    said += [Paragraph(sentence(one)) for one in _sitting(rules, terms)]
    for round_ in rulebook.rounds:
        if round_.attempts is not None:
            own = f"Riêng {round_.title}: {_limits(round_.attempts, terms)}"
            counts = f"kết quả là {_COUNTED[round_.attempts.counted]}"
            said.append(Paragraph(sentence(f"{own}; {counts}")))
    return Draft(f"Số {terms.sitting}, cách tính", tuple(said))


def _several_papers(rulebook: Rulebook) -> bool:
    return any(
        sum(isinstance(part, PaperPart) for part in parts_in(rulebook, round_.key)) > 1
        for round_ in counted_rounds(rulebook)
    )


def _more_than_one(rules: AttemptRules) -> bool:
    return rules.a_round != 1 and rules.a_contest != 1


def _limits(rules: AttemptRules, terms: Terms) -> str:
    limits = [
        f"{counted(limit, 'lượt')} trong {span}"
        for limit, span in (
            (rules.a_day, "một ngày"),
            (rules.a_round, f"một {terms.round}"),
            (rules.a_contest, f"cả {terms.event.lower()}"),
        )
        if limit is not None
    ]
    if not limits:
        return f"mỗi người không bị giới hạn số {terms.sitting}"
    return f"mỗi người được tối đa {listed(limits)}"


def _sitting(rules: AttemptRules, terms: Terms) -> list[str]:
    said = []
    if rules.leaving is LeavingPolicy.USED:
        said.append(f"Thoát khỏi bài thi được tính là đã nộp bài và hết một {terms.sitting}")
    else:
        said.append(
            "Khi mất kết nối hoặc thoát khỏi bài thi, người dự thi được vào làm tiếp "
            "nếu chưa hết thời gian làm bài; đồng hồ vẫn chạy"
        )
    if rules.finish_after_close:
        said.append(f"Bài bắt đầu trước khi {terms.round} đóng được làm đến hết thời gian làm bài")
    else:
        said.append(f"Khi {terms.round} đóng, bài đang làm được tự động nộp")
    said.append(
        "Thời gian tính theo đồng hồ của máy chủ; hết thời gian làm bài, phần mềm tự động nộp bài "
        f"sau khi chờ thêm {rules.grace_seconds} giây để nhận dữ liệu trên đường truyền"
    )
    return said
