"""Papers of committees: the letter that asks for nominations, its reminder, the decision."""

from collections.abc import Iterable, Sequence
from typing import Any

from hoithi.campaigns.models import Campaign, Committee, Nomination, NominationRequest
from hoithi.campaigns.queries.committees import members_of, title_said
from hoithi.core.committees import Role, title_of
from hoithi.core.vietnamese.dates import long_date_text
from hoithi.documents.official import (
    BLANK,
    Block,
    Items,
    Paper,
    Table,
    Text,
)
from hoithi.web.papers import signature_of

_NAMED = 10
"""More addressees than these stand in the enclosed list."""
_IN_TEXT = 12
"""More members than these stand in an enclosed list, as decisions do."""
_EACH = "Các cơ quan, đơn vị có tên trong danh sách kèm theo"
_FORM_ROWS = 3
_VERBS = frozenset({"Tổ", "Triển", "Thực", "Phát", "Hưởng", "Tiếp", "Tăng", "Đẩy"})
"""First words of titles that say what is done (Tổ chức …): small after "về"."""


def _shared(campaign: Campaign) -> dict[str, Any]:
    """What every paper of the body has in common."""
    body = campaign.body
    return {
        "issuer": body.name,
        "superior": body.superior,
        "place": body.place,
        "signature": signature_of(body.name),
    }


def plan_said(campaign: Campaign) -> str:
    """ "Kế hoạch số 15/KH-UBND ngày 01 tháng 10 năm 2026 của UBND xã … về …"."""
    day = long_date_text(campaign.plan_issued_on) if campaign.plan_issued_on else f"ngày {BLANK}"
    issuer = campaign.plan_issuer or campaign.body.name
    number = campaign.plan_number or BLANK
    begins = campaign.title.split(" ", 1)[0]
    title = campaign.title
    if begins in _VERBS:
        title = title[:1].lower() + title[1:]
    return f"Kế hoạch số {number} {day} của {issuer} về {title}"


def letter(request: NominationRequest, rows: Sequence[Nomination]) -> Paper:
    """Công văn "V/v cử thành viên tham gia …" with the form to be filled in."""
    committee = request.committee
    campaign = committee.campaign
    issuer = campaign.body.name
    wish = f"{issuer} đề nghị các cơ quan, đơn vị cử người tham gia {committee.name}, cụ thể:"
    until = f"trước hết {long_date_text(request.deadline)}"
    where = f" (qua {request.contact})" if request.contact else ""
    blocks: list[Block] = [
        Text(f"Thực hiện {plan_said(campaign)}, {wish}"),
        _wishes(rows, committee.name),
        Text(
            f"Danh sách cử (theo mẫu kèm theo) đề nghị gửi về {issuer} {until}{where} để tổng hợp, "
            "trình quyết định thành lập."
        ),
        Text("Đề nghị các cơ quan, đơn vị quan tâm phối hợp thực hiện./."),
    ]
    return Paper(
        enclosed=tuple(_form(committee, rows)),
        kind="",
        subject=f"cử thành viên tham gia {committee.name}",
        number=request.letter_number,
        signed_on=request.signed_on,
        addressed_to=_addressed(rows),
        blocks=tuple(blocks),
        copies_to=("Như trên", "Lưu: VT"),
        **_shared(campaign),
    )


def reminder(request: NominationRequest, rows: Sequence[Nomination]) -> Paper:
    """Công văn đôn đốc to those who have not answered."""
    committee = request.committee
    number = request.letter_number or BLANK
    day = long_date_text(request.signed_on) if request.signed_on else BLANK
    asked = f"Công văn số {number} {day}"
    blocks: list[Block] = [
        Text(
            f"{committee.campaign.body.name} đã có {asked} đề nghị cử thành viên tham gia "
            f"{committee.name}, hạn trả lời {long_date_text(request.deadline)}. Đến nay "
            f"{len(rows):02d} cơ quan, đơn vị sau chưa gửi danh sách:"
        ),
        Items(_ended([one.name for one in rows] or [BLANK]), ordered=True),
        Text("Đề nghị các cơ quan, đơn vị khẩn trương cử người và gửi danh sách./."),
    ]
    return Paper(
        kind="",
        subject=f"đôn đốc cử thành viên tham gia {committee.name}",
        addressed_to=_addressed(rows),
        blocks=tuple(blocks),
        copies_to=("Như trên", "Lưu: VT"),
        **_shared(committee.campaign),
    )


def _addressed(rows: Sequence[Nomination]) -> tuple[str, ...]:
    names = tuple(dict.fromkeys(one.name for one in rows))
    return names if len(names) <= _NAMED else (_EACH,)


