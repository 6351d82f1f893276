"""Throws damaged and hostile files of questions at their readers."""
