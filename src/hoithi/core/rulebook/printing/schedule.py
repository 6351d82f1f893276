"""The article on times and places, with the table of rounds."""

from hoithi.core.rulebook.document import Advance, Round, Rulebook
from hoithi.core.rulebook.groups import ranked_apart
from hoithi.core.rulebook.printing.model import Draft, Paragraph, Table
from hoithi.core.rulebook.printing.numbers import counted, day, moment, span, until
from hoithi.core.rulebook.printing.terms import ROUNDS, Terms, capital, listed, sentence
from hoithi.core.rulebook.windows import counted_rounds, is_trial

_LATER = "Thông báo sau"
_HOURS_LATER = "giờ thông báo sau"


def schedule(rulebook: Rulebook, terms: Terms) -> Draft:
    """When and where."""
    said: list[Paragraph | Table] = []
    if rulebook.window is not None:
        weeks = f", trong {counted(rulebook.weeks, 'tuần')}" if rulebook.weeks else ""
        whole = f"Thời gian {terms.event.lower()}: {span(rulebook.window)}{weeks}"
        said.append(Paragraph(sentence(whole)))
    elif rulebook.period:
        said.append(Paragraph(sentence(f"Thời gian {terms.event.lower()}: {rulebook.period}")))
    if rulebook.site:
        said.append(Paragraph(sentence(f"Địa chỉ, địa điểm {terms.take_part}: {rulebook.site}")))
    said += [Paragraph(_trial(one)) for one in rulebook.rounds if is_trial(one)]
    counted_ones = counted_rounds(rulebook)
    if counted_ones:
        said.append(_table(counted_ones, terms))
        if any(round_.window is None for round_ in counted_ones):
            later = f"{terms.committee} thông báo những thời gian, địa điểm chưa ghi trong bảng"
            said.append(Paragraph(sentence(later)))
    said += _advance(rulebook, terms)
    return Draft("Thời gian, địa điểm", tuple(said))


def _trial(round_: Round) -> str:
    times = f" {span(round_.window)}" if round_.window is not None else ""
    return sentence(f"{round_.title}{times}; kết quả thi thử không dùng để xếp hạng, trao giải")


def _table(rounds: tuple[Round, ...], terms: Terms) -> Table:
    places = any(round_.place for round_ in rounds)
    header = (capital(terms.round), "Bắt đầu", "Kết thúc", "Công bố kết quả")
    rows = tuple(_row(round_, with_place=places) for round_ in rounds)
    return Table("Lịch tổ chức", (*header, "Địa điểm") if places else header, rows)


def _row(round_: Round, *, with_place: bool) -> tuple[str, ...]:
    publishes = moment(round_.publishes) if round_.publishes else _LATER
    row = (round_.title, *_times(round_), publishes)
    return (*row, capital(round_.place or _LATER)) if with_place else row


def _times(round_: Round) -> tuple[str, str]:
    """Opening and close; the days alone while their hours are open."""
    if round_.window is not None:
        return capital(moment(round_.window.opens)), capital(until(round_.window.closes))
    if round_.first_day is None:
        return _LATER, _LATER
    return _hours_open(round_.first_day), _hours_open(round_.last_day or round_.first_day)


def _hours_open(told: str) -> str:
    return f"Ngày {day(told)} ({_HOURS_LATER})"


def _advance(rulebook: Rulebook, terms: Terms) -> list[Paragraph]:
    """One sentence for all rounds that send on alike."""
    titles = {round_.key: round_.title for round_ in rulebook.rounds}
    alike: dict[Advance, list[Round]] = {}
    for round_ in rulebook.rounds:
        if round_.advance is not None:
            alike.setdefault(round_.advance, []).append(round_)
    each_group = " của mỗi nhóm đối tượng" if ranked_apart(rulebook) else ""
    said = []
    for advance, rounds in alike.items():
        where = titles.get(advance.to, advance.to)
        if chosen := _chosen(rulebook, advance, terms):
            said.append(f"{_each(rounds)} chọn {chosen} vào {where}")
        if advance.best_overall is not None:
            best = f"{counted(advance.best_overall, terms.entrant)} có kết quả cao nhất{each_group}"
            held = listed([round_.title for round_ in rounds])
            said.append(f"{where} có thêm {best} tính chung {held}")
    return [Paragraph(sentence(one)) for one in said]


def _chosen(rulebook: Rulebook, advance: Advance, terms: Terms) -> str:
    """How many go on by their place; first the groups with a number of their own."""
    titles = {group.key: group.title for group in rulebook.groups}
    own = [
        f"{counted(one.first, terms.entrant)} xếp đầu của nhóm {titles.get(one.group, one.group)}"
        for one in advance.groups
    ]
    if advance.first is None:
        return listed(own)
    first = f"{counted(advance.first, terms.entrant)} xếp đầu"
    if own:
        return listed([*own, f"{first} của mỗi nhóm đối tượng khác"])
    return f"{first} của mỗi nhóm đối tượng" if ranked_apart(rulebook) else first


def _each(rounds: list[Round]) -> str:
    if len(rounds) == 1:
        return rounds[0].title
    scopes = {round_.scope for round_ in rounds}
    noun = ROUNDS[scopes.pop()] if len(scopes) == 1 else "vòng thi"
    return f"Mỗi {noun} ({listed([round_.title for round_ in rounds])})"
