"""What papers of a campaign have in common: head, foot, the plan's name, times, prizes, names."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.urls import reverse
from django.utils.text import slugify

from hoithi.campaigns.models import Campaign
from hoithi.core.rulebook.document import Rulebook
from hoithi.core.rulebook.windows import budget
from hoithi.core.vietnamese.dates import long_date_text
from hoithi.core.vietnamese.issuers import symbol_of
from hoithi.core.vietnamese.numbers import dotted, two_digits
from hoithi.core.vietnamese.text import fold
from hoithi.documents.official import BLANK, Signature, Table
from hoithi.plans.queries.folders import FolderFacts, Held
from hoithi.web.organiser.folder.sheets import Missing
from hoithi.web.papers import signature_of

_LONGEST_NAME = 50
_NUMBERLESS = frozenset({"DS", "LD", "MK", "PC"})
"""Lists, words to be spoken, sheets to be filled in: no papers with a number of their own."""
MOST_COPIES = 12
"""More recipients than these are named together."""


def signed_by(issuer: str) -> str:
    """Who signs, in a few words for the list: "TM. ỦY BAN NHÂN DÂN, CHỦ TỊCH"."""
    return ", ".join(signature_of(issuer).lines)


def of_body(facts: FolderFacts, kind: str) -> dict[str, Any]:
    """Head and foot of a paper that the body itself signs; `kind` is the sign of its type."""
    body = facts.campaign.body
    return {
        "issuer": body.name,
        "superior": body.superior,
        "place": body.place,
        "number": number_for(facts.campaign, kind),
        "signature": signature_of(body.name),
    }


def of_standing(facts: FolderFacts, kind: str) -> dict[str, Any]:
    """Head and foot of a paper by which the standing agency turns to the body."""
    agency = facts.standing.name if facts.standing else BLANK
    return {
        "issuer": agency,
        "superior": facts.campaign.body.name,
        "place": facts.campaign.body.place,
        "number": f"/{kind}-{symbol_of(agency)}",
        "signature": signature_of(agency),
    }


def of_committee(facts: FolderFacts, kind: str, committee: str) -> dict[str, Any]:
    """Head and foot of a paper of the organising committee, under the body."""
    body = facts.campaign.body
    return {
        "issuer": committee,
        "superior": body.name,
        "place": body.place,
        "number": "" if kind in _NUMBERLESS else f"/{kind}-BTC",
        "signature": Signature(f"TM. {committee.upper()}", "TRƯỞNG BAN"),
    }


def number_for(campaign: Campaign, kind: str) -> str:
    """A free number with the symbols of the type and of the body, else as its plan has it."""
    if not kind or kind in _NUMBERLESS:
        return ""
    sign = campaign.plan_number.partition("-")[2]
    whose = symbol_of(campaign.body.name) or ("" if "/" in sign else sign)
    return f"/{kind}-{whose}"


def committee_name(facts: FolderFacts) -> str:
    """The organising committee by its own name; "Ban Tổ chức" where none stands."""
    return next((one.name for one in facts.committees if one.kind == "organising"), "Ban Tổ chức")


def lowered(title: str) -> str:
    """A title inside a sentence: the first letter is small unless the word is a name."""
    first, space, rest = title.partition(" ")
    return title if first.isupper() else f"{first[:1].lower()}{first[1:]}{space}{rest}"


def file_word(title: str, most: int = _LONGEST_NAME) -> str:
    """A title as a part of a file's name: small letters, no marks, whole words, not too long."""
    word = slugify(fold(title))
    if len(word) > most:
        word = word[: most + 1].rpartition("-")[0] or word[:most]
    return word.strip("-") or "van-ban"


def bases(facts: FolderFacts) -> tuple[str, ...]:
    """What a paper rests on: the body's own authority, the superior's plan, the plan."""
    campaign = facts.campaign
    found = [f"Căn cứ {BLANK}"]
    if campaign.superior_number or campaign.superior_issuer:
        day = campaign.superior_issued_on
        number, issuer = campaign.superior_number or BLANK, campaign.superior_issuer or BLANK
        said = long_date_text(day) if day else f"ngày {BLANK}"
        found.append(f"Căn cứ Văn bản số {number} {said} của {issuer}")
    return tuple(found)


