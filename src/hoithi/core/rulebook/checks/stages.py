"""Who goes on from one round to another."""

from hoithi.core.rulebook.checks.finding import FindingCode, Findings, contradiction, remark
from hoithi.core.rulebook.document import Advance, Round, Rulebook
from hoithi.core.rulebook.groups import ranked_apart
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
        yield from _seats(path, round_, round_.advance, rulebook)
        target = places.get(round_.advance.to)
        if target is not None:
            yield from _target(path, round_, rulebook.rounds[target], later=target > place)
    yield from _same_number(rulebook)


def _seats(path: str, round_: Round, advance: Advance, rulebook: Rulebook) -> Findings:
    """It says how many; of groups once each, where groups are ranked on their own."""
    if advance.first is None and advance.best_overall is None and not advance.groups:
        yield contradiction(path, FindingCode.ADVANCE_EMPTY, title=round_.title)
    named = [one.group for one in advance.groups]
    for place, group in enumerate(named):
        if group in named[:place]:
            where = f"{path}.groups[{place}].group"
            yield contradiction(where, FindingCode.REFERENCE_TWICE, key=group)
    if named and not ranked_apart(rulebook):
        code = FindingCode.ADVANCE_GROUPS_TOGETHER
        yield contradiction(f"{path}.groups", code, title=round_.title)
    elif named and advance.first is None and advance.best_overall is None:
        for one in rulebook.groups:
            if one.key not in named:
                code = FindingCode.ADVANCE_GROUP_LEFT_OUT
                yield remark(f"{path}.groups", code, title=round_.title, group=one.title)


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
