"""The rulebook itself: rounds, parts, entry, ranking, prizes, publication, and what was decided."""

from enum import StrEnum

from hoithi.core.rulebook.entry import EntryRules, Group
from hoithi.core.rulebook.parts import (
    AttemptRules,
    Draw,
    Minutes,
    Part,
    PassRule,
    Points,
    Prediction,
)
from hoithi.core.rulebook.prizes import PrizePolicy, PrizeTable
from hoithi.core.rulebook.ranking import Collective, GroupsRanked, Overall, RankingKey
from hoithi.core.rulebook.record import (
    Amount,
    Count,
    DayText,
    GroupKey,
    Key,
    LinkText,
    MomentText,
    PartKey,
    Record,
    RoundKey,
    Text,
    UnitCode,
)

FORMAT = 1


class ContestKind(StrEnum):
    """What is held; it decides the words of the printed rules."""

    ONLINE = "online"
    """Cuộc thi trực tuyến; its rules are a thể lệ."""
    STAGE = "stage"
    """Hội thi sân khấu hoá; thể lệ."""
    SKILLS = "skills"
    """Kỳ kiểm tra kỹ năng; hướng dẫn kiểm tra."""
    WORKS = "works"
    """Cuộc thi sáng kiến, bài viết, video; thể lệ."""


class PlanReference(Record, frozen=True, kw_only=True):
    """The signed plan on which the contest rests."""

    title: Text
    number: Text | None = None
    issued_on: DayText | None = None
    issuer: Text | None = None
    link: LinkText | None = None


class ReadingItem(Record, frozen=True, kw_only=True):
    """A text that contestants may read to prepare."""

    title: Text
    number: Text | None = None
    issued_on: DayText | None = None
    link: LinkText | None = None


class Window(Record, frozen=True, kw_only=True):
    """From the one minute to the other, the closing one not included."""

    opens: MomentText
    closes: MomentText


class RoundScope(StrEnum):
    """What a round is called."""

    WEEK = "week"
    PHASE = "phase"
    MONTH = "month"
    TRIAL = "trial"
    PRELIMINARY = "preliminary"
    CLUSTER = "cluster"
    TABLE = "table"
    SEMIFINAL = "semifinal"
    FINAL = "final"
    WHOLE = "whole"


class PaperOverride(Record, frozen=True, kw_only=True):
    """What a round changes of a paper."""

    part: PartKey
    minutes: Minutes | None = None
    blueprint: tuple[Draw, ...] = ()
    points: Points | None = None
    prediction: Prediction | None = None
    group: GroupKey | None = None
    """The change holds for this group only."""


class GroupSeats(Record, frozen=True, kw_only=True):
    """The first so many of one group go on (5 officials, 3 pupils)."""

    group: GroupKey
    first: Count


class Advance(Record, frozen=True, kw_only=True):
    """Who goes on to a later round."""

    to: RoundKey
    first: Count | None = None
    """The first so many of this round; of each group where groups are ranked on their own."""
    groups: tuple[GroupSeats, ...] = ()
    """Groups with a number of their own, in place of `first`."""
    best_overall: Count | None = None
    """The so many best over all rounds that lead to the same one; also of each such group."""


class Round(Record, frozen=True, kw_only=True):
    """A round (tuần thi, đợt thi, cụm thi, vòng chung kết)."""

    key: Key
    title: Text
    scope: RoundScope = RoundScope.WEEK
    phase: Text | None = None
    """The đợt to which it belongs, where several rounds make one ("Đợt 1" of weeks 1 to 4)."""
    window: Window | None = None
    """None while the plan leaves the time open; such a round cannot be opened."""
    first_day: DayText | None = None
    """The days that are known while the hours are open: printed where there is no window."""
    last_day: DayText | None = None
    """None where it is held on one day."""
    publishes: MomentText | None = None
    place: Text | None = None
    parts: tuple[PartKey, ...] = ()
    """Parts held in this round; empty means all."""
    papers: tuple[PaperOverride, ...] = ()
    attempts: AttemptRules | None = None
    ranking: tuple[RankingKey, ...] = ()
    units: tuple[UnitCode, ...] = ()
    """Codes of units that take part here, for clusters."""
    advance: Advance | None = None
    authority: Text | None = None
    """Who decides this round's results."""


