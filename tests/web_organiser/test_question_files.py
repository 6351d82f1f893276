"""Pictures, sounds and films of questions: who adds them, who sees them, what is refused."""

import hashlib
import struct
import zlib

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests import make
from tests.questions.make import bank
from tests.questions.make import question as made_question

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at")]


def chunk(name, data):
    """A part of a PNG file."""
    whole = name + data
    return struct.pack(">I", len(data)) + whole + struct.pack(">I", zlib.crc32(whole))


HEAD = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
POINTS = chunk(b"IDAT", zlib.compress(b"\0\0")) + chunk(b"IEND", b"")
BARE = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", HEAD) + POINTS
PNG = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", HEAD) + chunk(b"tEXt", b"Author\0An") + POINTS
MP3 = b"ID3\x04\0\0\0\0\0\0" + b"\0" * 64


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    """Files of this test only."""
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def version():
    into = bank()
    return made_question(into, by=make.holder("question_writer", over=into.body))


def signed_in(client, version):
    """The author of the question, with a second factor."""
    person = version.author
    person.authenticator_set.create(type="totp", data={"secret": "x"})
    client.force_login(person)


def sends(client, version, data=PNG, name="so-do.png", description="Sơ đồ một cửa"):
    """A file for the question."""
    form = {"file": SimpleUploadedFile(name, data), "description": description}
    return client.post(reverse("question_file_add", args=[version.pk]), form)


def newest(version):
    return version.question.versions.latest("number")


def test_a_picture_goes_with_the_next_version_without_its_traces(client, version):
    signed_in(client, version)
    assert sends(client, version).status_code == 302
    made = newest(version)
    digest = hashlib.sha256(BARE).hexdigest()
    told = {"digest": digest, "name": "so-do.png", "kind": "image", "description": "Sơ đồ một cửa"}
    assert (made.number, made.media, made.stem) == (2, [told], version.stem)
    shown = client.get(reverse("question_file", args=[made.pk, digest]))
    assert (shown.getvalue(), shown["Content-Type"]) == (BARE, "image/png")
    assert client.get(reverse("question_file", args=[version.pk, digest])).status_code == 404
    page = client.get(reverse("question_detail", args=[made.pk])).content.decode()
    assert 'alt="Sơ đồ một cửa"' in page


@pytest.mark.parametrize(
    ("data", "name", "description", "said"),
    [
        pytest.param(PNG, "so-do.png", " ", "lời mô tả", id="no description"),
        pytest.param(PNG[:40], "so-do.png", "Sơ đồ", "Tệp bị hỏng", id="half a picture"),
        pytest.param(MP3, "a.png", "Sơ đồ", "", id="a sound under another name"),
        pytest.param(b"MZ" + b"\0" * 99, "a.mp4", "Phim", "", id="a program"),
        pytest.param(b"<svg onload='x'/>", "a.svg", "Hình", "", id="a drawing with a program"),
        pytest.param(b"", "a.png", "Hình", "Tệp không có nội dung", id="nothing"),
    ],
)
def test_what_is_refused_changes_nothing(client, version, data, name, description, said):
    signed_in(client, version)
    refused = sends(client, version, data, name, description)
    assert refused.status_code == 422
    assert newest(version) == version
    assert said in refused.content.decode()


def test_a_file_is_taken_away_again(client, version):
    signed_in(client, version)
    sends(client, version, MP3, "loi-doc.mp3", "Lời đọc câu hỏi")
    made = newest(version)
    digest = made.media[0]["digest"]
    address = reverse("question_file_remove", args=[made.pk, digest])
    assert client.post(address).status_code == 302
    assert (newest(version).number, newest(version).media) == (3, [])


def test_only_those_of_the_bank_see_a_file(client, version):
    signed_in(client, version)
    sends(client, version)
    made = newest(version)
    address = reverse("question_file", args=[made.pk, made.media[0]["digest"]])
    elsewhere = bank()
    stranger = make.holder("question_writer", over=elsewhere.body)
    signed_in(client, made_question(elsewhere, by=stranger))
    assert client.get(address).status_code == 404


def test_players_get_pieces_of_a_sound(client, version):
    signed_in(client, version)
    sends(client, version, MP3, "loi-doc.mp3", "Lời đọc câu hỏi")
    made = newest(version)
    address = reverse("question_file", args=[made.pk, made.media[0]["digest"]])
    piece = client.get(address, HTTP_RANGE="bytes=1-2")
    assert (piece.status_code, piece.content) == (206, b"D3")
    assert piece["Content-Range"] == f"bytes 1-2/{len(MP3)}"
    assert client.get(address, HTTP_RANGE="bytes=999-").status_code == 416


def test_a_question_is_tried_as_contestants_see_it_without_its_key(client, version):
    signed_in(client, version)
    sends(client, version)
    page = client.get(reverse("question_trial", args=[newest(version).pk])).content.decode()
    assert 'id="cau-xem-thu"' in page
    assert '"description": "S\\u01a1 \\u0111\\u1ed3 m\\u1ed9t c\\u1eeda"' in page
    assert "Theo \\u0110i\\u1ec1u 7" not in page


def undescribed(version, *names):
    """The question as a file of another system brings it: pictures nobody has described."""
    version.media = [
        {"digest": hashlib.sha256(name.encode()).hexdigest(), "name": name, "kind": "image"}
        | {"description": ""}
        for name in names
    ]
    version.save()
    return [one["digest"] for one in version.media]


def test_a_picture_that_came_without_words_is_described_without_sending_it_again(client, version):
    first, second = undescribed(version, "a.png", "b.png")
    signed_in(client, version)
    page = client.get(reverse("question_detail", args=[version.pk])).content.decode()
    assert "Có tệp chưa có lời mô tả" in page
    told = {f"mo-ta-{first}": " Sơ đồ  một cửa ", f"mo-ta-{second}": "Phiếu hẹn"}
    address = reverse("question_files_describe", args=[version.pk])
    assert client.post(address, told).status_code == 302
    made = newest(version)
    described = [one["description"] for one in made.media]
    assert (made.number, described) == (2, ["Sơ đồ một cửa", "Phiếu hẹn"])
    page = client.get(reverse("question_detail", args=[made.pk])).content.decode()
    assert "Có tệp chưa có lời mô tả" not in page


@pytest.mark.parametrize("words", ["", " ", "a" * 501])
def test_a_description_that_says_nothing_or_too_much_changes_nothing(client, version, words):
    digest = undescribed(version, "a.png")[0]
    signed_in(client, version)
    address = reverse("question_files_describe", args=[version.pk])
    assert client.post(address, {f"mo-ta-{digest}": words}).status_code == 422
    assert newest(version) == version
