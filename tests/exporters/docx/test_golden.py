"""The small report as a whole, part by part, against what was looked at and found good.

`PYTHONPATH=.:tests python tests/exporters/docx/test_golden.py` writes the golden parts anew: look at the difference.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree
from word_files import a_manuscript, written

GOLDEN = Path(__file__).resolve().parents[2] / "golden" / "small_report"
PARTS = ("word/document.xml", "word/styles.xml", "word/settings.xml", "word/footer1.xml", "docProps/core.xml")


def readable(name: str) -> str:
    """Return the part `name` of the small report, one element a line."""
    root = written(a_manuscript()).xml(name)
    return etree.tostring(root, pretty_print=True, encoding="unicode")


def golden(name: str) -> Path:
    return GOLDEN / name.replace("/", ".")


@pytest.mark.parametrize("name", PARTS)
def test_the_small_report_is_written_as_it_was_approved(name: str) -> None:
    assert readable(name) == golden(name).read_text(encoding="utf-8")


if __name__ == "__main__":
    for part in PARTS:
        golden(part).write_text(readable(part), encoding="utf-8")
