"""Explanation sheets as PDF: of one's own line, and of a unit."""

from functools import lru_cache

from hoithi.documents.typeset.sheets import sheet
from hoithi.entries.models import Entrant
from hoithi.results import queries
from hoithi.results.models import Result
from hoithi.results.queries import explaining
from hoithi.wording.explaining import line_document, unit_document


def own_sheet(result: Result, code: str) -> bytes:
    """The PDF for whoever has a receipt or the entry code. Raises DoesNotExist for others."""
    entrant = queries.own_entrant(result, code)
    found = explaining.line_sheet(result.draft, entrant) if entrant else None
    if found is None:
        raise Entrant.DoesNotExist
    return sheet(line_document(found, sha256=result.sha256))


@lru_cache(maxsize=128)
def _unit(result_key: tuple[int, str], table: str, code: str) -> bytes:
    result = Result.objects.select_related("draft").get(pk=result_key[0])
    found = explaining.unit_sheet(result.draft, table, code)
    if found is None:
        raise Result.DoesNotExist
    return sheet(unit_document(found, sha256=result.sha256))


def unit_sheet(result: Result, table: str, code: str) -> bytes:
    """The PDF of a unit's place; made once. Raises DoesNotExist for a unit that is not there."""
    return _unit((result.pk, result.sha256), table, code)
