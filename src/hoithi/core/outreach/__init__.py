"""Outreach (tuyên truyền): phases and channels, what a plan asks for, drafts of what is said."""
