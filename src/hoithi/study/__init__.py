"""The study set: questions of a bank that its head released for a contest, with their keys."""
