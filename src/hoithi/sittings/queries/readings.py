"""Who read which questions of a bank, took them away, or printed papers from it."""

from django.db.models import Q, QuerySet

from hoithi.contests.models import Round
from hoithi.journal.models import Entry
from hoithi.questions.models import Bank

_READ = ("questions.read", "sittings.sealed_bank_read", "questions.exported")
_PRINTED = ("sittings.papers_printed", "sittings.print_keys_early", "sittings.print_keys_read")


def readings(bank: Bank, *, name: str = "", what: str = "") -> QuerySet[Entry]:
    """The rows, newest first; of persons with these letters in their name, about this code."""
    rounds = Round.objects.filter(contest__banks=bank).values_list("pk", flat=True)
    of_bank = Q(subject="questions.Bank", subject_id=bank.pk, deed__in=_READ)
    printed = Q(subject="contests.Round", subject_id__in=list(rounds), deed__in=_PRINTED)
    rows = Entry.objects.filter(of_bank | printed).order_by("-pk")
    if name:
        rows = rows.filter(person_name__icontains=name)
    return rows.filter(facts__read__icontains=what) if what else rows
