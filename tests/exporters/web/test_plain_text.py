"""The plain text of a manuscript: everything is there, any notepad opens it, and it reads back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from builders import fixed_clock
from hypothesis import given
from hypothesis import strategies as st
from word_files import a_long_report, a_manuscript

from exporters.web.lines import Grid, pieces_of
from exporters.web.plain_text import plain_text, write_plain_text
from models.domain.report import ExportForm
from models.importers import read_report
from models.layout.loader import load_layout, load_words
from models.manuscript.blocks import Block, Heading, Paragraph, Table
from models.manuscript.compose import compose
from models.samples import sample_report
from models.standards.loader import load_standard

ANY = st.text(max_size=40)


def test_an_old_notepad_opens_it(tmp_path: Path) -> None:
    write_plain_text(a_manuscript(), load_layout(), tmp_path / "报告.txt", fixed_clock())

    data = (tmp_path / "报告.txt").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\n") == data.count(b"\r\n") > 10


@pytest.mark.parametrize("form", list(ExportForm))
def test_everything_printed_is_there_in_order(form: ExportForm) -> None:
    for report in (sample_report(), a_long_report()):
        manuscript = a_manuscript(report, form, "草稿")
        text, at = plain_text(manuscript, load_words()), 0
        for piece in pieces_of(manuscript, load_words()):
            for words in ["\t".join(row) for row in piece.rows] if isinstance(piece, Grid) else [piece.text]:
                at = text.index(words, at) + len(words)


def test_it_is_laid_out_as_one_types_a_report() -> None:
    manuscript = replace(
        a_manuscript(form=ExportForm.PUBLIC), attachment_notes=("1.统计表", "2.大事记"),
        blocks=(Heading(1, "一、", "举措"), Paragraph("全年处罚120件。"), Table((("类", "件"), ("罚", "1"))), Paragraph("完。")))

    assert plain_text(manuscript, load_words()).split("\n") == [
        "　　　云峰县交通运输局2025年度法治政府建设年度报告", "", "　　一、举措", "　　全年处罚120件。", "", "类\t件", "罚\t1", "", "　　完。",
        "", "　　附件：1.统计表", "　　　　　2.大事记", "", "　　　　　　　　　　　　　　　　云峰县交通运输局",
        "　　　　　　　　　　　　　　　　　2026年2月20日", ""]


@pytest.mark.parametrize("form", list(ExportForm))
def test_it_reads_back_as_it_was(form: ExportForm, tmp_path: Path) -> None:
    sample = sample_report()
    standard = load_standard(sample.organ.kind)
    manuscript = compose(sample, standard, form)
    write_plain_text(manuscript, load_layout(), tmp_path / "报告.txt", fixed_clock())

    again = compose(read_report(tmp_path / "报告.txt").report, standard, form)

    lines = [each.strip() for each in plain_text(manuscript, load_words()).split("\n") if each]
    assert [each.strip() for each in plain_text(again, load_words()).split("\n") if each] == lines


@given(st.lists(ANY, max_size=6), ANY, st.lists(st.lists(ANY, min_size=1, max_size=3)))
def test_any_text_is_one_line_for_each_paragraph_and_row(
    texts: list[str], name: str, cells: list[list[str]]
) -> None:
    blocks: tuple[Block, ...] = (
        *(Paragraph(text) for text in texts), Table(tuple(tuple(row) for row in cells)))
    manuscript = replace(a_manuscript(), blocks=blocks, signature=name, plain_title=name, title_lines=(name,))

    text = plain_text(manuscript, load_words())

    count = sum(len(each.rows) if isinstance(each, Grid) else 1 for each in pieces_of(manuscript, load_words()))
    assert text.count("\n") >= count and "\r" not in text
