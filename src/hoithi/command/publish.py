"""`hoithi publish`: writes the public pages of results as files, the same bytes as are served."""

from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings

from hoithi.command.screen import (
    Exit,
    progress,
    read_by_program,
    reason_of,
    refuse,
    say_json,
    screen,
)
from hoithi.kit import clock
from hoithi.web.public import files


def publish(folder: Path, *, address: str = "", json: bool = False) -> None:
    """Ghi các trang kết quả đã công bố thành tệp để đặt trên máy chủ tĩnh hoặc bộ nhớ đệm.

    Ghi cả JSON, CSV, nguồn tin RSS và lịch. Kết quả chưa đến giờ công bố không được ghi. Tệp không
    đổi thì để nguyên.

    Parameters
    ----------
    folder
        Thư mục nhận tệp; chưa có thì tạo.
    address
        Địa chỉ công khai ghi trong RSS và lịch; mặc định là HOITHI_ADDRESS.
    json
        In số tệp cho chương trình đọc.
    """
    read_by_program(json)
    site = _site(address or settings.PUBLIC_ADDRESS)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        refuse(f"Không ghi được vào {folder}: {reason_of(error)}.", Exit.CANNOT)
    written, kept = _write(folder, site)
    if json:
        say_json({"written": written, "unchanged": kept, "feeds": bool(site)})
        return
    screen.print(f"Ghi {written} tệp, {kept} tệp không đổi.")
    if not site:
        screen.print(_NO_FEEDS)


_NO_FEEDS = (
    "Chưa ghi RSS và lịch vì chưa biết địa chỉ công khai: đặt HOITHI_ADDRESS hoặc thêm --address."
)


def _site(address: str) -> str:
    """The address under which readers find the pages; empty where none is known."""
    parts = urlsplit(address)
    if address and not (parts.scheme in {"http", "https"} and parts.hostname):
        refuse(f"“{address}” không phải địa chỉ công khai; ghi như https://thi.example.vn.")
    return address.rstrip("/")


def _write(folder: Path, site: str) -> tuple[int, int]:
    written = kept = 0
    parts = list(files.parts(at=clock.now(), site=site))
    with progress() as bar:
        task = bar.add_task("Đang ghi", total=len(parts))
        for title, pages in parts:
            bar.update(task, description=title[:40])
            changed, unchanged = files.write(folder, pages)
            written, kept = written + changed, kept + unchanged
            bar.advance(task)
    files.copy_styles(folder)
    return written, kept
