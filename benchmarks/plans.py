"""Reads a plan of ten pages as text, as .docx and as PDF, and prints the CPU of each.

python -m benchmarks.plans [RUNS]
"""

import io
import sys
import time
from collections.abc import Callable

import docx
import fontpkg_noto_serif
import typst

from hoithi.core.plans.reading import read_plan
from hoithi.documents.texts.read import read_text
from tests.core.plans.texts import PLAN

PAGES = 10
LETTERS_A_PAGE = 2_600
"""Of a page of A4 at 13 points."""
ITEM = "- Nâng cao chất lượng phục vụ Nhân dân, hoàn thành trước ngày 05/6/2026.\n\n"


def plan_of_pages() -> str:
    """A whole plan whose list of tasks fills the pages."""
    body, mark, end = PLAN.partition("3. Các thôn")
    missing = PAGES * LETTERS_A_PAGE - len(PLAN)
    return body + ITEM * (missing // len(ITEM)) + mark + end


def as_word(text: str) -> bytes:
    """The text as a .docx file."""
    document, file = docx.Document(), io.BytesIO()
    for line in text.splitlines():
        document.add_paragraph(line)
    document.save(file)
    return file.getvalue()


def as_pdf(text: str) -> bytes:
    """The text as a PDF file."""
    signs = "\\#*_`$<>@[]-+=/~\"'."
    lines = (
        "".join(f"\\{one}" if one in signs else one for one in line) for line in text.split("\n")
    )
    source = '#set page(paper: "a4")\n#set text(font: "Noto Serif", size: 13pt)\n' + "\n".join(
        lines
    )
    fonts = [fontpkg_noto_serif.ROOT / "files"]
    compiler = typst.Compiler(source.encode(), font_paths=fonts, ignore_system_fonts=True)
    return compiler.compile(format="pdf")


def cpu(work: Callable[[], object], runs: int) -> float:
    """Milliseconds of CPU of the fastest run."""
    spent = []
    for _ in range(runs):
        begun = time.process_time()
        work()
        spent.append(time.process_time() - begun)
    return 1_000 * min(spent)


def main(runs: int = 5) -> None:
    """Prints one line for each form of the plan."""
    text = plan_of_pages()
    print(f"text of {len(text):,} letters: {cpu(lambda: read_plan(text), runs):.0f} ms")
    for name, data in ((".docx", as_word(text)), ("PDF", as_pdf(text))):
        spent = cpu(lambda data=data: read_plan(read_text(data).text), runs)
        print(f"{name} of {len(data):,} bytes: {spent:.0f} ms")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
