"""What a question is, what makes one faulty, and how a line of a table becomes one."""
