"""Papers of the end (kết thúc): what the results lead to, until prizes are given."""

from collections.abc import Iterator
from dataclasses import dataclass

from hoithi.core.vietnamese.dates import date_text
from hoithi.core.vietnamese.moments import local_day
from hoithi.core.vietnamese.money import amount_text, in_words
from hoithi.core.vietnamese.numbers import two_digits
from hoithi.documents.official import (
    BLANK,
    Block,
    Items,
    Paper,
    Signatures,
    Text,
)
from hoithi.plans.queries.folders import Announced, FolderFacts, Held
from hoithi.results.facts.snapshot import Winner
from hoithi.web.organiser.campaigns.committee_papers import plan_said
from hoithi.web.organiser.folder.frame import (
    bases,
    bases_missing,
    capital,
    committee_name,
    file_word,
    lowered,
    number_missing,
    of_body,
    of_committee,
    of_standing,
    recipients,
    rules_page,
    signed_by,
    standing_missing,
)
from hoithi.web.organiser.folder.prizes import (
    Naming,
    as_published,
    money_of,
    prize_blocks,
    title_of_result,
    wins,
)
from hoithi.web.organiser.folder.sheets import Missing, Sheet


@dataclass(frozen=True)
class Ending:
    """The papers of the end, with the names of winners as whoever asked may read them."""

    naming: Naming = as_published

    def minutes(self, facts: FolderFacts) -> Iterator[Sheet]:
        """Biên bản tổng hợp kết quả: what was reckoned, who takes which prize."""
        for held, one in _results(facts):
            title = lowered(title_of_result(held, one))
            frame = of_committee(facts, "BB", committee_name(facts)) | {"signature": None}
            paper = Paper(
                kind="BIÊN BẢN",
                subject=f"Tổng hợp kết quả {title}",
                blocks=tuple(self._reckoned(facts, held, one)),
                **frame,
            )
            yield Sheet(
                f"bien-ban-tong-hop-ket-qua-{file_word(title)}",
                f"Biên bản tổng hợp kết quả {title}",
                "Tổ thư ký, Ban Giám khảo, Trưởng ban",
                paper,
            )

    def _reckoned(self, facts: FolderFacts, held: Held, one: Announced) -> Iterator[Block]:
        day = date_text(local_day(one.result.published_at))
        yield Text(
            f"{committee_name(facts)} họp, tổng hợp kết quả {lowered(title_of_result(held, one))} "
            f"theo Thể lệ và kết quả đã công bố ngày {day} (lần {one.result.number}):"
        )
        yield from prize_blocks(one, self.naming)
        yield Text(f"Tổng số: {_counted(one)}.")
        yield Text("Biên bản được thông qua, các thành viên thống nhất ký tên./.")
        yield Signatures((("TỔ THƯ KÝ", ""), ("BAN GIÁM KHẢO", ""), ("TRƯỞNG BAN", "")))

    def winners(self, facts: FolderFacts) -> Iterator[Sheet]:
        """Danh sách kèm theo quyết định: every winner with prize and money."""
        blocks: list[Block] = []
        for held, one in _results(facts):
            blocks += [
                Text(title_of_result(held, one), bold=True, align="center"),
                *prize_blocks(one, self.naming),
            ]
        paper = Paper(
            kind="DANH SÁCH",
            subject=f"Tập thể, cá nhân được tặng giải {lowered(facts.campaign.title)}\n"
            f"(Kèm theo Quyết định số {BLANK} ngày {BLANK} của {facts.campaign.body.name})",
            blocks=(*(blocks or [Text(BLANK)]), Text(f"Tổng tiền thưởng: {_total_said(facts)}./.")),
            **of_body(facts, "DS"),
        )
        who = signed_by(facts.campaign.body.name)
        lacks = tuple(results_missing(facts))
        yield Sheet("danh-sach-tang-giai", "Danh sách tặng giải", who, paper, lacks)

    def speech(self, facts: FolderFacts) -> Iterator[Sheet]:
        """Lời dẫn trao giải: the lowest prizes are called first."""
        blocks: list[Block] = [
            Text("Kính thưa các quý vị đại biểu, kính thưa toàn thể hội nghị!"),
            Text(
                f"Thay mặt {committee_name(facts)}, xin trân trọng công bố kết quả và mời các tập "
                f"thể, cá nhân đạt giải {lowered(facts.campaign.title)} lên nhận giải."
            ),
        ]
        for held, one in _results(facts):
            blocks += [Text(title_of_result(held, one), bold=True), *self._calls(one)]
        blocks += [
            Text(f"Xin trân trọng kính mời {BLANK} lên trao giải."),
            Text("Xin chúc mừng các tập thể, cá nhân đạt giải. Xin trân trọng cảm ơn!"),
        ]
        paper = Paper(
            kind="LỜI DẪN",
            subject=f"Lễ trao giải {lowered(facts.campaign.title)}",
            blocks=tuple(blocks),
            **of_committee(facts, "LD", committee_name(facts)) | {"signature": None},
        )
        lacks = (Missing("Tên, chức vụ người trao từng giải"), *results_missing(facts))
        yield Sheet("loi-dan-trao-giai", "Lời dẫn trao giải", "Không ký", paper, lacks)

    def _calls(self, one: Announced) -> Iterator[Block]:
        for table in one.tables:
            called = [prize for prize in reversed(table.prizes) if prize.winners]
            if called:
                yield Text(table.title, italic=True)
            for prize in called:
                yield Text(f"{capital(prize.title)}, xin kính mời:")
                yield Items(tuple(self._said(winner) for winner in prize.winners))

    def _said(self, winner: Winner) -> str:
        name = self.naming(winner)
        return f"{name}, {winner.unit};" if winner.unit not in {"", name} else f"{name};"


