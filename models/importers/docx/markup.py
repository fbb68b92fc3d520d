"""XML parts read as a stream of tags with local names, with expat alone: nothing is resolved, nothing is built."""

from __future__ import annotations

from collections.abc import Callable
from typing import IO
from xml.parsers import expat

from models.errors import UserError

Start = Callable[[str, dict[str, str]], None]
DEPTH_LIMIT = 300
_ADVICE = "请在 WPS 或 Word 中打开后另存为 .docx 再读入。"


class _Stop(Exception):
    """Ends the reading of a part early."""


def first_tag(stream: IO[bytes]) -> str:
    """Return "!DOCTYPE" when the part `stream` declares one, else the local name of its root; empty when broken."""
    found: list[str] = []

    def stop(name: str, *_: object) -> None:
        found.append(name)
        raise _Stop

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartDoctypeDeclHandler = lambda *_: stop("!DOCTYPE")
    parser.StartElementHandler = lambda name, _: stop(_local(name))
    try:
        parser.ParseFile(stream)
    except (_Stop, expat.ExpatError, LookupError, ValueError):
        pass
    return found[0] if found else ""


def read_markup(part: bytes, start: Start, end: Callable[[str], None], text: Callable[[str], None]) -> None:
    """Call `start`, `end` and `text` for the tags and texts of the XML `part`; names come without namespace.

    Raise UserError when the part is not well-formed or nested absurdly deep.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    depth = 0

    def opened(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > DEPTH_LIMIT:
            raise UserError("文件的内部结构嵌套过深，为安全起见没有读入。", _ADVICE)
        start(_local(name), {_local(key): value for key, value in attributes.items()} if attributes else attributes)

    def closed(name: str) -> None:
        nonlocal depth
        depth -= 1
        end(_local(name))

    def forbidden(*_: object) -> None:
        raise UserError("文件里含有文档类型声明（DOCTYPE），为安全起见没有读入。", _ADVICE)

    parser.StartElementHandler = opened
    parser.EndElementHandler = closed
    parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = forbidden
    try:
        parser.Parse(part, True)
    except (expat.ExpatError, LookupError, ValueError) as error:  # LookupError: an encoding nobody knows
        raise UserError("文件的内部结构已损坏，读不出内容。", _ADVICE) from error


def _local(name: str) -> str:
    """Return `name` without its namespace: strict and transitional files, Word and WPS differ in it."""
    return name.rpartition(" ")[2]
