"""The zip file around an exchange, with a sum over every byte of it."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from contextlib import suppress
from hashlib import sha256
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from models.errors import UserError
from models.importers.kinds import EXCHANGE, HEAD_LENGTH, kind_of_bytes
from models.importers.zip_directory import directory_fault, is_locked

MANIFEST = "manifest.json"
COPY_AGAIN = "请让对方重新导出，或者重新复制一遍；U 盘要先“弹出”再拔。"
_COMMENT = b"fzbg sha256 "
_SUM = 64  # hexadecimal digits
_FIXED_TIME = (2012, 7, 1, 0, 0, 0)  # when it was written stands in the manifest
_PARTS = (("report.json", "报告正文"), ("source.json", "读入的原文"), ("versions/", "版本记录"), ("pictures/", "图片"),
          ("content.bin", "加密的内容"))
FAULTS = (BadZipFile, zlib.error, EOFError, LookupError, RuntimeError, NotImplementedError, ValueError, OSError)


class DamagedExchange(UserError):
    """An exchange file that is not as it was written."""


def packed(members: Mapping[str, bytes]) -> bytes:
    """Return the zip file that holds `members`, the manifest first, ended by its sum; the same for the same members."""
    made = BytesIO()
    archive = ZipFile(made, "w")
    with archive:
        archive.comment = _COMMENT + b"0" * _SUM
        for name in sorted(members, key=lambda each: (each != MANIFEST, each)):
            entry = ZipInfo(name, _FIXED_TIME)
            entry.compress_type = ZIP_DEFLATED if name.endswith(".json") and name != MANIFEST else ZIP_STORED
            archive.writestr(entry, members[name])
    whole = made.getvalue()[:-_SUM]
    return whole + sha256(whole).hexdigest().encode("ascii")


def unpacked(data: bytes, name: str) -> dict[str, bytes]:
    """Return the members of the exchange file `data`, called `name`.

    DamagedExchange when any byte of it was changed, with the part where that is known; UserError when it is another
    kind of file or hostile.
    """
    if not (kind_of_bytes(data[:HEAD_LENGTH]) == EXCHANGE or data[-_SUM - len(_COMMENT):-_SUM] == _COMMENT):
        raise UserError(f"“{name}”不是本程序的交换文件。", "交换文件由“导出交换文件”写成，名字以 .fzbg 结尾。")
    if sha256(data[:-_SUM]).hexdigest().encode("ascii") != data[-_SUM:]:
        raise DamagedExchange(f"“{name}”{_damaged_part(data)}已损坏或没有复制完整，没有打开。", COPY_AGAIN)
    try:
        return _members(data, name)
    except FAULTS as error:
        raise DamagedExchange(f"“{name}”已损坏，没有打开。", COPY_AGAIN) from error


def sums_of(members: Mapping[str, bytes]) -> dict[str, dict[str, int | str]]:
    """Return size and SHA-256 of each of `members`, as the manifest has them."""
    return {name: {"size": len(data), "sha256": sha256(data).hexdigest()} for name, data in sorted(members.items())}


def _members(data: bytes, name: str) -> dict[str, bytes]:
    """Return the members of the zip file `data`; UserError when it is hostile, one of FAULTS when it is damaged."""
    with ZipFile(BytesIO(data)) as archive:
        directory = archive.infolist()
        fault = "加了压缩密码" if is_locked(directory) else directory_fault(directory, len(data), directory)
        if fault:
            raise UserError(f"“{name}”{fault}，为安全起见没有打开。", COPY_AGAIN)
        return {entry.filename: archive.read(entry) for entry in directory}


def _damaged_part(data: bytes) -> str:
    """Return as well as can be told in which part the damage is, e.g. 的图片; empty when that cannot be told."""
    from models.exchange.manifest import listed_sums

    with suppress(*FAULTS, UserError):
        with ZipFile(BytesIO(data)) as archive:
            directory = archive.infolist()
            if directory_fault(directory, len(data), directory):
                return ""
            wanted = listed_sums(archive.read(MANIFEST))
            for entry in directory:
                if entry.filename != MANIFEST and not _is_whole(archive, entry, wanted.get(entry.filename, "")):
                    return next((f"的{words}" for start, words in _PARTS if entry.filename.startswith(start)), "")
    return ""


def _is_whole(archive: ZipFile, entry: ZipInfo, wanted: str) -> bool:
    try:
        return sha256(archive.read(entry)).hexdigest() == wanted
    except FAULTS:
        return False
