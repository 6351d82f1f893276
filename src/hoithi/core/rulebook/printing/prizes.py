"""The article on prizes: tables, the sum in words, and who may take how many."""

from hoithi.core.rulebook.document import ContestKind, Rulebook
from hoithi.core.rulebook.groups import phases
from hoithi.core.rulebook.printing.model import Draft, Paragraph, Table
from hoithi.core.rulebook.printing.numbers import counted, points, share
from hoithi.core.rulebook.printing.terms import Terms, capital, listed, sentence
from hoithi.core.rulebook.prizes import (
    AwardForm,
    OnePrize,
    Prize,
    PrizePolicy,
    PrizeScope,
    PrizeTable,
    SpecialKind,
    TiePolicy,
    VacatedSlot,
)
from hoithi.core.rulebook.windows import awarded_once, budget, rounds_of_table
from hoithi.core.vietnamese.money import amount_text, in_words
from hoithi.core.vietnamese.numbers import dotted

_AWARDS = {
    AwardForm.CERTIFICATE: "Giấy chứng nhận",
    AwardForm.COMMENDATION: "Giấy khen",
    AwardForm.MERIT: "Bằng khen",
    AwardForm.FLAG: "Cờ",
    AwardForm.SOUVENIR: "Vật lưu niệm",
    AwardForm.NONE: "",
}

_SPECIAL = {
    SpecialKind.CLOSEST_PREDICTION: "trao cho người có số dự đoán gần đúng nhất",
    SpecialKind.OLDEST: "trao cho người cao tuổi nhất",
    SpecialKind.YOUNGEST: "trao cho người trẻ tuổi nhất",
    SpecialKind.MOST_SITTINGS: "trao cho người có nhiều lượt thi nhất",
    SpecialKind.BEST_PART: "trao cho điểm cao nhất của {part}",
    SpecialKind.MOST_PEOPLE_UNIT: "trao cho đơn vị có nhiều người dự thi nhất",
    SpecialKind.DECIDED: "do {committee} chọn và nêu lý do",
}

_TIES = {
    TiePolicy.SHARE: "tất cả cùng nhận giải, số giải sau giảm tương ứng",
    TiePolicy.LOT: "bốc thăm có biên bản",
    TiePolicy.COMMITTEE: "{committee} quyết định và nêu lý do",
}

_LARGEST_SAID = 10**18


def persons_win(rulebook: Rulebook) -> bool:
    """Whether persons or teams win, not units alone."""
    return any(table.scope is not PrizeScope.COLLECTIVE for table in rulebook.prizes)


def prizes(rulebook: Rulebook, terms: Terms) -> Draft:
    """What is won."""
    said: list[Paragraph | Table] = []
    for table in rulebook.prizes:
        said.append(Paragraph(f"{table.title}:", tuple(_rules(table, rulebook, terms))))
        said.append(_table(table, rulebook))
    total = budget(rulebook).total
    if 0 < total < _LARGEST_SAID:
        said.append(
            Paragraph(
                f"Tổng giá trị giải thưởng bằng tiền: {amount_text(total)} "
                f"(Bằng chữ: {in_words(total)})."
            )
        )
    if rulebook.funding:
        said.append(Paragraph(sentence(f"Nguồn kinh phí: {rulebook.funding}")))
    if rulebook.prizes:
        policy = _policy(rulebook, terms) if persons_win(rulebook) else []
        policy.append(_vacated(rulebook.prize_policy))
        said.append(Paragraph("Nhận giải:", tuple(map(sentence, policy))))
    skills = rulebook.kind is ContestKind.SKILLS
    return Draft("Hình thức khen thưởng" if skills else "Cơ cấu giải thưởng", tuple(said))


def _rules(table: PrizeTable, rulebook: Rulebook, terms: Terms) -> list[str]:
    said = [_when(table, rulebook, terms)]
    groups = {group.key: group.title for group in rulebook.groups}
    if table.group is not None:
        said.append(f"Chỉ xét nhóm {groups.get(table.group, table.group)}")
    if table.shares:
        kept = [
            f"{counted(one.slots, 'giải')} cho nhóm {groups.get(one.group, one.group)}"
            for one in table.shares
        ]
        said.append(f"Trong đó dành {listed(kept)}; số giải còn lại xét chung")
    if table.special is not None:
        parts = {part.key: part.title for part in rulebook.parts}
        part = parts.get(table.part or "", "phần thi")
        said.append(_SPECIAL[table.special].format(part=part, committee=terms.committee))
    if table.cap_percent is not None:
        said.append(f"Số giải không quá {share(table.cap_percent)} số người được xếp hạng")
    if table.special is not SpecialKind.DECIDED:
        decided = _TIES[table.ties].format(committee=terms.committee)
        whom = "đơn vị" if table.scope is PrizeScope.COLLECTIVE else terms.entrant
        said.append(f"Trường hợp nhiều {whom} bằng nhau ở giải cuối: {decided}")
    if table.authority:
        said.append(f"Thẩm quyền quyết định: {table.authority}")
    return [sentence(one) for one in said]


