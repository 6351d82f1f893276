"""Papers sat online in words: questions, minutes, points, prediction, and changes by round."""

from decimal import Decimal

from hoithi.core.rulebook.document import PaperOverride, Round, Rulebook
from hoithi.core.rulebook.parts import (
    Difficulty,
    Draw,
    MultiplePolicy,
    PaperPart,
    Population,
    Prediction,
    PredictionScope,
    PredictionTarget,
    WithdrawnRule,
)
from hoithi.core.rulebook.printing.model import Paragraph, Table
from hoithi.core.rulebook.printing.numbers import counted, number, points
from hoithi.core.rulebook.printing.terms import Terms, sentence
from hoithi.core.rulebook.ranking import By
from hoithi.core.vietnamese.dates import minutes_text
from hoithi.core.vietnamese.numbers import two_digits

FIELDS = {
    "procedures": "Thủ tục hành chính",
    "one-stop": "Cơ chế một cửa, một cửa liên thông",
    "online-services": "Dịch vụ công trực tuyến",
    "reform-programme": "Chương trình tổng thể cải cách hành chính",
    "digital-transformation": "Chuyển đổi số",
}

_DIFFICULTIES = {
    Difficulty.EASY: "dễ",
    Difficulty.MEDIUM: "trung bình",
    Difficulty.HARD: "khó",
}

_TARGETS = {
    PredictionTarget.CONTESTANTS: "số người dự thi",
    PredictionTarget.SITTINGS: "số lượt thi",
    PredictionTarget.ALL_RIGHT: "số người trả lời đúng tất cả các câu hỏi",
    PredictionTarget.ALL_RIGHT_SITTINGS: "số lượt thi đúng tất cả các câu hỏi",
}


_WITHDRAWN = {
    WithdrawnRule.FULL_TO_ALL: "Câu hỏi bị hủy thì mọi người có câu đó trong đề được đủ điểm",
    WithdrawnRule.NOT_COUNTED: "Câu hỏi bị hủy thì không tính vào điểm và tổng điểm của đề",
}


def paper(part: PaperPart, rulebook: Rulebook, terms: Terms) -> list[Paragraph | Table]:
    """The paper of everybody and those of the groups."""
    said = [f"Thời gian làm bài: {minutes_text(part.minutes)}", _questions(part)]
    if part.multiple is MultiplePolicy.PROPORTIONAL:
        said.append(
            "Câu có nhiều phương án đúng được chấm theo tỷ lệ phương án chọn đúng, "
            "trừ tỷ lệ phương án chọn sai"
        )
    if part.released_share is not None:
        said.append(_released(part.released_share))
    if part.must_answer_all:
        said.append("Bài làm chỉ được tính khi trả lời hết các câu hỏi")
    said.append(_WITHDRAWN[part.withdrawn])
    if part.pass_mark is not None:
        said.append(f"Đạt khi có từ {points(part.pass_mark)} trở lên")
    blocks: list[Paragraph | Table] = [Paragraph(f"{part.title}:", tuple(map(sentence, said)))]
    if part.prediction is not None:
        blocks.append(_prediction(part.prediction, rulebook, terms))
    return [*blocks, *_blueprints(part, rulebook)]


def _released(share: Decimal) -> str:
    if share == 0:
        return "Đề thi không lấy câu hỏi nào trong bộ câu hỏi ôn tập đã công bố"
    return f"Tối đa {number(share)}% số câu của đề lấy từ bộ câu hỏi ôn tập đã công bố"


def _questions(part: PaperPart) -> str:
    count = sum(draw.count for draw in part.blueprint)
    total = sum(
        (draw.count * _each(draw, part) for draw in part.blueprint),
        start=Decimal(0),
    )
    return (
        f"Đề thi có {counted(count, 'câu hỏi')}, lấy ngẫu nhiên theo từng lĩnh vực trong ngân hàng "
        f"câu hỏi; tổng điểm tối đa {points(total)}"
    )


def _each(draw: Draw, part: PaperPart) -> Decimal:
    return part.points if draw.points is None else draw.points


