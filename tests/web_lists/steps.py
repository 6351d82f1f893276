"""What the tests of lists do again and again: enter, drop a table, read what comes back."""

import csv
import io
import re

import openpyxl
from django.core.files.uploadedfile import SimpleUploadedFile

from hoithi.entries import actions, queries
from hoithi.people.models import UnitVersion
from tests import make
from tests.entries.make import AN


def address(contest, rest):
    """An address of the contest's desk."""
    return f"/quan-tri/cuoc-thi/{contest.slug}/{rest}"


def enter(contest, unit="Thôn Đông", **changes):
    """Somebody enters for this unit."""
    found = UnitVersion.objects.get(unit__body=contest.body, name=unit)
    answers = {**AN, "unit": str(found.unit_id), **changes}
    return actions.enter(queries.current_door(contest, at=make.AT), answers, at=make.AT).entrant


def table(name, *lines):
    """A table as offices send it, with title lines above."""
    book = openpyxl.Workbook()
    for line in (["UBND XÃ HÒA SƠN"], ["DANH SÁCH"], [], *lines):
        book.active.append(line)
    file = io.BytesIO()
    book.save(file)
    return SimpleUploadedFile(name, file.getvalue())


def reference(answer, number=0):
    """What a preview sends back to name its file."""
    return re.findall(r'name="tep" value="([^"]+)"', answer.content.decode())[number]


def cells(answer):
    """The lines of an .xlsx that was taken away."""
    sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).active
    return [list(row) for row in sheet.iter_rows(values_only=True)]


def lines_of(answer):
    """The lines below the heading of a CSV that was taken away."""
    return list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))[1:]


def replaced(contact, page, file):
    """A list is dropped over the one that is there, looked at and confirmed; the last answer."""
    return confirmed(contact, page, contact.post(page, {"tep": file}))


def confirmed(contact, page, shown):
    """Presses "Thay danh sách" on the preview."""
    stamp = re.search(r'name="ban" value="([^"]+)"', shown.content.decode())
    return contact.post(f"{page}thay/", {"tep": reference(shown), "ban": stamp[1]})
