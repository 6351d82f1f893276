"""Essays and their marks taken away: the table, and everything in one archive."""

from datetime import datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hoithi.documents.spreadsheets import Column, write_csv
from hoithi.essays.actions.taking_away import record_taken
from hoithi.essays.queries import Marked, marked
from hoithi.essays.queries.texts import all_texts
from hoithi.files.facts.errands import Made, Wanted
from hoithi.files.models import Errand
from hoithi.kit import clock
from hoithi.web.errands import hand_on
from hoithi.web.once import taken_once
from hoithi.web.organiser.essays.desk import At, at_desk
from hoithi.web.request import SignedInRequest
from hoithi.web.tables import Asked, TableOut, table_view
from hoithi.wording.essays import stage

_COLUMNS = (
    Column("number", ("Số phách",)),
    Column("name", ("Người dự thi",)),
    Column("unit", ("Đơn vị",)),
    Column("points", ("Điểm câu hỏi khác",)),
    Column("first", ("Người chấm 1",)),
    Column("first_total", ("Điểm 1",)),
    Column("second", ("Người chấm 2",)),
    Column("second_total", ("Điểm 2",)),
    Column("difference", ("Chênh lệch",)),
    Column("third", ("Người chấm 3",)),
    Column("third_total", ("Điểm 3",)),
    Column("final", ("Điểm chính thức",)),
    Column("state", ("Tình trạng",)),
    Column("sha256", ("SHA-256 của bài",)),
)
_MIDNIGHT = (1980, 1, 1, 0, 0, 0)
"""The same essays give the same archive, whenever it is made."""


@table_view
def essays_out(asked: Asked, slug: str, key: str, part: str) -> TableOut:
    """Every essay with its markers, their marks and the final one."""
    place = at_desk(asked.person, slug, key, part, at=asked.at)
    rows = [_line(one) for one in marked(place.begun, place.part)]
    title = _("Bảng chấm bài tự luận")
    return TableOut(title, _COLUMNS, rows).called(f"bang-cham-{key}", place.round.contest.body)


def _line(one: Marked) -> list[str | int | None]:
    turns = [(task.marker.person.full_name, _text(total)) for task, total in one.turns]
    first, second, third = [*turns, ("", ""), ("", ""), ("", "")][:3]
    unit = one.essay.entrant.unit
    return [
        one.essay.number,
        one.essay.entrant.name,
        unit.name if unit else "",
        _text(one.essay.points),
        *first,
        *second,
        _text(one.outcome.difference),
        *third,
        _text(one.outcome.points),
        stage(one.outcome.stage),
        one.essay.sha256,
    ]


def _text(number: object) -> str:
    return "" if number is None else f"{number:f}".replace(".", ",")


@require_POST
@login_required
@taken_once
def essays_archive(request: SignedInRequest, slug: str, key: str, part: str) -> HttpResponse:
    """Lets the worker put every essay, the table and the hashes into one archive."""
    place = at_desk(request.user, slug, key, part, at=clock.now())
    wanted = Wanted(
        made_archive,
        {"slug": slug, "key": key, "part": part, "marking": place.begun.pk},
        title=_("Hồ sơ lưu trữ bài tự luận"),
        onward=reverse("essays_desk", args=[slug, key, part]),
        body=place.round.contest.body,
    )
    return hand_on(request, wanted)


def made_archive(errand: Errand, at: datetime) -> Made:
    """The archive: one text file an essay under its number, and the table of marks."""
    wish = errand.wish
    place = at_desk(errand.person, wish["slug"], wish["key"], wish["part"], at=at)
    data, count = _zipped(place)
    record_taken(place.begun, count, by=errand.person, at=at)
    told = _("Đã đóng gói %(count)s bài.") % {"count": count}
    return Made(told, data, f"bai-tu-luan-{wish['key']}.zip", "application/zip")


def _zipped(place: At) -> tuple[bytes, int]:
    made, count = BytesIO(), 0
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        lines = [_line(one) for one in marked(place.begun, place.part)]
        archive.writestr(ZipInfo("bang-cham.csv", _MIDNIGHT), write_csv(_COLUMNS, lines))
        for essay, texts in all_texts(place.begun):
            told = "\n\n".join(f"{one.stem}\n\n{one.text}" for one in texts)
            name = ZipInfo(f"bai/{essay.number:05}.txt", _MIDNIGHT)
            archive.writestr(name, told.encode("utf-8", "surrogatepass"))
            count += 1
    return made.getvalue(), count
