"""An organiser of a commune who uploads plans."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from hoithi.people.models import RoleName
from hoithi.plans import actions
from hoithi.plans.models import PlanDocument
from tests import make
from tests.core.founding import texts
from tests.make import AT
from tests.web_organiser.conftest import browser


@pytest.fixture(autouse=True)
def now(at):
    """Every page is asked for at the moment of the tests."""
    return at


@pytest.fixture
def organiser():
    return make.holder(RoleName.ORGANISER, over=make.body("Ủy ban nhân dân xã An Phú"))


@pytest.fixture
def desk(organiser) -> Client:
    return browser(organiser)


def home(organiser, rest: str = "") -> str:
    """An address of the campaigns of the organiser's body."""
    return f"/quan-tri/{organiser.body.slug}/ke-hoach/{rest}"


def upload(text: str = texts.STAGE, name: str = "ke-hoach.txt") -> SimpleUploadedFile:
    """A plan as a browser sends it."""
    data = text.encode() if isinstance(text, str) else text
    return SimpleUploadedFile(name, data)


def read(organiser, text: str = texts.STAGE) -> PlanDocument:
    """A plan that was uploaded and read."""
    taken = actions.take(text.encode(), "kh.txt", body=organiser.body, by=organiser, at=AT)
    return actions.read(taken, at=AT)
