"""Which agency is told to do what: the items of "Tổ chức thực hiện"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hoithi.core.plans.blocks import Block, Mark
from hoithi.core.plans.lexicon import any_of
from hoithi.core.plans.outline import Node, announces, walk
from hoithi.core.plans.records import Assignment

_DUTIES = any_of("headings", "assignments").replace(r"\ ", r"[\s,]+")
_SECTION = re.compile(rf"\W*(?:cong tac )?{_DUTIES}")
_SECTION_BESIDE = re.compile(rf"[^:]{{0,50}}\b(?:va|,) {_DUTIES}\W*$")
_NO_AGENCY = re.compile(rf"\W*{any_of('not_agencies')}\b")
_AGENCY = re.compile(rf"(?:cac )?{any_of('agencies')}\b")
_VERB = re.compile(rf"(?:,\s*|\s)(?:(?:se|can|phai|co the)\s)?({any_of('task_verbs')})\b")
_FIRST_VERB = re.compile(rf"{any_of('task_verbs')}\b")
_SURE_VERB = re.compile(any_of("task_verbs", "sure"))
_PLAIN_VERB = re.compile(rf"(?:,\s*|\s)({any_of('task_verbs', 'verb')})\b")
_LEADS = re.compile(
    r"(?:\W*(?:(?:tren co so|can cu) [^,;:.]{0,60}(?:ke hoach|the le|thong bao|"
    r"quyet dinh)[^,;:.]{0,30}?"
    r"(?: nay|,)\s*,?\s*|giao(?: cho| nhiem vu cho)?\s+|de nghi\s+|yeu cau\s+|"
    r"doi voi\s+|phan cong\s+|"
    r"(?:trach nhiem|nhiem vu)\s+(?:cua\s+)?|moi\s+))+"
)
_NAME_END = re.compile(r"\s*(?:\([^)]*\)\s*)*[\s:.;,-]*$")
_NOT_NAMES = re.compile(
    r"(?:to chuc|cac|duoc|ban|to|tieu ban|doi|cong tac|co|uy ban|toan the|moi|hoi dong) $"
)
_OF_NAME = re.compile(
    r"\s(?:thanh toan|quan ly|ho tro|phuc vu|kiem tra|giam sat|truyen thong|huong dan)\s(?=\w)"
)
"""Verbs that are words of names of bodies too."""
_NOT_A_TASK = re.compile(
    r"\W*(?:yeu cau|de nghi|trong qua trinh|can cu|nhan duoc|tren day|"
    r"moi (?:vuong mac|thac mac|thong tin|y kien|chi tiet)|"
    r"(?:thong tin )?chi tiet (?:xin )?lien he|"
    r"(?:ke hoach|the le|quy che|thong bao) nay|"
    r"(?:cac co quan|thu truong)[^.]{0,80}(?:nghiem tuc|can cu))"
)
_CLOSES = re.compile(
    r"\W*(?:de nghi|yeu cau) .{0,160}\bthuc hien\b.{0,50}"
    r"\b(?:ke hoach|noi dung|thong bao|huong dan|the le|phuong an)\b.{0,12}$|"
    r"\W*(?:de nghi|yeu cau) .{0,160}\b(?:nghiem tuc|day du)\b.{0,60}$"
)
"""What a plan asks of all in its last sentence."""
_SENTENCE_ENDS = re.compile(r"[.!?](?:\s|$)")
_LONGEST = 150
_HEADING = 60
_NEAR = 80
_TOPIC = re.compile(
    r"\W*(?:ve|viec|cac buoc|cong tac|ngoai ra|rieng|moi|neu|tai|vao|tu|truoc|sau)\b"
)


@dataclass(frozen=True, slots=True)
class Assigned:
    """An agency's paragraph: the name in it, and where its own text begins."""

    node: Node
    start: int
    end: int
    rest: int
    tasks: tuple[Node, ...]

    @property
    def agency(self) -> str:
        return self.node.block.text[self.start : self.end]


