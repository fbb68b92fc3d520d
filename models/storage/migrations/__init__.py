"""One module per schema version, each with the change that leads to it from the version before.

The change is one function `upgrade(operations)`. It speaks of tables and columns by name and never uses the
row classes: those follow the newest version, a change stays as it was.
"""
