"""The letter to all who wait for an activity that was given another time or place."""

from collections.abc import Iterable, Sequence

from hoithi.campaigns.facts import standing_from, standing_text
from hoithi.campaigns.models import ActivityMove
from hoithi.campaigns.queries.moves import TaskMove
from hoithi.core.tasks.due import Span
from hoithi.core.vietnamese.dates import date_text
from hoithi.documents.official import BLANK, Block, Paper, Signature, Table, Text

_MOST_ADDRESSED = 12


def move_letter(
    move: ActivityMove, tasks: Sequence[TaskMove], to: Sequence[str], signature: Signature
) -> Paper:
    """Công văn "V/v điều chỉnh thời gian …", with the table of the days as they were and are."""
    body, activity = move.activity.campaign.body, move.activity
    before, after = standing_from(move.before), standing_from(move.after)
    verb = "ấn định" if before.moment.is_open else "điều chỉnh"
    what = "địa điểm" if before.moment == after.moment else "thời gian"
    addressed = tuple(to) if 0 < len(to) <= _MOST_ADDRESSED else ("Các cơ quan, đơn vị liên quan",)
    return Paper(
        kind="",
        subject=f"{verb} {what} {activity.title}",
        issuer=body.name,
        superior=body.superior,
        number="/",
        place=body.place,
        addressed_to=addressed,
        blocks=tuple(_blocks(move, tasks, f"{verb} {what}")),
        signature=signature,
        copies_to=("Như trên", "Lưu: VT"),
    )


def _blocks(move: ActivityMove, tasks: Sequence[TaskMove], deed: str) -> Iterable[Block]:
    campaign, activity = move.activity.campaign, move.activity
    before, after = standing_from(move.before), standing_from(move.after)
    number = f" số {campaign.plan_number}" if campaign.plan_number else ""
    why = f"{_inside(move.reason)}, " if move.reason else ""
    yield Text(
        f"Thực hiện Kế hoạch{number} về {campaign.title}; {why}{campaign.body.name} thông báo "
        f"{deed} {activity.title} như sau:"
    )
    rows = [("Thời gian", standing_text(before) or BLANK, standing_text(after) or BLANK)]
    if before.place != after.place:
        rows.append(("Địa điểm", before.place or BLANK, after.place or BLANK))
    yield Table(("Nội dung", "Trước đây", "Nay là"), rows, widths=(18, 41, 41))
    if tasks:
        yield Text("Thời hạn của các nhiệm vụ tính theo hoạt động nêu trên được điều chỉnh:")
        yield Table(
            ("TT", "Nhiệm vụ", "Cơ quan thực hiện", "Hạn cũ", "Hạn mới"),
            [_row(number, one) for number, one in enumerate(tasks, 1)],
            widths=(6, 36, 20, 19, 19),
        )
    yield Text("Đề nghị các cơ quan, đơn vị biết, phối hợp thực hiện./.")


def _inside(reason: str) -> str:
    """A reason as it stands within a sentence; a name in capitals keeps them."""
    bare = reason.rstrip(". ")
    return bare if bare[1:2].isupper() else bare[:1].lower() + bare[1:]


def _days(span: Span | None) -> str:
    """A day, or from the one to the other, short enough for a column."""
    if span is None:
        return BLANK
    if span.first == span.last:
        return date_text(span.first)
    return f"{date_text(span.first)} - {date_text(span.last)}"


def _row(number: int, one: TaskMove) -> tuple[str, ...]:
    who = "; ".join(one.holders) or BLANK
    return (
        str(number),
        one.task.text.rstrip(" .;"),
        who,
        _days(one.before),
        _days(one.after),
    )
