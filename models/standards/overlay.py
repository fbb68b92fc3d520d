"""Local requirements (本地要求): what a county's own notice adds to the national data, tightens or renames."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

from models.domain.organ import OrganKind, Post
from models.domain.report import SectionKey
from models.domain.standard import Basis, Certainty, Duty, Guidance, Mandate, Requirement
from models.standards.fields import Fields, as_text, refuse, refuse_repeated
from models.standards.labels import national_kinds
from models.standards.overlay_text import read_plain

EVERY_KIND = "全部"
LOOSENING = ("remove", "drop", "delete", "loosen", "replace", "删除", "放宽")
ONLY_ADD = "本地要求只能增加、收紧和改名，不能删减或放宽国家要求。"
MANDATES = {"mandatory": Mandate.MANDATORY, "必写": Mandate.MANDATORY,
            "conditional": Mandate.CONDITIONAL, "有则写": Mandate.CONDITIONAL}
SECTIONS = {**{key.value: key for key in SectionKey},
            "举措": SectionKey.MEASURES, "不足": SectionKey.PROBLEMS, "原因": SectionKey.CAUSES,
            "第一责任人": SectionKey.FIRST_RESPONSIBLE, "安排": SectionKey.PLAN, "其他": SectionKey.OTHER}
POSTS = {**{post.value: post for post in Post}, "书记": Post.SECRETARY, "局长": Post.HEAD, "行政主要负责人": Post.HEAD}
IDENTIFIER = re.compile(r"[\w-]{1,24}")
DATE = re.compile(r"(\d{4})[-年.](\d{1,2})[-月.](\d{1,2})日?")
TITLE_LENGTH = 60

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Tightening:
    """What an overlay asks beyond the national requirement or duty `id`."""

    id: str
    binding: bool  # becomes 必写 (a requirement) or core (a duty)
    prompt: str = ""
    evidence: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    article: str = ""


@dataclass(frozen=True, slots=True)
class Overlay:
    """One file of local requirements; `source` is the notice it renders."""

    file: str
    source: str
    date: str
    kinds: tuple[OrganKind, ...]
    requirements: tuple[Requirement, ...] = ()
    duties: tuple[Duty, ...] = ()
    tightenings: tuple[Tightening, ...] = ()
    renames: tuple[tuple[str, str], ...] = ()  # id of a requirement, duty or part, and its new title

    @property
    def added_ids(self) -> tuple[str, ...]:
        """The ids of its own requirements and duties."""
        return (*(each.id for each in self.requirements), *(each.id for each in self.duties))


def read_overlay(path: Path) -> Overlay:
    """Return the local requirements in the file `path`; UserError in one clear sentence when it is not such a file."""
    fields = Fields(path.name, "", read_plain(path))
    for key in LOOSENING:
        if fields.has(key):
            refuse(path.name, key, "不能用", ONLY_ADD)
    kinds = _kinds(fields)
    source = _short(fields, "source")
    overlay = Overlay(
        path.name, source, _date(fields), kinds, *_added(fields, source, kinds), _tightenings(fields, kinds),
        _renames(fields, kinds),
    )
    fields.close()
    if not (overlay.added_ids or overlay.tightenings or overlay.renames):
        refuse(path.name, "", "里没有任何要求", "请在 add、tighten、rename 里至少写一项。")
    _refuse_known(overlay)
    return overlay


def _kinds(fields: Fields) -> tuple[OrganKind, ...]:
    """Return the kinds of organ the overlay is made for: 全部, one name or several."""
    value = fields.raw("extends")
    names = fields.texts("extends") if isinstance(value, list) else (fields.text("extends"),)
    if EVERY_KIND in names:
        return tuple(OrganKind)
    by_name = {name: kind for kind, data in national_kinds().kinds.items() for name in (data.label, kind.value)}
    for name in names:
        if name not in by_name:
            labels = "、".join(data.label for data in national_kinds().kinds.values())
            refuse(fields.file, "extends", f"不认识“{name}”，只能写{EVERY_KIND}、{labels}")
    return tuple(dict.fromkeys(by_name[name] for name in names))


def _date(fields: Fields) -> str:
    """Return the date of the notice as written; UserError when it is no day of the calendar."""
    text = fields.text("date")
    match = DATE.fullmatch(text)
    try:
        if match and date(*map(int, match.groups())):
            return text
    except ValueError:
        pass
    refuse(fields.file, "date", f"“{text}”不是日期，请写成 2026-01-05 这样")


def _added(
    fields: Fields, source: str, kinds: tuple[OrganKind, ...]
) -> tuple[tuple[Requirement, ...], tuple[Duty, ...]]:
    """Return the requirements and duties under `add`."""
    if not fields.has("add"):
        return (), ()
    added = fields.fields("add")
    requirements = tuple(_requirement(each, source) for each in _listed(added, "requirements"))
    duties = tuple(_duty(each, source) for each in _listed(added, "duties"))
    added.close()
    return requirements, duties


def _listed(fields: Fields, key: str) -> tuple[Fields, ...]:
    """Return the mappings listed under `key`; none when the key is not there."""
    items = fields.optional_items(key)
    return tuple(Fields(fields.file, f"{fields.path(key)}[{at}]", each) for at, each in enumerate(items, 1))


def _requirement(fields: Fields, source: str) -> Requirement:
    """Return the requirement `fields` describe; without `mandate` it is 必写."""
    section = _one_of(fields, "section", SECTIONS) if fields.has("section") else None
    topic = fields.flag("topic")
    if topic and section is not SectionKey.MEASURES:
        refuse(fields.file, fields.path("topic"), "只有 section 写“举措”时才能用")
    mandate = _one_of(fields, "mandate", MANDATES) if fields.has("mandate") else Mandate.MANDATORY
    requirement = Requirement(
        _identifier(fields), _short(fields, "title"), mandate, section, topic, _basis(fields, source),
        fields.optional_texts("keywords"), _guidance(fields), source,
    )
    fields.close()
    return requirement


def _duty(fields: Fields, source: str) -> Duty:
    """Return the duty `fields` describe; without `posts` it stands for both posts."""
    posts = tuple(Post)
    if fields.has("posts"):
        posts = tuple(dict.fromkeys(
            _named(fields.file, fields.path("posts"), name, POSTS) for name in fields.texts("posts")))
    identifier = _identifier(fields)
    duty = Duty(
        identifier, _short(fields, "title"), (identifier,), posts, fields.flag("core"), False,
        _basis(fields, source), fields.optional_texts("keywords"), _guidance(fields), source,
    )
    fields.close()
    return duty


def _guidance(fields: Fields) -> Guidance:
    """Return the guidance of an added entry: the prompt is needed, the rest may be left out."""
    return Guidance(
        fields.text("prompt"), fields.optional_texts("evidence"), fields.optional_text("good"),
        fields.optional_text("poor"), fields.optional_text("failure"), fields.optional_texts("questions"),
    )


def _basis(fields: Fields, source: str) -> tuple[Basis, ...]:
    """Return the notice itself as the basis, with the article the clerk names."""
    return (Basis(source, fields.optional_text("article"), Certainty.VERIFIED),)


def _tightenings(fields: Fields, kinds: tuple[OrganKind, ...]) -> tuple[Tightening, ...]:
    """Return what stands under `tighten`."""
    found = []
    for each in _listed(fields, "tighten"):
        identifier = _national_identifier(each, kinds)
        binding = _binding(each, identifier)
        found.append(Tightening(
            identifier, binding, each.optional_text("prompt"), each.optional_texts("evidence"),
            each.optional_texts("keywords"), each.optional_text("article"),
        ))
        each.close()
        if found[-1] == Tightening(identifier, False):
            refuse(each.file, each.where, "没有写要收紧什么")
    refuse_repeated(fields.file, "tighten", (each.id for each in found))
    return tuple(found)


def _binding(fields: Fields, identifier: str) -> bool:
    """Return whether the entry is made binding: `mandate` of a requirement, `core` of a duty; never the reverse."""
    if any(identifier in data.mandates for data in national_kinds().kinds.values()):
        if not fields.has("mandate"):
            return False
        if _one_of(fields, "mandate", MANDATES) is Mandate.CONDITIONAL:
            refuse(fields.file, fields.path("mandate"), "只能写必写", ONLY_ADD)
        return True
    if fields.has("core") and not fields.flag("core"):
        refuse(fields.file, fields.path("core"), "只能写 true", ONLY_ADD)
    return fields.flag("core")


def _renames(fields: Fields, kinds: tuple[OrganKind, ...]) -> tuple[tuple[str, str], ...]:
    """Return the ids and new titles under `rename`; an id may also be the key of a part."""
    found = []
    for each in _listed(fields, "rename"):
        found.append((_national_identifier(each, kinds, parts=True), _short(each, "title")))
        each.close()
    refuse_repeated(fields.file, "rename", (identifier for identifier, _ in found))
    return tuple(found)


def _national_identifier(fields: Fields, kinds: tuple[OrganKind, ...], parts: bool = False) -> str:
    """Return the `id` of a national entry of one of `kinds`, or with `parts` the key of a part."""
    identifier = fields.text("id")
    national = national_kinds()
    known = {each for kind in kinds for each in (*national.kinds[kind].mandates, *national.kinds[kind].duty_ids)}
    if parts:
        known |= {key.value for key, _ in national.headings}
    if identifier not in known:
        refuse(fields.file, fields.path("id"), f"写的“{identifier}”不在国家要求里")
    return identifier


def _identifier(fields: Fields) -> str:
    """Return the `id` of an added entry: letters, digits, Chinese, up to 24 characters."""
    text = fields.text("id")
    if not IDENTIFIER.fullmatch(text):
        refuse(fields.file, fields.path("id"), f"“{text[:24]}”不能作编号，请用字母、数字或汉字，不超过24个")
    return text


def _refuse_known(overlay: Overlay) -> None:
    """Raise UserError when an added id comes twice or belongs to a national entry."""
    refuse_repeated(overlay.file, "add", overlay.added_ids)
    national = national_kinds().ids | {key.value for key in SectionKey}
    for each in overlay.added_ids:
        if each in national:
            refuse(overlay.file, "add", f"用了国家要求的编号“{each}”", "请换一个编号；要收紧国家要求，写在 tighten 里。")


def _short(fields: Fields, key: str) -> str:
    """Return the one-line text `key`."""
    text = as_text(fields.file, fields.path(key), fields.raw(key))
    if len(text) > TITLE_LENGTH or "\n" in text:
        refuse(fields.file, fields.path(key), f"太长，请用一行、{TITLE_LENGTH}字以内")
    return text


def _one_of(fields: Fields, key: str, names: Mapping[str, Value]) -> Value:
    """Return what the text `key` means by `names`."""
    return _named(fields.file, fields.path(key), fields.text(key), names)


def _named(file: str, where: str, name: str, names: Mapping[str, Value]) -> Value:
    """Return what `name` means by `names`; UserError listing the possible ones otherwise."""
    if name not in names:
        refuse(file, where, f"不认识“{name}”，只能写 {'、'.join(names)} 之一")
    return names[name]
