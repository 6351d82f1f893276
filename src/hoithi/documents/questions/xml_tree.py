"""Reads XML of strangers: no document type, no entities, and the line of every element."""

from collections.abc import Mapping
from xml.etree import ElementTree as ET
from xml.parsers import expat

from hoithi.documents.questions.records import Problem, Unreadable

_DEEPEST = 200
"""Levels of elements; no file of questions has thirty."""


class _Reader:
    """Builds the tree and notes the line on which each element begins."""

    def __init__(self) -> None:
        self.builder = ET.TreeBuilder()
        self.lines: dict[ET.Element, int] = {}
        self.depth = 0
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self.builder.data
        self.parser.StartDoctypeDeclHandler = self._doctype

    def _start(self, tag: str, told: Mapping[str, str]) -> None:
        self.depth += 1
        if self.depth > _DEEPEST:
            raise Unreadable(Problem.NOT_WELL_FORMED, self.parser.CurrentLineNumber)
        element = self.builder.start(tag.rpartition(":")[2], dict(told))
        self.lines[element] = self.parser.CurrentLineNumber

    def _end(self, tag: str) -> None:
        self.depth -= 1
        self.builder.end(tag.rpartition(":")[2])

    def _doctype(self, *_told: object) -> None:
        raise Unreadable(Problem.DECLARES_ENTITIES, self.parser.CurrentLineNumber)


def xml_tree(data: bytes) -> tuple[ET.Element, dict[ET.Element, int]]:
    """The root, without prefixes of name spaces, and the lines. Refuses what is not well formed,
    nested without end, or declares a document type: entities can be bombs."""
    reader = _Reader()
    try:
        reader.parser.Parse(data, True)
        return reader.builder.close(), reader.lines
    except (expat.ExpatError, ValueError, LookupError) as broken:
        if isinstance(broken, Unreadable):
            raise
        line = getattr(broken, "lineno", None)
        raise Unreadable(Problem.NOT_WELL_FORMED, line) from broken
