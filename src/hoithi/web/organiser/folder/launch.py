"""Papers of the beginning (khởi động), in the order in which they are signed."""

from collections.abc import Iterator

from hoithi.core.vietnamese.money import amount_text, in_words
from hoithi.core.vietnamese.numbers import roman
from hoithi.documents.official import (
    BLANK,
    Block,
    Heading,
    Items,
    Paper,
    Table,
    Text,
)
from hoithi.plans.queries.folders import FolderFacts
from hoithi.web.organiser.campaigns.committee_papers import plan_said
from hoithi.web.organiser.folder.frame import (
    bases,
    bases_missing,
    closing,
    days_missing,
    lowered,
    number_missing,
    of_body,
    of_standing,
    page,
    prize_money,
    prize_table,
    recipients,
    signed_by,
    standing_missing,
)
from hoithi.web.organiser.folder.sheets import Missing, Sheet
from hoithi.web.organiser.folder.times import due_said, duty_said, when_said

AS_UPLOADED = "theo văn bản đã tải lên"


def proposal(facts: FolderFacts) -> Iterator[Sheet]:
    """Tờ trình: the standing agency asks the body to issue the plan."""
    campaign = facts.campaign
    paper = Paper(
        kind="TỜ TRÌNH",
        subject=f"Về việc ban hành Kế hoạch {lowered(campaign.title)}",
        addressed_to=(campaign.body.name,),
        bases=bases(facts),
        blocks=tuple(_proposed(facts)),
        copies_to=("Như trên", "Lưu: VT"),
        **of_standing(facts, "TTr"),
    )
    lacks = (*standing_missing(facts), *bases_missing(facts), *_purpose_missing(facts))
    who = "Thủ trưởng cơ quan tham mưu"
    yield Sheet("to-trinh-ban-hanh-ke-hoach", "Tờ trình ban hành kế hoạch", who, paper, lacks)


def _proposed(facts: FolderFacts) -> Iterator[Block]:
    campaign, money = facts.campaign, prize_money(facts.contests)
    yield Heading("I. SỰ CẦN THIẾT")
    yield from (Text(one) for one in _purposes(facts) or (BLANK,))
    yield Heading("II. NỘI DUNG CHÍNH")
    items = tuple(f"{one.title}: {when_said(one)};" for one in facts.activities)
    yield Items(items or (BLANK,))
    yield Heading("III. KINH PHÍ")
    yield Text(f"Tiền thưởng dự kiến: {amount_text(money)}." if money else f"Kinh phí: {BLANK}.")
    yield Text(
        f"Kính trình {campaign.body.name} xem xét, ban hành Kế hoạch {lowered(campaign.title)} "
        "(có dự thảo kèm theo)./."
    )


def _purposes(facts: FolderFacts) -> tuple[str, ...]:
    """Why, in the words of the rules of its contests."""
    return tuple(dict.fromkeys(one for held in facts.contests for one in held.rules.purpose))


def _purpose_missing(facts: FolderFacts) -> tuple[Missing, ...]:
    if _purposes(facts):
        return ()
    return (Missing("Mục đích, yêu cầu (sự cần thiết)"),)


def plan(facts: FolderFacts) -> Iterator[Sheet]:
    """The signed plan as it was uploaded; a draft from what the campaign holds where none was.

    A draft never carries the number and day of a signed plan, whose words nobody knows here.
    """
    campaign = facts.campaign
    if signed := campaign.plan_file:
        lacks = tuple(number_missing(facts))
        yield Sheet("ke-hoach", "Kế hoạch", AS_UPLOADED, missing=lacks, file=signed)
        return
    paper = Paper(
        kind="KẾ HOẠCH",
        subject=campaign.title,
        bases=bases(facts),
        blocks=(*_planned(facts), Text(closing(facts))),
        copies_to=recipients(facts),
        **of_body(facts, "KH"),
    )
    yield Sheet(
        "ke-hoach", "Kế hoạch", signed_by(campaign.body.name), paper, tuple(_plan_missing(facts))
    )


def _plan_missing(facts: FolderFacts) -> Iterator[Missing]:
    campaign = facts.campaign
    if campaign.plan_number:
        told = f"Bản đã ký của Kế hoạch số {campaign.plan_number} (dự thảo này không thay thế)"
        yield Missing(told)
    yield from (
        *number_missing(facts),
        *bases_missing(facts),
        *_purpose_missing(facts),
        *days_missing(facts),
        *_duties_missing(facts),
    )


