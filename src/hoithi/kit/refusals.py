"""The root of all refusals: one small class each, with facts and no wording."""


class Refusal(Exception):
    """Something asked for is not done, and nothing has changed. `wording` has the sentence."""

    def __init__(self, **facts: object) -> None:
        super().__init__(*facts.items())
        self.facts = facts
