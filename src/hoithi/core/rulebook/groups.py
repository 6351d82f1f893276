"""Which groups of a contest are ranked on their own, and which rounds make one đợt."""

from hoithi.core.rulebook.document import Rulebook
from hoithi.core.rulebook.ranking import GroupsRanked


def ranked_apart(rulebook: Rulebook) -> tuple[str, ...]:
    """Keys of the groups that are each ranked on their own; empty where all stand together."""
    if rulebook.groups_ranked is GroupsRanked.TOGETHER:
        return ()
    apart = rulebook.groups_ranked is GroupsRanked.APART
    if apart or have_own_papers(rulebook) or any(table.group for table in rulebook.prizes):
        return tuple(group.key for group in rulebook.groups)
    return ()


def have_own_papers(rulebook: Rulebook) -> bool:
    """Whether some group sits a paper of its own, in the contest or in a round."""
    changes = (change for round_ in rulebook.rounds for change in round_.papers)
    return bool(rulebook.group_papers) or any(change.group for change in changes)


def phases(rulebook: Rulebook) -> dict[str, str]:
    """The đợt of each round that belongs to one, by the key of the round."""
    return {round_.key: round_.phase for round_ in rulebook.rounds if round_.phase is not None}
