"""Essays written in papers: filtered, given to markers blind, marked, settled, handed over."""
