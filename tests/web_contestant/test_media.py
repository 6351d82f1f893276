"""A file beside a stem is there for whoever has begun a paper with it, and for nobody else."""

import hashlib

import pytest
from django.urls import reverse

from hoithi.entries.facts import entrant_token
from hoithi.files.actions import store
from hoithi.files.facts import FileKind
from hoithi.questions.models import QuestionVersion
from hoithi.sittings.models import Paper, Sitting
from tests import make
from tests.live import scene

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 40


@pytest.fixture
def contest(settings, tmp_path, db):
    """A contest with sealed papers, and a picture beside every question."""
    del db
    settings.MEDIA_ROOT = tmp_path
    made = scene.contest()
    store(PNG, "a.png", body=made.body, by=None, at=make.AT, allowed=[FileKind.PNG])
    told = {"digest": _digest(), "name": "a.png", "kind": "image", "description": "Sơ đồ"}
    QuestionVersion.objects.update(media=[told])
    return made


def _digest():
    return hashlib.sha256(PNG).hexdigest()


def _begins(entrant, contest):
    round_ = contest.rounds.get()
    Sitting.objects.create(
        entrant=entrant,
        ordinal=1,
        round=round_,
        part_key="paper",
        paper=Paper.objects.filter(pool__round=round_).first(),
        version=contest.versions.get(),
        started_at=make.AT,
        deadline_at=make.AT,
    )


def test_a_file_of_a_paper(contest, phone):
    address = reverse("room_file", args=[contest.slug, _digest()])
    assert phone.get(address).status_code == 404
    entrant = scene.entrant(contest)
    phone.cookies[f"du-thi-{contest.pk}"] = entrant_token(entrant)
    assert phone.get(address).status_code == 404
    _begins(entrant, contest)
    shown = phone.get(address)
    assert (shown.status_code, shown.getvalue()) == (200, PNG)
    assert "private" in shown["Cache-Control"]
    other = reverse("room_file", args=[contest.slug, "0" * 64])
    assert phone.get(other).status_code == 404
