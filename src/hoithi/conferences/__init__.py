"""Meetings, training and conferences: programme, invitations, check-in, minutes, conclusions."""
