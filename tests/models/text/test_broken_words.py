"""Words and sentences cut in two."""

from __future__ import annotations

import pytest

from models.text.broken_words import ends_unfinished, is_torn, stray_blanks


@pytest.mark.parametrize(("text", "count"), [
    ("持续推进法治政 府建设，规范执法。", 1),
    ("依法 行政，落实 责任。", 2),
    ("提高站位 强化落实", 0),
    ("（一）提高站位 强化落实。规范执法。", 0),
    ("（一）提高站位。规范 执法。", 1),
    ("开展“港航扬帆 法治护航”活动，规范执法。", 0),
    ("局长王 伟主持会议，规范执法。", 0),
    ("2025 年办结 12 件，规范执法。", 0),
    ("第一部分　切实加强领导，规范执法", 0),
    ("第二章 规范执法，优化服务。全年检 查120次。", 1),
])
def test_a_blank_inside_a_sentence_is_found(text: str, count: int) -> None:
    assert len(stray_blanks(text)) == count


@pytest.mark.parametrize(("before", "after", "torn"), [
    ("规范执法，", "强化监督。", True),
    ("规范执法。强化监", "督。", True),
    ("规范执法。", "强化监督。", False),
    ("规范执法", "强化监督。", False),
    ("规范执法。强化监", "（二）督。", False),
    ("规范执法。强化监", "一是规范。", False),
    ("", "强化监督。", False),
])
def test_a_paragraph_break_within_a_sentence_is_found(before: str, after: str, torn: bool) -> None:
    assert is_torn(before, after) is torn


@pytest.mark.parametrize(("text", "unfinished"), [("规范执", True), ("规范执法。", False), ("**规范执法。**", False), ("", False)])
def test_an_unfinished_paragraph_has_no_end_mark(text: str, unfinished: bool) -> None:
    assert ends_unfinished(text) is unfinished
