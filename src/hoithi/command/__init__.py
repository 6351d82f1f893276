"""The `hoithi` command."""

import os
import sys

import django
from cyclopts import App

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hoithi.config.settings")

app = App(name="hoithi", help="Đưa kế hoạch vào, hội thi chạy.")
# By name: `hoithi --help` loads no Django, and tables are there when a command is imported.
app.command("hoithi.command.serve:serve", name="serve")
app.command("hoithi.command.demo:demo", name="demo")
app.command("hoithi.command.migrate:migrate", name="migrate")
app.command("hoithi.command.people:operator", name="operator")
app.command("hoithi.command.people:units", name="units")
app.command("hoithi.command.people:erase", name="erase")
app.command("hoithi.command.people:keys", name="keys")
app.command("hoithi.command.contest:contest", name="contest")
app.command("hoithi.command.rehearse:rehearse", name="rehearse")
app.command("hoithi.command.check:check", name="check")
app.command("hoithi.command.verify:verify", name="verify")
app.command("hoithi.command.publish:publish", name="publish")
app.command("hoithi.command.backup:backup", name="backup")
app.command("hoithi.command.backup:restore", name="restore")
app.command("hoithi.command.worker:worker", name="worker", show=False)


def main() -> None:
    """Runs the command with the arguments of the process."""
    if not sys.argv[1:2] or sys.argv[1].startswith("-"):
        app()
        return
    django.setup()
    app()
