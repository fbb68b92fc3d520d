"""Names with rare characters: they stand in every kind of file, and are read back from it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from builders import a_report, fixed_clock
from exporters.docx.writer import write_manuscript
from exporters.web.html import write_html
from exporters.web.plain_text import write_plain_text
from models.importers import read_report
from models.layout.layout import Layout
from models.layout.loader import FONT_SETS, load_layout
from models.manuscript.blocks import Manuscript
from rare_names import RARE_NAMES
from word_files import CREATED, a_manuscript

SENTENCE = f"局长{'、'.join(RARE_NAMES)}参加会议，二〇二五年。"


def write_word(manuscript: Manuscript, layout: Layout, path: Path) -> None:
    write_manuscript(manuscript, layout, path, CREATED)


def write_page(manuscript: Manuscript, layout: Layout, path: Path) -> None:
    write_html(manuscript, layout, path, fixed_clock())


def write_text(manuscript: Manuscript, layout: Layout, path: Path) -> None:
    write_plain_text(manuscript, layout, path, fixed_clock())


@pytest.mark.parametrize("fonts", FONT_SETS)
@pytest.mark.parametrize(("suffix", "write"), [(".docx", write_word), (".html", write_page), (".txt", write_text)])
def test_every_rare_name_is_written_and_read_back(
    suffix: str, write: Callable[[Manuscript, Layout, Path], None], fonts: str, tmp_path: Path
) -> None:
    path = tmp_path / f"报告{suffix}"

    write(a_manuscript(a_report(introduction=SENTENCE)), load_layout(fonts=fonts), path)

    assert SENTENCE in "\n".join(each.text for each in read_report(path).source.paragraphs)
