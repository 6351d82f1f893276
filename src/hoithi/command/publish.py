"""`hoithi publish`: writes the public pages of results as files, the same bytes as are served."""

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from hoithi.command.screen import Exit, progress, refuse, say_json, screen
from hoithi.contests.queries import public_contests
from hoithi.kit import clock
from hoithi.results.models import Result
from hoithi.results.queries.published import all_published
from hoithi.web.public import still
from hoithi.web.public.shown import Published

_LANGUAGE = "vi"
_INDEX = "index.html"


def publish(folder: Path, *, json: bool = False) -> None:
    """Ghi các trang kết quả đã công bố thành tệp để đặt trên máy chủ tĩnh hoặc bộ nhớ đệm.

    Kết quả chưa đến giờ công bố không được ghi. Tệp không đổi thì để nguyên.

    Parameters
    ----------
    folder
        Thư mục nhận tệp; chưa có thì tạo.
    json
        In số tệp cho chương trình đọc.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        refuse(f"Không ghi được vào {folder}: {error.strerror}.", Exit.CANNOT)
    results = [r for contest in public_contests() for r in all_published(contest, at=clock.now())]
    written = kept = 0
    with progress() as bar:
        task = bar.add_task("Đang ghi", total=len(results))
        for result in results:
            for path, body in _pages(result, _newest(result, results)):
                changed = _write(folder / path, body)
                written, kept = written + changed, kept + (not changed)
            bar.advance(task)
    if json:
        say_json({"results": len(results), "written": written, "unchanged": kept})
    else:
        screen.print(f"{len(results)} kết quả: ghi {written} tệp, {kept} tệp không đổi.")


def _newest(result: Result, results: list[Result]) -> int:
    key = (result.contest_id, result.round_id)
    return max(one.number for one in results if (one.contest_id, one.round_id) == key)


def _pages(result: Result, newest: int) -> Iterator[tuple[PurePosixPath, bytes]]:
    """Every page under the result's number; of the newest also under the short address."""
    rests = list(still.addresses(Published(result)))
    for numbered in (True, False) if result.number == newest else (True,):
        place = still.addressed(result, newest=newest, numbered=numbered)
        for rest in rests:
            address = f"{place.base}{rest}".lstrip("/")
            path = PurePosixPath(address + _INDEX if address.endswith("/") else address)
            yield path, still.make(result, place, rest, _LANGUAGE).body


def _write(path: Path, body: bytes) -> bool:
    """Puts the bytes there in one step, so that a server never sends half a page."""
    if path.exists() and path.read_bytes() == body:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_name(f".{path.name}.new")
    half.write_bytes(body)
    half.replace(path)
    return True
