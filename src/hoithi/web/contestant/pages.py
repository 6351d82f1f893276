"""What the contestant's pages show of a contest: dates, prizes, figures, the way in."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from hoithi.contests import queries as contests
from hoithi.contests.facts import rulebook_of, state_at
from hoithi.contests.models import Contest, ContestState, Round
from hoithi.core.rounds import RoundState
from hoithi.core.rulebook.document import AnswersShown, Rulebook
from hoithi.core.rulebook.parts import PaperPart, Part
from hoithi.core.rulebook.prizes import AwardForm, Prize, PrizeTable
from hoithi.core.rulebook.told import PaperTold, papers_told
from hoithi.core.rulebook.windows import counted_rounds, paper_for, parts_in
from hoithi.core.vietnamese.money import amount_text
from hoithi.core.vietnamese.numbers import two_digits
from hoithi.results.models import Result
from hoithi.wording import moments
from hoithi.wording.states import publication


@dataclass(frozen=True)
class RoundShown:
    """A round as a line of the contest page."""

    title: str
    window: str
    publishes: str
    state: RoundState
    word: str
    key: str
    result: Result | None
    """The newest published result."""


@dataclass(frozen=True)
class Now:
    """What the contest is doing: a sentence, and the moment the countdown runs to."""

    state: RoundState | None
    sentence: str
    until: datetime | None = None
    round: Round | None = None

    @property
    def open(self) -> bool:
        """Whether papers are given out."""
        return self.state is RoundState.OPEN


@dataclass(frozen=True)
class PrizeRow:
    """A row of a prize table in words."""

    title: str
    count: str
    amount: str
    beside: str


def contest_page(contest: Contest, *, at: datetime) -> dict[str, object]:
    """What the frame of every page of a contest needs."""
    rulebook = rulebook_of(contests.current_version(contest, at=at))
    return {
        "contest": contest,
        "rulebook": rulebook,
        "now": now_of(contest, at=at),
        "at": at,
    }


def now_of(contest: Contest, *, at: datetime) -> Now:
    """The open round, else the next one, else what the last one came to."""
    rounds = list(contest.rounds.all())
    states = [(one, state_at(one, at)) for one in rounds]
    for wanted in (RoundState.OPEN, RoundState.PAUSED):
        for one, state in states:
            if state is wanted:
                return _running(one, state)
    coming = [one for one, state in states if state is RoundState.COMING and one.opens_at]
    if coming:
        return _coming(min(coming, key=lambda one: one.opens_at or at), rounds)
    if contest.state == ContestState.CANCELLED or all(
        state is RoundState.CANCELLED for _, state in states
    ):
        return Now(RoundState.CANCELLED, _("Cuộc thi đã hủy."))
    if any(state is RoundState.UNDATED for _, state in states):
        return Now(RoundState.UNDATED, _("Chưa có thời gian thi. Ban Tổ chức sẽ thông báo sau."))
    if states[-1][1] is RoundState.CANCELLED:
        told = _("%(round)s đã hủy; hiện không còn đợt thi nào. Xem thông báo của Ban Tổ chức.")
        return Now(RoundState.CLOSED, told % {"round": states[-1][0].title})
    return _over([one for one, state in states if state is RoundState.CLOSED], at)


def _running(one: Round, state: RoundState) -> Now:
    if state is RoundState.PAUSED:
        told = _("%(round)s đang tạm dừng. Ban Tổ chức sẽ thông báo khi thi tiếp.")
        return Now(state, told % {"round": one.title}, None, one)
    facts = {"round": one.title, "closes": moments.closing(one.closes_at) if one.closes_at else ""}
    return Now(state, _("%(round)s đang mở đến %(closes)s.") % facts, one.closes_at, one)


def _coming(one: Round, rounds: list[Round]) -> Now:
    facts = {"round": one.title, "opens": text_of(one.opens_at)}
    told = _("%(round)s mở lúc %(opens)s.") % facts
    return Now(RoundState.COMING, told, one.opens_at, one if len(rounds) else None)


def _over(closed: list[Round], at: datetime) -> Now:
    """Nobody can take part any more; the next result is counted down to."""
    ended = _("Cuộc thi đã kết thúc thời gian dự thi.")
    awaited = [one for one in closed if one.publishes_at and one.publishes_at > at]
    if not awaited:
        return Now(RoundState.CLOSED, ended)
    first = min(awaited, key=lambda one: one.publishes_at or at)
    facts = {"round": first.title, "when": text_of(first.publishes_at)}
    told = _("Kết quả %(round)s công bố lúc %(when)s.") % facts
    return Now(RoundState.CLOSED, f"{ended} {told}", first.publishes_at)


def answers_rule(rule: AnswersShown) -> str:
    """When the answers come, in a sentence for somebody who does not see them yet."""
    return {
        AnswersShown.NEVER: _("Theo thể lệ, đáp án của cuộc thi này không công bố."),
        AnswersShown.AFTER_ROUND: _(
            "Theo thể lệ, đáp án và căn cứ pháp lý được xem sau khi đợt thi đóng và mọi bài đã nộp."
        ),
        AnswersShown.AFTER_PUBLICATION: _(
            "Theo thể lệ, đáp án và căn cứ pháp lý được xem khi kết quả đợt thi đã công bố."
        ),
        AnswersShown.AFTER_CONTEST: _(
            "Theo thể lệ, đáp án và căn cứ pháp lý được xem sau khi cả cuộc thi kết thúc."
        ),
    }[rule]


def text_of(moment: datetime | None) -> str:
    """ "08h30 ngày 13/12/2021"; empty for an unknown moment."""
    return moments.moment(moment) if moment else ""


def entering_is_over(contest: Contest, *, at: datetime) -> bool:
    """Whether no round is open or still to come."""
    over = {RoundState.CLOSED, RoundState.CANCELLED}
    return contest.state != ContestState.ANNOUNCED or all(
        state_at(one, at) in over for one in contest.rounds.all()
    )


def rounds_shown(contest: Contest, results: Sequence[Result], *, at: datetime) -> list[RoundShown]:
    """The rounds with their windows as things stand, and the results that are public."""
    published = {result.round_id: result for result in results}
    words = {
        RoundState.UNDATED: _("Chưa có thời gian"),
        RoundState.COMING: _("Sắp mở"),
        RoundState.OPEN: _("Đang mở"),
        RoundState.PAUSED: _("Tạm dừng"),
        RoundState.CLOSED: _("Đã đóng"),
        RoundState.CANCELLED: _("Đã hủy"),
    }
    return [
        RoundShown(
            title=one.title,
            window=_window(one),
            publishes=publication(one),
            state=state_at(one, at),
            word=words[state_at(one, at)],
            key=one.key,
            result=published.get(one.pk),
        )
        for one in contest.rounds.all()
    ]


def _window(one: Round) -> str:
    if one.opens_at is None or one.closes_at is None:
        return ""
    return moments.window(one.opens_at, one.closes_at)


def prize_tables(rulebook: Rulebook) -> list[tuple[PrizeTable, list[PrizeRow]]]:
    """The prize tables in words."""
    return [(table, [_prize_row(prize) for prize in table.prizes]) for table in rulebook.prizes]


def _prize_row(prize: Prize) -> PrizeRow:
    awards = {
        AwardForm.CERTIFICATE: _("Giấy chứng nhận"),
        AwardForm.COMMENDATION: _("Giấy khen"),
        AwardForm.MERIT: _("Bằng khen"),
        AwardForm.FLAG: _("Cờ"),
        AwardForm.SOUVENIR: _("Quà lưu niệm"),
        AwardForm.NONE: "",
    }
    award, gift = awards[prize.award], prize.gift or ""
    return PrizeRow(
        title=prize.title,
        count=two_digits(prize.count),
        amount=amount_text(prize.amount) if prize.amount else "",
        beside=", ".join(filter(None, [award, gift])),
    )


def papers_shown(contest: Contest, rulebook: Rulebook, *, at: datetime) -> list[PaperTold]:
    """The papers of the round that matters now, else of the first that counts."""
    here = now_of(contest, at=at).round
    rounds = counted_rounds(rulebook)
    key = here.key if here else (rounds[0].key if rounds else "")
    return papers_told(rulebook, key) if key else []


def papers_for(rulebook: Rulebook, now: Now, group: str) -> list[PaperPart]:
    """The papers as a person of this group sits them in the round that is open."""
    if now.round is None:
        return papers_of(rulebook.parts)
    key = now.round.key
    held = papers_of(parts_in(rulebook, key))
    return [paper_for(rulebook, key, group or None, one.key) for one in held]


def papers_of(parts: Iterable[Part]) -> list[PaperPart]:
    """The parts that are papers sat online."""
    return [part for part in parts if isinstance(part, PaperPart)]
