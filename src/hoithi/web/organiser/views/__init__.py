"""The organiser's views, a module for each part of the work."""
