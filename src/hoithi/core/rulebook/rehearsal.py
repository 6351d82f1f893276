"""The rulebook of a rehearsal: the contest's own, and a round in which anybody may try a paper."""

from datetime import datetime

import msgspec

from hoithi.core.rulebook.document import Round, RoundScope, Rulebook, Window
from hoithi.core.rulebook.parts import AttemptRules, PaperPart
from hoithi.core.rulebook.windows import counted_rounds, parts_in
from hoithi.core.vietnamese.moments import LocalMoment

_TRY_KEY = "lam-thu"


def with_try_round(rulebook: Rulebook, opens: datetime, closes: datetime) -> Rulebook:
    """The rulebook with a trial round between these moments, sat like the first round on paper.

    Attempts in it are free, so that the same person may try on several telephones.
    """
    first = rounds_on_paper(rulebook)[0]
    papers = papers_in(rulebook, first.key)
    again = msgspec.structs.replace(
        first,
        key=_free_key(rulebook),
        title="Làm thử",
        scope=RoundScope.TRIAL,
        window=Window(opens=str(LocalMoment.of(opens)), closes=str(LocalMoment.of(closes))),
        publishes=None,
        parts=papers,
        attempts=AttemptRules(a_round=None),
        advance=None,
    )
    return msgspec.structs.replace(rulebook, rounds=(*rulebook.rounds, again))


def rounds_on_paper(rulebook: Rulebook) -> list[Round]:
    """The rounds that count and in which some part is sat online; only these are rehearsed."""
    return [one for one in counted_rounds(rulebook) if papers_in(rulebook, one.key)]


def papers_in(rulebook: Rulebook, round_key: str) -> tuple[str, ...]:
    """The keys of the parts of a round that are sat online."""
    parts = parts_in(rulebook, round_key)
    return tuple(part.key for part in parts if isinstance(part, PaperPart))


def _free_key(rulebook: Rulebook) -> str:
    taken = {one.key for one in rulebook.rounds}
    numbered = (f"{_TRY_KEY}-{number}" for number in range(2, len(taken) + 3))
    return next(key for key in (_TRY_KEY, *numbered) if key not in taken)
