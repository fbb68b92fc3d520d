"""版头, title and 主送机关 on the page, and where a click on them leads."""

from __future__ import annotations

from dataclasses import replace

import pytest
from exporters.pages.placed import RED, PlacedRule, PlacedText
from exporters.pages.setter import set_pages
from models.domain.place import HEAD
from models.layout.loader import load_layout
from models.layout.measuring import width_in_characters
from models.manuscript.blocks import Manuscript, ManuscriptHead
from word_files import a_manuscript


def with_head(**changes: object) -> Manuscript:
    manuscript = a_manuscript()
    assert manuscript.head is not None
    return replace(manuscript, head=replace(manuscript.head, **changes))


def runs(manuscript: Manuscript, field: str = "") -> list[PlacedText]:
    """Return the runs of page one that belong to the `field` of the head; empty means all runs."""
    items = set_pages(manuscript, load_layout()).pages[0].items
    return [item for item in items if isinstance(item, PlacedText)
            and (not field or (item.place.task, item.place.field) == (HEAD, field))]


@pytest.mark.parametrize(("mark", "pt", "scale"), [
    ("云峰县交通运输局文件", 42.5, 100), ("湘西土家族苗族自治州交通运输局文件", 40, 62), ("云峰县文件", 62, 100),
])
def test_the_mark_is_red_in_one_line_and_narrowed_where_it_must(mark: str, pt: float, scale: int) -> None:
    placed, = runs(with_head(issuing_organ_mark=mark), "issuing_organ_mark")

    assert (placed.text, placed.colour, placed.size_pt, placed.scale_percent) == (mark, RED, pt, scale)
    assert placed.width == pytest.approx(width_in_characters(mark) * pt * scale / 100 * 25.4 / 72)
    assert placed.width <= 150
    assert placed.x + placed.width / 2 == pytest.approx(106, abs=0.05)
    assert placed.baseline - 0.8 * pt * 25.4 / 72 == pytest.approx(72, abs=0.05)


def test_the_lines_above_do_not_move_the_mark() -> None:
    full = with_head(copy_number="000001", secrecy="机密★1年", urgency="特急")

    lines = [(run.text, run.face, round(run.baseline, 1)) for run in runs(full)[:4]]
    assert [line[:2] for line in lines[:3]] == [
        ("000001", "仿宋_GB2312"), ("机密★1年", "黑体"), ("特急", "黑体")]
    assert [line[2] for line in lines] == [45.2, 55.4, 65.6, 84.0]


def test_the_secrecy_level_keeps_to_line_two_without_a_copy_number() -> None:
    level, = runs(with_head(secrecy="秘密"), "secrecy")

    assert level.baseline == pytest.approx(37 + 1.8 * 579 / 56.6929, abs=0.05)


def test_several_signatories_stand_in_columns_and_the_number_on_the_last_line() -> None:
    manuscript = with_head(signatories=("林致远", "周文", "欧阳子健"))

    first, second, third = runs(manuscript, "signatories")
    number, = runs(manuscript, "document_number")
    label = next(run for run in runs(manuscript) if run.text == "签发人：")
    assert first.baseline == second.baseline == label.baseline < third.baseline == number.baseline
    assert label.x + label.width == pytest.approx(first.x, abs=0.02)
    assert first.x == third.x < second.x
    assert second.x + 4 * 15.75 * 25.4 / 72 == pytest.approx(184 - 5.56, abs=0.05)
    assert {run.face for run in (first, second, third)} == {"楷体_GB2312"}
    assert [run.place.start for run in (first, second, third)] == [0, 4, 7]


def test_without_a_signatory_there_is_no_label() -> None:
    assert not any("签发人" in run.text for run in runs(with_head(signatories=())))


def test_a_head_with_nothing_in_it_still_has_its_line() -> None:
    page = set_pages(replace(a_manuscript(), head=ManuscriptHead()), load_layout()).pages[0]

    assert [item.colour for item in page.items if isinstance(item, PlacedRule)] == [RED]


def test_a_form_without_head_has_no_red() -> None:
    page = set_pages(replace(a_manuscript(), head=None), load_layout()).pages[0]

    assert not any(isinstance(item, PlacedRule) or isinstance(item, PlacedText) and item.colour == RED
                   for item in page.items)


def test_the_lines_of_the_title_know_their_place_in_it() -> None:
    first, second = runs(a_manuscript(), "title")

    assert (first.text, second.text) == ("云峰县交通运输局", "2025年度法治政府建设年度报告")
    assert (first.place.start, second.place.start) == (0, 8)
    assert (first.face, first.size_pt) == ("方正小标宋简体", 22)


def test_long_recipients_wrap_flush_left() -> None:
    names = "、".join(f"云峰县第{number}人民政府" for number in range(1, 8))

    lines = runs(replace(a_manuscript(), main_recipients=names), "main_recipients")
    assert len(lines) == 3
    assert {round(line.x, 2) for line in lines} == {28.01}
    assert "".join(line.text for line in lines) == names + "："
