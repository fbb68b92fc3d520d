"""The program speaks to its user in one way: 你, as in every other sentence; 您 is only in what it reads."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).parents[2]
PATTERNS = (
    "main.py", "start.py", "ui/**/*.py", "models/**/*.py", "exporters/**/*.py", "resources/help/*.md",
    "resources/help/*.yaml", "resources/standards/**/*.yaml")


def test_the_user_is_called_by_one_word() -> None:
    spoken = [path for pattern in PATTERNS for path in ROOT.glob(pattern)]

    assert len(spoken) > 100
    assert [path.name for path in spoken if "您" in path.read_text(encoding="utf-8")] == []