def assigned(roots: Sequence[Node]) -> list[Assigned]:
    """The agencies of all sections that assign tasks, in the order of the text."""
    found: list[Assigned] = []
    inside: set[int] = set()
    for node in walk(roots):
        if id(node) not in inside and _is_section(node):
            inside.update(id(one) for one in node.walk())
            found.extend(_under(node))
    return found


def _is_section(node: Node) -> bool:
    block = node.block
    short = len(block.text) <= 200 or ":" in block.text[:120]
    is_heading = block.mark <= Mark.ARTICLE and len(block.text) < 110
    if is_heading and _SECTION_BESIDE.match(block.bare_body):
        return True
    headed = block.mark < Mark.STAR or (len(block.text) < _HEADING and announces(block))
    return headed and short and bool(_SECTION.match(block.bare_body))


def _under(section: Node) -> Iterator[Assigned]:
    children = [child for child in section.children if "\t" not in child.block.text]
    trusted = _trusted(children)
    for index, child in enumerate(children):
        if child.mark is Mark.NONE and _CLOSES.match(child.block.bare):
            continue
        if _NO_AGENCY.match(child.block.bare_body) and not _SECTION.match(child.block.bare_body):
            continue
        after = children[index + 1 :]
        name = _named(child.block, trusted=child.mark in trusted or _is_headline(child))
        if name is None or _is_container(child):
            yield from _under(child)
        elif not _is_signature(child, after):
            yield Assigned(child, *name, _tasks(child) or _following(child, after))


def _trusted(children: Sequence[Node]) -> set[Mark]:
    """The marks of which half of the items open with a known agency: so the others do too."""
    known = {id(child) for child in children if _named(child.block, trusted=False) is not None}
    trusted = set()
    for mark in {child.mark for child in children} - {Mark.NONE}:
        items = [child for child in children if child.mark is mark]
        told = (
            items if mark < Mark.STAR else [one for one in items if ":" in one.block.text[:_NEAR]]
        )
        if len(told) == len(items) and 2 * sum(id(one) in known for one in items) >= len(items):
            trusted.add(mark)
    return trusted


def _is_signature(node: Node, after: Sequence[Node]) -> bool:
    """ "BAN TỔ CHỨC CUỘC THI" as the last line of a text."""
    return node.block.text.isupper() and not node.children and not after


def _is_headline(node: Node) -> bool:
    """ "2. CĐCS trực thuộc:" over its items: a name of whatever kind, no sentence and no topic."""
    block = node.block
    if node.mark > Mark.LETTER:
        return False
    short = len(block.text) < _HEADING and not _SENTENCE_ENDS.search(block.body)
    verb = _FIRST_VERB.match(block.bare_body)
    return bool(node.children) and short and not verb and not _TOPIC.match(block.bare_body)


def _tasks(node: Node) -> tuple[Node, ...]:
    """The items below a name; those below a sentence that announces them count, not it."""
    found: list[Node] = []
    for child in node.children:
        opens = child.mark is Mark.NONE and announces(child.block) and child.children
        found += child.children if opens else [child]
    return tuple(found)


def _following(heading: Node, siblings: Sequence[Node]) -> tuple[Node, ...]:
    """The dashes after an agency's name that stands on a line without a number."""
    tasks: list[Node] = []
    if heading.mark is Mark.NONE and len(heading.block.text) < _LONGEST:
        for sibling in siblings:
            if sibling.mark is not Mark.DASH:
                break
            tasks.append(sibling)
    return tuple(tasks)


def _is_container(node: Node) -> bool:
    """ "Các phòng, ban:" with one item for each of them below."""
    named = [child for child in node.children if _opens_with_name(child.block)]
    return len(named) >= 2 and len(named) == len(node.children)


