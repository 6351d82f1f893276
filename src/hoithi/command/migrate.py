"""`hoithi migrate`: brings the tables to the version of the program."""

from django.core.management import call_command


def migrate() -> None:
    """Tạo hoặc nâng cấp các bảng của cơ sở dữ liệu."""
    call_command("migrate", verbosity=1)
