"""`hoithi rehearse`: load on a running server, with a verdict."""

import asyncio
import sys
from typing import Annotated, Any

from cyclopts import Parameter
from cyclopts.validators import Number
from rich.table import Table

from hoithi.command.screen import Exit, aside, progress, read_by_program, refuse, say_json, screen
from hoithi.core.rehearsing import Verdict, verdict
from hoithi.core.vietnamese.numbers import dotted
from hoithi.rehearsals.load import (
    KINDS,
    Measured,
    NothingOpen,
    NotRehearsed,
    Scene,
    crowd_for,
    loaded,
    scene_at,
)
from hoithi.rehearsals.remote import Address, Remote, Unreachable

_People = Annotated[
    int, Parameter(validator=Number(gte=1, lte=20_000), help="Số người làm bài cùng lúc.")
]
_Seconds = Annotated[
    int, Parameter(validator=Number(gte=1, lte=3_600), help="Trong bao nhiêu giây.")
]
_TITLES = {
    "entries": "Đăng ký",
    "starts": "Nhận đề",
    "saves": "Lưu bài",
    "submissions": "Nộp bài",
}
_SHARES = {"p50": 0.5, "p95": 0.95, "p99": 0.99}


def rehearse(
    url: str,
    *,
    people: _People = 300,
    seconds: _Seconds = 60,
    json: bool = False,
) -> None:
    """Cho nhiều người giả định làm bài cùng lúc trên một máy chủ đang chạy, rồi kết luận.

    Chỉ dùng với bản chạy thử (nút “Chạy thử”, đường dẫn “Làm thử”). Mã kết thúc 1 là máy chủ
    chưa đạt.

    Parameters
    ----------
    url
        Đường dẫn làm thử, ví dụ https://hoithi.example.vn/chay-thu-0123456789abcdef/
    json
        In kết quả cho chương trình đọc.
    """
    read_by_program(json)
    address = Address.of(url)
    if address is None:
        refuse("Đường dẫn không đúng. Hãy chép đường dẫn “Làm thử” ở trang Chạy thử.")
    scene, measured = asyncio.run(_held(address, people, seconds))
    found = verdict(measured.load)
    say_json(_facts(scene, people, measured, found)) if json else _show(scene, measured)
    (aside if json else screen).print(_sentence(found, people, measured))
    sys.exit(Exit.DONE if found is Verdict.GOOD else Exit.FOUND)


async def _held(address: Address, people: int, seconds: int) -> tuple[Scene, Measured]:
    remote = Remote(address, people)
    try:
        scene = await scene_at(remote, address.slug)
        crowd = crowd_for(scene, people)
        with progress() as bar:
            task = bar.add_task("Người đã làm xong", total=len(crowd))
            told = lambda _measured: bar.advance(task)  # noqa: E731 - the bar is known here only
            return scene, await loaded(remote, scene, crowd, seconds, told)
    except NotRehearsed:
        refuse(
            "Địa chỉ này không phải bản chạy thử, hoặc bản chạy thử đã được xóa. Người giả định "
            "không bao giờ vào cuộc thi thật. Hãy bấm “Chạy thử” và chép đường dẫn “Làm thử”."
        )
    except NothingOpen:
        refuse("Bản chạy thử không có đợt nào đang mở. Hãy chạy thử lại.")
    except Unreachable as unreachable:
        refuse(f"Không kết nối được với máy chủ: {unreachable}.", Exit.NO_INPUT)
    finally:
        remote.close()


def _facts(scene: Scene, people: int, measured: Measured, found: Verdict) -> dict[str, Any]:
    return {
        "contest": scene.slug,
        "people": people,
        "packets": {
            kind: {"count": measured.count(kind), **_times(measured, kind)} for kind in KINDS
        },
        "errors": dict(measured.errors.most_common()),
        "verdict": found.value,
    }


def _times(measured: Measured, kind: str) -> dict[str, float]:
    return {f"{name}_ms": measured.milliseconds(kind, share) for name, share in _SHARES.items()}


def _show(scene: Scene, measured: Measured) -> None:
    table = Table(title=scene.title, title_justify="left")
    table.add_column("")
    for heading in ("Số lần", "Một nửa xong trong", "95% trong", "99% trong"):
        table.add_column(heading, justify="right")
    for kind in KINDS:
        times = [f"{dotted(round(one))} ms" for one in _times(measured, kind).values()]
        table.add_row(_TITLES[kind], dotted(measured.count(kind)), *times)
    screen.print(table)
    for code, times_refused in measured.errors.most_common():
        screen.print(f"Lỗi {code}: {dotted(times_refused)} người")


def _sentence(found: Verdict, people: int, measured: Measured) -> str:
    load, count = measured.load, dotted(people)
    start, save = dotted(round(load.start_p99_ms)), dotted(round(load.save_p99_ms))
    return {
        Verdict.GOOD: f"ĐẠT: {count} người làm bài cùng lúc, không có lỗi; 99% lần nhận đề xong "
        f"trong {start} ms, 99% lần lưu bài xong trong {save} ms.",
        Verdict.SLOW: f"CHẬM: {count} người làm bài được, không có lỗi, nhưng 99% lần nhận đề mất "
        f"đến {start} ms và lưu bài đến {save} ms (mục tiêu 3.000 và 300 ms). Hãy thử lại khi "
        "máy chủ không bận việc khác, hoặc tăng cấu hình máy chủ.",
        Verdict.BAD: f"CHƯA ĐẠT: {dotted(load.errors)} trên {count} người gặp lỗi. Hãy xem các "
        "lỗi ở trên và nhật ký của máy chủ.",
        Verdict.EMPTY: "CHƯA KẾT LUẬN: không ai nhận được đề trong thời gian thử.",
    }[found]
