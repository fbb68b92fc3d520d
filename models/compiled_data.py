"""The program's YAML files in a form Python reads at once, kept beside them as __pycache__ is beside the modules.

Reading YAML, and the YAML reader itself, cost a sixth of a whole `check`; what is made of the data at once is kept
too. A file is read from YAML again when its time or size has changed; where nothing can be kept, it always is.
"""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

FOLDER = "__pycache__"


def compiled(path: Path, parse: Callable[[str], Any], *others: str | Path) -> Any:
    """Return the value of the UTF-8 data file `path`, made by `parse` unless a compiled one is at hand.

    `others` are the further files that the value depends on: data, or modules that work on it. Raises OSError when
    one of all these cannot be read, and whatever `parse` raises.
    """
    states = [os.stat(each) for each in (path, *others)]
    stamp = (parse.__qualname__, *((each.st_mtime_ns, each.st_size) for each in states))
    kept = path.parent / FOLDER / f"{path.name}.{sys.implementation.cache_tag}"
    with suppress(OSError, ValueError, EOFError, TypeError):  # absent or damaged: as if there were none
        found, value = marshal.loads(kept.read_bytes())
        if found == stamp:
            return value
    value = parse(path.read_text(encoding="utf-8"))
    keep(kept, (stamp, value))
    return value


def keep(kept: Path, content: Any) -> bool:
    """Write `content` to `kept` whole and return whether that could be done; it is no loss when not."""
    beside = kept.with_name(f"{kept.name}.{os.getpid()}")
    try:
        data = marshal.dumps(content)
        kept.parent.mkdir(exist_ok=True)
        beside.write_bytes(data)
        os.replace(beside, kept)
    except (OSError, ValueError):  # ValueError: a value, such as a date, that has no compiled form
        return False
    return True


def packed(mapping: Mapping[str, str]) -> tuple[str, str]:
    """Return `mapping`, without line breaks in it, as two texts: these are read at once, a thousand small ones not."""
    return "\n".join(mapping), "\n".join(mapping.values())


def unpacked(keys: str, values: str) -> dict[str, str]:
    """Return the mapping that `packed` made two texts of."""
    return dict(zip(keys.split("\n"), values.split("\n"), strict=True))
