"""Sets of attempts as Moodle's tests keep them: read, marked, and reckoned with our statistics."""
