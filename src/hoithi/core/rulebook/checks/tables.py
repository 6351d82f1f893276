"""Prize tables: each says from which ranking it takes, and can take from it."""

from hoithi.core.rulebook.checks.finding import FindingCode, Findings, contradiction
from hoithi.core.rulebook.checks.sources import age_is_asked, predictions
from hoithi.core.rulebook.document import Rulebook
from hoithi.core.rulebook.parts import PaperPart
from hoithi.core.rulebook.prizes import PrizeScope, PrizeTable, SpecialKind
from hoithi.core.rulebook.windows import is_trial

_BY_PERSON = {PrizeScope.ROUND, PrizeScope.CONTEST, PrizeScope.SPECIAL}


def check(rulebook: Rulebook) -> Findings:
    """Tables that fit their ranking."""
    trials = {round_.key for round_ in rulebook.rounds if is_trial(round_)}
    for place, table in enumerate(rulebook.prizes):
        path = f"prizes[{place}]"
        if not table.prizes:
            yield contradiction(f"{path}.prizes", FindingCode.TABLE_EMPTY, title=table.title)
        if trials.intersection(table.rounds):
            yield contradiction(f"{path}.rounds", FindingCode.TABLE_OF_TRIAL, title=table.title)
        yield from _fields(path, table)
        yield from _shares(path, table)
        yield from _special(path, rulebook, table)


def _fields(path: str, table: PrizeTable) -> Findings:
    """What a table of this scope needs, and what says nothing in it."""
    best_part = table.special is SpecialKind.BEST_PART
    wanted = {
        "collective": (table.collective, table.scope is PrizeScope.COLLECTIVE),
        "special": (table.special, table.scope is PrizeScope.SPECIAL),
        "part": (table.part, best_part),
    }
    for name, (value, needed) in wanted.items():
        if needed and value is None:
            yield contradiction(f"{path}.{name}", FindingCode.TABLE_INCOMPLETE, title=table.title)
        if value is not None and not needed:
            yield contradiction(f"{path}.{name}", FindingCode.TABLE_MISFIT, title=table.title)
    if table.group is not None and table.scope not in _BY_PERSON:
        yield contradiction(f"{path}.group", FindingCode.TABLE_MISFIT, title=table.title)
    if table.rounds and table.scope is PrizeScope.CONTEST:
        yield contradiction(f"{path}.rounds", FindingCode.TABLE_MISFIT, title=table.title)


def _shares(path: str, table: PrizeTable) -> Findings:
    groups = [share.group for share in table.shares]
    for place, group in enumerate(groups):
        if group in groups[:place]:
            where = f"{path}.shares[{place}].group"
            yield contradiction(where, FindingCode.REFERENCE_TWICE, key=group)
    slots = sum(prize.count for prize in table.prizes)
    kept = sum(share.slots for share in table.shares)
    if kept > slots:
        yield contradiction(
            f"{path}.shares",
            FindingCode.SHARES_OVER_SLOTS,
            title=table.title,
            kept=kept,
            slots=slots,
        )
    if table.shares and (table.group is not None or table.scope not in _BY_PERSON):
        yield contradiction(f"{path}.shares", FindingCode.TABLE_MISFIT, title=table.title)


def _special(path: str, rulebook: Rulebook, table: PrizeTable) -> Findings:
    if table.special is None:
        return
    papers = any(isinstance(part, PaperPart) for part in rulebook.parts)
    known = {
        SpecialKind.CLOSEST_PREDICTION: predictions(rulebook, rulebook.parts, None),
        SpecialKind.OLDEST: age_is_asked(rulebook.entry),
        SpecialKind.YOUNGEST: age_is_asked(rulebook.entry),
        SpecialKind.MOST_SITTINGS: papers,
        SpecialKind.MOST_PEOPLE_UNIT: rulebook.entry.unit is not None,
    }
    if not known.get(table.special, True):
        code = FindingCode.SPECIAL_WITHOUT_SOURCE
        yield contradiction(f"{path}.special", code, title=table.title, special=table.special.value)
