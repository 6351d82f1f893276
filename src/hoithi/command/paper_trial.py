"""`hoithi contest papers`: what the papers of a round will be like, before it opens."""

import secrets
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Annotated

import msgspec
from cyclopts import Parameter
from cyclopts.validators import Number
from rich.table import Table

from hoithi.command.contest import round_named
from hoithi.command.screen import Exit, progress, read_by_program, refuse, say_json, screen
from hoithi.command.sentences import sentence
from hoithi.contests.models import Round
from hoithi.contests.queries import rules_of_round
from hoithi.core.papers.simulation import Range, Simulation
from hoithi.core.vietnamese.numbers import decimal_text, dotted
from hoithi.kit import clock
from hoithi.kit.refusals import Refusal
from hoithi.sittings.actions.simulating import SIMULATED, PaperToTry, simulate_papers
from hoithi.sittings.queries.pools import PaperNeed, paper_needs
from hoithi.sittings.queries.simulations import Simulated, simulated

_Papers = Annotated[
    int, Parameter(validator=Number(gte=1, lte=10_000_000), help="Số đề rút thử của mỗi nhóm.")
]
_AT_THE_ENDS = 5


def papers_tried(
    slug: str,
    *,
    round: str | None = None,  # noqa: A002 - the option is called so
    papers: _Papers = SIMULATED,
    seed: str | None = None,
    json: bool = False,
) -> None:
    """Rút thử nhiều đề của một đợt thi: mỗi câu vào bao nhiêu đề, đề dễ khó ra sao.

    Parameters
    ----------
    slug
        Địa chỉ ngắn của cuộc thi.
    round
        Mã của đợt thi; không ghi thì là đợt đang mở, hoặc đợt sắp mở.
    seed
        Cùng một hạt giống thì cùng những đề đó; không ghi thì lấy ngẫu nhiên.
    json
        In kết quả cho chương trình đọc.
    """
    read_by_program(json)
    found = round_named(slug, round)
    tried = [
        (need, _tried(found, need, seed or secrets.token_hex(8), papers)) for need in _needs(found)
    ]
    if json:
        say_json([_facts(need, one.found) for need, one in tried])
    else:
        _show_all(tried)


def _needs(round_: Round) -> list[PaperNeed]:
    """The papers of the round; without any there is nothing to draw."""
    at = clock.now()
    needs = paper_needs(round_, rules_of_round(round_, at=at), at=at)
    if not needs:
        refuse("Đợt thi này không có đề rút từ ngân hàng câu hỏi.", Exit.NO_INPUT)
    return needs


def _show_all(tried: Iterable[tuple[PaperNeed, Simulated]]) -> None:
    for need, one in tried:
        _show(need, one)


def _tried(round_: Round, need: PaperNeed, seed: str, papers: int) -> Simulated:
    wish = PaperToTry(need.part_key, need.group, seed, papers)
    at = clock.now()
    try:
        with progress() as bar:
            task = bar.add_task(f"{need.part_title} {need.group_title}".strip(), total=papers)
            simulate_papers(
                round_, wish, by=None, at=at, told=lambda done: bar.update(task, completed=done)
            )
    except Refusal as refusal:
        refuse(sentence(refusal))
    made = simulated(round_, need.part_key, need.group, at=at)
    if made is None:
        raise RuntimeError(need.part_key)
    return made


def _facts(need: PaperNeed, found: Simulation) -> dict[str, object]:
    facts: dict[str, object] = msgspec.to_builtins(found)
    return {"part": need.part_key, "group": need.group, **facts}


def _show(need: PaperNeed, made: Simulated) -> None:
    title = f"{need.part_title} {need.group_title}".strip()
    found = made.found
    table = Table(title=f"{title}: {dotted(found.papers)} đề", title_justify="left")
    table.add_column("Câu hỏi")
    table.add_column("Dòng", justify="right")
    table.add_column("Số đề", justify="right")
    table.add_column("%", justify="right")
    for code, row, drawn in _ends(made):
        percent = decimal_text(round(Decimal(drawn * 100) / found.papers, 1))
        table.add_row(code, str(row + 1), dotted(drawn), percent)
    screen.print(table)
    screen.print(f"Độ khó: {_range(found.difficulty)} (1 là dễ, 3 là khó).")
    screen.print(f"Điểm dự kiến: {_range(found.marks)} (% điểm tối đa; giả định 80/60/40 %).")
    pairs = sum(count for _, count in found.shared)
    mean = Decimal(sum(shared * count for shared, count in found.shared)) / (pairs or 1)
    screen.print(f"Hai đề bất kỳ trùng nhau trung bình {decimal_text(round(mean, 1))} câu.")


def _ends(made: Simulated) -> Iterator[tuple[str, int, int]]:
    """The questions drawn most and those drawn least."""
    questions = made.found.questions
    shown = [*questions[:_AT_THE_ENDS], *questions[_AT_THE_ENDS:][-_AT_THE_ENDS:]]
    for one in shown:
        version = made.versions.get(one.version_id)
        yield version.question.code if version else "–", one.row, one.drawn


def _range(found: Range) -> str:
    said = (decimal_text(one) for one in (found.mean, found.least, found.most))
    return "trung bình {}, thấp nhất {}, cao nhất {}".format(*said)
