"""The standard of one kind of organ: the national data, with local requirements laid over it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from models.domain.organ import OrganKind
from models.domain.standard import Standard
from models.standards.national import NATIONAL, Documents, read_duties, read_kinds, read_requirements

if TYPE_CHECKING:
    from models.standards.overlay import Overlay


def load_standard(kind: OrganKind, overlays: Sequence[Path] = ()) -> Standard:
    """Return the standard of `kind`, the files `overlays` laid over it in order; none means the national one alone.

    An overlay made for other kinds is passed over. UserError names file and key of any mistake.
    """
    standard = load_national(kind)
    if overlays:
        from models.standards.laying import lay

        for path in overlays:
            standard = lay(standard, read_overlay(path))
    return standard


def read_overlay(path: Path) -> Overlay:
    """Return the local requirements in the file `path`; UserError in one clear sentence when it is not such a file."""
    from models.standards import overlay

    return overlay.read_overlay(path)


@cache
def load_national(kind: OrganKind, folder: Path = NATIONAL) -> Standard:
    """Return the national standard of `kind` from the data files of `folder`, read once."""
    kinds = read_kinds(folder)
    data = kinds.kinds[kind]
    documents = Documents(folder)
    return Standard(
        kind=kind,
        requirements=read_requirements(folder, data, documents),
        duties=read_duties(folder, data, documents),
        headings=kinds.headings,
    )
