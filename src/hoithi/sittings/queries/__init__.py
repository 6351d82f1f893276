"""Reading the exam room: rounds as they stand, sittings, papers, points."""
