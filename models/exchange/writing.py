"""An exchange as the bytes of a file."""

from __future__ import annotations

from models.errors import UserError
from models.exchange.container import MANIFEST, packed, sums_of
from models.exchange.exchange import Exchange
from models.exchange.manifest import FORMAT, VERSION, Manifest, in_json
from models.importers.gate import WORD_LIMIT
from models.storage.plain_tables import tables_of_report, tables_of_source

CONTENT, REPORT, SOURCE = "content.bin", "report.json", "source.json"
VERSIONS, PICTURES = "versions/", "pictures/"


def bytes_of(exchange: Exchange, password: str = "") -> bytes:
    """Return the file that holds `exchange`, locked when there is a `password`.

    UserError when the password is too short, or the file would be larger than what is read.
    """
    data = _unlocked(exchange)
    if password:
        from models.exchange.locking import lock

        terms, cipher_text = lock(data, password)
        members = {CONTENT: cipher_text}
        manifest = in_json({"format": FORMAT, "version": VERSION, "lock": terms, "members": sums_of(members)})
        data = packed({MANIFEST: manifest, **members})
    if len(data) > WORD_LIMIT:
        raise UserError(
            f"交换文件会超过 {WORD_LIMIT // 1024 // 1024} MB，没有写成。", "请不带版本记录再试，或者把附件里的图片缩小。")
    return data


def _unlocked(exchange: Exchange) -> bytes:
    tables, blobs = tables_of_report(exchange.report)
    members = {REPORT: in_json(tables)}
    for summary, report in exchange.versions:
        if summary.digest != exchange.digest:
            tables, more = tables_of_report(report)
            members[f"{VERSIONS}{summary.digest}.json"] = in_json(tables)
            blobs.update(more)
    if exchange.source is not None:
        members[SOURCE] = in_json(tables_of_source(exchange.source))
    members.update({f"{PICTURES}{digest}": data for digest, data in blobs.items()})
    manifest = Manifest(
        exchange.written_at, exchange.report.id, exchange.digest, exchange.known,
        tuple(each.summary for each in exchange.versions), sums_of(members))
    return packed({MANIFEST: manifest.written(), **members})
