"""The rules of contests as plain Python: values in, values out; no Django, database or clock."""
