"""Every text of the screens has its English words, and the compiled catalogue says the same."""

import ast
import gettext
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from django.test import Client

SOURCE = Path(__file__).parent.parent / "src" / "hoithi"
CATALOGUE = Path("locale") / "en" / "LC_MESSAGES" / "django.po"
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd%]|\{\w*\}|</?\w+[^>]*>")
LINE = re.compile(r'(msgctxt|msgid_plural|msgid|msgstr)(?:\[(\d)\])? (".*")')


@dataclass
class Entry:
    """One text of a catalogue, with its words by plural form."""

    source: str = ""
    plural: str | None = None
    words: list[str] = field(default_factory=list)
    fuzzy: bool = False

    @property
    def sources(self) -> set[str]:
        return {self.source, self.source if self.plural is None else self.plural}


def read(block: str) -> Entry:
    """One entry of a .po file; a text may go on over several quoted lines."""
    found: dict[str, str] = {}
    name = ""
    for line in block.splitlines():
        if start := LINE.fullmatch(line):
            name = start[1] + (start[2] or "")
            found[name] = ast.literal_eval(start[3])
        elif line.startswith('"'):
            found[name] += ast.literal_eval(line)
    assert "msgctxt" not in found, "This reader knows no contexts."
    words = [text for name, text in sorted(found.items()) if name.startswith("msgstr")]
    fuzzy = bool(re.search("^#,.*fuzzy", block, re.MULTILINE))
    return Entry(found["msgid"], found.get("msgid_plural"), words, fuzzy)


def entries(path: Path) -> list[Entry]:
    """All entries of a .po file but its header."""
    blocks = [b for b in path.read_text(encoding="utf-8").split("\n\n") if "msgid " in b]
    return [entry for entry in map(read, blocks) if entry.source]


@pytest.fixture(scope="module")
def english():
    return entries(SOURCE / CATALOGUE)


def placeholders(text: str) -> list[str]:
    """What a text leaves open; a named place may stand in it more than once."""
    found = PLACEHOLDER.findall(text)
    named = {one for one in found if re.search(r"\w{2,}", one)}
    return sorted(named) + sorted(one for one in found if one not in named)


def test_every_text_is_translated_and_sure(english):
    assert [e.source for e in english if e.fuzzy or not e.words or not all(e.words)] == []


def test_the_catalogue_keeps_no_old_texts_and_is_sorted(english):
    sources = [e.source for e in english]
    assert sources == sorted(set(sources), key=str.encode)
    assert "#~" not in (SOURCE / CATALOGUE).read_text(encoding="utf-8")


def test_translations_keep_the_places_to_fill(english):
    changed = [
        (entry.source, words)
        for entry in english
        for words in entry.words
        if placeholders(words) not in map(placeholders, entry.sources)
    ]
    assert changed == []


def test_translations_have_no_mark_that_would_end_an_attribute(english):
    """Texts stand between quotation marks in templates: English uses ’ and “” instead."""
    assert [e.source for e in english if set("'\"") & set("".join(e.words))] == []


def test_plural_texts_have_both_forms(english):
    assert [e.source for e in english if len(e.words) != (1 if e.plural is None else 2)] == []


def test_the_compiled_catalogue_says_what_the_readable_one_says(english):
    compiled = (SOURCE / CATALOGUE).with_suffix(".mo")
    with compiled.open("rb") as file:
        said = dict(gettext.GNUTranslations(file)._catalog)
    said.pop("")
    expected: dict[str | tuple[str, int], str] = {}
    for entry in english:
        if entry.plural is None:
            expected[entry.source] = entry.words[0]
        else:
            expected |= {(entry.source, form): text for form, text in enumerate(entry.words)}
    assert said == expected


@pytest.mark.skipif(
    shutil.which("xgettext") is None,
    reason="GNU gettext is not installed: the texts of the code cannot be collected again.",
)
def test_the_catalogue_lacks_no_text_of_the_code(english, tmp_path):
    """A copy of the code is read, so that the catalogue itself stays as it is."""
    copy = tmp_path / "hoithi"
    shutil.copytree(SOURCE, copy, ignore=shutil.ignore_patterns("locale", "__pycache__"))
    (copy / "locale").mkdir()
    alone = {k: v for k, v in os.environ.items() if k != "DJANGO_SETTINGS_MODULE"}
    command = [sys.executable, "-m", "django", "makemessages", "-l", "en", "--no-wrap"]
    subprocess.run(command, cwd=copy, env=alone, check=True, capture_output=True)
    known = {(e.source, e.plural) for e in english}
    found = {(e.source, e.plural) for e in entries(copy / CATALOGUE)}
    assert len(found) > 1000
    assert sorted(map(str, found - known)) == [], "Run `make messages` and translate what is new."


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("language", "said"),
    [
        pytest.param("en", "No contest is public at present.", id="English"),
        pytest.param("vi", "Hiện chưa có cuộc thi nào được công khai.", id="Vietnamese"),
    ],
)
def test_a_page_speaks_the_language_of_the_cookie(language, said):
    client = Client()
    client.cookies["django_language"] = language
    page = client.get("/").content.decode()
    assert said in page
    assert f'<html lang="{language}"' in page
