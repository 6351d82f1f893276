"""Papers while the campaign runs (trong kỳ)."""

from collections.abc import Iterator, Sequence
from datetime import date

from hoithi.campaigns.models import Activity
from hoithi.core.rulebook.document import Round, Rulebook
from hoithi.core.rulebook.parts import CheckPart, JuryPart
from hoithi.core.rulebook.windows import counted_rounds, parts_in
from hoithi.core.vietnamese.dates import window_text
from hoithi.core.vietnamese.moments import LocalMoment
from hoithi.core.vietnamese.numbers import decimal_text
from hoithi.documents.official import (
    BLANK,
    Block,
    Heading,
    PageBreak,
    Paper,
    Signatures,
    Table,
    Text,
)
from hoithi.plans.queries.folders import FolderFacts, Held
from hoithi.web.organiser.campaigns.committee_papers import plan_said
from hoithi.web.organiser.folder.frame import (
    committee_name,
    days_missing,
    file_word,
    lowered,
    of_committee,
    recipients,
    rules_page,
    signed_by,
)
from hoithi.web.organiser.folder.prizes import prize_blocks, title_of_result
from hoithi.web.organiser.folder.sheets import Missing, Sheet
from hoithi.web.organiser.folder.times import is_over, when_said

_BLANK_ROWS = 12
_STAGED = ("stage",)


def schedule(facts: FolderFacts) -> Iterator[Sheet]:
    """Thông báo lịch: activities and rounds to come with their times and places."""
    rows: list[tuple[str, ...]] = []
    for one in coming(facts):
        rows.append((str(len(rows) + 1), one.title, when_said(one), one.place or BLANK))
    blocks: list[Block] = [
        Text(
            f"Thực hiện {plan_said(facts.campaign)}, {committee_name(facts)} thông báo lịch tổ "
            "chức các hoạt động như sau:"
        ),
        Table(("TT", "Hoạt động", "Thời gian", "Địa điểm"), rows, widths=(1, 6, 5, 4))
        if rows
        else Text(BLANK),
    ]
    for held in facts.contests:
        blocks += _rounds(held, facts.today)
    blocks.append(Text("Đề nghị các cơ quan, đơn vị biết, phối hợp thực hiện./."))
    paper = Paper(
        kind="THÔNG BÁO",
        subject=f"Lịch tổ chức {lowered(facts.campaign.title)}",
        blocks=tuple(blocks),
        copies_to=recipients(facts),
        **of_committee(facts, "TB", committee_name(facts)),
    )
    lacks = (*days_missing(facts), *_windows_missing(facts))
    yield Sheet(
        "thong-bao-lich-to-chuc", "Thông báo lịch tổ chức", "Trưởng Ban Tổ chức", paper, lacks
    )


def coming(facts: FolderFacts) -> list[Activity]:
    """Activities that are not over on the day of the draft."""
    return [one for one in facts.activities if not is_over(one, facts.today)]


def _rounds(held: Held, today: date) -> list[Block]:
    rounds = [one for one in counted_rounds(held.rules) if not _is_closed(one, today)]
    if not rounds:
        return []
    rows = [(str(n), one.title, _window(one), one.place or "") for n, one in enumerate(rounds, 1)]
    return [
        Heading(held.contest.title, 2),
        Table(("TT", "Đợt thi, vòng thi", "Thời gian", "Địa điểm"), rows, widths=(1, 5, 7, 3)),
    ]


def _is_closed(one: Round, today: date) -> bool:
    return one.window is not None and LocalMoment.parse(one.window.closes).day < today


def _window(one: Round) -> str:
    if one.window is None:
        return BLANK
    return window_text(LocalMoment.parse(one.window.opens), LocalMoment.parse(one.window.closes))


def _windows_missing(facts: FolderFacts) -> Iterator[Missing]:
    for held in facts.contests:
        if any(one.window is None for one in counted_rounds(held.rules)):
            yield Missing(
                f"Thời gian các vòng của “{held.contest.title}”",
                "Thể lệ của cuộc thi",
                rules_page(held),
            )


def draws(facts: FolderFacts) -> Iterator[Sheet]:
    """Biên bản bốc thăm thứ tự dự thi, a sheet for each contest on a stage."""
    for held in facts.contests:
        if held.rules.kind not in _STAGED:
            continue
        rows = [(str(n), "", "", "") for n in range(1, _BLANK_ROWS + 1)]
        blocks: list[Block] = [
            Text(
                f"Hôm nay, hồi …… giờ …… ngày …… tháng …… năm ……, tại "
                f"{held.activity.place or BLANK}, {committee_name(facts)} tổ chức bốc thăm thứ tự "
                f"dự thi {lowered(held.contest.title)}."
            ),
            Text(f"Thành phần: {BLANK}"),
            Text("Kết quả bốc thăm:"),
            Table(("TT", "Đơn vị dự thi", "Thứ tự thi", "Ký xác nhận"), rows, widths=(1, 7, 3, 4)),
            Text(
                "Biên bản được đọc cho những người có mặt nghe, cùng thống nhất ký tên dưới đây./."
            ),
            Signatures((("THƯ KÝ", ""), ("ĐẠI DIỆN CÁC ĐỘI", ""), ("CHỦ TRÌ", ""))),
        ]
        paper = _minutes(facts, f"Bốc thăm thứ tự dự thi {lowered(held.contest.title)}", blocks)
        yield Sheet(
            f"bien-ban-boc-tham-{file_word(held.contest.title)}",
            f"Biên bản bốc thăm {lowered(held.contest.title)}",
            "Thư ký, chủ trì",
            paper,
            (Missing("Danh sách đội và kết quả bốc thăm (ghi tại buổi bốc thăm)"),),
        )


