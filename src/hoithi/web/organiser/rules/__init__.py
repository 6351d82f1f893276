"""The rulebook on screen: forms made from its types, in the sections officials know."""
