"""The national data: files of `resources/standards/national` read into requirements and duties."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from models.domain.organ import OrganKind, Post
from models.domain.report import SectionKey
from models.domain.standard import Basis, Certainty, Duty, Guidance, Mandate, Requirement
from models.errors import UserError
from models.resources import read_data, resource_path
from models.standards.fields import Fields, refuse, refuse_repeated

NATIONAL = resource_path("standards", "national")
WORD_NAMES = ("organ", "leader", "secretary", "head", "meeting", "office_meeting", "recipients", "copies")


class KindData(NamedTuple):
    """What `kinds.yaml` says of one kind: its requirements and duties by id, its words."""

    label: str
    posts: Mapping[Post, str]
    by_analogy: bool
    mandates: Mapping[str, Mandate]
    duties: Mapping[str, tuple[str, ...]]  # file stem -> ids
    words: Mapping[str, str]

    @property
    def duty_ids(self) -> tuple[str, ...]:
        """All duties of the kind, in order."""
        return tuple(each for ids in self.duties.values() for each in ids)


class Kinds(NamedTuple):
    """The whole of `kinds.yaml`."""

    headings: tuple[tuple[SectionKey, str], ...]
    kinds: Mapping[OrganKind, KindData]

    @property
    def ids(self) -> frozenset[str]:
        """Every id of a national requirement or duty of any kind."""
        return frozenset(each for kind in self.kinds.values() for each in (*kind.mandates, *kind.duty_ids))


class Documents:
    """The documents a basis may name: short name to full title and whether it is another place's paper."""

    def __init__(self, folder: Path) -> None:
        """Read `documents.yaml` of `folder`."""
        fields = read_fields(folder / "documents.yaml")
        self._documents: dict[str, tuple[str, bool]] = {}
        for name in fields.keys():
            each = fields.fields(name)
            self._documents[name] = (each.text("title"), each.flag("local"))
            each.close()

    def basis(self, fields: Fields) -> Basis:
        """Return the basis `fields` describe; an unverified one must not name an article."""
        name = fields.text("document")
        certainty = fields.choice("certainty", Certainty)
        article = fields.optional_text("article")
        fields.close()
        if name not in self._documents:
            refuse(fields.file, fields.path("document"), f"提到的文件“{name}”没有登记在 documents.yaml 里")
        if article and certainty is Certainty.UNVERIFIED:
            refuse(fields.file, fields.path("article"), "写了条号，但依据还标着待核对（K）")
        title, local = self._documents[name]
        return Basis(title, article, certainty, local)


def read_fields(path: Path) -> Fields:
    """Return the mapping the data file `path` holds; UserError when it cannot be read."""
    value = read_value(path)
    return Fields(path.name, "", value)


def read_value(path: Path) -> object:
    """Return the parsed data file `path`; UserError naming the file when it is absent or broken."""
    try:
        value: object = read_data(path)
    except OSError as error:
        raise UserError(f"程序的数据文件“{path.name}”打不开。", "请重新解压一份完整的程序。") from error
    except ValueError as error:
        raise UserError(f"程序的数据文件“{path.name}”格式不对。", "请换回原来的文件，或者改正后再试。") from error
    return value


def read_kinds(folder: Path = NATIONAL) -> Kinds:
    """Return `kinds.yaml` of `folder`; every kind of organ must be there."""
    fields = read_fields(folder / "kinds.yaml")
    headings_fields = fields.fields("headings")
    headings = tuple((SectionKey(key), headings_fields.text(key)) for key in SectionKey if headings_fields.has(key))
    headings_fields.close()
    kinds_fields = fields.fields("kinds")
    kinds = {kind: _kind(kinds_fields.fields(kind.value)) for kind in OrganKind}
    kinds_fields.close()
    fields.close()
    return Kinds(headings, kinds)


def _kind(fields: Fields) -> KindData:
    """Return the kind `fields` describe."""
    posts_fields = fields.fields("posts")
    posts = {post: posts_fields.text(post.value) for post in Post if posts_fields.has(post.value)}
    posts_fields.close()
    mandates = [(each, mandate) for mandate in Mandate for each in fields.texts(mandate.value)]
    refuse_repeated(fields.file, fields.where, (each for each, _ in mandates))
    duties_fields = fields.fields("duties")
    duties = {stem: duties_fields.texts(stem) for stem in duties_fields.keys()}
    words_fields = fields.fields("words")
    words = {name: words_fields.text(name) for name in WORD_NAMES}
    words_fields.close()
    data = KindData(fields.text("label"), posts, fields.flag("by_analogy"), dict(mandates), duties, words)
    refuse_repeated(fields.file, fields.path("duties"), data.duty_ids)
    fields.close()
    return data


