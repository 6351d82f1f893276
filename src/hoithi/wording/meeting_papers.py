"""The papers of a meeting as official documents: invitation, list, minutes, conclusions.

They are Vietnamese in every language of the screens, since they are signed and filed.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from hoithi.campaigns.facts import hours_text, standing_of, standing_text
from hoithi.campaigns.models import Activity
from hoithi.conferences.models import AgendaItem, Conclusion, Guest, Meeting
from hoithi.core.attendance import CAME, Presence, Tally
from hoithi.core.vietnamese.dates import date_text, long_date_text, weekday_text
from hoithi.core.vietnamese.numbers import two_digits
from hoithi.documents.official import (
    BLANK,
    Block,
    Heading,
    Items,
    Paper,
    Signature,
    Signatures,
    Table,
    Text,
)
from hoithi.wording.meetings import attends_said, end_day, item_hours


@dataclass(frozen=True)
class Dossier:
    """All that the papers of a meeting say."""

    activity: Activity
    meeting: Meeting
    agenda: tuple[AgendaItem, ...]
    guests: tuple[Guest, ...]
    conclusions: tuple[Conclusion, ...]
    tally: Tally
    signature: Signature


def head(told: Dossier, kind: str, subject: str, number: str = "") -> dict[str, object]:
    """What stands above and below every paper of the body."""
    body = told.activity.campaign.body
    return {
        "kind": kind,
        "subject": subject,
        "issuer": body.name,
        "superior": body.superior,
        "number": number,
        "place": body.place,
        "signature": told.signature,
    }


def when_and_where(told: Dossier) -> list[Block]:
    """Time and place, with the blanks of what is not known."""
    when = _when(told.activity)
    return [
        Heading("1. Thời gian", 2),
        Text(f"{when[:1].upper()}{when[1:]}."),
        Heading("2. Địa điểm", 2),
        Text(f"{told.activity.place or BLANK}."),
    ]


def _when(activity: Activity) -> str:
    """Hours and days; a single day with its name in the week."""
    when = standing_text(standing_of(activity)) or BLANK
    first = activity.first_day
    if activity.is_open or first is None or first != activity.last_day:
        return when
    return f"{when} ({weekday_text(first)})"


def _day(activity: Activity) -> date | None:
    """The day on which it takes place, where it is set."""
    return None if activity.is_open else activity.first_day


def _ended(lines: Iterable[str]) -> tuple[str, ...]:
    """The lines of a list with the sign that ends each."""
    bare = [line.rstrip(" ;.") for line in lines]
    return tuple(f"{line}{'.' if n == len(bare) else ';'}" for n, line in enumerate(bare, 1))


def invitation(told: Dossier) -> Paper:
    """Giấy mời (Nghị định 30/2020/NĐ-CP, GM): whom, to what, when, where, with which programme."""
    meeting, body = told.meeting, told.activity.campaign.body
    blocks: list[Block] = [
        Text(
            f"{body.name} trân trọng kính mời các cơ quan, đơn vị, đại biểu dự "
            f"{told.activity.title}, cụ thể như sau:"
        ),
        *when_and_where(told),
        Heading("3. Chủ trì", 2),
        Text(f"{meeting.chair or BLANK}."),
        Heading("4. Thành phần", 2),
        Items(_ended(_invited(told.guests)) or (BLANK,)),
        Heading("5. Nội dung", 2),
        *([Text(meeting.content)] if meeting.content else []),
        *agenda_table(told.agenda),
    ]
    if not meeting.content and not told.agenda:
        blocks.append(Text(BLANK))
    if asked := list(_asked(meeting)):
        blocks += [Heading("6. Một số lưu ý", 2), Items(_ended(asked))]
    blocks.append(Text(f"{body.name} trân trọng kính mời./."))
    copies = ("Như thành phần mời", "Lưu: VT")
    given = head(told, "Giấy mời", f"Dự {told.activity.title}", meeting.invitation_number or "/GM")
    return Paper(
        **given,  # type: ignore[arg-type]  # the names and types of a paper's own fields
        signed_on=meeting.invitation_on,
        blocks=tuple(blocks),
        copies_to=copies,
    )


def _invited(guests: Iterable[Guest]) -> Iterable[str]:
    """Agencies that send the same in one line; people by name on a line of their own."""
    named = [one for one in guests if not one.is_walk_in]
    for one in named:
        if one.full_name:
            told = [f"Ông (bà) {one.full_name}", one.post, one.organisation]
            yield ", ".join(part for part in told if part)
    sending = [one for one in named if not one.full_name]
    for post, rows in groupby(sorted(sending, key=lambda one: one.post), lambda one: one.post):
        names = "; ".join(one.organisation for one in sorted(rows, key=lambda one: one.ordinal))
        yield f"{post}: {names}" if post else names


def _asked(meeting: Meeting) -> Iterable[str]:
    if meeting.note:
        yield from (line for line in meeting.note.splitlines() if line.strip())
    if meeting.answer_by:
        yield (
            "Đề nghị các cơ quan, đơn vị, đại biểu xác nhận thành phần dự trước ngày "
            f"{date_text(meeting.answer_by)}"
        )
    if meeting.contact:
        yield f"Thông tin liên hệ: {meeting.contact}"


def agenda_table(agenda: Iterable[AgendaItem]) -> list[Block]:
    """The programme; nothing where there is none."""
    rows = [(item_hours(one), one.content, one.who) for one in agenda]
    headings = ("Thời gian", "Nội dung", "Thực hiện")
    return [Table(headings, rows, widths=(22, 50, 28))] if rows else []


def attendance_sheet(told: Dossier) -> Paper:
    """Danh sách đại biểu, with a column to sign."""
    rows = [
        (str(number), attends_said(one), _post(one), "")
        for number, one in enumerate(told.guests, 1)
    ]
    headings = ("TT", "Họ và tên", "Chức vụ, cơ quan, đơn vị", "Ký tên")
    facts = [
        Text(f"Thời gian: {_when(told.activity)}", "left"),
        Text(f"Địa điểm: {told.activity.place or BLANK}", "left"),
    ]
    blocks: tuple[Block, ...] = (
        *facts,
        Table(headings, rows or [("", "", "", "")], widths=(7, 30, 41, 22)),
        Text(f"Danh sách gồm {two_digits(len(rows))} đại biểu.", "left"),
        Signatures((("NGƯỜI LẬP DANH SÁCH", ""), ("CHỦ TRÌ", ""))),
    )
    given = head(told, "Danh sách", f"Đại biểu dự {told.activity.title}")
    given["signature"] = None
    return Paper(**given, blocks=blocks)  # type: ignore[arg-type]  # as above


def _post(guest: Guest) -> str:
    if guest.substitute_name:
        told = [guest.substitute_post, guest.organisation]
    else:
        told = [guest.post, guest.organisation]
    return ", ".join(part for part in told if part)


def minutes(told: Dossier) -> Paper:
    """Biên bản, drafted from what was noted; what was not is left blank to be filled in."""
    meeting = told.meeting
    opened = hours_text(meeting.opened_at) or BLANK
    closed = f"{hours_text(meeting.closed_at) or BLANK} {end_day(told.activity)}"
    day = _day(told.activity)
    blocks: list[Block] = [
        Text(f"Thời gian bắt đầu: {opened} {long_date_text(day) if day else BLANK}."),
        Text(f"Địa điểm: {told.activity.place or BLANK}."),
        Heading("I. THÀNH PHẦN THAM DỰ"),
        Text(f"Chủ trì: {meeting.chair or BLANK}."),
        Text(f"Thư ký: {meeting.secretary or BLANK}."),
        *_attendance(told),
        Heading("II. NỘI DUNG"),
        *([Text(meeting.content)] if meeting.content else []),
        *agenda_table(told.agenda),
        *([] if meeting.content or told.agenda else [Text(BLANK)]),
        Heading("III. DIỄN BIẾN"),
        *[Text(line) for line in meeting.discussion.splitlines() if line.strip()],
        *([] if meeting.discussion.strip() else [Text(BLANK)]),
        Heading("IV. KẾT LUẬN"),
        *_concluded(told.conclusions),
        Text(f"{_NOUNS.get(told.activity.kind, 'Cuộc họp')} kết thúc vào {closed}./."),
        Signatures((("THƯ KÝ", meeting.secretary), ("CHỦ TRÌ", meeting.chair))),
    ]
    given = head(told, "Biên bản", told.activity.title, "/BB")
    given["signature"] = None
    return Paper(**given, signed_on=day, blocks=tuple(blocks))  # type: ignore[arg-type]  # as above


def _attendance(told: Dossier) -> list[Block]:
    """Who came and who did not, as officials write numbers; blanks before anybody was counted."""
    count = told.tally
    if not count.came and not count.absent:
        return [Text(f"Có mặt: {BLANK}."), Text(BLANK), Text(f"Vắng: {BLANK}.")]
    late = f", trong đó {two_digits(count.late)} đến muộn" if count.late else ""
    present = [_who(one) for one in told.guests if one.presence in CAME]
    absent = [f"{_who(one)}{_why(one)}" for one in told.guests if one.presence in _AWAY]
    return [
        Text(f"Có mặt: {two_digits(count.came)}/{two_digits(count.invited)}{late}."),
        *([Items(_ended(present))] if present else [Text(BLANK)]),
        Text(f"Vắng: {two_digits(count.absent + count.excused)}."),
        *([Items(_ended(absent))] if absent else []),
    ]


_NOUNS = {
    "conference": "Hội nghị",
    "review": "Hội nghị",
    "seminar": "Hội thảo",
    "training": "Lớp tập huấn",
    "rehearsal": "Buổi tổng duyệt",
    "meeting": "Cuộc họp",
}
_AWAY = (Presence.ABSENT, Presence.EXCUSED)


def _who(guest: Guest) -> str:
    told = [attends_said(guest), _post(guest)]
    return ", ".join(part for part in told if part)


def _why(guest: Guest) -> str:
    if guest.presence == Presence.EXCUSED:
        return f" (có lý do: {guest.reason})" if guest.reason else " (có lý do)"
    return ""


def _concluded(conclusions: Iterable[Conclusion]) -> list[Block]:
    rows = list(conclusions)
    if not rows:
        return [Text(BLANK)]
    return [Items(_ended(_conclusion(one) for one in rows), ordered=True)]


def _conclusion(one: Conclusion) -> str:
    told = one.text.rstrip(" .;")
    if one.agency:
        told += f". Cơ quan thực hiện: {one.agency.name}"
    return f"{told}; hoàn thành chậm nhất ngày {date_text(one.due)}" if one.due else told


def conclusions(told: Dossier) -> Paper:
    """Thông báo kết luận: the opening, what was concluded, tasks by agency with their days."""
    meeting, activity = told.meeting, told.activity
    day = _day(activity)
    when = long_date_text(day) if day else BLANK
    opening = (
        f"{when[:1].upper()}{when[1:]}, tại {activity.place or BLANK}, {meeting.chair or BLANK} "
        f"chủ trì {activity.title}. Sau khi nghe báo cáo và ý kiến của các đại biểu, chủ trì kết "
        "luận như sau:"
    )
    closing = f"{activity.campaign.body.name} thông báo để các cơ quan, đơn vị biết, thực hiện./."
    names = dict.fromkeys(one.agency.name for one in told.conclusions if one.agency)
    subject = f"Kết luận tại {activity.title}"
    given = head(told, "Thông báo", subject, meeting.conclusion_number or "/TB")
    return Paper(
        **given,  # type: ignore[arg-type]  # as above
        signed_on=meeting.conclusion_on,
        blocks=(Text(opening), *_told(told.conclusions), Text(closing)),
        copies_to=(*names, "Các đại biểu dự", "Lưu: VT"),
    )


def _told(concluded: Sequence[Conclusion]) -> list[Block]:
    """Statements as a list, then the work of agencies as a table; a blank without either."""
    statements = [one.text for one in concluded if not one.agency]
    work = [(one, one.agency.name) for one in concluded if one.agency]
    blocks: list[Block] = []
    if statements:
        blocks.append(Items(_ended(statements), ordered=True))
    if work:
        due = [date_text(one.due) if one.due else "" for one, _ in work]
        rows = [(str(at), one.text, who, due[at - 1]) for at, (one, who) in enumerate(work, 1)]
        headings = ("TT", "Nội dung", "Cơ quan thực hiện", "Thời hạn")
        blocks.append(Text("Giao các cơ quan, đơn vị thực hiện các nhiệm vụ sau:"))
        blocks.append(Table(headings, rows, widths=(7, 50, 26, 17)))
    return blocks or [Text(BLANK)]
