"""The words for a kind of contest: its name, who takes part, what a round is."""

from dataclasses import dataclass

from hoithi.core.rulebook.document import ContestKind, RoundScope, Rulebook
from hoithi.core.rulebook.entry import EntrantKind
from hoithi.core.rulebook.windows import counted_rounds


@dataclass(frozen=True)
class Terms:
    """Nouns and verbs of one contest, in lower case unless they name it."""

    document: str
    """Thể lệ; Hướng dẫn kiểm tra."""
    event: str
    """Cuộc thi; Hội thi; Kỳ kiểm tra."""
    entrant: str
    person: str
    """A person where the entrant is a team: "thành viên đội thi"."""
    register: str
    take_part: str
    sitting: str
    part: str
    round: str
    """tuần thi, đợt thi, cụm thi …; "vòng thi" where they are mixed."""
    committee: str

    @property
    def this(self) -> str:
        """ "Thể lệ này", at the head of a sentence."""
        return f"{self.document} này"

    @property
    def entrant_first(self) -> str:
        """The entrant at the head of a sentence."""
        return capital(self.entrant)


ROUNDS = {
    RoundScope.WEEK: "tuần thi",
    RoundScope.PHASE: "đợt thi",
    RoundScope.MONTH: "tháng thi",
    RoundScope.TRIAL: "thi thử",
    RoundScope.PRELIMINARY: "vòng sơ khảo",
    RoundScope.CLUSTER: "cụm thi",
    RoundScope.TABLE: "bảng",
    RoundScope.SEMIFINAL: "vòng bán kết",
    RoundScope.FINAL: "vòng chung kết",
    RoundScope.WHOLE: "cuộc thi",
}

_EVENTS = {
    ContestKind.ONLINE: "Cuộc thi",
    ContestKind.STAGE: "Hội thi",
    ContestKind.SKILLS: "Kỳ kiểm tra",
    ContestKind.WORKS: "Cuộc thi",
}

_PARTS = {
    ContestKind.ONLINE: "bài thi",
    ContestKind.STAGE: "phần thi",
    ContestKind.SKILLS: "nội dung",
    ContestKind.WORKS: "phần thi",
}


def terms(rulebook: Rulebook) -> Terms:
    """The words of this contest."""
    skills = rulebook.kind is ContestKind.SKILLS
    return Terms(
        document="Hướng dẫn" if skills else "Thể lệ",
        event=_EVENTS[rulebook.kind],
        entrant=_entrant(rulebook),
        person=_person(rulebook),
        register="Danh sách người được kiểm tra" if skills else "Đăng ký dự thi",
        take_part="được kiểm tra" if skills else "dự thi",
        sitting="lượt kiểm tra" if skills else "lượt thi",
        part=_PARTS[rulebook.kind],
        round=_round(rulebook),
        committee=rulebook.committee,
    )


def _entrant(rulebook: Rulebook) -> str:
    if rulebook.entry.entrant is EntrantKind.TEAM:
        return "đội thi"
    if rulebook.entry.entrant is EntrantKind.UNIT:
        return "đơn vị dự thi"
    return "người được kiểm tra" if rulebook.kind is ContestKind.SKILLS else "người dự thi"


def _person(rulebook: Rulebook) -> str:
    if rulebook.entry.entrant is EntrantKind.TEAM:
        return "thành viên đội thi"
    return _entrant(rulebook)


def _round(rulebook: Rulebook) -> str:
    scopes = {round_.scope for round_ in counted_rounds(rulebook)}
    if rulebook.kind is ContestKind.SKILLS:
        return "đợt kiểm tra"
    return ROUNDS[scopes.pop()] if len(scopes) == 1 else "vòng thi"


def capital(text: str) -> str:
    """The text with a capital at its head."""
    return text[:1].upper() + text[1:]


def lower(text: str) -> str:
    """The text with a small letter at its head, unless it opens with an abbreviation."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def listed(items: list[str], last: str = "và") -> str:
    """ "a, b và c"."""
    if len(items) <= 1:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def sentence(text: str) -> str:
    """The text with a capital and a full stop, unless it ends with a mark already."""
    text = capital(text.strip())
    return text if text.endswith((".", "!", "?", ":", ";", "…")) else f"{text}."
