"""The sentence for each refusal, shared by web, live and command."""

from functools import singledispatch

from hoithi.kit.refusals import Refusal


@singledispatch
def sentence(refusal: Refusal) -> str:
    """What to tell the person, in the language in force: what happened and what to do.

    A refusal without a registered sentence is a fault of the program, so it is raised again.
    """
    raise refusal
