"""Real servers, killed while people save and hand in."""
