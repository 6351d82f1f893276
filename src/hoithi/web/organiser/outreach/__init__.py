"""Screens of outreach: duties by phase and channel, who told what, drafts, the public page."""
