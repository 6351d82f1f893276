"""`hoithi plan`: what is done with a signed plan from the command line."""

from collections.abc import Iterator
from pathlib import Path

from cyclopts import App
from rich.table import Table

from hoithi.command.plan_check import check
from hoithi.command.plan_import import import_
from hoithi.command.screen import Exit, read_by_program, refuse, say_json, screen
from hoithi.core.plans.as_json import as_json
from hoithi.core.plans.reading import read_plan
from hoithi.core.plans.records import (
    CitedDocument,
    DatedFact,
    Facts,
    Found,
    Place,
    Prize,
    Reading,
)
from hoithi.core.vietnamese.money import amount_text
from hoithi.documents.texts.read import read_text
from hoithi.wording.plans import doubt_sentence, refusal_sentence

plan = App(name="plan", help="Việc với một văn bản kế hoạch.")
plan.command(check)
plan.command(import_, name="import")

_SINGLE = {
    "doc_type": "Tên loại",
    "number": "Số, ký hiệu",
    "issued_on": "Ngày ký",
    "place": "Địa danh",
    "issuing_body": "Cơ quan ban hành",
    "level": "Cấp",
    "title": "Trích yếu",
    "eligible": "Đối tượng tham gia",
    "excluded": "Đối tượng không được tham gia",
    "recipients_count": "Số nơi nhận",
    "signing_authority": "Quyền hạn ký",
}
_LONGEST = 200


@plan.command
def read(file: Path, *, json: bool = False) -> None:
    """Đọc một văn bản (.docx, .pdf có chữ, .html, .txt, .md) và in những gì đã hiểu.

    Mỗi nội dung kèm dòng và vị trí chữ trong văn bản; chỗ nào chưa rõ thì nêu ra để người đọc xem.

    Parameters
    ----------
    file
        Tệp văn bản.
    json
        In kết quả cho chương trình đọc.
    """
    read_by_program(json)
    reading = read_plan(_text(file))
    say_json(as_json(reading)) if json else _show(reading)


def _text(file: Path) -> str:
    try:
        data = file.read_bytes()
    except OSError:
        refuse(f"Không mở được tệp {file}.", Exit.NO_INPUT)
    taken = read_text(data)
    if taken.refused:
        refuse(refusal_sentence(taken))
    return taken.text


def _show(reading: Reading) -> None:
    table = Table(title="Nội dung đã hiểu", title_justify="left")
    for heading in ("Nội dung", "Giá trị", "Dòng"):
        table.add_column(heading)
    for row in _rows(reading):
        table.add_row(*row)
    screen.print(table)
    for doubt in reading.doubts:
        said = f"“{doubt.text[:80]}”" if doubt.text else ""
        screen.print(f"Dòng {doubt.place.line}: {doubt_sentence(doubt)} {said}", markup=False)


def _rows(reading: Reading) -> Iterator[tuple[str, str, str]]:
    facts = reading.facts
    for name, told in _SINGLE.items():
        found = getattr(facts, name)
        if isinstance(found, Found):
            yield told, str(found.value)[:_LONGEST], _line(found.place)
    listed: list[tuple[str, str, Place]] = [
        *(
            ("Văn bản được dẫn", f"{one.number} {one.date or ''}", one.place)
            for one in _cited(facts)
        ),
        *(("Thời gian", f"{one.start} – {one.end}", one.place) for one in facts.periods),
        *(("Thời hạn", _dated(one), one.place) for one in facts.deadlines),
        *(("Mốc thời gian", _dated(one), one.place) for one in facts.milestones),
        *(("Giải thưởng", _prize(one), one.place) for one in facts.prizes),
        *(
            ("Phân công", f"{one.agency}: {one.n_tasks} việc", one.place)
            for one in facts.assignments
        ),
    ]
    if facts.signatory:
        listed.append(("Người ký", facts.signatory.name, facts.signatory.place))
    for told, said, place in listed:
        yield told, said, _line(place)


def _cited(facts: Facts) -> tuple[CitedDocument, ...]:
    return (*facts.legal_bases, *facts.cited)


def _dated(fact: DatedFact) -> str:
    return f"{fact.date}: {fact.what[:80]}"


def _prize(prize: Prize) -> str:
    money = amount_text(prize.amount_vnd) if prize.amount_vnd else ""
    return f"{prize.count or ''} {prize.rank} {money}".strip()


def _line(place: Place) -> str:
    return str(place.line)