def _when(table: PrizeTable, rulebook: Rulebook, terms: Terms) -> str:
    rounds = rounds_of_table(rulebook, table)
    if awarded_once(table) or not rounds:
        return f"Xét trao khi kết thúc {terms.event.lower()}"
    if table.scope is PrizeScope.ROUND and not table.rounds:
        return f"Trao cho từng {terms.round} ({counted(len(rounds), terms.round)})"
    return f"Trao riêng ở {listed([round_.title for round_ in rounds])}"


def _table(table: PrizeTable, rulebook: Rulebook) -> Table:
    """Without the columns of money where none is given."""
    lines = [line for line in budget(rulebook).lines if line.table == table.key]
    totals = {line.prize: line.total for line in lines}
    caption = f"Cơ cấu: {table.title}"
    if not any(prize.amount for prize in table.prizes):
        rows = tuple((_title(prize), _with_it(prize)) for prize in table.prizes)
        if any(with_it for _, with_it in rows):
            return Table(caption, ("Giải", "Kèm theo"), rows)
        return Table(caption, ("Giải",), tuple((title,) for title, _ in rows))
    header = ("Giải", "Mức thưởng mỗi giải (đồng)", "Kèm theo", "Thành tiền (đồng)")
    money = tuple(
        (
            _title(prize),
            dotted(prize.amount) if prize.amount else "",
            _with_it(prize),
            dotted(total) if (total := totals.get(prize.key, 0)) else "",
        )
        for prize in table.prizes
    )
    return Table(caption, header, money, numeric=(1, 3))


def _title(prize: Prize) -> str:
    least = f" (từ {points(prize.least_points)} trở lên)" if prize.least_points is not None else ""
    return f"{counted(prize.count, prize.title)}{least}"


def _with_it(prize: Prize) -> str:
    award = _AWARDS[prize.award]
    named = award in prize.title
    things = [one for one in ("" if named else award, prize.gift) if one]
    authority = f" ({prize.authority})" if prize.authority else ""
    return capital(f"{', '.join(things)}{authority}".strip())


def _within(rulebook: Rulebook, terms: Terms) -> str:
    """Within what nobody takes a second prize, as printed; each đợt with its rounds."""
    rule = rulebook.prize_policy.one_prize
    if rule is not OnePrize.PHASE:
        return f"một {terms.round}" if rule is OnePrize.ROUND else f"cả {terms.event.lower()}"
    titles: dict[str, list[str]] = {}
    for key, phase in phases(rulebook).items():
        titles.setdefault(phase, []).extend(r.title for r in rulebook.rounds if r.key == key)
    told = "; ".join(f"{phase} gồm {listed(rounds)}" for phase, rounds in titles.items())
    return f"cùng một đợt ({told})"


def _policy(rulebook: Rulebook, terms: Terms) -> list[str]:
    said, policy = [], rulebook.prize_policy
    if policy.one_prize is OnePrize.UNLIMITED:
        said.append(f"Mỗi {terms.entrant} có thể nhận nhiều giải")
    else:
        within = _within(rulebook, terms)
        said.append(f"Mỗi {terms.entrant} nhận không quá 01 giải trong {within}")
        kept = "giải có mức thưởng cao nhất" if policy.keep_higher else "giải đạt được sớm nhất"
        said.append(f"Trường hợp đạt nhiều giải thì nhận {kept}")
    if policy.winners_leave_later_rounds:
        overall = "kết quả vẫn được tính khi xếp hạng chung cuộc"
        won = f"{terms.entrant_first} đã đạt giải không nhận giải ở {terms.round} sau"
        said.append(f"{won}; {overall}")
    if policy.unclaimed_after_days is not None:
        days = counted(policy.unclaimed_after_days, "ngày")
        said.append(f"Quá {days} kể từ ngày công bố mà không đến nhận thì giải không còn hiệu lực")
    return said


def _vacated(policy: PrizePolicy) -> str:
    if policy.vacated is VacatedSlot.NEXT_MOVES_UP:
        return "Giải không trao được thì xét thứ hạng kế tiếp"
    return "Giải không trao được thì để trống"
