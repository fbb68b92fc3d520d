"""Breaking a title over lines: the vectors of the specification, and what may never happen."""

from __future__ import annotations

import pytest
from builders import an_organ
from hypothesis import given, settings
from hypothesis import strategies as st
from models.layout.measuring import width_in_characters
from models.manuscript.title_lines import break_title, default_title, title_patterns

BUREAU = "××市司法局关于2025年度法治政府建设情况的报告"
OFFICE = "××市人民政府办公室关于印发××市2026年法治政府建设工作要点的通知"
REAL = (
    "湘西自治州交通运输局2023年度法治政府建设年度报告", "冷水滩区交通运输局2023年度法治政府建设工作报告",
    "云峰县交通运输局2025年法治政府建设年度报告", "云峰县人民政府关于2025年度法治政府建设情况的报告",
    "××县住房和城乡建设局2025年度推进法治政府建设工作情况报告", "中共××县委全面依法治县委员会办公室关于2025年法治建设情况的报告",
    "××县文化旅游广电体育局关于贯彻落实《法治政府建设实施纲要（2021—2025年）》情况的报告",
    "××土家族苗族自治县人力资源和社会保障局2025年法治政府建设年度报告",
)


def test_the_first_vector_is_broken_as_the_specification_accepts() -> None:
    ways = break_title(BUREAU)

    accepted = {("××市司法局", "关于2025年度法治政府建设情况的报告"), ("××市司法局关于2025年度", "法治政府建设情况的报告")}
    assert ways[0] in accepted
    assert accepted <= set(ways)


def test_the_second_vector_makes_three_lines_with_one_equal_pair() -> None:
    assert break_title(OFFICE)[0] == ("××市人民政府办公室", "关于印发××市2026年", "法治政府建设工作要点的通知")


@pytest.mark.parametrize("title", [BUREAU, OFFICE, *REAL])
def test_no_way_splits_what_belongs_together(title: str) -> None:
    for lines in break_title(title):
        joined = "|".join(lines)
        assert "".join(lines) == title
        for wrong in ("|的报告", "2025|年", "2026|年", "法治|政府", "关于|", "|的", "《|", "|》", "|）", "建|设", "报|告"):
            assert wrong not in joined
        assert all(4 <= width_in_characters(line) <= 20 for line in lines)


@pytest.mark.parametrize("title", [BUREAU, OFFICE, *REAL])
def test_lines_are_neither_a_rectangle_nor_an_hour_glass(title: str) -> None:
    for lines in break_title(title):
        widths = [width_in_characters(line) for line in lines]
        equal = sum(abs(left - right) < 1 for left, right in zip(widths, widths[1:], strict=False))
        assert equal <= 1
        for before, middle, after in zip(widths, widths[1:], widths[2:], strict=False):
            assert not (middle < before and middle < after)


@pytest.mark.parametrize(("title", "lines"), [
    ("云峰县2025年法治政府建设年度报告", 1), ("", 1), ("云峰县交通运输局2025年法治政府建设年度报告", 2),
    ("测试市应急管理局关于2026年上半年安全生产工作情况的报告", 2),
])
def test_short_titles_take_few_lines(title: str, lines: int) -> None:
    assert len(break_title(title)[0]) == lines


def test_the_organ_stands_on_a_line_of_its_own() -> None:
    assert break_title(REAL[0])[0] == ("湘西自治州交通运输局", "2023年度法治政府建设年度报告")


def test_at_most_three_ways_are_shown() -> None:
    assert all(1 <= len(break_title(title)) <= 3 for title in (BUREAU, OFFICE, *REAL))


@given(st.text(max_size=160), st.sampled_from([8.0, 20.0]))
@settings(max_examples=settings.default.max_examples // 2)
def test_any_text_is_broken_and_nothing_is_lost(title: str, width: float) -> None:
    ways = break_title(title, width)

    for lines in ways:
        assert "".join(lines) == title.replace("\n", "").replace("\r", "")
        assert all(width_in_characters(line) <= width or len(line) == 1 for line in lines)


@given(st.text(alphabet="云峰县交通运输局关于年度法治政府建设情况的报告2025《》（）、和", min_size=20, max_size=60))
@settings(max_examples=settings.default.max_examples // 2)
def test_any_chinese_title_keeps_its_words_and_width(title: str) -> None:
    for lines in break_title(title):
        assert "".join(lines) == title
        assert all(width_in_characters(line) <= 20 for line in lines)


def test_the_default_title_does_not_double_the_year() -> None:
    assert default_title(an_organ(), 2025) == "云峰县交通运输局2025年法治政府建设年度报告"
    assert title_patterns(an_organ(), 2025)[1] == "云峰县交通运输局关于2025年度法治政府建设情况的报告"
