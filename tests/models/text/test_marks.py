"""Printed numbers are told from figures that look like them."""

from __future__ import annotations

import pytest

from models.text.marks import Mark, parse_mark


@pytest.mark.parametrize(("text", "expected"), [
    ("一、主要举措", Mark(1, "一、", 1, 2)),
    ("十二、其他", Mark(1, "一、", 12, 3)),
    ("二十、其他", Mark(1, "一、", 20, 3)),
    ("一.主要举措", Mark(1, "一.", 1, 2)),
    ("一、2023年度举措", Mark(1, "一、", 1, 2)),
    ("二、三项制度落实情况", Mark(1, "一、", 2, 2)),
    ("（一）提高站位", Mark(2, "（一）", 1, 3)),
    ("(三) 加强监督", Mark(2, "(一)", 3, 4)),
    ("（十一）加强", Mark(2, "（一）", 11, 4)),
    ("（一)混用", Mark(2, "（一)", 1, 3)),
    ("（一）、多写一个顿号", Mark(2, "（一）、", 1, 4)),
    ("1.完善体系", Mark(3, "1.", 1, 2)),
    ("1. 完善体系", Mark(3, "1.", 1, 3)),
    ("1．完善体系", Mark(3, "1．", 1, 2)),
    ("12、完善体系", Mark(3, "1、", 12, 3)),
    ("１、全角数字", Mark(3, "１、", 1, 2)),
    ("1.2023年，我局", Mark(3, "1.", 1, 2)),
    ("1、2024年任务", Mark(3, "1、", 1, 2)),
    ("2. 5起案件", Mark(3, "1.", 2, 3)),
    ("（1）细目", Mark(4, "（1）", 1, 3)),
    ("(2) 细目", Mark(4, "(1)", 2, 4)),
    ("3）细目", Mark(4, "1）", 3, 2)),
    ("第一，加强", Mark(0, "第一，", 1, 3)),
    ("　　一、缩进", Mark(1, "一、", 1, 4)),
    ("一、", Mark(1, "一、", 1, 2)),
], ids=lambda value: value if isinstance(value, str) else "")
def test_a_printed_number_is_read_with_its_level_and_form(text: str, expected: Mark) -> None:
    assert parse_mark(text) == expected


@pytest.mark.parametrize("text", [
    "1.5万元用于普法", "2023年以来", "3.15消费者权益日", "2023.12.31", "1、2月份", "12.4宪法日", "一是认真", "一年来",
    "（2023）湘行终1号", "一、二级单位均已落实", "第一责任人", "第一时间", "十一假期", "1000件", "", "　", "一一、", "0.5个百分点",
    "（试行）", "100、200元", "1,000件", "8:30上班",
], ids=lambda value: value or "empty")
def test_figures_and_words_are_not_taken_for_numbers(text: str) -> None:
    assert parse_mark(text) is None
