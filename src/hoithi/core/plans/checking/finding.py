"""What a careful official finds in a plan: how grave, which code, where, with which facts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from hoithi.core.plans.checking.grades import Code, Grade, grade_of
from hoithi.core.plans.records import Place

Fact = str | int | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found. The sentence and the proposal are worded in `wording.plan_findings`."""

    code: Code
    places: tuple[Place, ...]
    """Where it is read from; several places when they differ from each other or repeat a fault."""
    facts: Mapping[str, Fact] = field(default_factory=dict)
    quote: str = ""
    """The sentence of the document at the first place."""

    @property
    def grade(self) -> Grade:
        return grade_of(self.code)

    @property
    def key(self) -> str:
        """The name by which a page links a finding and its words: "weekday_differs-12-4"."""
        return f"{self.code.value}-{self.places[0].line}-{self.places[0].start}"


Findings = Iterator[Finding]


def found(code: Code, *places: Place, **facts: Fact) -> Finding:
    """A finding at these places; the quotation is added when all checks are done."""
    return Finding(code, places, facts)
