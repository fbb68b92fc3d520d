"""YAML of the requirements read strictly into a Standard."""
