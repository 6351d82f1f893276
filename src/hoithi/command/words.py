"""The words around the commands: headings of the help, and what is wrong with what was typed."""

from typing import Any

from cyclopts import App
from cyclopts.exceptions import (
    CoercionError,
    CycloptsError,
    MissingArgumentError,
    RepeatArgumentError,
    UnknownCommandError,
    UnknownOptionError,
    ValidationError,
)
from cyclopts.help import DefaultFormatter
from cyclopts.panel import CycloptsPanel
from rich.console import Console, ConsoleOptions
from rich.text import Text

from hoithi.command.screen import say_json

_PLACES = {"COMMAND": "LỆNH", "[OPTIONS]": "[TÙY CHỌN]", "[ARGS]": "[ĐỐI SỐ]", "ARGS": "ĐỐI SỐ"}


class Help(DefaultFormatter):
    """The usual help with a Vietnamese line of use."""

    def render_usage(self, console: Console, options: ConsoleOptions, usage: Any) -> None:
        """ "Cách dùng: hoithi LỆNH"."""
        del options
        if usage:
            words = [_PLACES.get(word, word) for word in str(usage).split()]
            console.print(Text(f"Cách dùng: {' '.join(words)}", style="bold"))


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
        typed = " ".join(token.value for token in error.argument.tokens) if error.argument else ""
        return f"Giá trị “{typed}” của {name} không dùng được."
    return f"Câu lệnh chưa đúng: {error}"
