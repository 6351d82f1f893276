"""What the plan left open or contradicted, and whether it has been decided."""

from hoithi.core.rulebook.checks.finding import FindingCode, Findings, remark, still_open
from hoithi.core.rulebook.document import Rulebook
from hoithi.core.rulebook.walk import leads_somewhere


def check(rulebook: Rulebook) -> Findings:
    """Choices still to be made, made by nobody, or about no place of the rules."""
    for place, choice in enumerate(rulebook.choices):
        path = f"choices[{place}]"
        if choice.chosen is None:
            yield still_open(f"{path}.chosen", FindingCode.CHOICE_OPEN, found=choice.found)
        elif choice.decided_by is None or choice.decided_on is None:
            yield still_open(path, FindingCode.CHOICE_WITHOUT_DECIDER, found=choice.found)
        if not leads_somewhere(rulebook, choice.about):
            yield remark(f"{path}.about", FindingCode.CHOICE_ABOUT_NOTHING, about=choice.about)
