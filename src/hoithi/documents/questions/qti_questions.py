"""QTI items as questions: the kinds that a bank takes, and the others by their own name."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from hoithi.documents.questions.qti import Interaction, Item, Response
from hoithi.documents.questions.records import Attachment, Choice, Kind, Problem, ReadQuestion
from hoithi.documents.questions.texts import NOTHING, ONE, number

_NUMBERS = {"float", "integer"}
_NO_RESPONSE = Response("single", "", None, {})


def question_of(item: Item, category: str = "") -> ReadQuestion:
    """The item as a question; one with several places, or a kind of its own, is only listed."""
    if len(item.interactions) != 1:
        kinds = "+".join(one.kind for one in item.interactions) or "no interaction"
        return ReadQuestion(kinds, _name(item), item.words, category, is_plain=True)
    place = item.interactions[0]
    if item.beyond:
        kind = f"{place.kind}+{item.beyond}"
        return ReadQuestion(kind, _name(item), item.words, category, is_plain=True)
    response = item.responses.get(place.response, _NO_RESPONSE)
    made = _MAKERS.get(place.kind, _listed)(place, response)
    names = tuple(name.rpartition("/")[2] for name in item.shown.files)
    return ReadQuestion(
        kind=made.kind,
        name=_name(item),
        stem=item.words or place.prompt,
        category=category,
        single=made.single,
        choices=made.choices,
        pairs=made.pairs,
        files=names,
        attachments=tuple(
            Attachment(source.rpartition("/")[2], b"", item.shown.described.get(source, ""))
            for source in item.shown.beside
        ),
        remote=item.shown.outside,
        stated=_anchored(place),
        is_plain=True,
        doubts=tuple(_doubts(item)),
    )


def _doubts(item: Item) -> Iterator[Problem]:
    if item.has_formula:
        yield Problem.FORMULA
    if item.has_rubric:
        yield Problem.RUBRIC


def _anchored(place: Interaction) -> dict[str, str]:
    """Options that keep their place."""
    keys = [key for key, _text in place.options]
    fixed = [chr(ord("A") + keys.index(key)) for key in place.fixed if key in keys]
    return {"anchored": ";".join(fixed)} if fixed and len(keys) <= _LETTERS else {}


_LETTERS = 26


def _name(item: Item) -> str:
    return item.title or item.identifier


def _made(
    kind: str,
    *,
    single: bool | None = None,
    choices: tuple[Choice, ...] = (),
    pairs: tuple[tuple[str, str], ...] = (),
) -> ReadQuestion:
    return ReadQuestion(kind, "", "", single=single, choices=choices, pairs=pairs)


def _listed(place: Interaction, _response: Response) -> ReadQuestion:
    return _made(place.kind)


def _essay(_place: Interaction, _response: Response) -> ReadQuestion:
    return _made(Kind.ESSAY)


def _options(place: Interaction) -> list[tuple[str, str]]:
    keys = (key for key, _text in place.options)
    return list(zip(keys, place.words, strict=True))


def _choice(place: Interaction, response: Response) -> ReadQuestion:
    most = place.settings.get("maxChoices", "1")
    shares = _shares(response, [key for key, _text in place.options])
    choices = tuple(Choice(text, shares.get(key, NOTHING)) for key, text in _options(place))
    return _made(Kind.MULTICHOICE, single=most == "1", choices=choices)


def _shares(response: Response, keys: Sequence[str]) -> dict[str, Decimal]:
    """The share of each option: what is right, each alike, or what the mapping gives."""
    if response.correct and not set(response.correct) <= set(keys):
        return {}  # What is right is none of the options: nobody is to guess the others.
    if response.correct and not response.is_mapped:
        right = set(response.correct)
        return dict.fromkeys(right, ONE / len(right))
    values = dict(response.mapping)
    if response.is_mapped and response.mapping_default:
        usual = number(response.mapping_default)
        values = {key: values.get(key, usual) for key in keys}
    earned = [value for value in values.values() if value > 0]
    most = max(earned, default=NOTHING) if response.cardinality == "single" else sum(earned)
    return {key: value / most for key, value in values.items()} if most else {}


def _text(_place: Interaction, response: Response) -> ReadQuestion:
    is_number = response.base_type in _NUMBERS
    right = response.correct or ()
    shares = dict.fromkeys(right, ONE) | {
        key: value for key, value in response.mapping.items() if key not in right
    }
    tolerance = NOTHING if is_number else None
    choices = tuple(Choice(text, share, tolerance=tolerance) for text, share in shares.items())
    return _made(Kind.NUMERICAL if is_number else Kind.SHORTANSWER, choices=choices)


def _match(place: Interaction, response: Response) -> ReadQuestion:
    texts = dict(_options(place))
    told = [pair.split() for pair in response.correct or response.mapping]
    pairs = [(one[0], one[1]) for one in told if len(one) == len(("left", "right"))]
    used = {right for _left, right in pairs}
    over = place.sides[-1] if place.sides else ()
    pairs += [("", key) for key in over if key not in used] if pairs else []
    words = ((texts.get(left, left), texts.get(right, right)) for left, right in pairs)
    return _made(Kind.MATCH, pairs=tuple(words))


def _order(place: Interaction, response: Response) -> ReadQuestion:
    texts = dict(_options(place))
    right = response.correct or ()
    return _made(Kind.ORDERING, choices=tuple(Choice(texts.get(key, key), ONE) for key in right))


_MAKERS = {
    "choiceInteraction": _choice,
    "inlineChoiceInteraction": _choice,
    "textEntryInteraction": _text,
    "extendedTextInteraction": _essay,
    "matchInteraction": _match,
    "orderInteraction": _order,
}