def _minutes(facts: FolderFacts, subject: str, blocks: list[Block]) -> Paper:
    """A record has places to sign of its own and no signature of the head."""
    frame = of_committee(facts, "BB", committee_name(facts)) | {"signature": None}
    return Paper(kind="BIÊN BẢN", subject=subject, blocks=tuple(blocks), **frame)


def score_sheets(facts: FolderFacts) -> Iterator[Sheet]:
    """Phiếu chấm điểm: a page for each part that people judge, with its criteria."""
    for held in facts.contests:
        parts = _judged(held.rules)
        if not parts:
            continue
        frame = of_committee(facts, "PC", committee_name(facts)) | {"signature": None}
        pages = [
            [*([PageBreak()] if at else []), *_score_sheet(one)] for at, one in enumerate(parts)
        ]
        paper = Paper(
            kind="PHIẾU CHẤM ĐIỂM",
            subject=held.contest.title,
            blocks=tuple(block for page in pages for block in page),
            **frame,
        )
        yield Sheet(
            f"phieu-cham-diem-{file_word(held.contest.title)}",
            f"Phiếu chấm điểm {lowered(held.contest.title)}",
            "Từng giám khảo",
            paper,
            tuple(_criteria_missing(held, parts)),
        )


def _criteria_missing(held: Held, parts: Sequence[JuryPart | CheckPart]) -> Iterator[Missing]:
    for one in parts:
        if not _criteria(one):
            what = f"Tiêu chí và thang điểm của phần “{one.title}”"
            yield Missing(what, "Thể lệ của cuộc thi", rules_page(held))


def _judged(rules: Rulebook) -> list[JuryPart | CheckPart]:
    held = {part.key for one in counted_rounds(rules) for part in parts_in(rules, one.key)}
    parts = [one for one in rules.parts if isinstance(one, JuryPart | CheckPart)]
    return [one for one in parts if one.key in held or not rules.rounds]


def _criteria(part: JuryPart | CheckPart) -> list[tuple[str, str]]:
    lines = part.criteria if isinstance(part, JuryPart) else part.steps
    return [(one.title, decimal_text(one.most)) for one in lines]


def _score_sheet(part: JuryPart | CheckPart) -> list[Block]:
    lines = _criteria(part) or [(BLANK, BLANK)] * 4
    rows = [(str(n), title, most, "", "") for n, (title, most) in enumerate(lines, 1)]
    most = decimal_text(part.most) if part.most is not None else BLANK
    return [
        Heading(part.title, 2),
        Text(f"Đội thi, người dự thi: {BLANK}{BLANK}", align="left"),
        Table(
            ("TT", "Tiêu chí", "Điểm tối đa", "Điểm chấm", "Ghi chú"),
            rows,
            widths=(1, 7, 2, 2, 3),
            numeric=frozenset({2, 3}),
            total=("", "Cộng", most, "", ""),
        ),
        Text("Điểm bằng chữ: ……………………………………………………", align="left"),
        Signatures((("", ""), ("GIÁM KHẢO", ""))),
    ]


def announcements(facts: FolderFacts) -> Iterator[Sheet]:
    """Thông báo kết quả of each round whose result was published."""
    for held in facts.contests:
        for one in held.results:
            subject = f"Kết quả {title_of_result(held, one)}"
            paper = Paper(
                kind="THÔNG BÁO",
                subject=subject,
                blocks=(
                    Text(f"{committee_name(facts)} thông báo {lowered(subject)} như sau:"),
                    *prize_blocks(one),
                    Text("Thông báo này được đăng trên trang của cuộc thi./."),
                ),
                copies_to=recipients(facts),
                **of_committee(facts, "TB", committee_name(facts)),
            )
            yield Sheet(
                f"thong-bao-ket-qua-{file_word(title_of_result(held, one))}",
                f"Thông báo {lowered(subject)}",
                signed_by(facts.campaign.body.name) if one.round is None else "Trưởng Ban Tổ chức",
                paper,
            )
        if not held.results:
            yield Sheet(
                f"thong-bao-ket-qua-{file_word(held.contest.title)}",
                f"Thông báo kết quả {lowered(held.contest.title)}",
                "Trưởng Ban Tổ chức",
                None,
                (_no_result(held),),
            )


def _no_result(held: Held) -> Missing:
    return Missing(
        f"Chưa công bố kết quả của “{held.contest.title}”",
        "Bàn điều hành cuộc thi",
        rules_page(held),
    )
