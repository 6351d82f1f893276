"""Filters of the templates: values as people read them."""