class GroupPaper(Record, frozen=True, kw_only=True):
    """The paper of one group, where it differs."""

    group: GroupKey
    part: PartKey
    blueprint: tuple[Draw, ...]
    minutes: Minutes | None = None


class UnverifiedRule(StrEnum):
    """What the public page shows when the moment has come and winners are not yet verified."""

    PRELIMINARY = "preliminary"
    NOTICE = "notice"


class AnswersShown(StrEnum):
    """When right answers and legal bases are shown to those who sat the paper."""

    NEVER = "never"
    AFTER_ROUND = "after_round"
    AFTER_PUBLICATION = "after_publication"
    """With the published result of the round."""
    AFTER_CONTEST = "after_contest"


class Publication(Record, frozen=True, kw_only=True):
    """What is shown, to whom, and when."""

    unverified: UnverifiedRule = UnverifiedRule.NOTICE
    answers: AnswersShown = AnswersShown.AFTER_ROUND
    score_at_once: bool = False
    """The contestant sees the points on handing in."""
    live_figures: bool = True
    ranked_lines: Count | None = 100
    """How many lines of the ranking are public; none means all."""
    unit_figures: bool = True


class RemarkWindow(Record, frozen=True, kw_only=True):
    """Time for remarks (tiếp nhận phản ánh, kiến nghị) after publication, and for the answer."""

    days: Count = 3
    answer_days: Count = 5


class ChoiceRecord(Record, frozen=True, kw_only=True):
    """A contradiction or a gap in the plan, and what was decided about it, by whom and when."""

    about: Text
    """Where in the rules (a path such as `window.closes`)."""
    found: Text
    chosen: Text | None = None
    """None while it is still to be answered; the contest cannot open then."""
    decided_by: Text | None = None
    decided_on: DayText | None = None


class Rulebook(Record, frozen=True, kw_only=True):
    """The rules of one contest: what runs it and what prints itself as its regulation."""

    format: int = FORMAT
    kind: ContestKind
    key: Key
    title: Text
    organiser: Text
    """The organising body as the heading names it."""
    superior: Text | None = None
    lead_agency: Text | None = None
    committee: Text = "Ban Tổ chức"
    place: Text | None = None
    """The place named beside the date of documents."""
    helpdesk: Text | None = None
    plan: PlanReference | None = None
    purpose: tuple[Text, ...] = ()
    topics: tuple[Text, ...] = ()
    """What the contest is about, in the plan's words."""
    site: Text | None = None
    """Where one takes part: the address of the portal, or the hall."""
    period: Text | None = None
    """The time in the plan's words, where it names no day ("Quý III/2024")."""
    weeks: Count | None = None
    """How many weeks the plan says the contest lasts; the checks hold the window against it."""
    reading: tuple[ReadingItem, ...] = ()
    window: Window | None = None
    rounds: tuple[Round, ...] = ()
    parts: tuple[Part, ...] = ()
    groups: tuple[Group, ...] = ()
    group_papers: tuple[GroupPaper, ...] = ()
    entry: EntryRules = EntryRules()
    attempts: AttemptRules = AttemptRules()
    passing: PassRule | None = None
    ranking: tuple[RankingKey, ...] = ()
    groups_ranked: GroupsRanked = GroupsRanked.AS_PAPERS
    overall: Overall = Overall()
    collectives: tuple[Collective, ...] = ()
    prizes: tuple[PrizeTable, ...] = ()
    prize_policy: PrizePolicy = PrizePolicy()
    budget: Amount | None = None
    """The budget line for prizes in đồng, where the plan names one."""
    funding: Text | None = None
    """Where the money comes from, in the plan's words."""
    publication: Publication = Publication()
    remarks: RemarkWindow | None = RemarkWindow()
    authority: Text | None = None
    """Who decides the results and prizes, where a round or table does not say otherwise."""
    duties: tuple[Text, ...] = ()
    """What those who take part, or their units, must see to."""
    not_recognised: tuple[Text, ...] = ()
    """Cases in which a result is not recognised."""
    notes: tuple[Text, ...] = ()
    """Further provisions, printed as they stand."""
    retention_days: Count = 365
    """Days after the last publication on which identities are erased."""
    choices: tuple[ChoiceRecord, ...] = ()
