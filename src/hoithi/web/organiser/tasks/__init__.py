"""The tasks of a campaign on screen: listed, drawn, changed, reminded of and printed."""
