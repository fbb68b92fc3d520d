"""The numbers of the 版记 that Word file and pages share."""

from __future__ import annotations

import pytest
from exporters.measures.colophon import colophon_rows
from models.layout.loader import load_layout
from models.manuscript.blocks import ManuscriptColophon


@pytest.mark.parametrize(("colophon", "heights"), [
    (ManuscriptColophon(), (0, 0)),
    (ManuscriptColophon(copy_recipients="县司法局"), (560, 0)),
    (ManuscriptColophon("县政府", "县司法局", "县交通运输局办公室"), (1060, 560)),
    (ManuscriptColophon(copy_recipients="，".join(["县委全面依法治县委员会办公室"] * 3)), (1060, 0)),
])
def test_rows_are_as_high_as_their_lines(colophon: ManuscriptColophon, heights: tuple[int, int]) -> None:
    rows = colophon_rows(colophon, load_layout())

    assert (rows.recipients_height, rows.distribution_height) == heights
    assert rows.height == sum(heights) + 20


def test_names_end_in_one_full_stop_and_hang_after_the_label() -> None:
    names, = colophon_rows(ManuscriptColophon(copy_recipients="县司法局。"), load_layout()).recipients

    assert (names.label, names.text) == ("抄送：", "县司法局。")
    assert (names.left, names.hanging, names.right) == (4 * 280, 3 * 280, 280)