def _wishes(rows: Sequence[Nomination], committee: str) -> Table:
    lines = [
        (str(number), one.name, f"{one.people:02d}", _title(one, committee), one.wish)
        for number, one in enumerate(rows, 1)
    ]
    headings = ("TT", "Cơ quan, đơn vị", "Số người", "Vai trò", "Yêu cầu")
    return Table(headings, lines, widths=(1, 6, 2, 4, 4), numeric=frozenset({2}))


def _title(one: Nomination, committee: str) -> str:
    return title_of(Role(one.role), committee)


def _form(committee: Committee, rows: Sequence[Nomination]) -> Iterable[Block]:
    """The enclosed form, with as many lines as the most that one agency is asked for."""
    lines = max([one.people for one in rows] + [_FORM_ROWS])
    headings = ("TT", "Họ và tên", "Năm sinh", "Chức vụ, đơn vị công tác", "Điện thoại")
    empty = [(str(number), "", "", "", "") for number in range(1, lines + 1)]
    yield Text("DANH SÁCH", align="center", bold=True)
    yield Text(f"Cử thành viên tham gia {committee.name}", align="center", bold=True)
    yield Text(f"Cơ quan, đơn vị cử: {BLANK}{BLANK}{BLANK}")
    yield Table(headings, empty, widths=(1, 5, 2, 6, 3))
    yield Text("THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ", align="right", bold=True)


def decision(committee: Committee) -> Paper:
    """QUYẾT ĐỊNH "Về việc thành lập …" with the list, the tasks and who carries it out.

    The legal bases that give the power to establish it are left blank: they change by level and
    year, and whoever signs names them.
    """
    campaign = committee.campaign
    return Paper(
        kind="QUYẾT ĐỊNH",
        subject=f"Về việc thành lập {committee.name}",
        number=committee.decision_number,
        signed_on=committee.decided_on,
        bases=(
            f"Căn cứ {BLANK}{BLANK}{BLANK}",
            f"Căn cứ {plan_said(campaign)}",
            f"Theo đề nghị của {BLANK}{BLANK}",
        ),
        blocks=tuple(_decided(committee)),
        enclosed=tuple(_enclosed(committee)) if _is_long(committee) else (),
        copies_to=("Như Điều 4", "Lưu: VT"),
        **_shared(campaign),
    )


def _is_long(committee: Committee) -> bool:
    return committee.members.count() > _IN_TEXT


def _decided(committee: Committee) -> Iterable[Block]:
    apart = _is_long(committee)
    yield Text("QUYẾT ĐỊNH:", align="center", bold=True)
    where = "(danh sách kèm theo)." if apart else "gồm các ông (bà) có tên sau đây:"
    yield Text(f"Điều 1. Thành lập {committee.name} {where}")
    if not apart:
        people = [f"Ông (bà) {name}, {post} - {title}" for name, post, title in _listed(committee)]
        yield Items(_ended(people or [BLANK]), ordered=True)
    yield Text(f"Điều 2. {committee.name} có nhiệm vụ:")
    yield Items(_ended(_duties(committee)))
    yield Text(
        f"Điều 3. {committee.name} làm việc theo chế độ kiêm nhiệm, tự giải thể sau khi hoàn thành "
        "nhiệm vụ."
    )
    yield Text(
        f"Điều 4. Quyết định này có hiệu lực kể từ ngày ký. {BLANK}, thủ trưởng các cơ quan, đơn "
        "vị có liên quan và các ông (bà) có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định "
        "này./."
    )


def _listed(committee: Committee) -> list[tuple[str, str, str]]:
    """Name, post and title of each member."""
    members = members_of(committee)
    return [(one.full_name, one.post or BLANK, title_said(one, committee)) for one in members]


def _enclosed(committee: Committee) -> Iterable[Block]:
    """The list of a large committee, which the decision encloses."""
    yield Text("DANH SÁCH", align="center", bold=True)
    yield Text(committee.name, align="center", bold=True)
    number = committee.decision_number or BLANK
    day = long_date_text(committee.decided_on) if committee.decided_on else BLANK
    told = f"(Kèm theo Quyết định số {number} {day} của {committee.campaign.body.name})"
    yield Text(told, align="center")
    rows = [(str(place), *one) for place, one in enumerate(_listed(committee), 1)]
    headings = ("TT", "Họ và tên", "Chức vụ, đơn vị công tác", "Vai trò")
    yield Table(headings, rows, widths=(1, 4, 6, 4))


def _duties(committee: Committee) -> list[str]:
    told = [line.strip(" -;.") for line in committee.duties.splitlines() if line.strip(" -;.")]
    return told or [f"Tổ chức thực hiện {plan_said(committee.campaign)}"]


def _ended(lines: Sequence[str]) -> tuple[str, ...]:
    """Lines of a list: ";" after each, "." after the last."""
    return (*(f"{line};" for line in lines[:-1]), f"{lines[-1]}.")
