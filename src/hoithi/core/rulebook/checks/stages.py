"""Who goes on from one round to another."""

from hoithi.core.rulebook.checks.finding import FindingCode, Findings, contradiction
from hoithi.core.rulebook.document import Advance, Round, Rulebook
from hoithi.core.rulebook.moments import instant
from hoithi.core.rulebook.windows import is_trial


def check(rulebook: Rulebook) -> Findings:
    """Advancing leads to a later round and says how many."""
    places = {round_.key: place for place, round_ in enumerate(rulebook.rounds)}
    for place, round_ in enumerate(rulebook.rounds):
        if round_.advance is None:
            continue
        path = f"rounds[{place}].advance"
        if is_trial(round_):
            yield contradiction(path, FindingCode.ADVANCE_FROM_TRIAL, title=round_.title)
        if round_.advance.first is None and round_.advance.best_overall is None:
            yield contradiction(path, FindingCode.ADVANCE_EMPTY, title=round_.title)
        target = places.get(round_.advance.to)
        if target is not None:
            yield from _target(path, round_, rulebook.rounds[target], later=target > place)
    yield from _same_number(rulebook)


def _target(path: str, round_: Round, target: Round, *, later: bool) -> Findings:
    if not later:
        code = FindingCode.ADVANCE_NOT_LATER
        yield contradiction(f"{path}.to", code, title=round_.title, other=target.title)
        return
    own, then = round_.window, target.window
    if own is not None and then is not None and instant(then.opens) < instant(own.closes):
        code = FindingCode.ADVANCE_OVERLAPS
        yield contradiction(f"{path}.to", code, title=round_.title, other=target.title)


def _same_number(rulebook: Rulebook) -> Findings:
    """The best over all rounds that lead to one round is one number, stated alike in each."""
    stated: dict[str, Advance] = {}
    for place, round_ in enumerate(rulebook.rounds):
        advance = round_.advance
        if advance is None:
            continue
        before = stated.setdefault(advance.to, advance)
        if before.best_overall != advance.best_overall:
            path = f"rounds[{place}].advance.best_overall"
            yield contradiction(path, FindingCode.ADVANCE_DIFFERS, title=round_.title)
