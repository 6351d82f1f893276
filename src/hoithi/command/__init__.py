"""The `hoithi` command."""

import os

from cyclopts import App

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hoithi.config.settings")

app = App(name="hoithi", help="Đưa kế hoạch vào, hội thi chạy.")


def main() -> None:
    """Runs the command with the arguments of the process."""
    app()
