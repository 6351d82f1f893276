"""Uploads are told by their bytes, bounded, and on disk before anything says so."""

import hashlib
import io
import stat
import zipfile

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoithi import wording
from hoithi.files import actions, queries
from hoithi.files.facts import FileKind, FileRefused, Reason, clean_name, path_of
from hoithi.files.models import StoredFile
from hoithi.web.files import sent
from tests import make

PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n"
PNG = b"\x89PNG\r\n\x1a\n" + b"\x00" * 20
JPEG = b"\xff\xd8\xff\xe0" + b"\x00" * 20
WEBP = b"RIFF\x10\x00\x00\x00WEBPVP8 "


def packed(**members: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name.replace("__", "/"), data)
    return file.getvalue()


def workbook() -> bytes:
    file = io.BytesIO()
    openpyxl.Workbook().save(file)
    return file.getvalue()


DOCX = packed(**{"word/document.xml": b"<w/>", "[Content_Types].xml": b"<t/>"})
BOMB = packed(**{"word/document.xml": b"\x00" * (101 * 1024 * 1024)})
MACRO = packed(**{"xl/workbook.xml": b"<w/>", "xl/vbaProject.bin": b"x"})


def kept(data, name, allowed=tuple(FileKind)):
    return actions.store(data, name, body=make.body(), by=None, at=make.AT, allowed=allowed)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (PDF, "Kế hoạch 12.PDF", FileKind.PDF),
        (PNG, "a.png", FileKind.PNG),
        (JPEG, "a.jpeg", FileKind.JPEG),
        (WEBP, "a.webp", FileKind.WEBP),
        (DOCX, "a.docx", FileKind.DOCX),
        (workbook(), "a.xlsx", FileKind.XLSX),
        ("Họ và tên;Đơn vị\nAn;Xã".encode(), "a.csv", FileKind.CSV),
        ("Họ và tên\tĐơn vị".encode("utf-16"), "a.txt", FileKind.CSV),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le"), "a.xls", "xls"),
    ],
)
def test_a_file_is_kept_under_its_hash(data, name, kind):
    stored = kept(data, name)
    assert (stored.media_type, stored.size, stored.sha256) == (
        FileKind(kind).media_type,
        len(data),
        hashlib.sha256(data).hexdigest(),
    )
    with queries.opened(stored) as file:
        assert file.read() == data
    assert stat.S_IMODE(path_of(stored.sha256).stat().st_mode) == 0o600


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("data", "name", "reason"),
    [
        (b"", "a.pdf", Reason.EMPTY),
        (PDF, "a.docx", Reason.RENAMED),
        (PDF, "a", Reason.RENAMED),
        (PNG, "a.jpg", Reason.RENAMED),
        (b"MZ\x90\x00\x03", "a.pdf", Reason.KIND_NOT_ALLOWED),
        (b"\x7fELF\x02\x01", "a.csv", Reason.KIND_NOT_ALLOWED),
        (b"<!doctype html><script>", "a.csv", Reason.RENAMED),
        (b"  \n<svg xmlns='x'>", "a.csv", Reason.KIND_NOT_ALLOWED),
        (b"\xef\xbb\xbf<svg/>", "a.txt", Reason.KIND_NOT_ALLOWED),
        ("<html>".encode("utf-16"), "a.csv", Reason.KIND_NOT_ALLOWED),
        (b"#!/bin/sh\n", "a.csv", Reason.KIND_NOT_ALLOWED),
        (packed(a=b"1"), "a.docx", Reason.RENAMED),
        (MACRO, "a.xlsx", Reason.KIND_NOT_ALLOWED),
        (DOCX[:-30], "a.docx", Reason.DAMAGED),
        (PDF + DOCX, "a.docx", Reason.RENAMED),
        (b"GIF89a" + DOCX, "a.png", Reason.KIND_NOT_ALLOWED),
        (packed(**{"../../etc/cron.d/x": b"*"}), "a.docx", Reason.RENAMED),
        (BOMB, "a.docx", Reason.BOMB),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "a.xlsx",
            Reason.PASSWORD,
        ),
    ],
)
def test_a_file_is_refused_with_a_sentence_and_nothing_is_stored(data, name, reason):
    with pytest.raises(FileRefused) as caught:
        kept(data, name)
    assert caught.value.reason == reason
    assert wording.sentence(caught.value).endswith(".")
    assert not StoredFile.objects.exists()


@pytest.mark.django_db
def test_a_kind_that_this_place_does_not_take_is_refused():
    with pytest.raises(FileRefused) as caught:
        kept(PNG, "a.png", allowed=[FileKind.PDF])
    assert "PDF" in wording.sentence(caught.value)


class Endless(io.RawIOBase):
    """Two hundred megabytes that nobody should read to their end."""

    given = 0

    def read(self, size: int = -1) -> bytes:
        self.given += size
        return b"\x00" * size if self.given < 200 * 1024**2 else b""


@pytest.mark.django_db
def test_a_huge_upload_is_left_off_at_the_limit():
    upload = Endless()
    with pytest.raises(FileRefused) as caught:
        kept(upload, "a.pdf")
    assert caught.value.reason == Reason.TOO_BIG
    assert upload.given <= 22 * 1024**2


@pytest.mark.parametrize(
    ("sent_name", "kept_name"),
    [
        ("../../etc/passwd.pdf", "passwd.pdf"),
        ("C:\\Tài liệu\\Kế hoạch.docx", "Kế hoạch.docx"),
        ("a\x00b\u202efdp.exe.pdf", "abfdp.exe.pdf"),
        ('a"b<c>:d?.pdf', "a-b-c-d-.pdf"),
        ("...", "tep"),
        ("", "tep"),
        ("x" * 300 + ".xlsx", "x" * 115 + ".xlsx"),
        ("x" * 300, "x" * 120),
    ],
)
def test_names_are_cleaned(sent_name, kept_name):
    assert clean_name(sent_name) == kept_name


@given(st.text(max_size=300))
def test_a_clean_name_is_short_stays_clean_and_has_no_path(name):
    cleaned = clean_name(name)
    assert 0 < len(cleaned) <= 120
    assert not set(cleaned) & set('/\\\0\n"')
    assert clean_name(cleaned) == cleaned


@pytest.mark.django_db
def test_a_file_is_sent_to_be_saved_only():
    response = sent(kept(PDF, "Kế hoạch.pdf"))
    assert response["Content-Disposition"].startswith("attachment;")
    assert (response["X-Content-Type-Options"], response["Content-Type"]) == (
        "nosniff",
        "application/pdf",
    )
    assert b"".join(response.streaming_content) == PDF
    response.close()
