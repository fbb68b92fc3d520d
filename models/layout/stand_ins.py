"""What stands in for the faces of a document, as data: free families, packages, what other PCs show."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple

from models.layout.layout import Faces
from models.layout.loader import LayoutDataError
from models.resources import read_yaml

FILE = "stand_ins.yaml"
CLASSES = ("title", "body", "kai", "hei", "song")  # fields of Faces


class FaceClass(NamedTuple):
    """A class of faces: what of a document it sets, and the free families nearest to it."""

    used_for: str
    free: tuple[str, ...]


class FaceNotes(NamedTuple):
    """What a clerk should know of one face: what Word shows without it, how to come by it, and how sure that is."""

    word: str
    windows: str
    linux: str
    sure: str


class StandIns(NamedTuple):
    """Everything in the data file; `packages` are the families that each package brings.

    `called` are Chinese names of families that have a foreign one.
    """

    classes: Mapping[str, FaceClass]
    rare: tuple[str, ...]
    faces: Mapping[str, FaceNotes]
    called: Mapping[str, str]
    packages: Mapping[str, tuple[str, ...]]

    def free_for(self, name: str, faces: Faces) -> tuple[str, ...]:
        """Return the free families that stand in for the face `name` of `faces`, nearest first."""
        return self.classes[class_of(name, faces)].free

    def packages_for(self, families: tuple[str, ...]) -> tuple[str, ...]:
        """Return the packages that bring any of `families`, in the order of these."""
        return tuple(dict.fromkeys(
            package for family in families for package, brought in self.packages.items() if family in brought))


def class_of(name: str, faces: Faces) -> str:
    """Return the class that the face `name` has in `faces`; that of 仿宋 when it is none of them."""
    classes: dict[str, str] = {getattr(faces, each): each for each in ("song", "hei", "kai", "body", "title")}
    return classes.get(name, "body")


@cache
def load_stand_ins() -> StandIns:
    """Return the program's own data."""
    return stand_ins_from(read_yaml("formats", FILE))


def stand_ins_from(data: Any) -> StandIns:
    """Return `data` as StandIns; LayoutDataError names the key that is unknown, missing or of a wrong type."""
    top = _keys(data, StandIns._fields, "")
    classes = {name: FaceClass(*_keys(value, FaceClass._fields, f"classes: {name}: ").values())
               for name, value in _keys(top["classes"], CLASSES, "classes: ").items()}
    return StandIns(
        {name: each._replace(free=_names(each.free, f"classes: {name}: free")) for name, each in classes.items()},
        _names(top["rare"], "rare"),
        {name: FaceNotes(*_keys(value, FaceNotes._fields, f"faces: {name}: ").values())
         for name, value in top["faces"].items()},
        {name: _name(value, f"called: {name}") for name, value in top["called"].items()},
        {name: _names(value, f"packages: {name}") for name, value in top["packages"].items()},
    )


def _keys(data: Any, wanted: tuple[str, ...], where: str) -> dict[str, Any]:
    """Return the table `data` in the order of `wanted`, which must be exactly its keys."""
    if not isinstance(data, dict):
        raise LayoutDataError(f"{FILE}: {where}is not a table of keys")
    for name in (*data, *wanted):
        if name not in wanted or not data.get(name):
            raise LayoutDataError(f"{FILE}: {where}{name}: {'missing' if name in wanted else 'unknown'} key")
    return {name: data[name] for name in wanted}


def _name(value: Any, where: str) -> str:
    if not isinstance(value, str) or not value:
        raise LayoutDataError(f"{FILE}: {where}: is no name")
    return value


def _names(value: Any, where: str) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(each, str) and each for each in value):
        raise LayoutDataError(f"{FILE}: {where}: is no list of names")
    return tuple(value)
