"""Parts marked by people: criteria, steps, penalties, and when one has passed."""

from decimal import Decimal

from hoithi.core.rulebook.checks.finding import (
    FindingCode,
    Findings,
    contradiction,
    still_open,
)
from hoithi.core.rulebook.document import ContestKind, Rulebook
from hoithi.core.rulebook.parts import (
    CheckPart,
    Criterion,
    EnteredPart,
    JuryPart,
    PaperPart,
    Part,
    PenaltyKind,
    TimePenalty,
)

_NEEDED: dict[ContestKind, tuple[type[Part], ...]] = {
    ContestKind.ONLINE: (PaperPart,),
    ContestKind.STAGE: (JuryPart, EnteredPart),
    ContestKind.SKILLS: (CheckPart, PaperPart, EnteredPart),
    ContestKind.WORKS: (JuryPart, EnteredPart),
}


def check(rulebook: Rulebook) -> Findings:
    """Parts that fit the kind of contest and add up."""
    needed = _NEEDED[rulebook.kind]
    if not any(isinstance(part, needed) for part in rulebook.parts):
        yield contradiction("parts", FindingCode.KIND_WITHOUT_PART, kind=rulebook.kind.value)
    others = {one.key: one for one in rulebook.parts if not isinstance(one, PaperPart)}
    for place, part in enumerate(rulebook.parts):
        yield from _part(f"parts[{place}]", part)
        essay = part.essay if isinstance(part, JuryPart) else None
        if essay is not None and essay.of_paper in others:
            path, named = f"parts[{place}].essay.of_paper", others[essay.of_paper]
            yield contradiction(path, FindingCode.NOT_A_PAPER, title=named.title)
    yield from _essays_worth(rulebook)
    yield from _passing(rulebook)


def _essays_worth(rulebook: Rulebook) -> Findings:
    """Essays that a part marks get their points there: in the paper they are worth nothing."""
    parts = [one for one in rulebook.parts if isinstance(one, JuryPart)]
    marked = {one.essay.of_paper: one.title for one in parts if one.essay is not None}
    for place, part in enumerate(rulebook.parts):
        if not isinstance(part, PaperPart) or part.key not in marked:
            continue
        for row, draw in enumerate(part.blueprint):
            if draw.essay and draw.points != 0:
                path = f"parts[{place}].blueprint[{row}].points"
                yield contradiction(path, FindingCode.ESSAY_POINTS_TWICE, title=marked[part.key])


def most_points(part: Part) -> Decimal | None:
    """The greatest points of a part; None while they are open."""
    if isinstance(part, PaperPart):
        points = [part.points if one.points is None else one.points for one in part.blueprint]
        total = sum(
            (each * draw.count for each, draw in zip(points, part.blueprint, strict=True)),
            start=Decimal(0),
        )
        return total + (part.prediction.points if part.prediction else 0)
    if part.most is not None:
        return part.most
    lines = part.criteria if isinstance(part, JuryPart) else ()
    lines = part.steps if isinstance(part, CheckPart) else lines
    return sum((line.most for line in lines), start=Decimal(0)) if lines else None


def _part(path: str, part: Part) -> Findings:
    most = most_points(part)
    if part.pass_mark is not None and most is not None and part.pass_mark > most:
        yield contradiction(
            f"{path}.pass_mark",
            FindingCode.PASS_MARK_OVER_MOST,
            title=part.title,
            pass_mark=str(part.pass_mark),
            most=str(most),
        )
    if isinstance(part, JuryPart):
        yield from _lines(f"{path}.criteria", part.title, part.criteria, part.most)
        yield from _jury(path, part)
    if isinstance(part, CheckPart):
        yield from _lines(f"{path}.steps", part.title, part.steps, part.most)


def _lines(path: str, title: str, lines: tuple[Criterion, ...], most: Decimal | None) -> Findings:
    total = sum((line.most for line in lines), start=Decimal(0))
    if lines and most is not None and total != most:
        yield contradiction(
            path, FindingCode.CRITERIA_SUM_DIFFERS, title=title, total=str(total), most=str(most)
        )


def _jury(path: str, part: JuryPart) -> Findings:
    if not part.criteria and part.essay is None:
        yield still_open(f"{path}.criteria", FindingCode.CRITERIA_OPEN, title=part.title)
    most = most_points(part)
    if part.step is not None and (part.step <= 0 or (most is not None and part.step > most)):
        yield contradiction(f"{path}.step", FindingCode.STEP_UNUSABLE, title=part.title)
    if part.penalty is not None:
        if part.minutes is None:
            code = FindingCode.PENALTY_WITHOUT_MINUTES
            yield contradiction(f"{path}.minutes", code, title=part.title)
        yield from _penalty(f"{path}.penalty", part.title, part.penalty)


def _penalty(path: str, title: str, penalty: TimePenalty) -> Findings:
    each = {PenaltyKind.PER_STARTED_MINUTE, PenaltyKind.PER_WHOLE_MINUTE}
    by_bands = penalty.rule is PenaltyKind.BANDS
    if (penalty.rule in each and penalty.points <= 0) or (by_bands and not penalty.bands):
        yield contradiction(path, FindingCode.PENALTY_INCOMPLETE, title=title)
    starts = [band.from_seconds for band in penalty.bands]
    if starts != sorted(set(starts)):
        yield contradiction(f"{path}.bands", FindingCode.PENALTY_BANDS_UNORDERED, title=title)


def _passing(rulebook: Rulebook) -> Findings:
    if rulebook.passing is None:
        return
    by_key = {part.key: part for part in rulebook.parts}
    for place, key in enumerate(rulebook.passing.all_parts):
        part = by_key.get(key)
        if part is not None and not isinstance(part, CheckPart) and part.pass_mark is None:
            path = f"passing.all_parts[{place}]"
            yield contradiction(path, FindingCode.PASS_WITHOUT_MARK, title=part.title)
    mosts = [most_points(part) for part in rulebook.parts]
    known = [most for most in mosts if most is not None]
    total = rulebook.passing.total
    if total is not None and len(known) == len(mosts) and total > sum(known):
        facts = {"total": str(total), "most": str(sum(known))}
        yield contradiction("passing.total", FindingCode.PASS_TOTAL_OVER_MOST, **facts)