def _opens_with_name(block: Block) -> bool:
    name = _named(block, trusted=False)
    return name is not None and ":" in block.text[name[1] : name[2] + 1]


def _named(block: Block, *, trusted: bool) -> tuple[int, int, int] | None:
    """Where the agency's name stands, and where the text after it begins."""
    start = len(block.sign)
    if lead := _LEADS.match(block.bare, start):
        start = lead.end()
    known = _AGENCY.match(block.bare, start)
    colon = block.text.find(":", start)
    if 0 < colon - start <= _LONGEST:
        return _before_colon(block, start, colon, known=bool(known) or trusted)
    verb = _verb_after(block, start) if known or trusted else None
    if verb is not None and (_verb_after(block, start, _PLAIN_VERB) or not _is_short(block)):
        return _trimmed(block, start, verb, verb)
    if len(block.text) - start <= _LONGEST and (known or trusted):
        return _trimmed(block, start, len(block.text), len(block.text))
    return None


def _is_short(block: Block) -> bool:
    """A heading: "6. Các trường học trên địa bàn xã" ends in no task."""
    return len(block.text) < _HEADING + 20 and not _SENTENCE_ENDS.search(block.body)


def _before_colon(
    block: Block, start: int, colon: int, *, known: bool
) -> tuple[int, int, int] | None:
    verb = _verb_after(block, start, _PLAIN_VERB)
    if verb is not None and verb < colon and not _is_of_name(block, verb, colon):
        return _trimmed(block, start, verb, verb) if known else None
    if not known or _SENTENCE_ENDS.search(block.text[start:colon]):
        return None
    return _trimmed(block, start, colon, colon + 1)


def _is_of_name(block: Block, verb: int, colon: int) -> bool:
    """ "Trung tâm Kiểm soát thanh toán …: Chủ trì …": the task opens behind the colon only."""
    named = _OF_NAME.match(block.bare, verb)
    opens = len(block.bare) - len(block.bare[colon + 1 :].lstrip())
    return named is not None and bool(_FIRST_VERB.match(block.bare, opens))


def _verb_after(block: Block, start: int, verbs: re.Pattern[str] = _VERB) -> int | None:
    """Where the first verb in small letters begins; "Ban Tổ chức" holds none."""
    for verb in verbs.finditer(block.bare, start):
        small = block.text[verb.start(1)].islower()
        loud = block.text[verb.end(1) - 1].isupper() or not _SURE_VERB.fullmatch(verb[1])
        if loud and not small:
            continue
        if not _NOT_NAMES.search(block.bare[start : verb.start(1)]):
            return verb.start()
    return None


def _trimmed(block: Block, start: int, end: int, rest: int) -> tuple[int, int, int] | None:
    name = block.text[start:end]
    tail = _NAME_END.search(name)
    end = start + (tail.start() if tail else len(name))
    return (start, end, rest) if end - start >= 2 else None


def read_assignments(found: Sequence[Assigned]) -> tuple[Assignment, ...]:
    """The facts of the agencies' paragraphs."""
    return tuple(_assignment(one) for one in found)


def _assignment(one: Assigned) -> Assignment:
    block = one.node.block
    inline = block.text[one.rest :].strip(" .:;")
    if block.text.rstrip().endswith(":"):
        inline = ""
    listed = [node.block.body for node in one.tasks if node.mark is not Mark.NONE]
    plain = [
        node.block.body
        for node in one.tasks
        if node.mark is Mark.NONE
        and not ((inline or node is not one.tasks[0]) and _NOT_A_TASK.match(node.block.bare))
    ]
    own = [inline] if inline else []
    tasks = [*own, *listed] if listed else [*own, *plain]
    sentences = sum(len(_SENTENCE_ENDS.findall(task.rstrip() + " ")) or 1 for task in tasks)
    place = block.place(one.start, one.end)
    return Assignment(one.agency, max(len(tasks), 1), max(sentences, 1), tuple(tasks), place)