def _planned(facts: FolderFacts) -> Iterator[Block]:
    """The parts of the plan, numbered; one that has nothing to say is left out."""
    parts: tuple[tuple[str, list[Block]], ...] = (
        ("MỤC ĐÍCH, YÊU CẦU", [Text(one) for one in _purposes(facts) or (BLANK,)]),
        ("NỘI DUNG, THỜI GIAN, ĐỊA ĐIỂM", list(_activities(facts))),
        ("CƠ CẤU GIẢI THƯỞNG", _prizes(facts)),
        ("KINH PHÍ", _funding(facts)),
        ("TỔ CHỨC THỰC HIỆN", list(_carrying_out(facts))),
    )
    for number, (title, inside) in enumerate((part for part in parts if part[1]), 1):
        yield Heading(f"{roman(number)}. {title}")
        yield from inside


def _activities(facts: FolderFacts) -> Iterator[Block]:
    for number, one in enumerate(facts.activities, 1):
        yield Heading(f"{number}. {one.title}", 2)
        units = "; ".join(held.words for held in one.unit_sets.all())
        lines = [f"Thời gian: {when_said(one)};"]
        if one.kind != "theme":
            lines.append(f"Địa điểm: {one.place or BLANK};")
        if units:
            lines.append(f"Thành phần tham gia: {units.rstrip('.;')};")
        if one.agency:
            lines.append(f"Cơ quan phụ trách: {one.agency.name};")
        if any(held.activity.pk == one.pk for held in facts.contests):
            lines.append("Nội dung, hình thức: thực hiện theo Thể lệ kèm theo Kế hoạch này;")
        yield Items(tuple(lines))


def _prizes(facts: FolderFacts) -> list[Block]:
    table = prize_table(facts.contests)
    return [table] if table else []


def _funding(facts: FolderFacts) -> list[Block]:
    sources = tuple(dict.fromkeys(one.rules.funding for one in facts.contests if one.rules.funding))
    money = prize_money(facts.contests)
    blocks: list[Block] = [Text(one) for one in sources] or [Text(f"Nguồn kinh phí: {BLANK}.")]
    if money:
        blocks.append(Text(f"Tiền thưởng: {amount_text(money)} ({in_words(money)})."))
    return blocks


def _carrying_out(facts: FolderFacts) -> Iterator[Block]:
    for number, (agency, duties) in enumerate(facts.agencies, 1):
        role = " (cơ quan thường trực)" if agency.is_standing else ""
        yield Heading(f"{number}. {agency.name}{role}", 2)
        yield Items(tuple(duty_said(one.task) for one in duties) or (BLANK,))
    if not facts.agencies:
        yield Text(BLANK)


def _duties_missing(facts: FolderFacts) -> Iterator[Missing]:
    for agency, duties in facts.agencies:
        if not duties:
            address = page(facts.campaign, "campaign_task_new")
            yield Missing(f"Nhiệm vụ của {agency.name}", "Thêm nhiệm vụ", address)


def order(facts: FolderFacts) -> Iterator[Sheet]:
    """Công văn triển khai: who does what until when, to those who do it."""
    body = facts.campaign.body.name
    paper = Paper(
        kind="",
        subject=f"triển khai Kế hoạch {lowered(facts.campaign.title)}",
        addressed_to=tuple(agency.name for agency, _ in facts.agencies) or (BLANK,),
        blocks=(
            Text(
                f"Thực hiện {plan_said(facts.campaign)}, {body} đề nghị các cơ quan, đơn vị triển "
                "khai các nhiệm vụ sau:"
            ),
            _ordered(facts),
            Text(closing(facts)),
        ),
        copies_to=("Như trên", "Lưu: VT"),
        **of_body(facts, ""),
    )
    lacks = (*number_missing(facts), *_duties_missing(facts))
    title = "Công văn triển khai kế hoạch"
    yield Sheet("cong-van-trien-khai", title, signed_by(body), paper, lacks)


def _ordered(facts: FolderFacts) -> Block:
    rows: list[tuple[str, ...]] = []
    for agency, duties in facts.agencies:
        for one in duties:
            told = one.task.text.strip().rstrip(".;")
            role = "Chủ trì" if one.leads else "Phối hợp"
            rows.append((str(len(rows) + 1), agency.name, role, told, due_said(one.task)))
    headings = ("TT", "Cơ quan, đơn vị", "Vai trò", "Nhiệm vụ", "Thời hạn")
    return Table(headings, rows, widths=(2, 8, 4, 15, 7)) if rows else Text(BLANK)
