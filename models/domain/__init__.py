"""Frozen values of the field: organ, report, standard, source of an imported file, findings' places."""
