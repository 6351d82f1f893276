"""Rounds for which papers lie sealed."""

from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from hoithi.contests.models import Round
from hoithi.questions.models import Bank
from hoithi.sittings.models import PaperPool


def rounds_with_papers(bank: Bank, *, at: datetime) -> QuerySet[Round]:
    """Rounds that have not closed, whose sealed papers may hold questions of the bank."""
    sealed = PaperPool.objects.filter(round=OuterRef("pk")).exclude(sha256="")
    not_over = Q(closes_at=None) | Q(closes_at__gt=at)
    return Round.objects.filter(not_over, Exists(sealed), contest__banks=bank, cancelled_at=None)
