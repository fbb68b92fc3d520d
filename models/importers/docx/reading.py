"""A Word file to lines: the parts that bear text, and what a clerk should know of the rest."""

from __future__ import annotations

from pathlib import Path

from models.domain.source_document import LeftOut
from models.importers.docx.document import DocumentReader
from models.importers.docx.markup import read_markup
from models.importers.docx.numbering import Numbering, read_numbering
from models.importers.docx.package import DOCUMENT, WordPackage
from models.importers.docx.styles import Styles, read_styles
from models.importers.raw_line import RawText

_NOTES = (("word/footnotes.xml", "脚注"), ("word/endnotes.xml", "尾注"))


def read_word(path: Path) -> RawText:
    """Return the text of the Word file `path`; UserError when it is damaged, hostile or too long.

    Deleted revisions, headers, footers, comments, pictures and macros are not read; hidden text and
    footnotes are listed as left out.
    """
    with WordPackage(path) as package:
        reader = DocumentReader(_styles(package), _numbering(package))
        reader.read(package.read(DOCUMENT))
        left_out = [LeftOut("".join(reader.hidden), "Word 中的隐藏文字")] if "".join(reader.hidden).strip() else []
        for name, kind in _NOTES:
            left_out += [LeftOut(text, kind) for text in _paragraphs_of(package, name)]
        return RawText(tuple(reader.lines), tuple(left_out), tuple(_remarks(package, reader)))


def _styles(package: WordPackage) -> Styles:
    """Return the styles of `package`; none when it has no such part."""
    return read_styles(package.read("word/styles.xml")) if package.has("word/styles.xml") else Styles()


def _numbering(package: WordPackage) -> Numbering:
    """Return the lists of `package`; none when it has no such part."""
    return read_numbering(package.read("word/numbering.xml")) if package.has("word/numbering.xml") else Numbering()


def _paragraphs_of(package: WordPackage, name: str) -> list[str]:
    """Return the paragraphs with text in the part `name`; none when it is not there."""
    if not package.has(name):
        return []
    reader = DocumentReader(Styles(), Numbering())
    reader.read(package.read(name))
    return [line.text for line in reader.lines if line.text.strip()]


def _remarks(package: WordPackage, reader: DocumentReader) -> list[str]:
    """Return in Chinese what of `package` was not read."""
    remarks = []
    if reader.deleted:
        remarks.append("文件带有修订痕迹：按“接受全部修订”读入，已删除的文字没有读入")
    if package.has("word/comments.xml") and _paragraphs_of(package, "word/comments.xml"):
        remarks.append("文件里的批注没有读入")
    if any(name.endswith("vbaProject.bin") for name in package.names):
        remarks.append("文件含宏，已忽略")
    links = sum(_external_links(package, name) for name in package.names if name.endswith(".rels"))
    if links:
        remarks.append(f"文件含外部链接 {links} 处，已忽略")
    return remarks


def _external_links(package: WordPackage, name: str) -> int:
    """Return how many relations of the part `name` lead out of the file."""
    found = 0

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal found
        found += attributes.get("TargetMode") == "External"

    read_markup(package.read(name), start, lambda tag: None, lambda text: None)
    return found
