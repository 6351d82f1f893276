"""Files beside the stems of questions, for whoever has the paper or may read the bank."""

from collections.abc import Iterable

from hoithi.core.papers.records import decode
from hoithi.entries.models import Entrant
from hoithi.files.models import StoredFile
from hoithi.questions.models import QuestionVersion
from hoithi.sittings.models import Sitting


def file_in_papers(entrant: Entrant, digest: str) -> StoredFile:
    """A file of a question in a paper that the entrant has begun. Raises DoesNotExist for all
    other files, so that nobody sees what belongs to a paper of somebody else. Three queries."""
    begun = Sitting.objects.filter(entrant=entrant)
    contents = begun.values_list("paper__content", flat=True)
    versions = {line.question for content in contents for line in decode(content)}
    asked = QuestionVersion.objects.filter(pk__in=versions).exclude(media=[])
    return _file(entrant.contest.body_id, digest, asked.values_list("media", flat=True))


def file_of(version: QuestionVersion, digest: str) -> StoredFile:
    """A file of this version. Raises DoesNotExist for a file of another one."""
    return _file(version.body_id, digest, [version.media])


def _file(body_id: int, digest: str, listed: Iterable[list[dict[str, str]]]) -> StoredFile:
    there = {one["digest"] for media in listed for one in media}
    if digest not in there:
        raise StoredFile.DoesNotExist
    # Equal bytes may have been taken several times, each with its own row.
    found = StoredFile.objects.filter(body=body_id, sha256=digest).order_by("pk").first()
    if found is None:
        raise StoredFile.DoesNotExist
    return found
