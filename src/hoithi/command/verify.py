"""`hoithi verify`: counts published results once more from the rows and the rules."""

import sys

from rich.table import Table

from hoithi.command.screen import Exit, progress, read_by_program, refuse, say_json, screen
from hoithi.contests.models import Contest, Round
from hoithi.kit import clock
from hoithi.results.actions import Recount, recount
from hoithi.results.models import Result

_TABLES = {"stored": "dữ liệu đã lưu khác với lúc công bố"}


def verify(slug: str, *, round: str | None = None, json: bool = False) -> None:  # noqa: A002 - the option is called so
    """Tính lại kết quả đã công bố từ bài làm và thể lệ, rồi so với bản đã công bố.

    Mã kết thúc: 0 là trùng khớp, 1 là có khác biệt, 66 là chưa có kết quả nào được công bố.

    Parameters
    ----------
    slug
        Địa chỉ ngắn của cuộc thi.
    round
        Mã của đợt thi; không ghi thì tính lại mọi đợt và kết quả chung cuộc.
    json
        In kết quả cho chương trình đọc.
    """
    read_by_program(json)
    results = _results(slug, round)
    with progress() as bar:
        task = bar.add_task("Đang tính lại", total=len(results))
        found: list[tuple[Result, Recount]] = []
        for result in results:
            found.append((result, recount(result, at=clock.now())))
            bar.advance(task)
    if json:
        say_json([_facts(result, counted) for result, counted in found])
    else:
        _show(found)
    if not all(counted.equal for _, counted in found):
        sys.exit(Exit.FOUND)


def _results(slug: str, key: str | None) -> list[Result]:
    """The newest number of each round: an earlier one was made from rows as they were then."""
    if not Contest.objects.filter(slug=slug).exists():
        refuse(f"Không có cuộc thi nào có địa chỉ {slug}.", Exit.NO_INPUT)
    rows = Result.objects.filter(contest__slug=slug).select_related("contest", "round", "draft")
    if key is not None:
        _refuse_unknown(slug, key)
        rows = rows.filter(round__key=key)
    newest = {row.round_id: row for row in rows.order_by("number")}
    if not newest:
        refuse("Chưa có kết quả nào được công bố để tính lại.", Exit.NO_INPUT)
    return list(newest.values())


def _refuse_unknown(slug: str, key: str) -> None:
    keys = list(Round.objects.filter(contest__slug=slug).values_list("key", flat=True))
    if key not in keys:
        known = ", ".join(keys)
        refuse(f"Cuộc thi {slug} không có đợt thi {key} (có: {known}).", Exit.NO_INPUT)


def _name(result: Result) -> str:
    return result.round.title if result.round else "Chung cuộc"


def _facts(result: Result, counted: Recount) -> dict[str, object]:
    return {
        "round": result.round.key if result.round else None,
        "number": result.number,
        "sha256": result.sha256,
        "equal": counted.equal,
        "differences": list(counted.differences),
    }


def _show(found: list[tuple[Result, Recount]]) -> None:
    table = Table(title="Tính lại kết quả đã công bố", title_justify="left")
    for heading in ("Kết quả", "Số", "Tính lại", "Mã băm"):
        table.add_column(heading, overflow="fold")
    for result, counted in found:
        differing = ", ".join(_TABLES.get(name, name) for name in counted.differences)
        said = "trùng khớp" if counted.equal else f"KHÁC: {differing}"
        table.add_row(_name(result), str(result.number), said, result.sha256)
    screen.print(table)
