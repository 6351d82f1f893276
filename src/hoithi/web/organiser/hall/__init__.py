"""Papers sat in a hall: people registered on the spot, sheets typed by two, papers printed."""
