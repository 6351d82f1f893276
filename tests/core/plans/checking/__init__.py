"""What is found in plans."""
