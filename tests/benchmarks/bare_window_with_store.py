"""The floor of an open report: a bare window of Qt in a process that has SQLAlchemy."""

from __future__ import annotations

import sys

import sqlalchemy.orm

from bare_window import show_bare_window

if __name__ == "__main__":
    sys.exit(show_bare_window() if sqlalchemy.orm.Session else 1)