def proposal(facts: FolderFacts) -> Iterator[Sheet]:
    """Tờ trình công nhận kết quả, tặng giải."""
    body = facts.campaign.body.name
    lines = tuple(
        f"{title_of_result(held, one)}: {_counted(one)};" for held, one in _results(facts)
    )
    paper = Paper(
        kind="TỜ TRÌNH",
        subject=f"Về việc công nhận kết quả và tặng giải {lowered(facts.campaign.title)}",
        addressed_to=(body,),
        blocks=(
            Text(
                f"Thực hiện {plan_said(facts.campaign)}, {committee_name(facts)} đã tổ chức và "
                "công bố kết quả. Kết quả đề nghị công nhận:"
            ),
            Items(lines or (BLANK,)),
            Text(f"Tổng tiền thưởng: {_total_said(facts)}."),
            Text(
                f"Kính trình {body} xem xét, quyết định công nhận kết quả và tặng giải cho các tập "
                "thể, cá nhân (có danh sách và biên bản kèm theo)./."
            ),
        ),
        copies_to=("Như trên", "Lưu: VT"),
        **of_standing(facts, "TTr"),
    )
    lacks = (*standing_missing(facts), *number_missing(facts), *results_missing(facts))
    title = "Tờ trình công nhận kết quả, tặng giải"
    yield Sheet("to-trinh-tang-giai", title, "Thủ trưởng cơ quan tham mưu", paper, lacks)


def decision(facts: FolderFacts) -> Iterator[Sheet]:
    """Quyết định công nhận kết quả, tặng giải; its list is a paper of its own."""
    campaign = facts.campaign
    standing = facts.standing.name if facts.standing else BLANK
    paper = Paper(
        kind="QUYẾT ĐỊNH",
        subject=f"Về việc công nhận kết quả và tặng giải {lowered(campaign.title)}",
        bases=(
            *bases(facts),
            f"Căn cứ {plan_said(campaign)}",
            f"Xét đề nghị của {standing} tại Tờ trình số {BLANK}",
        ),
        blocks=tuple(_decided(facts, standing)),
        copies_to=("Như Điều 3", *recipients(facts)),
        **of_body(facts, "QĐ"),
    )
    lacks = (
        *number_missing(facts),
        *bases_missing(facts),
        *standing_missing(facts),
        Missing("Nguồn kinh phí chi thưởng"),
        *results_missing(facts),
    )
    title = "Quyết định công nhận kết quả, tặng giải"
    yield Sheet("quyet-dinh-tang-giai", title, signed_by(campaign.body.name), paper, lacks)


def _decided(facts: FolderFacts, standing: str) -> Iterator[Block]:
    yield Text("QUYẾT ĐỊNH:", align="center", bold=True)
    yield Text(
        f"Điều 1. Công nhận kết quả và tặng giải {lowered(facts.campaign.title)} cho các tập thể, "
        "cá nhân có tên trong danh sách kèm theo Quyết định này."
    )
    yield Text(f"Điều 2. Tổng tiền thưởng là {_total_said(facts)}, chi từ nguồn kinh phí {BLANK}.")
    yield Text(
        f"Điều 3. {standing}, các cơ quan, đơn vị có liên quan và các tập thể, cá nhân có tên tại "
        "Điều 1 chịu trách nhiệm thi hành Quyết định này./."
    )


def _counted(one: Announced) -> str:
    return f"{two_digits(len(list(wins(one))))} giải, tiền thưởng {amount_text(money_of(one))}"


def _total_said(facts: FolderFacts) -> str:
    total = sum(money_of(one) for _, one in _results(facts))
    return f"{amount_text(total)} ({in_words(total)})" if total else BLANK


def _results(facts: FolderFacts) -> list[tuple[Held, Announced]]:
    return [(held, one) for held in facts.contests for one in held.results]


def results_missing(facts: FolderFacts) -> Iterator[Missing]:
    """Contests whose result is not published."""
    for held in facts.contests:
        if not held.results:
            what = f"Chưa công bố kết quả của “{held.contest.title}”"
            yield Missing(what, "Bàn điều hành cuộc thi", rules_page(held))
    if not facts.contests:
        yield Missing("Kế hoạch chưa có cuộc thi nào để lấy kết quả")
