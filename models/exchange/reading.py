"""The bytes of a file from elsewhere, back to an exchange, or a word why not."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from models.domain.report import Report
from models.domain.report_texts import report_texts
from models.errors import UserError
from models.exchange.container import COPY_AGAIN, FAULTS, MANIFEST, DamagedExchange, sums_of, unpacked
from models.exchange.exchange import Exchange, KeptVersion
from models.exchange.manifest import Manifest, from_json, manifest_of, of, read_manifest
from models.exchange.writing import CONTENT, PICTURES, REPORT, SOURCE, VERSIONS
from models.importers.gate import WORD_LIMIT, check_extent, opened_to_read
from models.storage.digest import digest_of
from models.storage.plain_tables import report_of_tables, source_of_tables


class PasswordNeeded(UserError):
    """The file is locked and no password was given."""


def read_exchange(path: Path, password: str = "") -> Exchange:
    """Return what the exchange file `path` holds; `password` unlocks it, empty means there is none.

    UserError when it is damaged, foreign, hostile or written by a newer program; PasswordNeeded and WrongPassword
    when it is locked.
    """
    with opened_to_read(path) as (size, stream):
        if size > WORD_LIMIT:
            raise UserError(
                f"“{path.name}”有 {size / 1024 / 1024:.0f} MB，交换文件不会超过 {WORD_LIMIT // 1024 // 1024} MB。",
                "请检查是否选对了文件。")
        data = stream.read(WORD_LIMIT + 1)
    return exchange_of(data, path.name, password)


def exchange_of(data: bytes, name: str, password: str = "") -> Exchange:
    """Return what the exchange file `data`, called `name`, holds; errors as `read_exchange`."""
    try:
        held, terms, members = _contents(data, name)
        if terms is not None:
            held, terms, members = _contents(_unlocked(terms, members, name, password), name)
        if terms is not None:
            raise ValueError("two locks")
        return _exchange(manifest_of(held), members)
    except (*FAULTS, TypeError) as error:
        raise DamagedExchange(f"“{name}”的内容不合交换文件的格式，没有打开。", COPY_AGAIN) from error


def _contents(data: bytes, name: str) -> tuple[dict[str, Any], dict[str, Any] | None, dict[str, bytes]]:
    """Return the manifest of the file `data`, its lock, None when there is none, and its other members."""
    members = unpacked(data, name)
    held, terms = read_manifest(members.pop(MANIFEST))
    if of(dict, held["members"]) != sums_of(members):
        raise ValueError("other members than listed")
    return held, terms, members


def _unlocked(terms: Mapping[str, Any], members: Mapping[str, bytes], name: str, password: str) -> bytes:
    if members.keys() != {CONTENT}:
        raise ValueError("other members")
    if not password:
        raise PasswordNeeded(f"“{name}”加了密码。", "请向对方问密码，在窗口里打开这个文件时输入。")
    from models.exchange.locking import unlock

    return unlock(terms, members[CONTENT], password)


def _exchange(manifest: Manifest, members: dict[str, bytes]) -> Exchange:
    """Return the exchange; ValueError, TypeError or LookupError when it holds what no program of ours wrote."""
    pictures = {name.removeprefix(PICTURES): data for name, data in members.items() if name.startswith(PICTURES)}
    wanted = {each.digest for each in manifest.versions} - {manifest.digest}
    names = {REPORT, *(f"{VERSIONS}{each}.json" for each in wanted), *(f"{PICTURES}{each}" for each in pictures)}
    if members.keys() - {SOURCE} != names or not manifest.known or manifest.known[-1] != manifest.digest:
        raise ValueError("other members")
    if any(sums["sha256"] != name for name, sums in sums_of(pictures).items()):
        raise ValueError("a picture under another name")
    if pictures:
        _check_pictures(pictures)
    reports = {manifest.digest: _report(members[REPORT], pictures, manifest.digest, manifest.report_id)}
    for each in wanted:
        reports[each] = _report(members[f"{VERSIONS}{each}.json"], pictures, each, manifest.report_id)
    return Exchange(
        reports[manifest.digest], manifest.written_at, manifest.known,
        tuple(KeptVersion(each, reports[each.digest]) for each in manifest.versions),
        source_of_tables(from_json(members[SOURCE])) if SOURCE in members else None)


def _check_pictures(pictures: Mapping[str, bytes]) -> None:
    """Raise UserError when one of `pictures` is no picture, or too large to be shown."""
    from models.importers.picture import check_picture

    for data in pictures.values():
        check_picture(data, "附图")


def _report(data: bytes, pictures: Mapping[str, bytes], digest: str, report_id: str) -> Report:
    report = report_of_tables(from_json(data), pictures.__getitem__)
    if digest_of(report) != digest or report.id != report_id or not report_id:
        raise ValueError("another report")
    texts = [text for _, text in report_texts(report)] + [each.text for each in report.materials]
    check_extent(sum(text.count("\n") + 1 for text in texts), sum(map(len, texts)))
    return report
