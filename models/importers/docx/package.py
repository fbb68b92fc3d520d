"""The parts of a Word file, behind limits that no library sets."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from models.errors import UserError
from models.importers.docx.markup import first_tag
from models.importers.gate import SAVE_AS
from models.importers.kinds import WORD, kind_of_members
from models.importers.zip_directory import directory_fault, is_locked

DOCUMENT = "word/document.xml"
_MEDIA = ("word/media/", "word/embeddings/", "word/fonts/", "docProps/thumbnail")


class WordPackage:
    """The parts of the Word file at `path`; opening it raises UserError when it is damaged, hostile or no Word file."""

    def __init__(self, path: Path) -> None:
        """Open the file `path` and check its directory."""
        self._path = path
        with _readable(path):
            self._zip = zipfile.ZipFile(path)
        try:
            self._check_directory()
            self._check_markup()
        except BaseException:
            self._zip.close()
            raise

    def __enter__(self) -> WordPackage:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._zip.close()

    @property
    def names(self) -> list[str]:
        """The names of all parts."""
        return self._zip.namelist()

    def has(self, name: str) -> bool:
        """Return whether there is a part `name`."""
        return name in self._zip.NameToInfo

    def read(self, name: str) -> bytes:
        """Return the part `name`; UserError when the file is damaged there."""
        with _readable(self._path):
            return self._zip.read(name)

    def size(self, name: str) -> int:
        """Return how many bytes the part `name` has; Python reads no more than its directory says."""
        return self._zip.NameToInfo[name].file_size

    def _check_directory(self) -> None:
        """Raise UserError when the directory breaks a limit or holds no Word document."""
        members = self._zip.infolist()
        names = [member.filename for member in members]
        kind = kind_of_members(names)
        if kind != WORD:
            raise UserError(f"“{self._path.name}”是{kind}，不能直接读入。", SAVE_AS)
        if is_locked(members):
            raise UserError(f"“{self._path.name}”加了压缩密码。", "请去掉密码，另存为 .docx 后再读入。")
        unpacked = [member for member in members if not member.filename.startswith(_MEDIA)]
        fault = directory_fault(members, self._path.stat().st_size, unpacked)
        if fault:
            raise self._suspicious(fault)
        if DOCUMENT not in names:
            raise UserError(f"“{self._path.name}”里没有正文。", SAVE_AS)

    def _check_markup(self) -> None:
        """Raise UserError when a part declares a DOCTYPE, in whatever encoding: no office program writes one."""
        for name in self.names:
            if not name.endswith((".xml", ".rels")):
                continue
            with _readable(self._path), self._zip.open(name) as stream:
                tag = first_tag(stream)
            if tag == "!DOCTYPE":
                raise self._suspicious("含有文档类型声明（DOCTYPE）")

    def _suspicious(self, reason: str) -> UserError:
        """Return the error for a file that no office program would write."""
        return UserError(f"“{self._path.name}”{reason}，为安全起见没有读入。", SAVE_AS)


@contextmanager
def _readable(path: Path) -> Iterator[None]:
    """Turn every fault of the zip file `path` into a UserError."""
    try:
        yield
    except (zipfile.BadZipFile, zlib.error, EOFError, KeyError, OSError, RuntimeError, ValueError) as error:
        raise UserError(
            f"“{path.name}”已损坏或没有复制完整，读不出内容。", "请重新复制，或在 WPS、Word 中打开后另存为 .docx。"
        ) from error
