"""Statistics of questions and papers: against textbook formulas, hand counts and oracle files."""
