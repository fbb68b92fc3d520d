"""A Word file to lines: the parts that bear text, and what a clerk should know of the rest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from models.domain.source_document import LeftOut
from models.importers.docx.document import DocumentReader
from models.importers.docx.markup import read_markup
from models.importers.docx.numbering import Numbering, read_numbering
from models.importers.docx.package import DOCUMENT, WordPackage
from models.importers.docx.styles import Styles, read_styles
from models.importers.raw_line import RawLine, RawText
from models.text.pattern import Pattern

_NOTES = (("word/footnotes.xml", "脚注"), ("word/endnotes.xml", "尾注"))
_EDGES = (("word/header", "页眉"), ("word/footer", "页脚"))
_COUNTED = (
    ("blip", "图片 {} 张没有读入"), ("imagedata", "旧式图片 {} 张没有读入"), ("OLEObject", "嵌入的对象 {} 个没有读入"),
    ("altChunk", "嵌入的其他文件 {} 个没有读入，请在 WPS 或 Word 中另存一次再读入"),
)
_PAGE_NUMBER = Pattern(r"[\s—–\-－_第页共/PAGEpageof\d]*")
_RUNNING = 30  # a paragraph this long is running text
_MOSTLY = 0.6


def read_word(path: Path, pictures: bool = False) -> RawText:
    """Return the text of the Word file `path`; UserError when it is damaged, hostile or too long.

    Tracked changes are read as accepted. What is not part of the text is listed as left out: deleted and hidden
    text, notes, comments, headers and footers, the table of contents, prompts in content controls. The pictures of the
    text are taken when `pictures` are wanted.
    """
    with WordPackage(path) as package:
        reader = DocumentReader(_styles(package), _numbering(package))
        reader.read(package.read(DOCUMENT))
        aside = ((why, line) for why, texts in reader.aside.items() for line in "".join(texts).split("\n"))
        left_out = [LeftOut(line, why) for why, line in aside if line.strip()]
        left_out += reader.revisions.left_out
        for name, kind in _NOTES:
            left_out += [LeftOut(text, kind) for text in _paragraphs_of(package, name)]
        left_out += [*_comments(package), *_edges(package)]
        if not (pictures and reader.drawings.found):
            return RawText(_without_common_emphasis(reader.lines), tuple(left_out), tuple(_remarks(package, reader)))
        from models.importers.docx.pictures import take_pictures

        taken = take_pictures(package, reader.lines, reader.drawings.found)
        reader.seen["blip"] -= taken.seen
        notes = (*_remarks(package, reader), *taken.notes)
        return RawText(_without_common_emphasis(taken.lines), tuple(left_out), notes, pictures=taken.pictures)


def _styles(package: WordPackage) -> Styles:
    """Return the styles of `package`; none when it has no such part."""
    return read_styles(package.read("word/styles.xml")) if package.has("word/styles.xml") else Styles()


def _numbering(package: WordPackage) -> Numbering:
    """Return the lists of `package`; none when it has no such part."""
    return read_numbering(package.read("word/numbering.xml")) if package.has("word/numbering.xml") else Numbering()


def _without_common_emphasis(lines: Sequence[RawLine]) -> tuple[RawLine, ...]:
    """Return `lines`, none of them set apart where most of the running text is: then it sets no heading apart."""
    running = [line for line in lines if len(line.text) > _RUNNING]
    whole = sum(line.lead >= len(line.text) for line in running)
    if len(running) < 3 or whole < _MOSTLY * len(running):
        return tuple(lines)
    return tuple(line._replace(lead=0) for line in lines)


def _paragraphs_of(package: WordPackage, name: str) -> list[str]:
    """Return the paragraphs with text in the part `name`; none when it is not there."""
    if not package.has(name):
        return []
    reader = DocumentReader(Styles(), Numbering())
    reader.read(package.read(name))
    return [line.text for line in reader.lines if line.text.strip()]


def _comments(package: WordPackage) -> list[LeftOut]:
    """Return the comments of `package` with who wrote them."""
    if not package.has("word/comments.xml"):
        return []
    authors: list[str] = []
    texts: list[list[str]] = []

    def start(tag: str, attributes: dict[str, str]) -> None:
        if tag == "comment":
            authors.append(attributes.get("author", ""))
            texts.append([])

    def take(text: str) -> None:
        if texts:
            texts[-1].append(text)

    read_markup(package.read("word/comments.xml"), start, lambda tag: None, take)
    said = (("".join("".join(parts).split()), author) for parts, author in zip(texts, authors, strict=True))
    return [LeftOut(text, f"批注，{author}" if author else "批注") for text, author in said if text]


def _edges(package: WordPackage) -> Iterator[LeftOut]:
    """Yield the texts of headers and footers, each once; page numbers are none."""
    seen: set[str] = set()
    for beginning, kind in _EDGES:
        for name in sorted(package.names):
            if not (name.startswith(beginning) and name.endswith(".xml")):
                continue
            for text in _paragraphs_of(package, name):
                if text not in seen and not _PAGE_NUMBER.fullmatch(text):
                    seen.add(text)
                    yield LeftOut(text, kind)


def _remarks(package: WordPackage, reader: DocumentReader) -> list[str]:
    """Return in Chinese what of `package` was not read."""
    remarks = [reader.revisions.remark] if reader.revisions.remark else []
    comments = len(_comments(package))
    if comments:
        remarks.append(f"文件里的批注 {comments} 条没有读入")
    remarks += [said.format(reader.seen[name]) for name, said in _COUNTED if reader.seen[name]]
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
