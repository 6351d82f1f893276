"""The `hoithi` command."""

import os
import sys

import django
from cyclopts import App

from hoithi.command.words import Help, named, wrong

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hoithi.config.settings")

_COMMANDS = {
    "serve": ("serve:serve", "Chạy máy chủ."),
    "demo": ("demo:demo", "Nạp dữ liệu dùng thử với người dự thi giả định."),
    "migrate": ("migrate:migrate", "Tạo hoặc nâng cấp các bảng của cơ sở dữ liệu."),
    "operator": ("people:operator", "Người quản trị hệ thống."),
    "units": ("people:units", "Danh mục đơn vị hành chính."),
    "erase": ("people:erase", "Xóa thông tin cá nhân đã hết thời hạn lưu giữ."),
    "keys": ("people:keys", "Khóa mã hóa thông tin cá nhân."),
    "plan": ("plan:plan", "Việc với một văn bản kế hoạch."),
    "campaign": ("campaign:campaign", "Việc với một kế hoạch đang triển khai."),
    "bank": ("bank:bank", "Việc với ngân hàng câu hỏi."),
    "contest": ("contest:contest", "Việc với một cuộc thi."),
    "rehearse": ("rehearse:rehearse", "Thử tải bằng người giả định trên bản chạy thử."),
    "check": ("check:check", "Kiểm tra hệ thống đã sẵn sàng cho ngày thi chưa."),
    "verify": ("verify:verify", "Tính lại kết quả đã công bố rồi so với bản đã công bố."),
    "publish": ("publish:publish", "Ghi các trang kết quả đã công bố thành tệp."),
    "backup": ("backup:backup", "Sao lưu cơ sở dữ liệu và tệp đính kèm."),
    "restore": ("backup:restore", "Phục hồi một bản sao lưu vào thư mục dữ liệu trống."),
}

app = named(
    App(
        name="hoithi",
        help="Đưa kế hoạch vào, hội thi chạy.",
        help_formatter=Help(),
        error_formatter=wrong,
        group_commands="Lệnh",
        group_arguments="Đối số",
        group_parameters="Tham số",
    )
)
# By name: `hoithi --help` loads no Django, and tables are there when a command is imported.
for _name, (_place, _help) in _COMMANDS.items():
    app.command(f"hoithi.command.{_place}", name=_name, help=_help)
app.command("hoithi.command.worker:worker", name="worker", show=False)


def main() -> None:
    """Runs the command with the arguments of the process."""
    if not sys.argv[1:2] or sys.argv[1].startswith("-"):
        app()
        return
    django.setup()
    _tell_whole(sys.argv[1])
    app()


def _tell_whole(name: str) -> None:
    """The help of one command is all that its docstring says, not the line of the list."""
    if name in _COMMANDS and app[name].default_command:
        app[name].help = None
