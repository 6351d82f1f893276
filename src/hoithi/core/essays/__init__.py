"""Essays: who is marked, by whom, to which final mark, and how alike their texts are."""
