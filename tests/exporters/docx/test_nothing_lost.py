"""Every word of a manuscript stands in the Word file, in order, and any text makes a file that can be read."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from models.manuscript.blocks import Heading, Manuscript, Paragraph, Table
from models.samples import sample_report
from word_files import a_long_report, a_manuscript, text_of, written

ANY = st.text(max_size=40)


def words_of(manuscript: Manuscript) -> list[str]:
    """Return the texts of the blocks of `manuscript` and of its attachments, in order."""
    words = []
    for block in (*manuscript.blocks, *(each for part in manuscript.attachments for each in part.blocks)):
        if isinstance(block, Table):
            words += [cell for row in block.rows[1:] for cell in row if cell]
        else:
            words.append(block.number + block.text)
    return words


def test_every_block_of_whole_reports_is_there_in_order() -> None:
    for report in (sample_report(), a_long_report()):
        manuscript = a_manuscript(report)
        text = "\n".join(text_of(each) for each in written(manuscript).find("//w:body//w:p"))
        at = 0
        for words in words_of(manuscript):
            at = text.index(words, at) + len(words)


@given(st.lists(st.tuples(ANY, st.integers(0, 4)), max_size=6), ANY, ANY)
@settings(max_examples=settings.default.max_examples // 5)
def test_any_text_makes_a_readable_file(pieces: list[tuple[str, int]], organ: str, names: str) -> None:
    blocks = tuple(
        Heading(level, "一、", text) if level else Paragraph(text, 2, "（一）", len(text) // 2) for text, level in pieces
    )
    manuscript = replace(
        a_manuscript(), blocks=blocks, signature=organ, organ=organ, title_lines=(organ, names), main_recipients=names,
        plain_title=names,
    )

    paragraphs = [text_of(each) for style in ("Body", "Heading1", "Heading2", "Heading3", "Heading4")
                  for each in written(manuscript).paragraphs(style)]

    assert len(paragraphs) == len(blocks)
