"""The package as somebody installs it, without the checkout."""
