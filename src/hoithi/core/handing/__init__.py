"""A campaign handed on: to another year of the same body, and as a file to another body."""
