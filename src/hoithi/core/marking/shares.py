"""What share of its points an answer earns: each kind of question against its key."""

from fractions import Fraction

from hoithi.core.marking.keys import (
    AnswerKey,
    EssayKey,
    MatchingKey,
    NumberKey,
    OptionsKey,
    OrderingKey,
    TextKey,
)
from hoithi.core.papers.records import PaperLine
from hoithi.core.questions.numbers import number_of
from hoithi.core.questions.records import Diacritics, QuestionKind
from hoithi.core.rulebook.parts import MultiplePolicy
from hoithi.core.vietnamese.text import fold, spelling_key

_LONGEST_TEXT = 500
_EDGES = " .,;:!?\"'“”‘’()"


def share_of(key: AnswerKey, response: object, policy: MultiplePolicy) -> Fraction | int | None:
    """The share of the points from 0 to 1; none for no answer.

    Matching and ordering follow the policy of the paper: all or nothing, or in proportion the
    share of options that have their target, of options that stand at their place. Wrong ones take
    nothing away, since nobody can choose more than there is.
    """
    match key:
        case OptionsKey():
            return _options_share(key, response, policy)
        case NumberKey():
            number = number_of(response)
            return None if number is None else int(abs(number - key.value) <= key.tolerance)
        case TextKey():
            text = _text_of(response, key.diacritics)
            known = {_text_of(one, key.diacritics) for one in key.accepted}
            return None if text is None else int(text in known)
        case MatchingKey():
            return _matching_share(key, response, policy)
        case OrderingKey():
            return _ordering_share(key, response, policy)
        case EssayKey():
            return _essay_share(key, response)


def _options_share(
    key: OptionsKey, response: object, policy: MultiplePolicy
) -> Fraction | int | None:
    chosen = _chosen(key, response)
    if not chosen:
        return None
    if key.weights:
        return _weighted_share(key, chosen)
    if key.kind is not QuestionKind.MULTIPLE:
        return int(chosen <= key.right)
    if policy is MultiplePolicy.ALL_OR_NOTHING:
        return int(chosen == key.right)
    wrong = key.options - len(key.right)
    hits = Fraction(len(chosen & key.right), len(key.right)) if key.right else Fraction(0)
    misses = Fraction(len(chosen - key.right), wrong) if wrong else Fraction(0)
    return max(Fraction(0), hits - misses)


def _weighted_share(key: OptionsKey, chosen: frozenset[int]) -> Fraction | int:
    """The percents of what was chosen together, from nothing to all; all for all that is right."""
    if chosen == key.right:
        return 1
    total = sum((Fraction(key.weights[one]) for one in chosen), Fraction(0)) / 100
    return min(Fraction(1), max(Fraction(0), total))


def _matching_share(
    key: MatchingKey, response: object, policy: MultiplePolicy
) -> Fraction | int | None:
    """Answered when any option was matched."""
    if not isinstance(response, list | tuple) or len(response) != len(key.pairs):
        return None
    if any(type(one) is not int or not -1 <= one < key.targets for one in response):
        return None
    if all(one == -1 for one in response):
        return None
    hits = sum(one == right for one, right in zip(response, key.pairs, strict=True))
    return _of_all(hits, len(key.pairs), policy)


def _ordering_share(
    key: OrderingKey, response: object, policy: MultiplePolicy
) -> Fraction | int | None:
    if not isinstance(response, list | tuple) or any(type(one) is not int for one in response):
        return None
    if sorted(response) != sorted(key.order):
        return None
    hits = sum(one == right for one, right in zip(response, key.order, strict=True))
    return _of_all(hits, len(key.order), policy)


def _of_all(hits: int, of: int, policy: MultiplePolicy) -> Fraction | int:
    return int(hits == of) if policy is MultiplePolicy.ALL_OR_NOTHING else Fraction(hits, of)


def _essay_share(key: EssayKey, response: object) -> Fraction | int | None:
    """Nothing until somebody marked it."""
    if not isinstance(response, str) or not response.strip():
        return None
    given = Fraction(0) if key.percent is None else Fraction(key.percent) / 100
    return min(Fraction(1), max(Fraction(0), given))


def _chosen(key: OptionsKey, response: object) -> frozenset[int] | None:
    listed = response if isinstance(response, list | tuple) else [response]
    if any(type(one) is not int or not 0 <= one < key.options for one in listed):
        return None
    chosen = frozenset(listed)
    if len(chosen) != len(listed) or (key.kind is not QuestionKind.MULTIPLE and len(chosen) != 1):
        return None
    return chosen


def _text_of(response: object, diacritics: Diacritics) -> str | None:
    if not isinstance(response, str) or len(response) > _LONGEST_TEXT:
        return None
    key = spelling_key if diacritics is Diacritics.EXACT else fold
    return key(response).strip(_EDGES) or None


def of_bank(key: AnswerKey, line: PaperLine, response: object) -> object:
    """Places as shown (from 1) as options of the bank (from 0); none where there is no such.

    Of matching the targets are shown in the paper's order, and 0 stands for an option that is not
    matched: it becomes -1.
    """
    if isinstance(key, MatchingKey):
        return _places_of_bank(line, response, least=0)
    if isinstance(key, OrderingKey):
        return _places_of_bank(line, response, least=1)
    if not isinstance(key, OptionsKey):
        return response
    return _places_of_bank(line, response if isinstance(response, list) else [response], least=1)


def _places_of_bank(line: PaperLine, listed: object, *, least: int) -> list[int] | None:
    if not isinstance(listed, list):
        return None
    if any(type(place) is not int or not least <= place <= len(line.options) for place in listed):
        return None
    return [line.options[place - 1] if place else -1 for place in listed]
