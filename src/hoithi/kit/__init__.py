"""Technical helpers without a word of the domain: clock, ids, paging."""
