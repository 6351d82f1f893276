"""Settings, addresses, the entry of the server, database wrappers: where everything is wired."""
