"""Which blocks stay on the page of the block after them."""

from __future__ import annotations

from models.manuscript.blocks import Block, Heading, PrintedPicture


def kept_blocks(blocks: tuple[Block, ...], keep_last: bool) -> frozenset[int]:
    """Return the places of the blocks that must not end a page, beyond what the style of a heading says.

    A heading right over a picture or under another heading is kept: two of them never end a page. `keep_last` keeps
    the end of the text, and a heading over it, with what follows the text: no signature stands on a page alone.
    """
    stacked = frozenset(
        index for index in range(1, len(blocks))
        if isinstance(blocks[index], Heading) and isinstance(blocks[index - 1], Heading)
    )
    stacked |= {
        index for index in range(len(blocks) - 1)
        if isinstance(blocks[index], Heading) and isinstance(blocks[index + 1], PrintedPicture)}
    return stacked | _end(blocks) if keep_last else stacked


def _end(blocks: tuple[Block, ...]) -> frozenset[int]:
    last = len(blocks) - 1
    while last > 0 and isinstance(blocks[last - 1], Heading):
        last -= 1
    return frozenset(range(max(0, last), len(blocks)))
