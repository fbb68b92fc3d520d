"""Several names in one line of a form, parted by 、."""

from __future__ import annotations

import re

from ui.widgets.field import LineField

_JOINTS = re.compile(r"\s*[、，,；;]\s*")


def names_of(text: str) -> tuple[str, ...]:
    """Return the names in `text`, parted by 、 or commas; a colon at the end is left out."""
    return tuple(name for name in _JOINTS.split(text.strip().rstrip("：:")) if name)


def write_names(field: LineField, names: tuple[str, ...]) -> None:
    """Show `names` in `field`, unless it shows them already in other punctuation."""
    if names_of(field.text) != names:
        field.set_text("、".join(names))
