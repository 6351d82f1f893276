"""The site, one package an audience."""
