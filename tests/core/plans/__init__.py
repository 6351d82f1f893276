"""Reading of plans: each reader with its table of cases, and whole documents."""
