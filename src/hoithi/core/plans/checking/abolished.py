"""Checks for levels, bodies and papers that no longer existed when the plan was signed."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache

from hoithi.core.plans.blocks import Block
from hoithi.core.plans.checking.finding import Findings, found
from hoithi.core.plans.checking.grades import Code
from hoithi.core.plans.checking.paper import Paper
from hoithi.core.plans.dates import moments
from hoithi.core.plans.lexicon import rows, words
from hoithi.core.plans.normal import folded
from hoithi.core.plans.records import Place

_CODES = {
    "level": Code.ABOLISHED_LEVEL,
    "body": Code.ABOLISHED_BODY,
    "paper": Code.ABOLISHED_PAPER,
}
_TONES = {"oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa"}
_TONES |= {"uỳ": "ùy", "uý": "úy", "uỷ": "ủy", "uỹ": "ũy", "uỵ": "ụy"}
_TONE = re.compile("|".join(_TONES))
_WITH_ROOMS = re.compile(
    r"so |truong |benh vien|trung tam |cong ty|tong cong ty|tap doan|chi cuc|cuc |dai hoc|vien |"
    r"ngan hang|bao hiem"
)
_NO_CITIES = date(2025, 7, 1)
"""From this day cities are under the centre only (Luật số 72/2025/QH15)."""
_CITY = re.compile(r"(?<!\w)(?:t|T)hành phố (?P<name>[A-ZĐÀ-Ỹ][\wÀ-ỹ]*(?: [A-ZĐÀ-Ỹ][\wÀ-ỹ]*){1,3})")
_ENDS = re.compile(r"[.;!?](?=\s|$)")
_NEAR = 200
"""Characters before and after a name in which its sentence may say that it is of the past."""
_OF_THE_PAST = re.compile(
    r"\bcu\b|truoc day|truoc khi|truoc sap xep|truoc 01/|nay la|nguyen (?:la|chu tich|truong)|"
    r"sap nhap|hop nhat|sap xep|ket thuc hoat dong|khong to chuc|khong con|bai bo|lich su|"
    r"giai doan (?:19|20[01]|202[0-4])|\bnam (?:19\d\d|20[01]\d|202[0-4])\b"
)
_PROPER_HOLDER = re.compile(
    r"(?:bệnh viện|trung tâm y tế|trường|trung tâm giáo dục|đường|quốc lộ|thành)\s[^.;,]{0,40}$",
    re.IGNORECASE,
)


def abolished(paper: Paper) -> Findings:
    """Each name once, with all places where it stands and its successor."""
    since = paper.not_before
    if since is None:
        return
    texts = [(block, _spelled(block.text)) for block in _blocks(paper)]
    taken: set[tuple[int, int]] = set()
    for kind, name, by, day in sorted(rows("abolished"), key=_longest_first):
        ended = date.fromisoformat(day)
        own = name.startswith("Phòng ") and _has_rooms(paper)
        gone = ended <= since and not own
        places = _standing(texts, name, ended, taken) if gone else []
        if places and kind in _CODES:
            yield found(_CODES[kind], *places, name=name, by=by, since=day)
    if since >= _NO_CITIES:
        yield from _cities(paper)


def _has_rooms(paper: Paper) -> bool:
    """Departments, schools, hospitals and companies have rooms of the same names to this day."""
    issuer = paper.facts.issuing_body
    return issuer is not None and bool(_WITH_ROOMS.match(folded(issuer.value)))


def _cities(paper: Paper) -> Findings:
    """Cities under a province: "thành phố Sông Công"."""
    places: dict[str, list[Place]] = {}
    for block in _blocks(paper):
        for match in _CITY.finditer(block.text):
            central = folded(match["name"]).startswith(words("central_cities"))
            if not central and not _is_history(block, match, _NO_CITIES):
                name = f"thành phố {match['name']}"
                places.setdefault(name, []).append(block.place(*match.span()))
    for name, where in places.items():
        since = _NO_CITIES.isoformat()
        yield found(Code.ABOLISHED_LEVEL, *where, name=name, by="xã, phường", since=since)


def _standing(
    texts: Sequence[tuple[Block, str]], name: str, ended: date, taken: set[tuple[int, int]]
) -> list[Place]:
    """Where a name stands as one of today; what is `taken` belongs to a longer name."""
    places: list[Place] = []
    for block, text in texts:
        for match in _pattern(name).finditer(text):
            letters = {(id(block), at) for at in range(*match.span())}
            if not letters & taken and not _is_history(block, match, ended):
                places.append(block.place(*match.span()))
                taken |= letters
    return places


def _longest_first(row: tuple[str, ...]) -> int:
    """ "Công an huyện" before "huyện", so that one word is told once."""
    return -len(row[1])


def _blocks(paper: Paper) -> Iterator[Block]:
    """The plan's own words: no furniture of the page."""
    yield from paper.parts.title
    yield from paper.parts.preamble
    for node in paper.nodes:
        yield node.block
    yield from paper.parts.end


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """A name of the table; its dash may also be a comma, "và" or nothing."""
    parts = [re.escape(part) for part in _spelled(name).split(" - ")]
    written = r"(?:\s*[-–]\s*|,?\s+và\s+|,\s+|\s+)".join(parts).replace(r"\ ", r"\s+")
    return re.compile(rf"(?<!\w){written}(?!\w)", re.IGNORECASE)


def _spelled(text: str) -> str:
    """One placement of tones ("hoá" as "hóa"), letter for letter."""
    return _TONE.sub(lambda pair: _TONES[pair[0]], text)


def _is_history(block: Block, match: re.Match[str], since: date) -> bool:
    """Names of the past: "huyện Bình Sơn cũ", an older document, a hospital that keeps its name."""
    before = _ENDS.split(block.text[max(0, match.start() - _NEAR) : match.start()])[-1]
    after = _ENDS.split(block.text[match.end() : match.end() + _NEAR], maxsplit=1)[0]
    clause = folded(f"{before}{match[0]}{after}")
    older = any(one.whole and one.whole < since for one in moments(clause))
    holder = _PROPER_HOLDER.search(before)
    return bool(older or holder or _OF_THE_PAST.search(clause))
