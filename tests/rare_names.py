"""The names of tests/resources/rare_names.yaml: each ends in a character that GB 2312 does not hold."""

from __future__ import annotations

from pathlib import Path

from models.resources import parse_yaml

RARE_NAMES: tuple[str, ...] = tuple(
    name for names in parse_yaml(
        (Path(__file__).parent / "resources" / "rare_names.yaml").read_text(encoding="utf-8")).values()
    for name in names)
