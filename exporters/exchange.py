"""An exchange file on the disk: written beside, read back and only then put in its place."""

from __future__ import annotations

from pathlib import Path

from exporters.files import replacing
from models.errors import UserError
from models.exchange.exchange import Exchange
from models.exchange.reading import read_exchange
from models.exchange.writing import bytes_of


def write_exchange(exchange: Exchange, path: Path, password: str = "") -> None:
    """Write `exchange` to `path`, locked when there is a `password`; UserError when that cannot be done.

    What is there afterwards can be opened: the file is read back before it gets its name.
    """
    data = bytes_of(exchange, password)
    with replacing(path) as beside:
        beside.write_bytes(data)
        if read_exchange(beside, password) != exchange:
            raise UserError(f"“{path.name}”写入后核对不成，没有写成。", "请换一个位置再试。")
