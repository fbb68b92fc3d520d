"""Lines put on pages."""

from __future__ import annotations

from itertools import count, islice

from exporters.pages.flow import FlowLine
from exporters.pages.pager import FilledPage, fill_pages
from hypothesis import given
from hypothesis import strategies as st

PITCH = 579
HEIGHT = 12756  # 22 lines and 18 twips
LINE = FlowLine(PITCH)


def pages_of(*lines: FlowLine) -> list[FilledPage]:
    return list(fill_pages(lines, HEIGHT))


def counts(*lines: FlowLine) -> list[int]:
    """Return how many lines stand on each page of `lines`."""
    return [len(page.lines) for page in pages_of(*lines)]


def test_a_page_holds_22_lines() -> None:
    assert counts(*[LINE] * 50) == [22, 22, 6]


def test_one_twip_more_a_line_and_it_holds_21() -> None:
    assert counts(*[FlowLine(PITCH + 1)] * 50) == [21, 21, 8]


def test_a_heading_is_never_the_last_line_of_a_page() -> None:
    heading = LINE._replace(keep_next=True)

    assert counts(*[LINE] * 21, heading, LINE) == [21, 2]
    assert counts(*[LINE] * 20, heading, heading, LINE) == [20, 3]
    assert counts(*[LINE] * 20, heading, LINE, LINE) == [22, 1]


def test_a_chain_longer_than_a_page_fills_a_page_of_its_own_and_goes_on() -> None:
    chain = [LINE._replace(keep_next=True)] * 40

    assert counts(LINE, LINE, *chain, LINE) == [2, 22, 19]


def test_a_new_page_begins_where_it_is_forced() -> None:
    assert counts(LINE, LINE._replace(new_page=True), LINE) == [1, 2]
    assert counts(LINE._replace(new_page=True), LINE) == [2]


def test_the_space_above_a_paragraph_falls_away_at_the_top_of_a_page_but_not_of_the_first() -> None:
    spaced = LINE._replace(before=160)

    first, second = pages_of(spaced, *[LINE] * 21, spaced)

    assert (first.lines[0].top, second.lines[0].top) == (160, 0)


def test_space_under_a_line_needs_no_room_at_the_foot_of_a_page() -> None:
    assert counts(*[LINE] * 21, LINE._replace(after=900)) == [22]


def test_gaps_add_up() -> None:
    page, = pages_of(LINE._replace(after=100), LINE._replace(before=60))

    assert page.lines[1].top == PITCH + 160
    assert page.bottom == 2 * PITCH + 160


def test_the_head_of_a_table_is_repeated_above_the_first_row_of_a_page() -> None:
    head = FlowLine(520, keep_next=True)
    row = FlowLine(520, repeated=(head,))

    first, second = pages_of(*[LINE] * 21, head, row, row)

    assert [line.line for line in first.lines] == [LINE] * 21
    assert [line.line for line in second.lines] == [head, row, row]

    first, second = pages_of(*[LINE] * 20, head, row, row)

    assert [(line.top, line.line) for line in second.lines] == [(0, head), (520, row)]


def test_a_line_higher_than_a_page_has_one_of_its_own() -> None:
    assert counts(LINE, FlowLine(2 * HEIGHT), LINE) == [1, 1, 1]


def test_nothing_makes_one_empty_page() -> None:
    assert pages_of() == [FilledPage((), 0)]


def test_the_first_page_is_there_before_the_last_line() -> None:
    endless = (LINE for _ in count())

    assert len(next(fill_pages(endless, HEIGHT)).lines) == 22
    assert len(list(islice(fill_pages((LINE for _ in count()), HEIGHT), 3))) == 3


LINES = st.builds(
    FlowLine, st.integers(1, 4000), st.just(()), before=st.integers(0, 700), after=st.integers(0, 300),
    keep_next=st.booleans(), new_page=st.sampled_from((False,) * 9 + (True,)), level=st.integers(0, 999_999),
    heading=st.just(""), repeated=st.just(()),
)


@given(st.lists(LINES, max_size=80))
def test_every_line_stands_on_one_page_in_order_and_none_on_another(lines: list[FlowLine]) -> None:
    pages = pages_of(*lines)

    assert [each.line for page in pages for each in page.lines] == lines
    for page in pages:
        for upper, lower in zip(page.lines, page.lines[1:], strict=False):
            assert upper.top + upper.line.height <= lower.top
        assert page.bottom <= HEIGHT or len(page.lines) == 1
        assert page.lines or not lines
