"""The program speaks to its user in one way: 你, as in every other sentence; 您 is only in what it reads."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PATTERNS = (
    "main.py", "start.py", "ui/**/*.py", "models/**/*.py", "exporters/**/*.py", "resources/help/*.md",
    "resources/help/*.yaml", "resources/standards/**/*.yaml")
SPOKEN = sorted(path for pattern in PATTERNS for path in ROOT.glob(pattern))


@pytest.mark.parametrize("path", SPOKEN, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_the_user_is_called_by_one_word(path: Path) -> None:
    assert "您" not in path.read_text(encoding="utf-8")
