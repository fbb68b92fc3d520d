"""A page turned on its side, for tables wider than an upright one (GB/T 9704-2012, 8)."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from models.layout.layout import Layout


@cache
def turned(layout: Layout) -> Layout:
    """Return `layout` for a sheet on its side.

    Its upper edge is the left one of an upright sheet, the 订口: there the head of a table stands on odd and even
    pages alike. So the margins go round with the sheet.
    """
    upright = layout.measures
    return replace(layout, measures=upright._replace(
        page_width_twips=upright.page_height_twips,
        page_height_twips=upright.page_width_twips,
        top_margin_twips=upright.left_margin_twips,
        bottom_margin_twips=upright.right_margin_twips,
        left_margin_twips=upright.bottom_margin_twips,
        right_margin_twips=upright.top_margin_twips,
    ))
