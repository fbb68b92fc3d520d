"""Layout data files -> `Layout`; an unknown or missing key names the file and the key."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from models.errors import UserError
from models.layout.layout import Faces, Layout, Measures, Words
from models.resources import read_yaml
from models.text.repertoire import Repertoire

PROFILES: tuple[str, ...] = ("常用", "33476.2")
FONT_SETS: tuple[str, ...] = ("方正", "Windows自带", "Windows宋体")
_OF_ALL_SETS = ("relatives", "same", "holds", "rare")
LINE_SPACINGS: tuple[float, ...] = (1.5, 2.0)


class LayoutDataError(ValueError):
    """A layout data file is not as it must be; the message names the file and the key."""


def load_layout(profile: str = "常用", fonts: str = "方正", line_spacing: float | None = None) -> Layout:
    """Return the layout of `profile` with the faces of the set `fonts`.

    `line_spacing` (1.5 or 2, for a 送审稿) widens the body lines; None means the standard's own lines.
    Raises UserError for a profile, set or spacing that does not exist.
    """
    if profile not in PROFILES:
        raise UserError(f"没有名为“{profile}”的版式。", f"可用的版式：{'、'.join(PROFILES)}。")
    if fonts not in FONT_SETS:
        raise UserError(f"没有名为“{fonts}”的字体方案。", f"可用的字体方案：{'、'.join(FONT_SETS)}。")
    if line_spacing is not None and line_spacing not in (1.0, *LINE_SPACINGS):
        raise UserError(f"行距不能是 {line_spacing:g} 倍。", "送审稿的行距可选 1.5 倍或 2 倍。")
    return _layout(profile, fonts, line_spacing or 1.0)


@cache
def _layout(profile: str, fonts: str, line_spacing: float) -> Layout:
    return Layout(profile, fonts, _measures(profile), _faces(fonts), load_words(), line_spacing)


@cache
def load_words() -> Words:
    """Return the fixed words of the document."""
    return words_from(_read("words.yaml"), "words.yaml")


def words_from(data: Mapping[str, Any], file: str) -> Words:
    """Return `data` of `file` as Words; LayoutDataError when a key is unknown, missing or of a wrong type."""
    values = _exact(data, Words.__annotations__, file)
    for name, value in values.items():
        if isinstance(value, list):
            values[name] = tuple(value)
    return Words(**values)


def measures_from(data: Mapping[str, Any], file: str) -> Measures:
    """Return `data` of `file`, each {value, source}, as Measures; LayoutDataError as above."""
    plain = {}
    for name, entry in data.items():
        if not isinstance(entry, dict) or set(entry) != {"value", "source"} or not str(entry["source"]).strip():
            raise LayoutDataError(f"{file}: {name}: needs value and source")
        plain[name] = entry["value"]
    return Measures(**_exact(plain, Measures.__annotations__, file))


def faces_from(data: Mapping[str, Any], fonts: str, file: str) -> Faces:
    """Return the set `fonts` of `data` as Faces; LayoutDataError when a key is unknown, missing or of a wrong type."""
    top = _exact(data, {"sets": dict, **dict.fromkeys(_OF_ALL_SETS, dict)}, file)
    names = {name: kind for name, kind in Faces.__annotations__.items() if name not in _OF_ALL_SETS}
    if fonts not in top["sets"]:
        raise LayoutDataError(f"{file}: sets: {fonts} is missing")
    values = _exact(top["sets"][fonts], names, f"{file}: {fonts}")
    return Faces(
        **values, relatives=_name_lists(top["relatives"]), same=_name_lists(top["same"]),
        holds=tuple((name, _repertoire(value, f"{file}: holds: {name}")) for name, value in top["holds"].items()),
        rare=_name_lists(top["rare"]),
    )


def _repertoire(value: Any, key: str) -> Repertoire:
    try:
        return Repertoire(value)
    except ValueError as error:
        raise LayoutDataError(f"{key}: {value!r} is no repertoire") from error


def _name_lists(data: Mapping[str, list[str]]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((name, tuple(others)) for name, others in data.items())


def _measures(profile: str) -> Measures:
    profiles = _read("profiles.yaml")
    if profile not in profiles:
        raise LayoutDataError(f"profiles.yaml: {profile} is missing")
    return measures_from({**_read("measures.yaml"), **profiles[profile]}, f"measures.yaml with profiles.yaml {profile}")


def _faces(fonts: str) -> Faces:
    return faces_from(_read("fonts.yaml"), fonts, "fonts.yaml")


def _read(name: str) -> Mapping[str, Any]:
    data: Any = read_yaml("formats", name)
    if not isinstance(data, dict):
        raise LayoutDataError(f"{name}: is not a table of keys")
    return data


TYPES: dict[Any, tuple[type, ...]] = {
    int: (int,), float: (int, float), str: (str,), bool: (bool,), dict: (dict,), tuple[str, ...]: (list,),
}


def _exact(data: Mapping[str, Any], wanted: Mapping[str, Any], file: str) -> dict[str, Any]:
    """Return `data` as it is when its keys are exactly those of `wanted` and its values of their types."""
    for name in data:
        if name not in wanted:
            raise LayoutDataError(f"{file}: {name}: unknown key")
    for name, kind in wanted.items():
        if name not in data:
            raise LayoutDataError(f"{file}: {name}: missing key")
        value = data[name]
        if not isinstance(value, TYPES[kind]) or isinstance(value, bool) is not (kind is bool):
            raise LayoutDataError(f"{file}: {name}: is {value!r}, must be {getattr(kind, '__name__', kind)}")
    return dict(data)
