"""`hoithi check`: is this installation ready for the day?"""

import sys
from dataclasses import asdict

from rich.table import Table

from hoithi.command.screen import Exit, say_json, screen
from hoithi.kit import clock
from hoithi.rehearsals.readiness import Level, all_lines

_SAID = {
    Level.OK: "[green]ĐẠT[/green]",
    Level.ATTENTION: "[yellow]CHÚ Ý[/yellow]",
    Level.FAULT: "[red]LỖI[/red]",
}


def check(*, json: bool = False) -> None:
    """Kiểm tra hệ thống đã sẵn sàng cho ngày thi chưa. Mã kết thúc 1 là có lỗi phải sửa.

    Parameters
    ----------
    json
        In từng dòng cho chương trình đọc.
    """
    lines = list(all_lines(clock.now()))
    if json:
        say_json([asdict(line) for line in lines])
    else:
        table = Table(title="Sẵn sàng cho ngày thi", title_justify="left", show_lines=True)
        for heading in ("", "Nội dung", "Hiện trạng", "Việc cần làm"):
            table.add_column(heading, overflow="fold")
        for line in lines:
            table.add_row(_SAID[line.level], line.name, line.found, line.to_do)
        screen.print(table)
    if any(line.level is Level.FAULT for line in lines):
        sys.exit(Exit.FOUND)
