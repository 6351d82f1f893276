"""SQLite with a fair turnstile for every write transaction of every process."""
