"""The words around the commands: headings of the help, and what is wrong with what was typed."""

from collections.abc import Iterator
from datetime import date
from typing import Any, get_args

from cyclopts import App, Argument
from cyclopts.exceptions import (
    CoercionError,
    CycloptsError,
    MissingArgumentError,
    RepeatArgumentError,
    UnknownCommandError,
    UnknownOptionError,
    UnusedCliTokensError,
    ValidationError,
)
from cyclopts.help import DefaultFormatter, HelpEntry, HelpPanel, InlineText
from cyclopts.panel import CycloptsPanel
from rich.console import Console, ConsoleOptions
from rich.text import Text

from hoithi.command.screen import say_json

_PLACES = {
    "COMMAND": "LỆNH",
    "[OPTIONS]": "[TÙY CHỌN]",
    "[ARGS]": "[ĐỐI SỐ]",
    "[ARGS...]": "[ĐỐI SỐ...]",
    "INT": "SỐ",
    "FLOAT": "SỐ",
    "STR": "CHỮ",
    "CHOICE": "GIÁ-TRỊ",
    "DATE": "NGÀY",
    "PATH": "ĐƯỜNG-DẪN",
}
_FLAGS = {"True": "có", "False": "không"}


class Help(DefaultFormatter):
    """The usual help with a Vietnamese line of use and Vietnamese notes on the options."""

    def __call__(self, console: Console, options: ConsoleOptions, panel: HelpPanel) -> None:
        """One frame of the help."""
        entries = [_in_vietnamese(entry) for entry in panel.entries]
        super().__call__(console, options, panel.copy(entries=entries))

    def render_usage(self, console: Console, options: ConsoleOptions, usage: Any) -> None:
        """ "Cách dùng: hoithi LỆNH"."""
        del options
        if usage:
            words = [_PLACES.get(word, word) for word in str(usage).split()]
            console.print(Text(f"Cách dùng: {' '.join(words)}", style="bold"))


def _in_vietnamese(entry: HelpEntry) -> HelpEntry:
    """The line of an option with its notes as words of its description."""
    if isinstance(entry.description, InlineText):
        for note in _notes(entry):
            entry.description.append(Text(f"[{note}]", style="dim"))
    return entry.copy(
        metavar=_PLACES.get(entry.metavar or "", entry.metavar),
        choices=None,
        env_var=None,
        default=None,
        required=False,
    )


def _notes(entry: HelpEntry) -> Iterator[str]:
    if entry.choices:
        yield f"chọn: {', '.join(entry.choices)}"
    if entry.env_var:
        yield f"biến môi trường: {', '.join(entry.env_var)}"
    if entry.default is not None:
        yield f"mặc định: {_FLAGS.get(entry.default, entry.default)}"
    if entry.required:
        yield "bắt buộc"


def app_named(name: str, told: str) -> App:
    """A command that holds others, with the headings of its help in Vietnamese."""
    return App(
        name=name,
        help=told,
        group_commands="Lệnh",
        group_arguments="Đối số",
        group_parameters="Tham số",
    )


def named(app: App) -> App:
    """The same app with its own two options told in Vietnamese."""
    for flag in app.help_flags:
        app[flag].help = "In hướng dẫn này."
    for flag in app.version_flags:
        app[flag].help = "In phiên bản."
    return app


def wrong(error: CycloptsError) -> Any:
    """What is wrong with the words typed; for a program where it asked for JSON."""
    told = _told(error)
    if "--json" in (error.root_input_tokens or ()):
        say_json({"error": told})
    return CycloptsPanel(told, title="Lỗi")


def _told(error: CycloptsError) -> str:
    name = error.argument.name if error.argument else ""
    if isinstance(error, UnknownOptionError):
        return f"Không có tùy chọn {error.token.keyword or error.token.value}."
    if isinstance(error, UnknownCommandError):
        return f"Không có lệnh {' '.join((error.unused_tokens or [])[:1])}. Xem: hoithi --help"
    if isinstance(error, MissingArgumentError):
        return f"Thiếu {name}."
    if isinstance(error, RepeatArgumentError):
        return f"{name} chỉ được ghi một lần."
    if isinstance(error, CoercionError | ValidationError):
        return _unusable(name, error.argument)
    if isinstance(error, UnusedCliTokensError):
        return f"Thừa: {' '.join(error.unused_tokens or [])}. Xem: hoithi LỆNH --help"
    return "Câu lệnh chưa đúng. Xem: hoithi LỆNH --help"


def _unusable(name: str, argument: Argument | None) -> str:
    typed = " ".join(token.value for token in argument.tokens) if argument else ""
    told = f"Giá trị “{typed}” của {name} không dùng được."
    if argument and date in get_args(argument.hint):
        return f"{told} Ghi năm-tháng-ngày, ví dụ 2026-11-30."
    choices = argument.get_choices() if argument else None
    return f"{told} Chọn một trong: {', '.join(choices)}." if choices else told
