"""Pictures, sounds and films beside the stem of a question: each change is a new version."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from hoithi.core.questions.faults import faults
from hoithi.core.questions.records import Media, MediaKind
from hoithi.files.models import StoredFile
from hoithi.people.models import Person
from hoithi.questions.actions.writing import QuestionFaulty, revise
from hoithi.questions.facts import answer_of, text_of
from hoithi.questions.models import QuestionVersion

_KINDS = {"image": MediaKind.IMAGE, "audio": MediaKind.AUDIO, "video": MediaKind.VIDEO}


def attach(
    version: QuestionVersion, file: StoredFile, description: str, *, by: Person, at: datetime
) -> QuestionVersion:
    """The next version with this file beside its stem, last. Refuses one without a description,
    more files than a question may have, and a version that is not the newest.

    A file that is there already gets the new description.
    """
    kind = _KINDS[file.media_type.partition("/")[0]]
    made = Media(file.sha256, file.name, kind, description.strip())
    return _with(version, (*_others(version, file.sha256), made), by=by, at=at)


def detach(version: QuestionVersion, digest: str, *, by: Person, at: datetime) -> QuestionVersion:
    """The next version without this file; the same one where it has no such file."""
    return _with(version, _others(version, digest), by=by, at=at)


def describe(
    version: QuestionVersion, told: Mapping[str, str], *, by: Person, at: datetime
) -> QuestionVersion:
    """The next version with these descriptions of its files, by their hashes; the others stay.

    Refuses while a file of it has none, and a version that is not the newest.
    """
    text = text_of(version)
    described = tuple(
        replace(one, description=" ".join(told.get(one.digest, one.description).split()))
        for one in text.media
    )
    answer = answer_of(text.kind, version.keys.latest("number"))
    if found := faults(replace(text, media=described), answer):
        raise QuestionFaulty(found)
    return _with(version, described, by=by, at=at)


def _others(version: QuestionVersion, digest: str) -> tuple[Media, ...]:
    return tuple(one for one in text_of(version).media if one.digest != digest)


def _with(
    version: QuestionVersion, media: tuple[Media, ...], *, by: Person, at: datetime
) -> QuestionVersion:
    text = text_of(version)
    answer = answer_of(text.kind, version.keys.latest("number"))
    return revise(version, replace(text, media=media), answer, by=by, at=at)
