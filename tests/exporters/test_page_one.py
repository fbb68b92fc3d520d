"""The text of page one stands on the lines of the page."""

from __future__ import annotations

from dataclasses import replace

import pytest
from exporters.page_one import gaps_of
from models.domain.report import ExportForm
from models.layout.layout import TWIPS_PER_MM, TWIPS_PER_PT, Layout
from models.layout.loader import PROFILES, load_layout
from models.layout.measuring import size_of_mark
from models.manuscript.blocks import Manuscript
from word_files import a_manuscript


def a_page(mark_characters: int, title_lines: int, signatories: int) -> Manuscript:
    manuscript = a_manuscript()
    assert manuscript.head is not None
    head = replace(manuscript.head, issuing_organ_mark="局" * mark_characters, signatories=("林致远",) * signatories)
    return replace(manuscript, head=head, title_lines=("标题",) * title_lines)


def first_line_twips(manuscript: Manuscript, layout: Layout) -> float:
    """Return where the line after the title begins, put together from the gaps as they are written."""
    measures, gaps = layout.measures, gaps_of(manuscript, layout)
    title = gaps.over_title + len(manuscript.title_lines) * measures.title_line_twips + gaps.under_title
    if manuscript.head is None:
        return title
    mark = size_of_mark(manuscript.head.issuing_organ_mark, measures).pt * TWIPS_PER_PT
    above = measures.mark_top_mm * TWIPS_PER_MM - (measures.baseline_share - measures.mark_ink_share) * mark
    rows = -(-len(manuscript.head.signatories) // 2)
    return above + mark + gaps.under_mark + rows * measures.line_pitch_twips + title


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("mark", [5, 8, 10, 13, 17])
@pytest.mark.parametrize("lines", [1, 2, 3])
@pytest.mark.parametrize("signatories", [1, 3])
def test_the_text_stands_on_the_grid_and_gaps_stay_near_whole_lines(
    profile: str, mark: int, lines: int, signatories: int
) -> None:
    layout = load_layout(profile)
    manuscript = a_page(mark, lines, signatories)
    pitch = layout.measures.line_pitch_twips

    off = first_line_twips(manuscript, layout) % pitch
    gaps = gaps_of(manuscript, layout)

    assert min(off, pitch - off) <= 1
    assert 1.7 <= gaps.under_mark / pitch <= 2
    assert 2 <= gaps.over_title / pitch <= 2.4
    assert 0.7 <= gaps.under_title / pitch <= 1


@pytest.mark.parametrize("lines", [1, 2, 3, 4])
def test_a_public_report_stands_on_the_grid_too(lines: int) -> None:
    manuscript = replace(a_manuscript(form=ExportForm.PUBLIC), title_lines=("标题",) * lines)
    layout = load_layout()

    off = first_line_twips(manuscript, layout) % 579

    assert min(off, 579 - off) <= 1
    assert 0.4 <= gaps_of(manuscript, layout).under_title / 579 <= 1.4


def test_wide_lines_keep_whole_gaps() -> None:
    gaps = gaps_of(a_manuscript(), load_layout("常用", "方正", 1.5))

    assert (gaps.under_mark, gaps.over_title, gaps.under_title) == (2 * 579, 2 * 579, 579)
