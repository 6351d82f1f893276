"""Who read questions after papers were sealed from their bank."""

from collections.abc import Sequence
from datetime import datetime

from hoithi.contests.models import Round
from hoithi.journal import actions as journal
from hoithi.people.models import OrganisingBody, Person
from hoithi.questions.models import Bank, Question
from hoithi.sittings.queries.sealed import rounds_with_papers


def note_reading(bank: Bank, what: str, *, by: Person, at: datetime) -> None:
    """Journals that somebody read in a bank (`list`, `check`, `export`, a question's code).

    The deed tells whether papers drawn from it lay sealed for a round that was still to be held or
    being held: what is read before the sealing, or once every such round is over, tells nobody a
    paper.
    """
    is_sealed = rounds_with_papers(bank, at=at).exists()
    deed = "sittings.sealed_bank_read" if is_sealed else "questions.read"
    journal.record(deed, bank, by=by, at=at, facts={"read": what})


def note_reading_of_body(
    body: OrganisingBody, questions: Sequence[Question], *, by: Person, at: datetime
) -> None:
    """Journals which questions somebody saw beside a document that they cite."""
    for bank in Bank.objects.filter(body=body, pk__in={one.bank_id for one in questions}):
        seen = ", ".join(one.code for one in questions if one.bank_id == bank.pk)
        note_reading(bank, seen, by=by, at=at)


def note_printing(round_: Round, codes: Sequence[str], *, by: Person, at: datetime) -> None:
    """Journals that papers of a round were printed for a hall, by their codes."""
    facts = {"papers": list(codes)}
    journal.record("sittings.papers_printed", round_, by=by, at=at, facts=facts)