def closing(facts: FolderFacts) -> str:
    """To whom obstacles are told."""
    body = facts.campaign.body.name
    told = f"{facts.standing.name} để tổng hợp, báo cáo {body}" if facts.standing else f"{body} để"
    return (
        "Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, các cơ quan, đơn vị phản ánh về "
        f"{told} xem xét, giải quyết./."
    )


def recipients(facts: FolderFacts, *before: str) -> tuple[str, ...]:
    """Nơi nhận: those named first, the agencies of the plan, the archive."""
    names = [one.name for one, _ in facts.agencies]
    shown = names if len(names) <= MOST_COPIES else ["Các cơ quan, đơn vị được phân công"]
    return (*before, *shown, "Lưu: VT")


def prize_table(contests: Iterable[Held]) -> Table | None:
    """All prizes with their money; None where no rulebook names one."""
    rows: list[tuple[str, ...]] = []
    total = 0
    for held in contests:
        for line in budget(held.rules).lines:
            number = line.count * line.times
            total += line.total
            rows.append(
                (
                    str(len(rows) + 1),
                    f"{capital(line.title)} ({table_title(held.rules, line.table)})",
                    two_digits(number),
                    dotted(line.amount) if line.amount else BLANK,
                    dotted(line.total) if line.total else BLANK,
                )
            )
    if not rows:
        return None
    headings = ("TT", "Giải thưởng", "Số giải", "Mức thưởng (đồng)", "Thành tiền (đồng)")
    return Table(
        headings,
        rows,
        widths=(1, 7, 2, 3, 3),
        numeric=frozenset({2, 3, 4}),
        total=("", "Cộng", "", "", dotted(total)),
    )


def capital(title: str) -> str:
    """A title at the beginning of a line."""
    return f"{title[:1].upper()}{title[1:]}"


def table_title(rules: Rulebook, key: str) -> str:
    """The title of a prize table."""
    return next((one.title for one in rules.prizes if one.key == key), key)


def prize_money(contests: Iterable[Held]) -> int:
    """Đồng for all prizes."""
    return sum(budget(held.rules).total for held in contests)


def page(campaign: Campaign, name: str, *args: object) -> str:
    """The address of a page of the campaign."""
    return reverse(name, args=[campaign.body.slug, campaign.pk, *args])


def rules_page(held: Held) -> str:
    """The desk of a contest, from which its rules and results are reached."""
    return reverse("contest_desk", args=[held.contest.slug])


def number_missing(facts: FolderFacts) -> Sequence[Missing]:
    """Number and day of the plan."""
    campaign = facts.campaign
    if campaign.plan_number and campaign.plan_issued_on:
        return ()
    address = page(campaign, "campaign_header")
    return (Missing("Số, ký hiệu và ngày ký kế hoạch", "Tổng quan, Ghi số, ký hiệu", address),)


def standing_missing(facts: FolderFacts) -> Sequence[Missing]:
    """The standing agency, which proposes and is asked."""
    if facts.standing:
        return ()
    return (Missing("Cơ quan thường trực (tham mưu) của kế hoạch"),)


def days_missing(facts: FolderFacts) -> list[Missing]:
    """Days and places of activities that are not set."""
    found = []
    for one in facts.activities:
        address = page(facts.campaign, "campaign_activity", one.key)
        if one.is_open:
            found.append(Missing(f"Ngày tổ chức “{one.title}”", "Hoạt động", address))
        if not one.place and one.kind not in {"theme", "contest"}:
            found.append(Missing(f"Địa điểm tổ chức “{one.title}”", "Hoạt động", address))
    return found


def bases_missing(_facts: FolderFacts) -> Sequence[Missing]:
    """Laws and decisions by which the body may act, which no page asks for."""
    return (Missing("Căn cứ pháp lý về thẩm quyền của cơ quan ban hành"),)
