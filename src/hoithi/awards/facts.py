"""Certificates as they are printed and as their verification page shows them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from hoithi.awards.models import Certificate
from hoithi.contests.facts import rulebook_of
from hoithi.core.rulebook.prizes import AwardForm
from hoithi.core.vietnamese.moments import local_day
from hoithi.documents.typeset.certificates import Certificate as Printed
from hoithi.results.facts.snapshot import PrizeShown, TableShown, Winner
from hoithi.results.models import Result
from hoithi.results.queries import stored

Win = tuple[TableShown, PrizeShown, Winner]


@dataclass(frozen=True)
class CertificateShown:
    """What the verification page says of a certificate: masked, and whether it still stands."""

    code: str
    name: str
    prize_title: str
    contest: str
    issuer: str
    issued_at: datetime
    result_address: str
    newest_address: str
    superseded: bool
    """A newer result of the round does not give this prize to this winner."""
    withdrawn_at: datetime | None
    withdrawn_reason: str
    is_replaced: bool = False
    """Another certificate was issued in its place."""
    replaces: str = ""
    """The code of the withdrawn certificate in whose place it was issued."""


def certified_wins(result: Result) -> Iterator[Win]:
    """Prizes of a result whose paper is a certificate; commendations are decided elsewhere."""
    for table in stored.prize_tables(result.draft_id):
        for prize in table.prizes:
            if prize.award == AwardForm.CERTIFICATE:
                yield from ((table, prize, winner) for winner in prize.winners)


def win_key(table: str, prize: str, entrant: int, unit: int) -> tuple[str, str, int, int]:
    """What makes two certificates of a round the same."""
    return table, prize, entrant, unit


def newest_final(result: Result) -> Result:
    """The final result of the same round with the highest number."""
    final = Result.objects.filter(
        contest=result.contest_id, round=result.round_id, preliminary=False
    )
    return final.latest("number")


def certificate_key(row: Certificate) -> tuple[str, str, int, int]:
    """The prize and the winner of a certificate, by `win_key`."""
    return win_key(row.table_key, row.prize_key, row.entrant_id or 0, row.unit_id or 0)


def keys_won(result: Result) -> set[tuple[str, str, int, int]]:
    """Every prize of a result with its winner, by `win_key`."""
    return {
        win_key(table.key, prize.key, winner.entrant, winner.unit_id)
        for table, prize, winner in certified_wins(result)
    }


def _in_a_sentence(title: str) -> str:
    """The title of a prize after a verb: "Giải Nhất …" becomes "giải Nhất …"."""
    return f"g{title[1:]}" if title.startswith("Giải") else title


def printable(row: Certificate, name: str, *, address: str) -> Printed:
    """The page of a certificate; `address` is that of the site, `name` the winner's in full."""
    contest = row.result.contest
    rules = rulebook_of(row.result.draft.version)
    facts = row.result.facts
    decided = facts.get("document_date") or ""
    unit = row.entrant.unit.name if row.entrant and row.entrant.unit else ""
    return Printed(
        name=name,
        prize=f"Đạt {_in_a_sentence(row.prize_title)}",
        contest=contest.title,
        issuer=tuple(filter(None, (rules.superior, rules.organiser))),
        address=f"{address}/xac-minh/{row.code}/",
        code=row.code,
        unit=unit if row.unit_id is None else "",
        signing_place=rules.place or contest.body.place,
        signed_on=local_day(row.issued_at),
        authority=(f"TM. {rules.committee}".upper(), "TRƯỞNG BAN"),
        signer=str(facts.get("signer") or "").partition(",")[0].strip(),
        decision=str(facts.get("document") or ""),
        decided_on=date.fromisoformat(decided) if decided else None,
    )