def read_requirements(folder: Path, kind: KindData, documents: Documents) -> tuple[Requirement, ...]:
    """Return the requirements of `kind` in the order of `requirements.yaml`."""
    file = "requirements.yaml"
    found = []
    for fields in _entries(folder / file):
        requirement = _requirement(fields, kind, documents)
        if requirement.id in kind.mandates:
            found.append(replace(requirement, mandate=kind.mandates[requirement.id]))
    _refuse_dangling(file, kind.mandates, (each.id for each in found))
    return tuple(found)


def _requirement(fields: Fields, kind: KindData, documents: Documents) -> Requirement:
    """Return the requirement `fields` describe in the words of `kind`."""
    requirement = Requirement(
        id=fields.text("id"),
        title=fields.text("title"),
        mandate=Mandate.CONDITIONAL,
        section=fields.choice("section", SectionKey) if fields.has("section") else None,
        topic=fields.flag("topic"),
        basis=read_basis(fields, documents),
        keywords=fields.texts("keywords"),
        guidance=read_guidance(fields, kind.words),
    )
    fields.close()
    return requirement


def read_duties(folder: Path, kind: KindData, documents: Documents) -> tuple[Duty, ...]:
    """Return the duties of `kind` in the order of `kinds.yaml`; no line of Table B is covered twice."""
    found: list[Duty] = []
    for stem, ids in kind.duties.items():
        file = f"{stem}.yaml"
        duties = {duty.id: duty for duty in (_duty(each, kind, documents) for each in _entries(folder / file))}
        _refuse_dangling(file, ids, duties)
        found += [duties[each] for each in ids]
    refuse_repeated("kinds.yaml", f"{kind.label}.covers", (line for duty in found for line in duty.covers))
    return tuple(found)


def _duty(fields: Fields, kind: KindData, documents: Documents) -> Duty:
    """Return the duty `fields` describe in the words of `kind`, for the posts the kind has."""
    posts = tuple(Post(each) for each in Post if each.value in fields.texts("posts") and each in kind.posts)
    for name in fields.texts("posts"):
        if name not in {post.value for post in Post}:
            refuse(fields.file, fields.path("posts"), f"不认识职务“{name}”")
    duty = Duty(
        id=fields.text("id"),
        title=fields.text("title"),
        covers=fields.texts("covers"),
        posts=posts or tuple(kind.posts),
        core=fields.flag("core"),
        by_analogy=fields.flag("by_analogy") or kind.by_analogy,
        basis=read_basis(fields, documents),
        keywords=fields.texts("keywords"),
        guidance=read_guidance(fields, kind.words),
    )
    fields.close()
    return duty


def read_basis(fields: Fields, documents: Documents) -> tuple[Basis, ...]:
    """Return the grounds listed under `basis`, at least one."""
    items = fields.items("basis")
    if not items:
        refuse(fields.file, fields.path("basis"), "是空的，至少要有一项")
    return tuple(
        documents.basis(Fields(fields.file, f"{fields.path('basis')}[{at}]", each)) for at, each in enumerate(items, 1)
    )


def read_guidance(fields: Fields, words: Mapping[str, str]) -> Guidance:
    """Return the guidance of `fields`, `{organ}` and the like replaced by `words`."""
    texts = {}
    for key in ("prompt", "good", "poor", "failure"):
        text = fields.text(key)
        for name, word in words.items():
            text = text.replace(f"{{{name}}}", word)
        if "{" in text:
            refuse(fields.file, fields.path(key), "里有不认识的花括号词")
        texts[key] = text
    return Guidance(
        texts["prompt"], fields.texts("evidence"), texts["good"], texts["poor"], texts["failure"],
        fields.texts("questions"))


def _entries(path: Path) -> list[Fields]:
    """Return the mappings of the list file `path`, named by their ids; UserError when an id comes twice."""
    value = read_value(path)
    if not isinstance(value, list):
        refuse(path.name, "", "应当是一个清单")
    entries = [Fields(path.name, f"第{at}项", each) for at, each in enumerate(value, 1)]
    for entry in entries:
        entry.where = entry.text("id")
    refuse_repeated(path.name, "id", (entry.where for entry in entries))
    return entries


def _refuse_dangling(file: str, wanted: Iterable[str], found: Iterable[str]) -> None:
    """Raise UserError when kinds.yaml names an id of `wanted` that `file` does not hold."""
    there = set(found)
    for each in wanted:
        if each not in there:
            refuse("kinds.yaml", each, f"在 {file} 里找不到")
