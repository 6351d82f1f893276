"""Passages that essays share, side by side: evidence for people, never a verdict."""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from hoithi.core.essays.similarity import Pair, Similarities, similar
from hoithi.essays.queries.texts import texts_by_number
from hoithi.kit import clock
from hoithi.web.organiser.essays.desk import about, at_desk
from hoithi.web.request import SignedInRequest

PAIRS_SHOWN = 100
PASSAGES_SHOWN = 5


@dataclass(frozen=True)
class ShownPair:
    """Two essays with the passages that both have."""

    pair: Pair
    passages: tuple[tuple[int, str, str], ...]
    """Words, and the text of each side."""

    @property
    def percent(self) -> int:
        """The share of the shorter essay."""
        return round(self.pair.share * 100)


@require_safe
@login_required
def essays_similar(request: SignedInRequest, slug: str, key: str, part: str) -> HttpResponse:
    """Pairs above the threshold, and what many essays have in common."""
    place = at_desk(request.user, slug, key, part, at=clock.now())
    marking = place.begun
    texts = texts_by_number(marking)
    found = _found(marking.pk, tuple(sorted(texts.items())))
    pairs = [_shown(pair, texts) for pair in found.pairs[:PAIRS_SHOWN]]
    shown = about(place) | {"pairs": pairs, "total": len(found.pairs), "common": found.common[:50]}
    return render(request, "organiser/essays/similar.html", shown)


@lru_cache(maxsize=4)
def _found(_marking: int, texts: tuple[tuple[int, str], ...]) -> Similarities:
    """The texts never change, so that they are compared once for each process."""
    return similar(dict(texts))


def _shown(pair: Pair, texts: dict[int, str]) -> ShownPair:
    sides = [unicodedata.normalize("NFC", texts[number]) for number in (pair.first, pair.second)]
    passages = tuple(
        (one.words, sides[0][slice(*one.first)], sides[1][slice(*one.second)])
        for one in pair.passages[:PASSAGES_SHOWN]
    )
    return ShownPair(pair, passages)
