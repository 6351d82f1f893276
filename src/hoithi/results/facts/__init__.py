"""Results as records: what a draft holds, what goes into it, what comes out."""
