"""The way of a unit's contact: the named list, reminders, the poster, lost codes."""
