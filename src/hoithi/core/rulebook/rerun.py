"""A round that is held again (tổ chức lại) takes the place of the cancelled one."""

import msgspec

from hoithi.core.rulebook.document import Round, Rulebook, Window
from hoithi.core.rulebook.prizes import PrizeTable
from hoithi.core.rulebook.windows import round_of


def with_round_again(
    rulebook: Rulebook,
    key: str,
    *,
    opens: str,
    closes: str,
    publishes: str | None,
    stopped: str | None = None,
) -> tuple[Rulebook, str]:
    """The rulebook with the round repeated in new times, and the key of the repetition.

    Moments are texts of the time of Vietnam. The old round stays for its history, without
    prizes: tables and collectives that named it, or named no round, name the new one. Where it
    was `stopped` inside its window, the window ends then, so that the two do not overlap.
    """
    old = round_of(rulebook, key)
    new_key = _free_key(rulebook, key)
    again = msgspec.structs.replace(
        old,
        key=new_key,
        title=f"{old.title} (tổ chức lại)",
        window=Window(opens=opens, closes=closes),
        publishes=publishes,
    )
    place = rulebook.rounds.index(old) + 1
    rounds = (*rulebook.rounds[: place - 1], _ended(old, stopped), again, *rulebook.rounds[place:])
    return _with_window(_with_rounds(rulebook, rounds, key, new_key), closes), new_key


def _with_rounds(rulebook: Rulebook, rounds: tuple[Round, ...], key: str, new_key: str) -> Rulebook:
    return msgspec.structs.replace(
        rulebook,
        rounds=rounds,
        prizes=_tables(rulebook, key, new_key),
        collectives=tuple(
            msgspec.structs.replace(one, rounds=_renamed(rulebook.rounds, one.rounds, key, new_key))
            for one in rulebook.collectives
        ),
        # The plan's number of weeks no longer holds once a week is held again.
        weeks=None,
    )


def _ended(round_: Round, stopped: str | None) -> Round:
    window = round_.window
    if window is None or stopped is None or not window.opens < stopped < window.closes:
        return round_
    return msgspec.structs.replace(round_, window=Window(opens=window.opens, closes=stopped))


def _tables(rulebook: Rulebook, key: str, new_key: str) -> tuple[PrizeTable, ...]:
    return tuple(
        msgspec.structs.replace(table, rounds=_renamed(rulebook.rounds, table.rounds, key, new_key))
        if table.scope == "round" or key in table.rounds
        else table
        for table in rulebook.prizes
    )


def _renamed(
    rounds: tuple[Round, ...], named: tuple[str, ...], old: str, new: str
) -> tuple[str, ...]:
    all_keys = tuple(round_.key for round_ in rounds if round_.scope != "trial")
    return tuple(new if key == old else key for key in named or all_keys)


def _free_key(rulebook: Rulebook, key: str) -> str:
    taken = {round_.key for round_ in rulebook.rounds}
    return next(
        candidate
        for candidate in (f"{key}-lai-{number}" for number in range(1, len(taken) + 2))
        if candidate not in taken
    )


def _with_window(rulebook: Rulebook, closes: str) -> Rulebook:
    """The contest's own window reaches to the end of the repeated round."""
    window = rulebook.window
    if window is None or closes <= window.closes:
        return rulebook
    return msgspec.structs.replace(rulebook, window=Window(opens=window.opens, closes=closes))
