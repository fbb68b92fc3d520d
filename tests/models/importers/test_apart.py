"""A process of its own for a foreign file: its answer, its refusal, its end, and its limits."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest

from models.errors import UserError
from models.importers.apart import Limits, run_apart
from models.importers.opening import read_lines

PATIENT = Limits(60.0)


def test_the_answer_comes_back() -> None:
    assert run_apart(len, "报告", "报告.pdf", PATIENT) == 2


def test_a_refusal_comes_back_with_its_words(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="找不到文件“没有.docx”。请检查文件名和位置。"):
        run_apart(read_lines, tmp_path / "没有.docx", "没有.docx", PATIENT)


def test_a_process_that_ends_by_itself_is_told() -> None:
    with pytest.raises(UserError, match="“报告.pdf”读不下去"):
        run_apart(os._exit, 3, "报告.pdf", PATIENT)


def test_a_process_that_takes_too_long_is_ended() -> None:
    with pytest.raises(UserError, match="“报告.pdf”读了太久"):
        run_apart(time.sleep, 600, "报告.pdf", Limits(0.5))


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="memory is bounded on Linux")
def test_a_process_that_takes_too_much_memory_is_told() -> None:
    with pytest.raises(UserError, match="“报告.pdf”太大"):
        run_apart(bytes, 1 << 30, "报告.pdf", PATIENT)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="computing time is bounded on Linux")
def test_a_process_that_computes_too_long_is_told() -> None:
    with pytest.raises(UserError, match="“报告.pdf”读不下去"):
        run_apart(sum, range(10 ** 12), "报告.pdf", Limits(60.0, work=1))