def _blueprints(part: PaperPart, rulebook: Rulebook) -> list[Table]:
    titles = {group.key: group.title for group in rulebook.groups}
    tables = [_blueprint(f"Cơ cấu đề: {part.title}", part, part.blueprint)]
    for own in rulebook.group_papers:
        if own.part == part.key:
            title = f"Cơ cấu đề riêng của nhóm {titles.get(own.group, own.group)}"
            minutes = f" ({minutes_text(own.minutes)})" if own.minutes else ""
            tables.append(_blueprint(f"{title}{minutes}", part, own.blueprint))
    return tables


def _blueprint(caption: str, part: PaperPart, blueprint: tuple[Draw, ...]) -> Table:
    rows = [(_field(draw), two_digits(draw.count), number(_each(draw, part))) for draw in blueprint]
    total = sum(draw.count for draw in blueprint)
    rows.append(("Cộng", two_digits(total), ""))
    return Table(caption, ("Lĩnh vực", "Số câu", "Điểm mỗi câu"), tuple(rows), numeric=(1, 2))


def _field(draw: Draw) -> str:
    hard = f" (mức độ {_DIFFICULTIES[draw.difficulty]})" if draw.difficulty else ""
    topic = f", chủ đề {draw.topic}" if draw.topic else ""
    essay = " (tự luận)" if draw.essay else ""
    return f"{FIELDS.get(draw.field, draw.field)}{essay}{topic}{hard}"


def _prediction(asked: Prediction, rulebook: Rulebook, terms: Terms) -> Paragraph:
    over = terms.event.lower() if asked.scope is PredictionScope.CONTEST else terms.round
    after = "sau khi trả lời các câu hỏi khác" if asked.asked_after_paper else "cùng các câu khác"
    said = [f"Người dự thi dự đoán {_TARGETS[asked.target]} của {over}, trả lời {after}"]
    if asked.points:
        said.append(f"Dự đoán chính xác được {points(asked.points)}")
    else:
        said.append("Câu dự đoán không tính vào điểm bài thi")
    if any(key.by is By.PREDICTION_DISTANCE for key in rulebook.ranking):
        said.append("Số dự đoán càng gần số thực tế càng được xếp trên khi xét đến tiêu chí này")
    if not asked.may_exceed:
        said.append("Số dự đoán lớn hơn số thực tế không được tính")
    before = asked.population is Population.BEFORE_DISQUALIFICATION
    when = "trước" if before else "sau"
    said.append(f"Số thực tế được chốt khi {over} kết thúc, {when} khi xét không công nhận kết quả")
    said.append("Số dự đoán được tính là số trong lượt thi được dùng để xếp hạng")
    return Paragraph("Câu hỏi dự đoán:", tuple(map(sentence, said)))


def changes(rulebook: Rulebook, terms: Terms) -> list[Paragraph]:
    """What single rounds change of the papers."""
    said = []
    for round_ in rulebook.rounds:
        points_ = tuple(
            sentence(_change(change, round_, rulebook, terms)) for change in round_.papers
        )
        if points_:
            said.append(Paragraph(f"Riêng {round_.title}:", points_))
    return said


def _change(change: PaperOverride, _round: Round, rulebook: Rulebook, terms: Terms) -> str:
    titles = {part.key: part.title for part in rulebook.parts}
    groups = {group.key: group.title for group in rulebook.groups}
    said = []
    if change.minutes is not None:
        said.append(f"thời gian làm bài {minutes_text(change.minutes)}")
    if change.blueprint:
        draws = [f"{FIELDS.get(one.field, one.field)} {one.count} câu" for one in change.blueprint]
        said.append(f"cơ cấu đề gồm {', '.join(draws)}")
    if change.points is not None:
        said.append(f"mỗi câu {points(change.points)}")
    if change.prediction is not None:
        said.append(f"có câu hỏi dự đoán {_TARGETS[change.prediction.target]}")
    whose = f" của nhóm {groups.get(change.group, change.group)}" if change.group else ""
    what = "; ".join(said) or f"giữ như {terms.document.lower()} chung"
    return f"{titles.get(change.part, change.part)}{whose}: {what}"
