"""A clerk's YAML file as plain values: texts, lists and mappings only, with nothing that could harm or surprise."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Never

from models.errors import UserError
from models.standards.fields import ADVICE

if TYPE_CHECKING:
    from yaml.events import Event, NodeEvent

LARGEST = 1_000_000  # bytes
DEEPEST = 8
LONGEST = 2_000  # characters of one text
MOST_EVENTS = 50_000
UNFIT = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
CHOOSE = "请选择按模板填写的本地要求文件（.yaml）。"


def read_plain(path: Path) -> object:
    """Return the value the YAML file `path` holds; UserError with one clear sentence for any other file."""
    return parse_plain(path.name, _decode(path.name, _read_bytes(path)))


def _read_bytes(path: Path) -> bytes:
    """Return the content of `path`; UserError when it is too large, empty or cannot be opened."""
    try:
        with path.open("rb") as stream:
            data = stream.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        raise UserError(f"文件“{path.name}”打不开。", "请检查它是否还在、是否正被别的程序占用。") from error
    if len(data) > LARGEST:
        raise UserError(f"文件“{path.name}”超过1MB，不像是本地要求文件。", CHOOSE)
    if not data.strip():
        raise UserError(f"文件“{path.name}”是空的。", CHOOSE)
    return data


def _decode(file: str, data: bytes) -> str:
    """Return the text of `data` (UTF-8 with or without mark, or GB18030)."""
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not UNFIT.search(text.replace("\r", "")):
            return text
    raise UserError(f"文件“{file}”不是文字文件，或者编码认不出来。", CHOOSE)


def parse_plain(file: str, text: str) -> object:
    """Return the value of the YAML `text`: every scalar a text; anchors, tags and repeated keys are refused."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    builder = _Builder(file)
    try:
        for event in yaml.parse(text, Loader=loader):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = f"第{mark.line + 1}行" if mark else ""
        raise UserError(f"文件“{file}”{place}的写法不对。", "请检查缩进、冒号后的空格和引号，可对照模板改正。") from error
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        raise UserError(f"文件“{file}”的写法不对。", "请对照模板改正。") from error
    return builder.value


class _Builder:
    """Builds plain values from YAML events without recursion, so that no file can exhaust memory or stack."""

    def __init__(self, file: str) -> None:
        self.value: object = None
        self._file = file
        self._open: list[dict[str, object] | list[object]] = []
        self._keys: list[str | None] = []  # of each open mapping the key that waits for its value
        self._count = 0
        self._documents = 0

    def take(self, event: Event) -> None:
        """Add `event` to the value."""
        import yaml

        self._count += 1
        if self._count > MOST_EVENTS:
            self._refuse(event, "内容太多")
        if isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                self._refuse(event, "多出了一段以“---”隔开的内容")
        elif isinstance(event, yaml.NodeEvent):
            self._take_node(event)
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            self._open.pop()
            self._keys.pop()

    def _take_node(self, event: NodeEvent) -> None:
        """Add a scalar, or open a list or mapping."""
        import yaml

        if event.anchor is not None:
            self._refuse(event, "用了锚点或引用（& 和 *），本程序不接受")
        if getattr(event, "tag", None) not in (None, "!"):
            self._refuse(event, "用了类型标记（!），本程序不接受")
        if isinstance(event, yaml.ScalarEvent):
            self._put(event, self._text(event, event.value))
            return
        if len(self._open) >= DEEPEST:
            self._refuse(event, "层次太深")
        value: dict[str, object] | list[object] = {} if isinstance(event, yaml.MappingStartEvent) else []
        self._put(event, value)
        self._open.append(value)
        self._keys.append(None)

    def _put(self, event: NodeEvent, value: object) -> None:
        """Put `value` where the innermost open list or mapping expects the next one."""
        if not self._open:
            self.value = value
            return
        container = self._open[-1]
        if isinstance(container, list):
            container.append(value)
            return
        key = self._keys[-1]
        if key is not None:
            container[key] = value
            self._keys[-1] = None
        elif not isinstance(value, str):
            self._refuse(event, "的名称应当是文字")
        elif value in container:
            self._refuse(event, f"重复写了“{value}”")
        else:
            self._keys[-1] = value

    def _text(self, event: NodeEvent, text: str) -> str:
        """Return `text` when it is fit to be shown."""
        if UNFIT.search(text):
            self._refuse(event, "里有不能显示的字符")
        if len(text) > LONGEST:
            self._refuse(event, f"的文字超过{LONGEST}字")
        return text

    def _refuse(self, event: Event, problem: str) -> Never:
        """Raise the UserError that tells of `problem` at the line of `event`."""
        line = f"第{event.start_mark.line + 1}行" if event.start_mark else ""
        raise UserError(f"文件“{self._file}”{line}{problem}。", ADVICE)
