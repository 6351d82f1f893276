"""The articles on ranking persons and teams, and on ranking units."""

from hoithi.core.rulebook.document import Rulebook
from hoithi.core.rulebook.groups import have_own_papers, ranked_apart
from hoithi.core.rulebook.printing.model import Draft, Paragraph
from hoithi.core.rulebook.printing.numbers import counted, number, points, share
from hoithi.core.rulebook.printing.phrases import (
    aggregate_text,
    bound,
    in_order,
    key_text,
    measured,
    unit_key_text,
)
from hoithi.core.rulebook.printing.terms import Terms, capital, listed, lower, sentence
from hoithi.core.rulebook.ranking import (
    Aggregate,
    Collective,
    ContestTotal,
    Gate,
    GateKind,
    InOrder,
    Overall,
    RankingKey,
    RankPoints,
    SizeBracket,
    Term,
    WeightedSum,
)
from hoithi.core.vietnamese.numbers import two_digits

_RATES = {
    Aggregate.PARTICIPATION,
    Aggregate.COMPULSORY_PARTICIPATION,
    Aggregate.PASS_RATE,
}


def ranking(rulebook: Rulebook, terms: Terms) -> Draft:
    """How persons or teams are put in order."""
    said = []
    if rulebook.ranking:
        opening = f"Trong mỗi {terms.round}, {terms.entrant} được xếp hạng theo thứ tự:"
        said.append(Paragraph(opening, _keys(rulebook.ranking, rulebook)))
        said.append(
            Paragraph(
                "Bằng nhau ở tất cả các tiêu chí thì cùng một thứ hạng; thứ hạng kế tiếp được tính "
                "sau số người cùng hạng (ví dụ: 1, 2, 2, 4)."
            )
        )
    said += _groups(rulebook)
    for round_ in rulebook.rounds:
        if round_.ranking:
            opening = f"Riêng {round_.title}, xếp hạng theo thứ tự:"
            said.append(Paragraph(opening, _keys(round_.ranking, rulebook)))
    if rulebook.overall.total is not ContestTotal.NONE:
        keys = rulebook.overall.keys or rulebook.ranking
        opening = f"Xếp hạng chung cuộc: {_total(rulebook.overall, terms)}; xếp theo thứ tự:"
        said.append(Paragraph(opening, _keys(keys, rulebook)))
    return Draft(f"Xếp hạng {terms.entrant}", tuple(said))


def _groups(rulebook: Rulebook) -> list[Paragraph]:
    """Whether groups are ranked apart, and how points of different papers are compared."""
    if not rulebook.groups:
        return []
    if not ranked_apart(rulebook):
        return [Paragraph("Các nhóm đối tượng được xếp hạng chung.")]
    said = [Paragraph("Mỗi nhóm đối tượng được xếp hạng riêng.")]
    if have_own_papers(rulebook):
        said.append(
            Paragraph(
                "Khi tính chung nhiều nhóm có đề thi với điểm tối đa khác nhau (giải chung, xếp "
                "hạng đơn vị), điểm của mỗi người được quy về phần trăm điểm tối đa."
            )
        )
    return said


def _keys(keys: tuple[RankingKey, ...], rulebook: Rulebook) -> tuple[str, ...]:
    parts = {part.key: part.title for part in rulebook.parts}
    return in_order([key_text(key, parts) for key in keys])


def _total(overall: Overall, terms: Terms) -> str:
    match overall.total:
        case ContestTotal.MEAN:
            return f"lấy trung bình cộng kết quả của các {terms.round}"
        case ContestTotal.BEST:
            return f"lấy kết quả cao nhất trong các {terms.round}"
        case ContestTotal.BEST_N:
            best = counted(overall.best or 1, terms.round)
            return f"cộng kết quả của {best} có kết quả cao nhất"
    return f"cộng kết quả của tất cả các {terms.round}"


def collectives(rulebook: Rulebook, _terms: Terms) -> Draft:
    """How units are put in order."""
    said = []
    for collective in rulebook.collectives:
        said += _collective(collective, rulebook)
    return Draft("Xếp hạng tập thể", tuple(said))


