"""Which of the wanted faces a PC has, what is used instead of the others, and what to do about it.

No Qt here: what a preview draws is found by the same order as in `ui.preview.faces`.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from enum import Enum
from typing import NamedTuple

from models.layout.layout import Faces
from models.layout.stand_ins import StandIns, class_of, load_stand_ins

UNSURE = "待核对"


class Presence(Enum):
    """How far a PC has a face."""

    PRESENT = "present"
    RELATIVE = "relative"  # a newer or larger file of the same kind
    FREE = "free"  # another design of the same kind, or near to it
    NONE = "none"


class FaceState(NamedTuple):
    """A wanted face on a PC. `family` is what is drawn for it, empty when nothing fits; the rest are words."""

    face: str
    used_for: str
    presence: Presence
    family: str
    here: str  # whether this PC has it
    drawn: str  # what preview, print and PDF show
    elsewhere: str  # what Word shows on a PC without it
    advice: str  # empty when nothing need be done
    unsure: bool = False  # whether `elsewhere` was not tried on such a PC


def presence_of(name: str, faces: Faces, has: Callable[[str], bool], data: StandIns) -> tuple[Presence, str]:
    """Return how far a PC that `has` some families has the face `name` of `faces`, and the family drawn for it."""
    for presence, families in (
        (Presence.PRESENT, (name, *faces.same_as(name))), (Presence.RELATIVE, faces.relatives_of(name)),
        (Presence.FREE, data.free_for(name, faces)),
    ):
        family = next((each for each in families if has(each)), "")
        if family:
            return presence, family
    return Presence.NONE, ""


def face_states(
    faces: Faces, families: frozenset[str], windows: bool = sys.platform == "win32"
) -> tuple[FaceState, ...]:
    """Return the state of every face of `faces` on a PC with `families`, in words for the clerk.

    `windows` says which advice fits the PC.
    """
    data = load_stand_ins()
    return tuple(_state(name, faces, families, windows, data) for name in faces.names)


def _state(name: str, faces: Faces, families: frozenset[str], windows: bool, data: StandIns) -> FaceState:
    presence, family = presence_of(name, faces, families.__contains__, data)
    notes, called = data.faces[name], data.called.get(family, family)
    here, drawn = {
        Presence.PRESENT: ("有", "就是它"),
        Presence.RELATIVE: ("没有", f"用“{called}”代替，字形略有不同"),
        Presence.FREE: ("没有", f"用“{called}”代替，只求相近"),
        Presence.NONE: ("没有", "没有合适的，由系统挑一个中文字体"),
    }[presence]
    advice = ""
    if presence is not Presence.PRESENT:
        advice = notes.windows if windows else notes.linux + _package_advice(name, faces, family, data)
    return FaceState(
        name, data.classes[class_of(name, faces)].used_for, presence, family, here, drawn, notes.word, advice,
        UNSURE in notes.sure)


def _package_advice(name: str, faces: Faces, family: str, data: StandIns) -> str:
    """Return which package brings a nearer free family than `family`; empty when none does."""
    free = data.free_for(name, faces)
    nearer = free[:free.index(family)] if family in free else free
    if family and family not in free:  # a relative is drawn already
        return ""
    packages = data.packages_for(nearer)
    return f"只为预览好看，可以让管理员装软件包 {packages[0]}。" if packages else ""


def told_of_rare(characters: tuple[str, ...], faces: Faces) -> str:
    """Return in words which faces set the rare `characters` of a report in its text; empty without any."""
    by_face: dict[str, list[str]] = {}
    for each in characters:
        by_face.setdefault(faces.face_for(faces.body, each), []).append(f"“{each}”")
    told = [f"{''.join(some)}用“{face}”" for face, some in by_face.items()]
    return f"报告里有生僻字，正文中{'，'.join(told)}。" if told else ""
