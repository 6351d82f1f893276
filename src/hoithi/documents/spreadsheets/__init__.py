"""Tables out of spreadsheets as offices send them, and back into spreadsheets."""
