"""The tree of headings: every paragraph under the heading that it belongs to."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from hoithi.core.plans.blocks import Block, Mark


@dataclass(eq=False)
class Node:
    """A paragraph and what stands under it."""

    block: Block
    parent: "Node | None" = None
    children: list["Node"] = field(default_factory=list)

    @property
    def mark(self) -> Mark:
        return self.block.mark

    def walk(self) -> Iterator["Node"]:
        """This paragraph and all under it, in the order of the text."""
        yield self
        for child in self.children:
            yield from child.walk()

    def path(self) -> Iterator["Node"]:
        """This paragraph, its heading, the heading of that, and so on."""
        node: Node | None = self
        while node is not None:
            yield node
            node = node.parent

    def heading(self) -> "Node":
        """The nearest numbered paragraph: itself, or what its dash or plain paragraph is under."""
        for node in self.path():
            if node.mark < Mark.STAR:
                return node
        return self


def head_of(node: Node) -> str:
    """The folded words by which a paragraph calls itself: up to its colon, at most 160 letters."""
    return node.block.bare_body.split(":", 1)[0][:160]


def outline(blocks: Sequence[Block]) -> list[Node]:
    """The trees of a text. Plain paragraphs go under the last heading, never under a dash.

    Dashes after a plain paragraph that ends in a colon are its items.
    """
    roots: list[Node] = []
    open_nodes: list[Node] = []
    for block in blocks:
        while open_nodes and not _holds(open_nodes[-1], block):
            open_nodes.pop()
        node = Node(block, open_nodes[-1] if open_nodes else None)
        (open_nodes[-1].children if open_nodes else roots).append(node)
        if block.mark is not Mark.NONE or announces(block):
            open_nodes.append(node)
    return roots


def _holds(above: Node, block: Block) -> bool:
    if block.mark is Mark.NONE:
        return above.mark < Mark.STAR
    if above.mark is Mark.NONE:
        return Mark.STAR <= block.mark <= Mark.PLUS
    if block.mark is Mark.STAR and above.mark is Mark.DASH:
        return announces(above.block)
    if block.mark is Mark.DASH and above.mark is Mark.STAR:
        return above.parent is None or above.parent.mark is not Mark.DASH
    return above.mark < block.mark


def announces(block: Block) -> bool:
    """Whether a paragraph ends in a colon: what it names stands in the items below."""
    return block.text.endswith(":")


def walk(roots: Iterable[Node]) -> Iterator[Node]:
    """All paragraphs in the order of the text."""
    for root in roots:
        yield from root.walk()
