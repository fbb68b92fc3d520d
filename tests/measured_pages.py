"""Pages measured by the specification (§6, O2 to O28), whoever set them: our own, or those of a PDF file.

Wanted places are those of the standard, not those of a layout, so a layout that is wrong is caught. Places of ink are
reckoned from the baseline: for 小标宋 and 仿宋 alike it begins 0.80 of the em above and ends 0.14 below at most.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from statistics import median
from typing import NamedTuple

from exporters.pages.placed import Page
from models.manuscript.blocks import Manuscript
from page_rows import Row, rows_of, rules_of, squashed

LEFT, RIGHT, MIDDLE = 28.0, 184.0, 106.0
CHARACTER, SMALL = 15.75 * 25.4 / 72, 14 * 25.4 / 72  # one 字 of text, and of 版记 and page number
INK_TOP, INK_BOTTOM, DASH = 0.80, 0.14, 0.37  # shares of the em above and under the baseline
TOLERANCE = 0.5
BASELINE = 0.8  # of the height of a line
PAGES = {"常用": (37.0, 262.0, 225 / 22), "33476.2": (34.58, 264.42, 10.39)}  # top and foot of the 版心, one line
PITCH_TOLERANCE = 0.02
LINES = 22


class Measured(NamedTuple):
    """One measurement: its name by the specification, the value found, and the least and greatest right ones."""

    name: str
    page: int
    value: float
    low: float
    high: float
    tolerance: float = TOLERANCE

    @property
    def good(self) -> bool:
        """Whether the value is right within its tolerance."""
        return self.low - self.tolerance <= self.value <= self.high + self.tolerance


class Measuring:
    """The measurements of `pages` that set `manuscript` by `profile`, body lines `spacing` times as far apart."""

    def __init__(self, pages: tuple[Page, ...], manuscript: Manuscript, profile: str, spacing: float = 1.0) -> None:
        self.pages, self.manuscript, self.spacing = pages, manuscript, spacing
        self.top, self.foot, self.pitch = PAGES[profile]
        self.rows = tuple(rows_of(page, number) for number, page in enumerate(pages))

    def all(self) -> list[Measured]:
        """Return every measurement that can be taken."""
        return [*self._head(), *self._title(), *self._body(), *self._note(), *self._signature(), *self._attachments(),
                *self._colophon(), *self._page_numbers()]

    def _find(self, text: str, page: int = 0) -> Row:
        wanted = squashed(text)
        return next(row for row in self.rows[page] if wanted in row.text).part(wanted)

    def _body_rows(self, page: int) -> list[Row]:
        return [row for row in self.rows[page] if self.top < row.baseline < self.foot + 1]

    def _at(self, name: str, page: int, value: float, wanted: float, tolerance: float = TOLERANCE) -> Measured:
        return Measured(name, page + 1, value, wanted, wanted, tolerance)

    def _line_of(self, row: Row) -> float:
        """Return how far `row` stands under the place of a line one, in millimetres."""
        return row.baseline - self.top - BASELINE * self.pitch

    def _head(self) -> Iterator[Measured]:
        head = self.manuscript.head
        if head is None or not head.issuing_organ_mark or not head.document_number:
            return
        small = [text for text in (head.copy_number, head.secrecy, head.urgency) if text]
        for index, text in enumerate(small):
            row = self._find(text)
            line = index if head.copy_number or not head.secrecy else index + 1
            yield self._at(f"O7 第{line + 1}行 {text}", 0, self._line_of(row), line * self.pitch)
            yield self._at(f"O7 左边 {text}", 0, row.x, LEFT)
        mark, number = self._find(head.issuing_organ_mark), self._find(head.document_number)
        yield self._at("O8 标志上沿", 0, mark.baseline - INK_TOP * mark.size, 72.0)
        yield self._at("O8 标志居中", 0, mark.centre, MIDDLE)
        first = next(row for row in self.rows[0] if row.baseline > mark.baseline + 1)
        gap = first.baseline - INK_TOP * first.size - mark.baseline - INK_BOTTOM * mark.size
        yield Measured("O9 标志下空二行", 1, gap, 20.8, 25.0, 1.0)
        yield self._at("O9 发文字号左空一字", 0, number.x, LEFT + CHARACTER)
        if head.signatories:
            names = [self._find(name) for name in head.signatories]
            widest = max(map(len, head.signatories)) * CHARACTER
            yield self._at("O10 签发人右空一字", 0, max(row.x for row in names) + widest, RIGHT - CHARACTER)
            yield self._at("O10 发文字号与末位签发人平齐", 0, number.baseline - names[-1].baseline, 0)
        red = rules_of(self.pages[0], red=True)
        yield self._at("O11 红线条数", 0, len(red), 1, 0)
        for rule in red[:1]:
            above = number.baseline + INK_BOTTOM * number.size
            yield self._at("O11 红线在发文字号下", 0, rule.y1 - rule.weight / 2 - above, 4.0)
            yield self._at("O11 红线左端", 0, rule.x1, LEFT)
            yield self._at("O11 红线长度", 0, rule.x2 - rule.x1, 156.0)

    def _title(self) -> Iterator[Measured]:
        wanted = set(map(squashed, self.manuscript.title_lines))
        lines = [row for row in self.rows[0] if row.text in wanted and not row.marks[0].red]
        yield self._at("O12 标题行数", 0, len(lines), len(self.manuscript.title_lines), 0)
        for row in lines:
            yield self._at(f"O12 标题居中 {row.text[:6]}", 0, row.centre, MIDDLE)
        red = rules_of(self.pages[0], red=True)
        if red and lines:
            gap = lines[0].baseline - INK_TOP * lines[0].size - red[-1].y1
            yield Measured("O12 红线下空二行", 1, gap, 20.8, 25.5, 1.0)
        under = [row for row in self._body_rows(0) if row.baseline > lines[-1].baseline + 1]
        recipients = self.manuscript.main_recipients
        if recipients and under:
            gap = under[0].baseline - INK_TOP * under[0].size - lines[-1].baseline - INK_BOTTOM * lines[-1].size
            yield Measured("O13 标题下空一行", 1, gap, 10.4, 15.0, 1.0)
            while under and recipients:
                yield self._at("O13 主送顶格", 0, under[0].x, LEFT)
                recipients = recipients[len(under.pop(0).text):]
        yield Measured("O14 首页正文行数", 1, len(under), 1, LINES, 0)

    def _text_pages(self) -> range:
        """Return the pages full of 正文 after the first: neither the last of the text, nor those of attachments."""
        return range(1, self._signature_page())

    def _signature_page(self) -> int:
        """Return the page of the 成文日期; the last without one."""
        date = squashed(self.manuscript.date_of_issue)
        found = [page for page, rows in enumerate(self.rows) for row in rows if date and row.text == date]
        return found[-1] if found else len(self.pages) - 1

    def _body(self) -> Iterator[Measured]:
        for page in self._text_pages():
            rows = self._body_rows(page)
            steps = [after.baseline - before.baseline for before, after in zip(rows, rows[1:], strict=False)]
            pitch = (rows[-1].baseline - rows[0].baseline) / max(1, len(steps)) if len(rows) >= LINES - 1 else 0
            if self.spacing == 1 and pitch:
                yield Measured("O3 行距", page + 1, median(steps), self.pitch - 0.02, self.pitch + 0.06, PITCH_TOLERANCE)
                yield self._at("O3 第一行", page, self._line_of(rows[0]), 0)
                yield Measured("O3 行数", page + 1, round(
                    (rows[-1].baseline - rows[0].baseline) / self.pitch) + 1, LINES - 1, LINES, 0)
            yield Measured("O2 末行不出版心", page + 1, rows[-1].baseline + INK_BOTTOM * rows[-1].size, 0, self.foot)
            for row in rows:
                indent = 2 * CHARACTER if row.x - LEFT > CHARACTER else 0
                yield self._at("O15 左边", page, row.x, LEFT + indent)
                if len(row.marks) > 1:
                    yield Measured("O2 右边", page + 1, row.marks[-2].right, LEFT, RIGHT)
        fullest = max((len(self._body_rows(page)) for page in self._text_pages()), default=LINES)
        if self.spacing == 1:
            yield Measured("O3 满页行数", 0, fullest, LINES, LINES, 0)
        full = [len(row.marks) for page in self._text_pages() for row in self._body_rows(page) if _is_full(row)]
        if full:
            yield Measured("O4 满行字数", 0, max(full), 28, 28, 0)

    def _note(self) -> Iterator[Measured]:
        notes = self.manuscript.attachment_notes
        if not notes:
            return
        place = next((page, index) for page, rows in enumerate(self.rows) for index, row in enumerate(rows)
                     if row.text.startswith("附件：") and squashed(notes[0])[:6] in row.text)
        page, index = place
        rows = list(self.rows[page][index:])
        yield self._at("O18 附件说明左空二字", page, rows[0].x, LEFT + 2 * CHARACTER)
        for number, note in enumerate(notes):
            text = squashed(note)
            prefix = re.match(r"\d+\.", text) if len(notes) > 1 else None
            skipped = (3 if number == 0 else 0) + (prefix.end() if prefix else 0)
            name = rows[0].marks[skipped].x
            rest = text[len(rows.pop(0).text) - (3 if number == 0 else 0):]
            while rest:
                yield self._at("O18 回行对齐", page, rows[0].x, name)
                rest = rest[len(rows.pop(0).text):]

    def _signature(self) -> Iterator[Measured]:
        manuscript, page = self.manuscript, self._signature_page()
        if not manuscript.date_of_issue or not manuscript.signature:
            return
        rows = self._body_rows(page)
        index = max(place for place, row in enumerate(rows) if row.text == squashed(manuscript.date_of_issue))
        date, name = rows[index], rows[index - 1]
        if manuscript.sealed:
            yield Measured("O20 日期右空四字", page + 1, date.right, RIGHT - 4 * CHARACTER, RIGHT - 4 * CHARACTER)
            if name.right < RIGHT - 1:
                yield self._at("O20 署名居日期之中", page, name.centre - date.centre, 0)
        elif date.right - date.x <= name.right - name.x:
            yield self._at("O19 署名右空二字", page, name.right, RIGHT - 2 * CHARACTER)
            yield self._at("O19 日期右移二字", page, date.x - name.x, 2 * CHARACTER)
        yield Measured("O22 署名页正文行数", page + 1, index - 1, 1, LINES, 0)
        if manuscript.remark:
            remark = rows[index + 1]
            yield self._at("O23 附注左空二字", page, remark.x, LEFT + 2 * CHARACTER)
            yield self._at("O23 附注在日期下一行", page, remark.baseline - date.baseline, self.pitch)

    def _attachments(self) -> Iterator[Measured]:
        labels = [each.label for each in self.manuscript.attachments]
        found = [rows for rows in map(self._body_rows, range(len(self.pages))) if rows and rows[0].text in labels]
        yield self._at("O24 附件另面", 0, len(found), len(labels), 0)
        for rows in found:
            label, title = rows[0], rows[1]
            yield self._at("O24 附件标识顶格", label.page, label.x, LEFT)
            yield self._at("O24 附件标识在第一行", label.page, self._line_of(label), 0)
            yield self._at("O24 附件标题在第三行", title.page, self._line_of(title), 2 * self.pitch)
            yield self._at("O24 附件标题居中", title.page, title.centre, MIDDLE)

    def _colophon(self) -> Iterator[Measured]:
        colophon, last = self.manuscript.colophon, len(self.pages) - 1
        if colophon is None:
            return
        organ = squashed(colophon.distributing_organ)
        rows = self.rows[last]
        end = next((index for index, row in enumerate(rows) if organ and organ in row.text and "印发" in row.text), -1)
        yield self._at("O27 版记在末面", last, end >= 0, True, 0)
        if end < 0:
            return
        start = next((index for index, row in enumerate(rows) if row.text.startswith(("主送：", "抄送："))), end)
        rules = [rule for rule in rules_of(self.pages[last], red=False) if rule.y1 > rows[start].baseline - 12]
        yield self._at("O25 末条下沿", last, rules[-1].y1 + rules[-1].weight / 2, self.foot)
        yield self._at("O25 线数", last, len(rules), 2 if start == end else 3, 0)
        for index, rule in enumerate(rules):
            yield self._at("O25 线长", last, rule.x2 - rule.x1, 156.0)
            yield self._at("O25 线粗", last, rule.weight, 0.35 if index in (0, len(rules) - 1) else 0.25, 0.05)
        yield self._at("O26 印发机关左空一字", last, rows[end].x, LEFT + SMALL)
        yield self._at("O26 印发日期右空一字", last, rows[end].right, RIGHT - SMALL)
        for row in rows[start:end]:
            labelled = row.text.startswith(("主送：", "抄送："))
            yield self._at("O26 抄送对齐", last, row.x, LEFT + SMALL * (1 if labelled else 4))

    def _page_numbers(self) -> Iterator[Measured]:
        for page, rows in enumerate(self.rows):
            numbers = [row for row in rows if row.baseline > self.foot and re.fullmatch(r"—\d+—", row.text)]
            if self.pages[page].number is None and not numbers and page:
                continue
            yield self._at("O28 页码", page, int(numbers[0].text.strip("—")) if numbers else 0, page + 1, 0)
            for row in numbers:
                yield self._at("O28 一字线", page, row.baseline - DASH * row.size, 269.0)
                edge, wanted = (row.x, LEFT + SMALL) if page % 2 else (row.right, RIGHT - SMALL)
                yield self._at("O28 页码外侧空一字", page, edge, wanted)


def _is_full(row: Row) -> bool:
    """Return whether `row` is nothing but Chinese characters, from the left edge to the right one."""
    return all("\u4e00" <= mark.text <= "\u9fff" for mark in row.marks) and row.x < LEFT + 1 and row.right > RIGHT - 2
