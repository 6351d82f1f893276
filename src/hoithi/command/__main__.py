"""`python -m hoithi.command`: the same as `hoithi`."""

from hoithi.command import main

main()
