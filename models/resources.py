"""The only place that finds the program's own data files."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from models.compiled_data import compiled

ROOT = Path(__file__).resolve().parent.parent / "resources"


def resource_path(*parts: str) -> Path:
    """Return the path of the data file `parts` below `resources/`."""
    return ROOT.joinpath(*parts)


@cache
def read_yaml(*parts: str) -> Any:
    """Return the parsed YAML data file `parts`; callers must not change the value, it is shared."""
    return read_data(resource_path(*parts))


def read_data(path: Path) -> Any:
    """Return the parsed YAML data file `path`; OSError when it cannot be read, ValueError when it is no YAML."""
    return compiled(path, parse_yaml)


def parse_yaml(text: str) -> Any:
    """Return the value of the YAML `text`, by libyaml where it is there; ValueError when it is none, or unsafe."""
    import yaml

    try:
        return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.YAMLError as error:
        raise ValueError(f"not YAML: {error}") from error


DEEPEST_NESTING = 50


def parse_yaml_as_text(text: str) -> Any:
    """Return the value of a user's YAML `text` with every scalar as written text; ValueError when it is none.

    Deep nesting is refused first: libyaml builds the value by recursion and would end the process.
    """
    import yaml

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    depth = 0
    try:
        for event in yaml.parse(text, Loader=loader):
            depth += isinstance(event, yaml.CollectionStartEvent)
            depth -= isinstance(event, yaml.CollectionEndEvent)
            if depth > DEEPEST_NESTING:
                raise ValueError("nested too deep")
        return yaml.load(text, Loader=loader)
    except yaml.YAMLError as error:
        raise ValueError(f"not YAML: {error}") from error