def _collective(collective: Collective, rulebook: Rulebook) -> list[Paragraph]:
    title = collective.title
    opening, points_ = _method(collective)
    said = [Paragraph(f"{title}{bound(title, collective.kinds)}. {opening}", points_)]
    if collective.gates:
        gates = tuple(
            sentence(_gate(gate, rulebook, collective.kinds)) for gate in collective.gates
        )
        said.append(Paragraph(f"Điều kiện để được {lower(title)}:", gates))
    if collective.ties:
        ties = "; ".join(unit_key_text(key) for key in collective.ties)
        said.append(Paragraph(sentence(f"{title}, trường hợp bằng nhau, xét lần lượt: {ties}")))
    if collective.prize_points:
        titles = {prize.key: prize.title for table in rulebook.prizes for prize in table.prizes}
        each = [
            f"{titles.get(one.prize, one.prize)} {points(one.points)}"
            for one in collective.prize_points
        ]
        said.append(Paragraph(sentence(f"{title}, quy đổi giải cá nhân: {'; '.join(each)}")))
    if collective.rounds:
        titles = {round_.key: round_.title for round_ in rulebook.rounds}
        held = listed([titles.get(key, key) for key in collective.rounds])
        said.append(Paragraph(sentence(f"{title} chỉ tính kết quả của {held}")))
    return said


def _method(collective: Collective) -> tuple[str, tuple[str, ...]]:
    method = collective.method
    match method:
        case InOrder():
            keys = in_order([unit_key_text(key) for key in method.keys])
            return "Đơn vị được xếp hạng theo thứ tự:", keys
        case WeightedSum():
            terms_ = tuple(sentence(_term(term)) for term in method.terms)
            return "Điểm của đơn vị là tổng của các thành phần sau, cao hơn xếp trước:", terms_
        case RankPoints():
            opening = (
                f"Ở mỗi tiêu chí sau, đơn vị xếp thứ nhất được {points_of(method.first_points)}, "
                "mỗi thứ hạng tiếp theo kém 01 điểm cho đến hết điểm; cộng điểm các tiêu chí, "
                "cao hơn xếp trước:"
            )
            keys = tuple(sentence(unit_key_text(key)) for key in method.criteria)
            return opening, keys


def points_of(count: int) -> str:
    """ "10 điểm"."""
    return counted(count, "điểm")


def _term(term: Term) -> str:
    most = f", tối đa {points(term.most)}" if term.most is not None else ""
    if term.by in _RATES:
        return f"{aggregate_text(term.by)}, mỗi 1% được {points(term.weight)}{most}"
    if term.weight == 1:
        return f"{aggregate_text(term.by)}{most}"
    return f"{aggregate_text(term.by)} nhân hệ số {number(term.weight)}{most}"


def _gate(gate: Gate, rulebook: Rulebook, kinds: tuple[str, ...]) -> str:
    titles = {part.key: part.title for part in rulebook.parts}
    match gate.kind:
        case GateKind.LEAST:
            return _least(gate)
        case GateKind.SIZE_BRACKETS:
            above = [None, *(one.staff_below for one in gate.brackets)]
            brackets = "; ".join(map(_bracket, gate.brackets, above))
            return f"số người tham gia (phần lẻ được làm tròn lên): {brackets}"
        case GateKind.ALL_COMPULSORY:
            return "100% đối tượng bắt buộc đã tham gia"
        case GateKind.QUOTAS:
            bind = rulebook.entry.quotas_for(kinds)
            quotas = listed([capital(quota.title) for quota in bind])
            return f"đạt các chỉ tiêu tham gia: {quotas}"
        case GateKind.A_WINNER:
            return "có ít nhất 01 cá nhân đạt giải"
        case GateKind.ALL_PARTS:
            return f"tham gia đủ {listed([titles.get(key, key) for key in gate.parts])}"


def _least(gate: Gate) -> str:
    if gate.by is None or gate.least is None:
        return "đạt mức tối thiểu do Ban Tổ chức quy định"
    least = measured(gate.by, gate.least)
    if gate.by in _RATES and gate.least == 100:
        return f"{aggregate_text(gate.by)} đạt {least}"
    return f"{aggregate_text(gate.by)} đạt từ {least} trở lên"


def _bracket(bracket: SizeBracket, above: int | None) -> str:
    """`above`: the size at which the bracket before this one ended."""
    size = f" từ {two_digits(above)}" if above is not None else ""
    if bracket.staff_below is not None:
        size = f"{size}{' đến' if size else ' có'} dưới {counted(bracket.staff_below, 'người')}"
    elif size:
        size = f"{size} người trở lên"
    least = bracket.least_people
    people = f" và không dưới {counted(least, 'người')}" if least else ""
    return f"đơn vị{size} ít nhất {share(bracket.percent)}{people}"
