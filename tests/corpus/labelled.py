"""A labelled report: its text, and what an expert who knows the requirements says about it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from models.domain.report import ExportForm, SectionKey

HEAD = ("title", "organ", "document_number", "signatory", "recipients", "date")
_WORDS = frozenset({
    "file", "encoding", "word", "form", "today", "year", "previous", "clean", "text", "head", "blocks", "findings",
    "allowed", "names", "note", "sums",
})
_DELETED = re.compile(r"\{-.*?-\}")
_COMMENTED = re.compile(r"\{=(.*?)\|.*?=\}")
_KEPT = re.compile(r"\{\+(.*?)\+\}")
_LAID = re.compile(r"^\[(?:文本框|控件)\] ?", re.MULTILINE)
_ASIDE = re.compile(r"^\[(?:页眉|页脚)\].*\n?", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Block:
    """How one block stands: `first` and `last` words of its text; phrases it holds where it is no part of its own."""

    standalone: bool = True
    heading: str | None = None
    first: str = ""
    last: str = ""
    holds: tuple[str, ...] = ()
    empty: bool = False  # a heading with nothing under it: whether it is present may be argued
    several: bool = False  # spread over several parts: other text may stand between first and last


@dataclass(frozen=True, slots=True)
class Label:
    """A finding that is expected: at one of `excerpts`, or anywhere in `section` ("*": anywhere at all)."""

    slugs: tuple[str, ...]  # the first is its own; the others name the fault as well
    excerpts: tuple[str, ...] = ()
    section: str | None = None
    says: str = ""  # words its message must hold

    @property
    def slug(self) -> str:
        """The slug it counts for."""
        return self.slugs[0]


@dataclass(frozen=True, slots=True)
class Labelled:
    """A report with its labels. Blocks that are absent are not in `blocks`; `allowed` findings count neither way."""

    name: str
    text: str  # with the marks of Word features, see `word_file`
    form: ExportForm
    today: date
    year: int | None
    head: Mapping[str, str | None]
    blocks: Mapping[SectionKey, Block]
    findings: tuple[Label, ...] = ()
    allowed: tuple[Label, ...] = ()
    clean: bool = False
    previous: str | None = None
    file: str = "text"  # text, word, or the name of a file beside the labels
    encoding: str = "utf-8"
    word: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    sums: tuple[str, ...] = ()  # totals whose parts stand behind them, for the variants

    @property
    def plain(self) -> str:
        """The text as it is read: tracked changes accepted, comments and headers left out."""
        return plain(self.text)


def plain(text: str) -> str:
    """Return `text` without the marks of Word features."""
    text = _COMMENTED.sub(r"\1", _DELETED.sub("", text))
    return _LAID.sub("", _ASIDE.sub("", _KEPT.sub(r"\1", text)))


def read_labels(path: Path) -> Labelled:
    """Return the labelled report in the file `path`; ValueError names a word that is not known."""
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    unknown = data.keys() - _WORDS
    if unknown:
        raise ValueError(f"{path.name}: {sorted(unknown)}")
    return Labelled(
        path.stem, data.get("text", ""), ExportForm(data.get("form", "submission")),
        date.fromisoformat(str(data["today"])), data.get("year"),
        {key: data.get("head", {}).get(key) for key in HEAD},
        {SectionKey(key): _block(value) for key, value in data.get("blocks", {}).items()},
        tuple(_labels(data.get("findings") or ())), tuple(_labels(data.get("allowed") or ())),
        data.get("clean", False), data.get("previous"), data.get("file", "text"), data.get("encoding", "utf-8"),
        data.get("word", {}), data.get("names", {}), tuple(data.get("sums", ())),
    )


def read_corpus(folder: Path) -> dict[str, Labelled]:
    """Return the labelled reports of `folder` by name."""
    return {path.stem: read_labels(path) for path in sorted(folder.glob("*.yaml"))}


def _block(given: Mapping[str, Any]) -> Block:
    return Block(
        given.get("standalone", True), given.get("heading"), given.get("first", ""), given.get("last", ""),
        tuple(given.get("holds", ())), given.get("empty", False), given.get("several", False),
    )


def _labels(given: Sequence[Mapping[str, Any]]) -> Iterator[Label]:
    for each in given:
        excerpt = each.get("excerpt", ())
        excerpts = (excerpt,) if isinstance(excerpt, str) else tuple(excerpt)
        yield Label(tuple(each["slug"].split("|")), excerpts, each.get("section"), each.get("says", ""))
