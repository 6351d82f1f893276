"""The table of norms that a body enters: the most that a prize may be worth, by which document."""

from datetime import date
from pathlib import Path

from hoithi.command.screen import Exit, refuse
from hoithi.core.plans.checking import PrizeNorm
from hoithi.core.plans.lexicon import bare, meaning
from hoithi.documents.spreadsheets import Column, Kind, Row, Weight, read_table
from hoithi.wording.spreadsheets import doubt_sentence

_LEVELS = {"Trung ương": "central", "Tỉnh": "province", "Huyện": "district", "Xã": "commune"}
_SCOPES = {"Cá nhân": "individual", "Tập thể": "collective"}
COLUMNS = (
    Column("most", ("Mức tối đa (đồng)", "Mức tối đa", "Mức chi"), required=True, kind=Kind.WHOLE),
    Column("document", ("Văn bản",), required=True),
    Column("article", ("Điều, khoản", "Điều", "Điều khoản"), required=True),
    Column("since", ("Từ ngày",), required=True, kind=Kind.DATE),
    Column("until", ("Đến hết ngày", "Đến ngày"), kind=Kind.DATE),
    Column("level", ("Cấp",), choices=tuple(_LEVELS)),
    Column("scope", ("Đối tượng",), choices=tuple(_SCOPES)),
    Column("rank", ("Giải",), choices=("Đặc biệt", "Nhất", "Nhì", "Ba", "Khuyến khích")),
)


def norms_of(file: Path) -> tuple[PrizeNorm, ...]:
    """The norms of an .xlsx or CSV table; a table with a doubtful line is refused whole."""
    try:
        data = file.read_bytes()
    except OSError:
        refuse(f"Không mở được tệp {file}.", Exit.NO_INPUT)
    table = read_table(data, file.name, COLUMNS)
    for doubt in table.doubts:
        if doubt.reason.weight is not Weight.NOTE:
            where = f"Dòng {doubt.line}: " if doubt.line else ""
            refuse(f"Bảng mức chi {file}. {where}{doubt_sentence(doubt)}")
    partial = [row.line for row in table.rows if not _has_whole_days(row)]
    if partial:
        refuse(f"Bảng mức chi {file}. Dòng {partial[0]}: hãy ghi đủ ngày, tháng, năm.")
    return tuple(_norm(row) for row in table.rows)


def _has_whole_days(row: Row) -> bool:
    days = (row.values["since"], row.values["until"])
    return all(len(day) in {0, len("2026-01-01")} for day in days)


def _norm(row: Row) -> PrizeNorm:
    values = row.values
    until = date.fromisoformat(values["until"]) if values["until"] else None
    return PrizeNorm(
        int(values["most"]),
        values["document"],
        values["article"],
        date.fromisoformat(values["since"]),
        until,
        _LEVELS.get(values["level"]),
        _SCOPES.get(values["scope"]),
        meaning("prize_ranks").get(bare(values["rank"])) if values["rank"] else None,
    )
