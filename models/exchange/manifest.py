"""The manifest of an exchange file: JSON that is read strictly."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from models.errors import UserError
from models.storage.inspection import HEAD_VERSION
from models.storage.summary import RevisionSummary

FORMAT, VERSION = "fzbg", 1
_DIGITS = frozenset("0123456789abcdef")
_KEYS = {"format", "version", "schema", "written_at", "report", "known", "versions", "members"}
_LOCKED_KEYS = {"format", "version", "lock", "members"}


class NewerExchange(UserError):
    """A newer program wrote the file."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """The manifest of a file without a password; see the package."""

    written_at: datetime
    report_id: str
    digest: str
    known: tuple[str, ...]
    versions: tuple[RevisionSummary, ...]
    sums: Mapping[str, Mapping[str, int | str]]

    def written(self) -> bytes:
        """Return the manifest as it stands in the file."""
        return in_json({
            "format": FORMAT, "version": VERSION, "schema": HEAD_VERSION,
            "written_at": self.written_at.isoformat(), "report": {"id": self.report_id, "digest": self.digest},
            "known": list(self.known), "versions": [_version(each) for each in self.versions], "members": self.sums})


def in_json(value: object, ordered: bool = False) -> bytes:
    """Return `value` as JSON without blanks; `ordered` sorts the keys."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=ordered).encode("utf-8")


def from_json(data: bytes) -> Any:
    """Return what the JSON `data` says; ValueError when it is none, or says a key twice, or a number no number."""
    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) < len(pairs):
            raise ValueError("a key twice")
        return found

    def refuse(word: str) -> None:
        raise ValueError(word)

    try:
        return json.loads(data.decode("utf-8"), object_pairs_hook=once, parse_constant=refuse)
    except RecursionError as error:
        raise ValueError("too deep") from error


def listed_sums(data: bytes) -> dict[str, str]:
    """Return the SHA-256 of each member that the manifest `data`, locked or not, lists; ValueError when it is none."""
    members = of(dict, of(dict, from_json(data)).get("members"))
    return {name: digest(of(dict, entry).get("sha256")) for name, entry in members.items()}


def read_manifest(data: bytes) -> tuple[dict[str, Any], dict[str, Any] | None]:
    """Return the manifest `data` and its lock, None when there is no password.

    NewerExchange when a newer program wrote it; ValueError when it is no manifest.
    """
    held = of(dict, from_json(data))
    if held.get("format") != FORMAT:
        raise ValueError("another format")
    if of(int, held.get("version")) > VERSION or of(int, held.get("schema", 1)) > HEAD_VERSION:
        raise NewerExchange("这个交换文件由更新的版本写成，本程序打不开。", "请先把本程序换成新版本，再打开。")
    locked = "lock" in held
    if held.keys() != (_LOCKED_KEYS if locked else _KEYS) or held["version"] < 1:
        raise ValueError("other keys")
    return held, of(dict, held["lock"]) if locked else None


def manifest_of(held: Mapping[str, Any]) -> Manifest:
    """Return the manifest that `held`, read and without a lock, is; ValueError when a value is of another kind."""
    report = of(dict, held["report"])
    if report.keys() != {"id", "digest"}:
        raise ValueError("other keys")
    return Manifest(
        datetime.fromisoformat(of(str, held["written_at"])), of(str, report["id"]), digest(report["digest"]),
        tuple(map(digest, of(list, held["known"]))),
        tuple(_summary(number, each) for number, each in enumerate(of(list, held["versions"]))),
        of(dict, held["members"]))


def digest(held: object) -> str:
    """Return `held` when it is a SHA-256 as text; ValueError when not."""
    text: str = of(str, held)
    if len(text) != 64 or not _DIGITS.issuperset(text):
        raise ValueError("no digest")
    return text


def of(kind: type[Any], held: object) -> Any:
    """Return `held` when it is exactly of `kind`; ValueError when not."""
    if type(held) is not kind:
        raise ValueError(f"{type(held).__name__} instead of {kind.__name__}")
    return held


def _version(summary: RevisionSummary) -> dict[str, Any]:
    return {"at": summary.at.isoformat(), "reason": summary.reason, "name": summary.name, "words": summary.words,
            "digest": summary.digest}


def _summary(number: int, held: object) -> RevisionSummary:
    entry = of(dict, held)
    if entry.keys() != {"at", "reason", "name", "words", "digest"}:
        raise ValueError("other keys")
    return RevisionSummary(
        number, datetime.fromisoformat(of(str, entry["at"])), of(str, entry["reason"]), of(str, entry["name"]),
        digest(entry["digest"]), of(int, entry["words"]))
