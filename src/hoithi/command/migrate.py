"""`hoithi migrate`: brings the tables to the version of the program."""

from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from hoithi.command.screen import screen


def migrate() -> None:
    """Tạo hoặc nâng cấp các bảng của cơ sở dữ liệu."""
    steps = missing_steps()
    if not steps:
        screen.print("Cơ sở dữ liệu đã ở bản mới nhất.")
        return
    with screen.status(f"Đang cập nhật cơ sở dữ liệu ({steps} bước)…"):
        call_command("migrate", verbosity=0, interactive=False)
    screen.print(f"Đã cập nhật cơ sở dữ liệu: {steps} bước.")


def missing_steps() -> int:
    """How many steps the tables are behind the program."""
    executor = MigrationExecutor(connection)
    return len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
