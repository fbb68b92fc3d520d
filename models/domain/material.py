"""What a 科室 delivered for the report: kept beside the text it is to go into, never printed itself."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Material:
    """A delivery for the page of `task`, as it came; the clerk takes parts of its `text` over."""

    id: str = ""
    task: str = ""
    department: str = ""  # the 科室 as the clerk calls it
    received: str = ""  # the day, as entered
    source: str = ""  # the name of the file it was read from; empty when it was pasted or typed
    text: str = ""


def materials_for(materials: tuple[Material, ...], task: str) -> tuple[Material, ...]:
    """Return those of `materials` that were delivered for the page of `task`."""
    return tuple(each for each in materials if each.task == task)


def with_material(materials: tuple[Material, ...], changed: Material) -> tuple[Material, ...]:
    """Return `materials` with `changed` in the place of the one of the same id, or added."""
    if any(each.id == changed.id for each in materials):
        return tuple(changed if each.id == changed.id else each for each in materials)
    return (*materials, changed)


def without_material(materials: tuple[Material, ...], material_id: str) -> tuple[Material, ...]:
    """Return `materials` without the one of the id `material_id`."""
    return tuple(each for each in materials if each.id != material_id)
