"""The articles on parts, papers, attempts and when one has passed."""

from collections.abc import Iterable

from hoithi.core.rulebook.document import ContestKind, Rulebook
from hoithi.core.rulebook.parts import (
    CheckPart,
    Criterion,
    EnteredPart,
    JuryPart,
    JuryRule,
    Part,
    PenaltyKind,
    TimePenalty,
)
from hoithi.core.rulebook.printing.attempts import rules_of_attempts
from hoithi.core.rulebook.printing.essays import essay_sentences
from hoithi.core.rulebook.printing.model import Draft, Paragraph, Table
from hoithi.core.rulebook.printing.numbers import counted, number, points, share
from hoithi.core.rulebook.printing.papers import changes, paper
from hoithi.core.rulebook.printing.terms import Terms, capital, listed, sentence
from hoithi.core.vietnamese.dates import minutes_text

_RULES = {
    JuryRule.MEAN: "trung bình cộng điểm của các giám khảo",
    JuryRule.MEAN_WITHOUT_EXTREMES: (
        "trung bình cộng điểm của các giám khảo sau khi bỏ một điểm cao nhất và một điểm thấp nhất"
    ),
    JuryRule.SUM: "tổng điểm của các giám khảo",
}


def parts(rulebook: Rulebook, terms: Terms) -> Draft:
    """What has to be done, and how it is marked."""
    said: list[Paragraph | Table] = []
    for part in rulebook.parts:
        said += _part(part, rulebook, terms)
    said += changes(rulebook, terms)
    skills = rulebook.kind is ContestKind.SKILLS
    return Draft("Nội dung kiểm tra, cách chấm" if skills else "Phần thi, cách chấm", tuple(said))


def _part(part: Part, rulebook: Rulebook, terms: Terms) -> Iterable[Paragraph | Table]:
    match part:
        case JuryPart():
            return _jury(part)
        case CheckPart():
            return _check(part)
        case EnteredPart():
            most = f"{part.title}: tối đa {points(part.most)}, do Tổ thư ký nhập từ phiếu đã ký"
            return [Paragraph(sentence(f"{most} và được người thứ hai xác nhận"), _pass_mark(part))]
    return paper(part, rulebook, terms)


def _jury(part: JuryPart) -> Iterable[Paragraph | Table]:
    if part.essay is not None:
        said = essay_sentences(part.essay, part.most, _rounding(part))
    else:
        said = [f"Điểm của phần thi là {_RULES[part.rule]}, {_rounding(part)}"]
    if part.most is not None:
        said.append(f"Điểm tối đa: {points(part.most)}")
    if part.minutes is not None:
        said.append(f"Thời gian: không quá {minutes_text(part.minutes)}")
    if part.step is not None:
        said.append(f"Điểm được cho theo bước {number(part.step)} điểm")
    if part.penalty is not None:
        said.append(_penalty(part.penalty))
    if not part.criteria:
        said.append("Tiêu chí chấm chi tiết được ban hành kèm theo phiếu chấm")
    yield Paragraph(f"{part.title}:", (*map(sentence, said), *_pass_mark(part)))
    if part.criteria:
        yield _lines(f"Tiêu chí chấm: {part.title}", part.criteria)


def _rounding(part: JuryPart) -> str:
    if part.places == 0:
        return "làm tròn đến điểm nguyên"
    return f"làm tròn đến {part.places} chữ số thập phân"


def _check(part: CheckPart) -> Iterable[Paragraph | Table]:
    said = []
    if part.most is not None:
        said.append(f"Điểm tối đa: {points(part.most)}")
    if part.minutes is not None:
        said.append(f"Thời gian: không quá {minutes_text(part.minutes)}")
    if part.pass_mark is None:
        said.append("Người chấm kết luận đạt hoặc không đạt")
    yield Paragraph(f"{part.title}:", (*map(sentence, said), *_pass_mark(part)))
    if part.steps:
        yield _lines(f"Các thao tác: {part.title}", part.steps)


def _pass_mark(part: Part) -> tuple[str, ...]:
    return () if part.pass_mark is None else (f"Đạt khi có từ {points(part.pass_mark)} trở lên.",)


def _lines(caption: str, lines: tuple[Criterion, ...]) -> Table:
    rows = tuple((line.title, number(line.most)) for line in lines)
    return Table(caption, ("Nội dung", "Điểm tối đa"), rows, numeric=(1,))


def _penalty(penalty: TimePenalty) -> str:
    free = f" (không trừ trong {penalty.free_seconds} giây đầu)" if penalty.free_seconds else ""
    less = number(penalty.points)
    match penalty.rule:
        case PenaltyKind.PER_STARTED_MINUTE:
            return f"Quá giờ: trừ {less} điểm cho mỗi phút bắt đầu quá{free}"
        case PenaltyKind.PER_WHOLE_MINUTE:
            return f"Quá giờ: trừ {less} điểm cho mỗi phút quá trọn vẹn{free}"
        case PenaltyKind.CUT_OFF:
            return f"Phần trình bày sau khi hết giờ không được chấm{free}"
    bands = [
        f"từ {band.from_seconds} giây trừ {number(band.points)} điểm" for band in penalty.bands
    ]
    return f"Quá giờ{free}: {', '.join(bands)}"


def attempts(rulebook: Rulebook, terms: Terms) -> Draft:
    """How often one may sit, and which sitting counts."""
    return rules_of_attempts(rulebook, terms)


def passing(rulebook: Rulebook, terms: Terms) -> Draft:
    """When one has passed, and the targets."""
    rule = rulebook.passing
    if rule is None:
        return Draft("", ())
    titles = {part.key: part.title for part in rulebook.parts}
    said = []
    if rule.all_parts:
        each = listed([titles.get(key, key) for key in rule.all_parts])
        count = counted(len(rule.all_parts), terms.part)
        said.append(f"{terms.entrant_first} được đánh giá đạt khi đạt cả {count}: {each}")
    if rule.total is not None:
        also = " và" if rule.all_parts else f"{terms.entrant_first} được đánh giá đạt khi"
        said.append(capital(f"{also} có tổng điểm từ {points(rule.total)} trở lên".strip()))
    if rule.target_taking_part_percent is not None:
        target = share(rule.target_taking_part_percent)
        said.append(f"Chỉ tiêu tham gia: {target} số người thuộc đối tượng {terms.take_part}")
    if rule.target_percent is not None:
        said.append(f"Chỉ tiêu đạt: {share(rule.target_percent)} số người tham gia")
    return Draft("Điều kiện đạt, chỉ tiêu", tuple(Paragraph(sentence(one)) for one in said))
