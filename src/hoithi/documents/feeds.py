"""Feeds for portals and calendars: RSS 2.0 and iCalendar (RFC 5545)."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from email.utils import format_datetime

ATOM = "http://www.w3.org/2005/Atom"
_FORBIDDEN_IN_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_LONGEST_LINE = 75
_PRODUCT = "-//Hoi Thi//hoithi//VI"

ET.register_namespace("atom", ATOM)


@dataclass(frozen=True, slots=True)
class FeedItem:
    """One piece of news; `key` never changes, whatever becomes of title and address."""

    key: str
    title: str
    address: str
    published_at: datetime
    text: str = ""


@dataclass(frozen=True, slots=True)
class Feed:
    """A channel of news with its own address and that of the page it tells about."""

    title: str
    text: str
    page: str
    address: str
    items: Sequence[FeedItem]


@dataclass(frozen=True, slots=True)
class Event:
    """A thing with a beginning and an end, such as a round; `changes` counts its changes."""

    key: str
    title: str
    starts_at: datetime
    ends_at: datetime
    changed_at: datetime
    text: str = ""
    place: str = ""
    address: str = ""
    changes: int = 0
    is_cancelled: bool = False


@dataclass(frozen=True, slots=True)
class DayEvent:
    """Something of whole days, both included; `is_tentative` while its day is not set."""

    key: str
    title: str
    first: date
    last: date
    changed_at: datetime
    text: str = ""
    address: str = ""
    is_tentative: bool = False


def rss(feed: Feed) -> bytes:
    """The feed as RSS 2.0, items in the given order. Moments need their time zone."""
    root = ET.Element("rss", version="2.0")
    channel = ET.SubElement(root, "channel")
    _add(channel, "title", feed.title)
    _add(channel, "link", feed.page)
    _add(channel, "description", feed.text)
    _add(channel, "language", "vi")
    own = {
        "href": _FORBIDDEN_IN_XML.sub("", feed.address),
        "rel": "self",
        "type": "application/rss+xml",
    }
    ET.SubElement(channel, f"{{{ATOM}}}link", own)
    if feed.items:
        newest = max(item.published_at for item in feed.items)
        _add(channel, "lastBuildDate", _rss_moment(newest))
    for item in feed.items:
        element = ET.SubElement(channel, "item")
        _add(element, "title", item.title)
        _add(element, "link", item.address)
        _add(element, "guid", item.key, isPermaLink="false")
        _add(element, "pubDate", _rss_moment(item.published_at))
        if item.text:
            _add(element, "description", item.text)
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True))


def calendar(name: str, events: Iterable[Event | DayEvent]) -> bytes:
    """The events as an iCalendar file: CRLF, lines of at most 75 octets, moments in UTC."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{_PRODUCT}",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"NAME:{_escaped(name)}",
        f"X-WR-CALNAME:{_escaped(name)}",
    ]
    for event in events:
        lines += _day_lines(event) if isinstance(event, DayEvent) else _event_lines(event)
    lines.append("END:VCALENDAR")
    return "".join(part + "\r\n" for line in lines for part in _folded(line)).encode("utf-8")


def _add(parent: ET.Element, tag: str, text: str, **attributes: str) -> None:
    ET.SubElement(parent, tag, attributes).text = _FORBIDDEN_IN_XML.sub("", text)


def _rss_moment(moment: datetime) -> str:
    return format_datetime(moment.astimezone(UTC), usegmt=True)


def _event_lines(event: Event) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{_escaped(event.key)}"
    yield f"DTSTAMP:{_moment(event.changed_at)}"
    yield f"DTSTART:{_moment(event.starts_at)}"
    yield f"DTEND:{_moment(event.ends_at)}"
    yield f"SEQUENCE:{event.changes}"
    yield f"STATUS:{'CANCELLED' if event.is_cancelled else 'CONFIRMED'}"
    yield f"SUMMARY:{_escaped(event.title)}"
    if event.text:
        yield f"DESCRIPTION:{_escaped(event.text)}"
    if event.place:
        yield f"LOCATION:{_escaped(event.place)}"
    yield from _address(event.address)
    yield "END:VEVENT"


def _day_lines(event: DayEvent) -> Iterator[str]:
    """A day has no time zone, and an event of days ends before the day of its DTEND (3.6.1)."""
    yield "BEGIN:VEVENT"
    yield f"UID:{_escaped(event.key)}"
    yield f"DTSTAMP:{_moment(event.changed_at)}"
    yield f"DTSTART;VALUE=DATE:{event.first:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{event.last + timedelta(days=1):%Y%m%d}"
    yield f"STATUS:{'TENTATIVE' if event.is_tentative else 'CONFIRMED'}"
    yield "TRANSP:TRANSPARENT"
    yield f"SUMMARY:{_escaped(event.title)}"
    if event.text:
        yield f"DESCRIPTION:{_escaped(event.text)}"
    yield from _address(event.address)
    yield "END:VEVENT"


def _address(address: str) -> Iterator[str]:
    if address:
        # An address is not a text: it is not escaped, but no line may begin inside it.
        yield f"URL:{''.join(_CONTROL.sub('', address).split())}"


def _moment(moment: datetime) -> str:
    """Refuses a moment without a time zone: it would be read in that of the server."""
    if moment.tzinfo is None:
        raise ValueError(moment)
    return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def _escaped(text: str) -> str:
    """A TEXT value (RFC 5545, 3.3.11)."""
    plain = _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    escaped = plain.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return escaped.replace("\n", "\\n")


def _folded(line: str) -> Iterator[str]:
    """The parts of a line (3.1): no part over 75 octets, no letter cut, later parts indented."""
    part, octets = "", 0
    for sign in line:
        size = len(sign.encode("utf-8"))
        if octets + size > _LONGEST_LINE:
            yield part
            part, octets = " ", 1
        part += sign
        octets += size
    yield part
