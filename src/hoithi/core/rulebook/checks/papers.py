"""Papers sat online: questions, minutes against the window, changes by round, and prediction."""

from collections import Counter
from datetime import timedelta

from hoithi.core.rulebook.checks.finding import (
    FindingCode,
    Findings,
    contradiction,
    remark,
)
from hoithi.core.rulebook.document import Round, Rulebook
from hoithi.core.rulebook.parts import (
    CountedSitting,
    Draw,
    PaperPart,
    Prediction,
    PredictionTarget,
)
from hoithi.core.rulebook.prizes import SpecialKind
from hoithi.core.rulebook.ranking import By
from hoithi.core.rulebook.windows import (
    attempts_for,
    is_trial,
    paper_for,
    part_of,
    parts_in,
    ranking_for,
    round_window,
)


def check(rulebook: Rulebook) -> Findings:
    """Papers that can be drawn and sat in their time."""
    for place, part in enumerate(rulebook.parts):
        if isinstance(part, PaperPart):
            yield from _paper(f"parts[{place}]", part)
    yield from _own_papers(rulebook)
    for place, round_ in enumerate(rulebook.rounds):
        yield from _changes(rulebook, f"rounds[{place}]", round_)
        yield from _minutes(rulebook, f"rounds[{place}]", round_)
        yield from _prediction(rulebook, f"rounds[{place}]", round_)
    yield from _unused_prediction(rulebook)


def _paper(path: str, part: PaperPart) -> Findings:
    yield from _blueprint(f"{path}.blueprint", part.title, part.blueprint)
    if part.least_seconds > part.minutes * 60:
        code = FindingCode.LEAST_SECONDS_OVER_MINUTES
        seconds, minutes = part.least_seconds, part.minutes
        yield contradiction(f"{path}.least_seconds", code, seconds=seconds, minutes=minutes)


def _blueprint(path: str, title: str, blueprint: tuple[Draw, ...]) -> Findings:
    if not blueprint:
        yield contradiction(path, FindingCode.BLUEPRINT_EMPTY, title=title)
    drawn = Counter(
        (one.field, one.topic, one.difficulty, one.audience, one.essay) for one in blueprint
    )
    for (field, *_), count in drawn.items():
        if count > 1:
            yield remark(path, FindingCode.DRAW_TWICE, field=field)


def _own_papers(rulebook: Rulebook) -> Findings:
    titles = {part.key: part.title for part in rulebook.parts}
    papers = {part.key for part in rulebook.parts if isinstance(part, PaperPart)}
    seen: set[tuple[str, str]] = set()
    for place, own in enumerate(rulebook.group_papers):
        path = f"group_papers[{place}]"
        yield from _blueprint(f"{path}.blueprint", titles.get(own.part, own.part), own.blueprint)
        if own.part in titles and own.part not in papers:
            yield contradiction(f"{path}.part", FindingCode.NOT_A_PAPER, title=titles[own.part])
        if (own.group, own.part) in seen:
            yield contradiction(path, FindingCode.PAPER_REPEATED, key=own.group)
        seen.add((own.group, own.part))


def _changes(rulebook: Rulebook, path: str, round_: Round) -> Findings:
    titles = {part.key: part.title for part in rulebook.parts}
    papers = {part.key for part in rulebook.parts if isinstance(part, PaperPart)}
    held = {part.key for part in parts_in(rulebook, round_.key)}
    seen: set[tuple[str | None, str]] = set()
    for place, change in enumerate(round_.papers):
        where = f"{path}.papers[{place}]"
        title = titles.get(change.part, change.part)
        if change.part in titles and change.part not in papers:
            yield contradiction(f"{where}.part", FindingCode.NOT_A_PAPER, title=title)
        elif change.part in titles and change.part not in held:
            yield contradiction(f"{where}.part", FindingCode.PART_NOT_IN_ROUND, title=title)
        if (change.group, change.part) in seen:
            yield contradiction(where, FindingCode.PAPER_REPEATED, key=change.group or change.part)
        seen.add((change.group, change.part))


def _papers_of(rulebook: Rulebook, round_: Round) -> list[PaperPart]:
    """The papers of a round, of everybody and of each group.

    Where two parts share a key, which is found on its own, the first one is meant.
    """
    groups = [None, *(group.key for group in rulebook.groups)]
    keys = dict.fromkeys(part.key for part in parts_in(rulebook, round_.key))
    held = [key for key in keys if isinstance(part_of(rulebook, key), PaperPart)]
    return [paper_for(rulebook, round_.key, group, part) for part in held for group in groups]


def _minutes(rulebook: Rulebook, path: str, round_: Round) -> Findings:
    times = round_window(rulebook, round_.key)
    papers = _papers_of(rulebook, round_)
    if times is None or not papers or times.closes <= times.opens:
        return
    longest = max(papers, key=lambda paper: paper.minutes)
    window = times.closes - times.opens
    if timedelta(minutes=longest.minutes) > window:
        yield contradiction(
            f"{path}.window",
            FindingCode.MINUTES_OVER_WINDOW,
            title=round_.title,
            minutes=longest.minutes,
            window=window // timedelta(minutes=1),
        )


def _prediction(rulebook: Rulebook, path: str, round_: Round) -> Findings:
    asking = [one for one in _papers_of(rulebook, round_) if one.prediction is not None]
    asked = asking[0].prediction if asking else None
    if asked is None or is_trial(round_):
        return
    if len({one.key for one in asking}) > 1:
        yield contradiction(path, FindingCode.PREDICTION_TWICE, title=round_.title)
    attempts = attempts_for(rulebook, round_.key)
    if attempts.a_round != 1 and attempts.counted in {CountedSitting.SUM, CountedSitting.MEAN}:
        where = f"{path}.attempts.counted" if round_.attempts else "attempts.counted"
        yield contradiction(where, FindingCode.PREDICTION_AMBIGUOUS, title=round_.title)
    of_sittings = {PredictionTarget.SITTINGS, PredictionTarget.ALL_RIGHT_SITTINGS}
    unlimited = attempts.a_day is None and attempts.a_round is None and attempts.a_contest is None
    if asked.target in of_sittings and unlimited:
        yield remark(path, FindingCode.PREDICTION_SELF_MADE, title=round_.title)


def _unused_prediction(rulebook: Rulebook) -> Findings:
    """Asked, but neither worth points nor a key of any ranking nor a special prize."""
    used = {By.PREDICTION_DISTANCE, By.PREDICTION_EXACT}
    keys = [*rulebook.overall.keys, *rulebook.ranking]
    keys += [key for round_ in rulebook.rounds for key in ranking_for(rulebook, round_.key)]
    special = any(one.special is SpecialKind.CLOSEST_PREDICTION for one in rulebook.prizes)
    if special or any(key.by in used for key in keys):
        return
    for place, part in enumerate(rulebook.parts):
        asked: Prediction | None = part.prediction if isinstance(part, PaperPart) else None
        if asked is not None and asked.points == 0:
            path = f"parts[{place}].prediction"
            yield remark(path, FindingCode.PREDICTION_UNUSED, title=part.title)
