"""Certificates as somebody may see them: by code for everybody, by contest for those who work."""

from collections.abc import Collection, Sequence
from datetime import datetime

from django.db.models import QuerySet

from hoithi.awards.facts import CertificateShown, certificate_key, keys_won, newest_final, printable
from hoithi.awards.models import Certificate
from hoithi.contests.queries import contest_for
from hoithi.core.rulebook.entry import IdentityKind
from hoithi.documents.typeset.certificates import certificates as typeset
from hoithi.entries.models import Entrant
from hoithi.journal import actions as journal
from hoithi.people import facts as people_facts
from hoithi.people import queries as people
from hoithi.people.models import Person, RoleName
from hoithi.results import queries as results
from hoithi.results.facts.snapshot import WHOLE

WORKERS = (RoleName.ORGANISER, RoleName.SECRETARY)
READERS = (*WORKERS, RoleName.APPROVER, RoleName.AUDITOR)


def _rows() -> QuerySet[Certificate]:
    return Certificate.objects.select_related(
        "result__contest__body",
        "result__round",
        "result__draft__version",
        "entrant__unit",
        "entrant__identity",
        "unit",
        "replaces",
        "replaced_by",
        "withdrawn_by",
    )


def certificate_by_code(code: str, *, at: datetime) -> CertificateShown | None:
    """What everybody may know of the certificate of this code; None where there is none."""
    row = _rows().filter(code=code.strip().upper()).first()
    if row is None or row.result.visible_from > at:
        return None
    result, round_ = row.result, row.result.round
    key = round_.key if round_ else WHOLE
    newest = results.published(result.contest.slug, round_.key if round_ else "", at=at)
    stands = newest.pk == result.pk or certificate_key(row) in keys_won(newest)
    return CertificateShown(
        code=row.code,
        name=row.masked_name,
        prize_title=row.prize_title,
        contest=result.contest.title,
        issuer=result.contest.body.name,
        issued_at=row.issued_at,
        result_address=f"/{result.contest.slug}/ket-qua/{key}/so-{result.number}/",
        newest_address=f"/{result.contest.slug}/ket-qua/{key}/",
        superseded=not stands,
        withdrawn_at=row.withdrawn_at,
        withdrawn_reason=row.withdrawn_reason,
        is_replaced=Certificate.objects.filter(replaces=row).exists(),
        replaces=row.replaces.code if row.replaces else "",
    )


def certificates_of(
    person: Person, slug: str, round_key: str, *names: RoleName, at: datetime
) -> list[Certificate]:
    """All certificates of a round (empty key: of the whole contest), also withdrawn ones."""
    contest = contest_for(person, slug, *(names or READERS), at=at)
    rows = _rows().filter(result__contest=contest)
    rows = (
        rows.filter(result__round__key=round_key) if round_key else rows.filter(result__round=None)
    )
    return list(rows.order_by("pk"))


def certificate_for(person: Person, slug: str, code: str, *, at: datetime) -> Certificate:
    """A certificate that the person may withdraw."""
    contest = contest_for(person, slug, *WORKERS, at=at)
    return _rows().get(result__contest=contest, code=code)


def undeserved(rows: Sequence[Certificate]) -> list[Certificate]:
    """Certificates whose prize the newest final result of their round gives to another."""
    won: dict[int | None, set[tuple[str, str, int, int]]] = {}
    found = []
    for row in rows:
        result = row.result
        if result.round_id not in won:
            won[result.round_id] = keys_won(newest_final(result))
        if row.withdrawn_at is None and certificate_key(row) not in won[result.round_id]:
            found.append(row)
    return found


def own_certificates(entrant: Entrant, *, at: datetime) -> list[Certificate]:
    """The certificates a contestant may fetch: of visible results, not withdrawn."""
    rows = _rows().filter(entrant=entrant, withdrawn_at=None, result__visible_from__lte=at)
    return list(rows.order_by("pk"))


def own_pdf(entrant: Entrant, code: str, *, address: str, at: datetime) -> bytes:
    """A contestant's own certificate as PDF. Raises DoesNotExist for another's."""
    for row in own_certificates(entrant, at=at):
        if row.code == code:
            journal.record(
                "awards.certificate_fetched", row.result, by=None, at=at, facts={"code": code}
            )
            fields = people_facts.opened(entrant.identity) if entrant.identity else {}
            name = fields.get(IdentityKind.FULL_NAME) or row.masked_name
            return typeset([printable(row, name, address=address)])
    raise Certificate.DoesNotExist


def batch_pdf(person: Person, slug: str, round_key: str, *, address: str, at: datetime) -> bytes:
    """All certificates of a round that stand, one PDF for printing; each name read is journalled.

    Raises DoesNotExist where there is none.
    """
    rows = certificates_of(person, slug, round_key, *WORKERS, at=at)
    pages = [
        printable(row, _full_name(row, person, at), address=address)
        for row in rows
        if row.withdrawn_at is None
    ]
    if not pages:
        raise Certificate.DoesNotExist
    return typeset(pages)


def _full_name(row: Certificate, person: Person, at: datetime) -> str:
    if row.entrant is None or row.entrant.identity is None:
        return row.masked_name
    fields = people.opened_identity(
        row.entrant.identity,
        by=person,
        reason=f"awards.print {row.code}",
        at=at,
        contest_id=row.result.contest_id,
    )
    return fields.get(IdentityKind.FULL_NAME) or row.masked_name


def certificates_touched(
    round_id: int, lost: Collection[tuple[str, str, int, int]]
) -> list[Certificate]:
    """Certificates of a round that stand, and whose prize (by `win_key`) is lost. One query."""
    rows = _rows().filter(result__round=round_id, withdrawn_at=None).order_by("pk")
    return [row for row in rows if certificate_key(row) in lost]
