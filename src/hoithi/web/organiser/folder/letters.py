"""Thư mời dự thi: the body asks those who may take part in a contest."""

from collections.abc import Iterator

from hoithi.core.rulebook.printing.phrases import without_exclusions
from hoithi.core.vietnamese.text import fold
from hoithi.documents.official import BLANK, Block, Items, Paper, Text
from hoithi.plans.queries.folders import FolderFacts, Held
from hoithi.web.organiser.folder.frame import (
    file_word,
    lowered,
    of_body,
    page,
    rules_page,
    signed_by,
)
from hoithi.web.organiser.folder.sheets import Missing, Sheet
from hoithi.web.organiser.folder.times import when_said

_ANY = ("",)
"""Every sentence about who may not take part falls away: it belongs to the rules."""


def letters_to_take_part(facts: FolderFacts) -> Iterator[Sheet]:
    """Thư mời dự thi of each contest, to those who may take part."""
    for held in facts.contests:
        title = lowered(held.contest.title)
        paper = Paper(
            kind="THƯ MỜI",
            subject=f"Tham gia {title}",
            addressed_to=_addressed(held) or (BLANK,),
            blocks=tuple(_invited(facts, held)),
            copies_to=("Như trên", "Lưu: VT"),
            **of_body(facts, "TM"),
        )
        yield Sheet(
            f"thu-moi-du-thi-{file_word(held.contest.title)}",
            f"Thư mời tham gia {title}",
            signed_by(facts.campaign.body.name),
            paper,
            tuple(_missing(facts, held)),
        )


def _addressed(held: Held) -> tuple[str, ...]:
    """Who is asked; a set that only repeats the title of the contest tells nobody."""
    title = fold(held.contest.title)
    sets = (without_exclusions(one.words, _ANY) for one in held.activity.unit_sets.all())
    return tuple(one.rstrip(" .;") for one in sets if one.strip() and fold(one).strip() != title)


def _eligible(held: Held) -> str:
    return without_exclusions(held.rules.entry.eligible or "", _ANY).rstrip(" .;")


def _place(held: Held) -> str:
    return held.activity.place or held.rules.site or ""


def _invited(facts: FolderFacts, held: Held) -> Iterator[Block]:
    yield Text(
        f"{facts.campaign.body.name} trân trọng kính mời các cơ quan, đơn vị, cá nhân tham gia "
        f"{lowered(held.contest.title)}:"
    )
    lines = (
        f"Thời gian: {when_said(held.activity)};",
        f"Địa điểm, hình thức: {_place(held) or BLANK};",
        f"Đối tượng dự thi: {_eligible(held) or BLANK};",
        f"Đầu mối hỗ trợ: {held.rules.helpdesk or BLANK}.",
    )
    yield Items(lines)
    yield Text(
        "Thể lệ và cách đăng ký được đăng trên trang của cuộc thi. Rất mong nhận được sự tham gia "
        "của các cơ quan, đơn vị, cá nhân./."
    )


def _missing(facts: FolderFacts, held: Held) -> Iterator[Missing]:
    activity = page(facts.campaign, "campaign_activity", held.activity.key)
    if not _addressed(held):
        yield Missing("Nơi nhận thư mời (Kính gửi)", "Hoạt động", activity)
    if held.activity.is_open:
        yield Missing(f"Ngày tổ chức “{held.activity.title}”", "Hoạt động", activity)
    if not _place(held):
        yield Missing("Địa điểm, hình thức dự thi", "Hoạt động", activity)
    rules = "Thể lệ của cuộc thi"
    if not _eligible(held):
        yield Missing("Đối tượng dự thi", rules, rules_page(held))
    if not held.rules.helpdesk:
        yield Missing("Đầu mối hỗ trợ (điện thoại liên hệ)", rules, rules_page(held))
