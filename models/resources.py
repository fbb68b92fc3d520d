"""The only place that finds the program's own data files."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent / "resources"


def resource_path(*parts: str) -> Path:
    """Return the path of the data file `parts` below `resources/`."""
    return ROOT.joinpath(*parts)


@cache
def read_yaml(*parts: str) -> Any:
    """Return the parsed YAML data file `parts`; callers must not change the value, it is shared."""
    return parse_yaml(resource_path(*parts).read_text(encoding="utf-8"))


def parse_yaml(text: str) -> Any:
    """Return the value of the YAML `text`, read with the safe loader (libyaml where it is there)."""
    import yaml

    return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


def parse_yaml_as_text(text: str) -> Any:
    """Return the value of the YAML `text` with every scalar as written text; ValueError when it is none."""
    import yaml

    try:
        return yaml.load(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))
    except yaml.YAMLError as error:
        raise ValueError(f"not YAML: {error}") from error
