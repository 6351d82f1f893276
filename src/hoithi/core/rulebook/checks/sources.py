"""What the rules of a contest make known: ages, papers, predictions, persons' prizes."""

from hoithi.core.rulebook.document import Rulebook
from hoithi.core.rulebook.entry import Asked, EntryRules, IdentityKind
from hoithi.core.rulebook.parts import JuryPart, PaperPart, Part, Prediction
from hoithi.core.rulebook.prizes import PrizeScope
from hoithi.core.rulebook.ranking import By


def is_asked(entry: EntryRules, *kinds: IdentityKind) -> bool:
    """Whether every contestant gives one of these."""
    return any(field.kind in kinds and field.asked is Asked.REQUIRED for field in entry.fields)


def age_is_asked(entry: EntryRules) -> bool:
    """Whether the age of every contestant is known, at least by the year."""
    return is_asked(entry, IdentityKind.BIRTH_YEAR, IdentityKind.BIRTH_DATE)


def predictions(rulebook: Rulebook, parts: tuple[Part, ...], round_key: str | None) -> bool:
    """Whether a prediction is asked for in these parts, or by a change of the round."""
    asked: list[Prediction | None] = [
        part.prediction for part in parts if isinstance(part, PaperPart)
    ]
    for round_ in rulebook.rounds:
        if round_key in {None, round_.key}:
            asked += [change.prediction for change in round_.papers]
    return any(one is not None for one in asked)


def persons_win(rulebook: Rulebook) -> bool:
    """Whether some table has prizes for persons or teams by their rank."""
    return any(
        table.scope in {PrizeScope.ROUND, PrizeScope.CONTEST} and table.prizes
        for table in rulebook.prizes
    )


_FROM_PAPERS = {
    By.RIGHT,
    By.SECONDS,
    By.TOTAL_SECONDS,
    By.SITTINGS,
    By.SUBMITTED_AT,
    By.STARTED_AT,
    By.FULL_MARKS,
}
_FROM_PREDICTION = {By.PREDICTION_DISTANCE, By.PREDICTION_EXACT}


def is_known(
    by: By, rulebook: Rulebook, parts: tuple[Part, ...], round_key: str | None = None
) -> bool:
    """Whether what a ranking key compares can be known from these parts and from the door."""
    if by in _FROM_PREDICTION:
        return predictions(rulebook, parts, round_key)
    if by in _FROM_PAPERS:
        return any(isinstance(part, PaperPart) for part in parts)
    if by is By.PENALTY:
        return any(isinstance(part, JuryPart) and part.penalty for part in parts)
    if by is By.PASSED:
        return rulebook.passing is not None
    if by is By.AGE:
        return age_is_asked(rulebook.entry)
    return by is not By.FEMALE or is_asked(rulebook.entry, IdentityKind.SEX)
