"""A .doc or .wps file to lines.

The own reader comes first: it takes a hundredth of a second, gives the same result on every machine, never starts
another program on a file from outside, and loses no text. What it does not know, files older than Word 97, goes through
Word, WPS or LibreOffice where one of them is installed.
"""

from __future__ import annotations

import struct
from pathlib import Path

from models.domain.source_document import LeftOut
from models.errors import UserError
from models.importers.binary_word.compound import Damaged
from models.importers.binary_word.document import DocumentReader
from models.importers.binary_word.structure import Locked, TooOld, open_streams
from models.importers.gate import SAVE_AS
from models.importers.raw_line import RawText

_TEXTS = ((1, "脚注"), (4, "尾注"), (2, "页眉或页脚"))
_COMMENTS = 3
_OWN_WAY = "旧版 Word 文件由程序直接读出：文字、自动编号和表格都在，字体等格式没有读"


def read_binary_word(data: bytes, path: Path) -> RawText:
    """Return the text of the file `path`, whose bytes are `data`; UserError when it cannot be read."""
    try:
        return _read(data)
    except Locked as error:
        raise UserError(f"“{path.name}”加了打开密码。", "请在 WPS 或 Word 中去掉密码，另存为 .docx 后再读入。") from error
    except TooOld as error:
        from models.importers.office_programs.converting import read_through_office

        converted = read_through_office(path)
        if converted is None:
            raise UserError(f"“{path.name}”是 Word 97 以前的文件，读不出来。", SAVE_AS) from error
        return converted
    except (Damaged, struct.error, IndexError, ValueError, OverflowError) as error:
        raise UserError(
            f"旧版 Word 文件“{path.name}”已损坏或没有复制完整，读不出内容。",
            "请重新复制，或在 WPS、Word 中打开后另存为 .docx。",
        ) from error


def _read(data: bytes) -> RawText:
    """Return the text of the file `data`."""
    reader = DocumentReader(open_streams(data))
    lines = reader.main_text()
    left_out = [LeftOut(text, kind) for number, kind in _TEXTS for text in dict.fromkeys(reader.texts(number))]
    if "".join(reader.hidden).strip():
        left_out.append(LeftOut("".join(reader.hidden), "Word 中的隐藏文字"))
    notes = [_OWN_WAY]
    if reader.texts(_COMMENTS):
        notes.append("文件里的批注没有读入")
    if reader.deleted:
        notes.append("文件带有修订痕迹：按“接受全部修订”读入，已删除的文字没有读入")
    return RawText(tuple(lines), tuple(left_out), tuple(notes))
