"""The text of .html: a line for each paragraph, a row of short cells on one line."""

from html.parser import HTMLParser

from hoithi.documents.texts.records import Reason, TextReading, refused

_SILENT = frozenset({"script", "style", "head", "noscript", "template", "svg", "select", "iframe"})
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "br",
        "center",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "tbody",
        "thead",
        "tfoot",
        "tr",
        "ul",
    ]
)
_CELLS = frozenset({"td", "th"})


class _Text(HTMLParser):
    """Collects lines; tags without an end and stray ends are taken as they come."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = []
        self.words: list[str] = []
        self.silent: list[str] = []
        self.rows: list[list[list[str]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        if tag in _SILENT:
            self.silent.append(tag)
        elif tag == "tr":
            self._end_line()
            self.rows.append([])
        elif tag in _CELLS and self.rows:
            self._end_line()
            self.rows[-1].append([])
        elif tag in _BLOCKS:
            self._end_line()
            if tag == "li":
                self.words.append("- ")

    def handle_endtag(self, tag: str) -> None:
        if self.silent and tag == self.silent[-1]:
            self.silent.pop()
        elif tag in _BLOCKS or tag in _CELLS:
            self._end_line()
        if tag == "tr" and self.rows:
            self._end_row(self.rows.pop())

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.words.append(data)

    def close(self) -> None:
        super().close()
        self._end_line()
        while self.rows:
            self._end_row(self.rows.pop())

    def _end_line(self) -> None:
        line = " ".join("".join(self.words).split())
        self.words = []
        if line and line != "-":
            self._put(line)

    def _put(self, line: str) -> None:
        if self.rows and self.rows[-1]:
            self.rows[-1][-1].append(line)
        else:
            self.lines += [line, ""]

    def _end_row(self, cells: list[list[str]]) -> None:
        """A row of short cells is one line; cells of several paragraphs come one after another."""
        if all(len(cell) <= 1 for cell in cells):
            line = "\t".join("".join(cell) for cell in cells).strip("\t")
            if line:
                self._put(line)
            return
        for cell in cells:
            for line in cell:
                self._put(line)


def read_html(markup: str) -> TextReading:
    """What a reader of the page sees, its menus included."""
    reader = _Text()
    reader.feed(markup)
    reader.close()
    text = "\n".join(reader.lines)
    return TextReading(text) if text.strip() else refused(Reason.EMPTY_FILE)
