"""Which blocks stay on the page of the block after them."""

from __future__ import annotations

import pytest
from models.manuscript.blocks import Block, Heading, Paragraph
from models.manuscript.kept_blocks import kept_blocks

HEADING, TEXT = Heading(2, "（一）", "措施"), Paragraph("正文。")


@pytest.mark.parametrize(("blocks", "keep_last", "kept"), [
    ((), True, set()),
    ((TEXT, TEXT), False, set()),
    ((TEXT, TEXT), True, {1}),
    ((TEXT, HEADING, TEXT), True, {1, 2}),
    ((TEXT, HEADING, HEADING, TEXT), True, {1, 2, 3}),
    ((HEADING, HEADING, TEXT), False, {1}),
    ((HEADING,), True, {0}),
], ids=["nothing", "no signature", "the last", "a heading too", "two headings too", "stacked headings", "alone"])
def test_what_is_kept(blocks: tuple[Block, ...], keep_last: bool, kept: set[int]) -> None:
    assert kept_blocks(blocks, keep_last) == kept
