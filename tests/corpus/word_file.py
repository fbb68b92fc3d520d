"""Word files of labelled reports, made as the world makes them: styles or hand formatting, lists, boxes, changes.

In the text a line `| a | b |` is a table row, `[文本框]`, `[控件]`, `[页眉]`, `[页脚]` open a line that stands
so, `{+…+}` is inserted, `{-…-}` deleted and `{=…|…=}` commented on. `word` says the rest: `headings` styles,
hand or plain; `numbering` printed or automatic; `runs` whole or split; `alignment` centre or none.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from io import BytesIO
from xml.sax.saxutils import escape

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt
from docx.text.paragraph import Paragraph

_LINE = re.compile(r"\[(文本框|控件|页眉|页脚)\] ?")
_INLINE = re.compile(r"\{\+(?P<ins>.*?)\+\}|\{-(?P<del>.*?)-\}|\{=(?P<text>.*?)\|(?P<comment>.*?)=\}")
_MARKS = (
    re.compile(r"[一二三四五六七八九十]+、\s*"), re.compile(r"（[一二三四五六七八九十]+）\s*"), re.compile(r"\d{1,2}[.．](?!\d)\s*"),
)
_FORMATS = (("chineseCounting", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3."))
_LIST = 77  # number of our list: far from those of the template
_SHORT = 60  # characters: a longer line with a number is a paragraph, no heading
_AUTHOR = 'w:id="%d" w:author="审核" w:date="2026-01-05T09:00:00Z"'


class WordFile:
    """One Word file being written line by line."""

    def __init__(self, manner: Mapping[str, str]) -> None:
        self.manner = manner
        self.document: Document = docx.Document()
        self.changes = 0
        if manner.get("numbering") == "automatic":
            self._add_list()

    def add(self, lines: Sequence[str]) -> None:
        """Add `lines`, rows that follow one another as one table."""
        rows: list[str] = []
        for line in lines:
            if line.startswith("|"):
                rows.append(line)
                continue
            self._add_table(rows)
            rows = []
            self._add_line(line)
        self._add_table(rows)

    def data(self) -> bytes:
        """Return the file."""
        stream = BytesIO()
        self.document.save(stream)
        return stream.getvalue()

    def _add_line(self, line: str) -> None:
        special = _LINE.match(line)
        if special is None:
            self._fill(self._paragraph(line), line)
            return
        kind, text = special[1], line[special.end():]
        if kind in ("页眉", "页脚"):
            section = self.document.sections[0]
            (section.header if kind == "页眉" else section.footer).paragraphs[0].text = text
        elif kind == "文本框":
            self.document.add_paragraph()._p.append(_box(text))
        elif kind == "控件":
            paragraph = self.document.add_paragraph(text)._p
            control = parse_xml(f"<w:sdt {nsdecls('w')}><w:sdtPr/><w:sdtContent/></w:sdt>")
            paragraph.addprevious(control)
            control[1].append(paragraph)

    def _paragraph(self, line: str) -> Paragraph:
        """Return a new paragraph dressed as `line` wants."""
        level = next((number for number, mark in enumerate(_MARKS, 1) if mark.match(line)), 0)
        heading = 0 < level and len(line) < _SHORT and not line.rstrip().endswith(("；", "，"))
        styled = heading and self.manner.get("headings") == "styles"
        paragraph = self.document.add_paragraph(style=f"Heading {level}" if styled else None)
        if level and self.manner.get("numbering") == "automatic":
            paragraph._p.get_or_add_pPr().append(parse_xml(
                f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level - 1}"/><w:numId w:val="{_LIST}"/></w:numPr>'))
        if heading and self.manner.get("headings") == "hand":
            run = paragraph.add_run("")
            run.bold, run.font.size = True, Pt(16)
        if "报告" in line[-8:] and len(line) < 50 and self.manner.get("alignment") != "none":
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        return paragraph

    def _fill(self, paragraph: Paragraph, line: str) -> None:
        """Write `line` into `paragraph`, its inline marks as what they stand for."""
        if self.manner.get("numbering") == "automatic":
            line = next((line[found.end():] for mark in _MARKS if (found := mark.match(line))), line)
        position = 0
        for match in _INLINE.finditer(line):
            self._run(paragraph, line[position:match.start()])
            if match["text"] is not None:
                run = paragraph.add_run(match["text"])
                self.document.add_comment(run, text=match["comment"], author="审核")
            else:
                self._change(paragraph, "ins" if match["ins"] is not None else "del", match["ins"] or match["del"])
            position = match.end()
        self._run(paragraph, line[position:])

    def _run(self, paragraph: Paragraph, text: str) -> None:
        if self.manner.get("runs") != "split":
            paragraph.add_run(text)
            return
        for start in range(0, len(text), 7):  # what retyping and proofing leave behind
            run = paragraph.add_run(text[start:start + 7])
            run.bold = None if start % 2 else False

    def _change(self, paragraph: Paragraph, kind: str, text: str) -> None:
        self.changes += 1
        tag = "t" if kind == "ins" else "delText"
        paragraph._p.append(parse_xml(
            f"<w:{kind} {nsdecls('w')} {_AUTHOR % self.changes}>"
            f"<w:r><w:{tag}>{escape(text)}</w:{tag}></w:r></w:{kind}>"))

    def _add_table(self, rows: Sequence[str]) -> None:
        if not rows:
            return
        cells = [[cell.strip() for cell in row.strip().strip("|").split("|")] for row in rows]
        table = self.document.add_table(len(cells), max(map(len, cells)))
        for number, row in enumerate(cells):
            for column, cell in enumerate(row):
                table.cell(number, column).text = cell

    def _add_list(self) -> None:
        """Add the list whose three levels print 一、（一）1."""
        levels = "".join(
            f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:suff w:val="nothing"/>'
            f'<w:lvlText w:val="{text}"/></w:lvl>' for number, (form, text) in enumerate(_FORMATS))
        root = self.document.part.numbering_part.element
        root.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{_LIST}">{levels}</w:abstractNum>'))
        root.append(parse_xml(
            f'<w:num {nsdecls("w")} w:numId="{_LIST}"><w:abstractNumId w:val="{_LIST}"/></w:num>'))


def word_bytes(text: str, manner: Mapping[str, str]) -> bytes:
    """Return the Word file that holds the lines of `text` in the given `manner`."""
    file = WordFile(manner)
    file.add(text.rstrip("\n").split("\n"))
    return file.data()


def _box(text: str) -> docx.oxml.xmlchemy.BaseOxmlElement:
    """Return a run with a text box that holds `text`, as Word 2007 writes it."""
    return parse_xml(
        f'<w:r {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"><w:pict><v:shape style="width:400pt;height:60pt">'
        f"<v:textbox><w:txbxContent><w:p><w:r><w:t>{escape(text)}</w:t></w:r></w:p></w:txbxContent></v:textbox>"
        "</v:shape></w:pict></w:r>")
