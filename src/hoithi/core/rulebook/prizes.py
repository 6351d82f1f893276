"""Prize tables, what happens with equal places, and how many prizes one person may take."""

from enum import StrEnum

from hoithi.core.rulebook.parts import Points
from hoithi.core.rulebook.record import (
    Amount,
    CollectiveKey,
    Count,
    GroupKey,
    Key,
    PartKey,
    Percent,
    Record,
    RoundKey,
    Text,
)


class PrizeScope(StrEnum):
    """From which ranking a table takes its winners."""

    ROUND = "round"
    """The individual ranking of each round named (or of every round that is no trial)."""
    CONTEST = "contest"
    """The individual ranking over the whole contest."""
    COLLECTIVE = "collective"
    SPECIAL = "special"


class SpecialKind(StrEnum):
    """How a special prize finds its winner."""

    CLOSEST_PREDICTION = "closest_prediction"
    OLDEST = "oldest"
    YOUNGEST = "youngest"
    MOST_SITTINGS = "most_sittings"
    BEST_PART = "best_part"
    """The best points of one part (tiểu phẩm xuất sắc nhất)."""
    MOST_PEOPLE_UNIT = "most_people_unit"
    DECIDED = "decided"
    """Named by the committee with a reason: press articles, spreading the contest, style."""


class AwardForm(StrEnum):
    """The paper a winner receives."""

    CERTIFICATE = "certificate"
    """Giấy chứng nhận."""
    COMMENDATION = "commendation"
    """Giấy khen."""
    MERIT = "merit"
    """Bằng khen."""
    FLAG = "flag"
    SOUVENIR = "souvenir"
    NONE = "none"


class Prize(Record, frozen=True, kw_only=True):
    """So many equal prizes in a row of the table."""

    key: Key
    title: Text
    count: Count
    amount: Amount = 0
    """Đồng for each prize; nothing where only the paper or a gift is given."""
    gift: Text | None = None
    """What is given beside the money or instead of it."""
    award: AwardForm = AwardForm.CERTIFICATE
    authority: Text | None = None
    """Who decides it, where that is not the table's authority."""
    least_points: Points | None = None
    """Below this nothing is awarded: "no first prize"."""


class TiePolicy(StrEnum):
    """What happens when equal places reach over the last slot of a prize."""

    SHARE = "share"
    """All who are equal get the prize; later slots shrink by as many."""
    LOT = "lot"
    """Lots are drawn and recorded."""
    COMMITTEE = "committee"
    """The committee decides and gives a reason."""


class GroupShare(Record, frozen=True, kw_only=True):
    """So many prizes of a table go to the best of one group (3 officials, 4 pupils, 3 free)."""

    group: GroupKey
    slots: Count


class PrizeTable(Record, frozen=True, kw_only=True):
    """A table of prizes (cơ cấu giải thưởng) that takes from the top of one ranking."""

    key: Key
    title: Text
    scope: PrizeScope
    prizes: tuple[Prize, ...]
    rounds: tuple[RoundKey, ...] = ()
    """The table is awarded once in each of these rounds. Empty: in every round that is no trial
    for the scope `round`, once in the contest for every other scope."""
    group: GroupKey | None = None
    """Only people of this group are ranked for the table."""
    shares: tuple[GroupShare, ...] = ()
    """Prizes of one common ranking kept for groups; the rest is open to all."""
    collective: CollectiveKey | None = None
    special: SpecialKind | None = None
    part: PartKey | None = None
    """The part, for the special prize of its best points."""
    ties: TiePolicy = TiePolicy.COMMITTEE
    cap_percent: Percent | None = None
    """At most this share of those ranked may get a prize of the table."""
    authority: Text | None = None
    """Who decides (Ban Tổ chức, Chủ tịch UBND …)."""


class OnePrize(StrEnum):
    """Within what one person takes one prize only."""

    UNLIMITED = "unlimited"
    ROUND = "round"
    PHASE = "phase"
    """All rounds of one đợt; a round that belongs to none stands alone."""
    CONTEST = "contest"


class VacatedSlot(StrEnum):
    """What becomes of a prize that its winner may not take."""

    NEXT_MOVES_UP = "next_moves_up"
    STAYS_EMPTY = "stays_empty"


class PrizePolicy(Record, frozen=True, kw_only=True):
    """How many prizes one takes, and what happens to what is left."""

    one_prize: OnePrize = OnePrize.ROUND
    keep_higher: bool = True
    """Of several prizes the one of the highest amount is kept, then the earlier."""
    winners_leave_later_rounds: bool = False
    """Who won in a round takes no prize of a later one; the overall ranking is not touched."""
    vacated: VacatedSlot = VacatedSlot.NEXT_MOVES_UP
    unclaimed_after_days: Count | None = None
    reserves: Count = 3
    """How many of the next in rank stand ready beside the candidates."""
