"""A library file and an open store for the tests of storage."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from builders import fixed_clock
from models.storage.store import ReportStore


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """Return the path of a library that does not exist yet."""
    return tmp_path / "法治年报.db"


@pytest.fixture
def store(library: Path) -> Iterator[ReportStore]:
    """Lend an open store over a fresh library."""
    with ReportStore.open(library, fixed_clock) as opened:
        yield opened
