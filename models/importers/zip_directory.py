"""What is wrong with the directory of a zip file from elsewhere, told before anything in it is unpacked."""

from __future__ import annotations

from collections.abc import Sequence
from zipfile import ZipInfo

MEMBER_LIMIT = 2_000
PART_LIMIT = 20 * 1024 * 1024
WHOLE_LIMIT = 200 * 1024 * 1024
_ENCRYPTED = 0x1


def is_locked(members: Sequence[ZipInfo]) -> bool:
    """Return whether any of `members` needs a password of the zip kind."""
    return any(member.flag_bits & _ENCRYPTED for member in members)


def directory_fault(members: Sequence[ZipInfo], file_size: int, unpacked: Sequence[ZipInfo]) -> str:
    """Return in Chinese why the `members` of a file of `file_size` bytes are not to be trusted; empty: they may be.

    The limits of size hold for those that are `unpacked`. Python stops at a member's declared size, so that it may
    be believed.
    """
    if len(members) > MEMBER_LIMIT or len({member.filename for member in members}) < len(members):
        return "内部部件过多或重名"
    sizes = [member.file_size for member in unpacked]
    if sum(sizes) > WHOLE_LIMIT or max(sizes, default=0) > PART_LIMIT:
        return "解压后过大"
    if max((member.compress_size for member in members), default=0) > file_size:
        return "内部部件的大小是假的"
    return ""
