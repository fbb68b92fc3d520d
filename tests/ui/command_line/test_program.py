"""Words, failures and exit statuses of the program without a window."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.errors import UserError
from ui.command_line import program, unexpected
from ui.command_line.program import run_command


def failing(error: BaseException) -> object:
    """Return a function that raises `error` whatever it is given."""
    def fail(*words: object) -> int:
        raise error
    return fail


def test_an_unknown_command_shows_the_usage(capsys: pytest.CaptureFixture[str]) -> None:
    status = run_command(["prüfe"])

    assert status == 2
    assert capsys.readouterr().err.startswith("没有“prüfe”这个命令。用法：")


def test_help_is_not_a_failure(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command(["--help"]) == 0
    assert run_command(["export", "--help"]) == 0

    told = capsys.readouterr().out
    assert "main.py export 文件 -o 输出文件" in told and "--head HEAD.yaml" in told


def test_a_closed_output_is_no_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(program.sys, "stdout", None)

    assert run_command(["--help"]) == 0
    monkeypatch.setattr(program, "dispatch", lambda *words: 1)
    assert run_command(["check", "甲.txt"]) == 1


def test_an_expected_failure_is_one_chinese_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(program, "dispatch", failing(UserError("文件是空的。", "请换一个文件。")))

    assert run_command(["check", "甲.txt"]) == 2
    assert capsys.readouterr() == ("", "文件是空的。请换一个文件。\n")


def test_an_unforeseen_error_is_one_line_and_its_trace_goes_to_the_log(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr(unexpected, "log_folder", lambda: tmp_path / "日志")
    monkeypatch.setattr(program, "dispatch", failing(ZeroDivisionError("报告里的话")))

    assert run_command(["check", "甲.txt"]) == 2

    log = (tmp_path / "日志" / "命令行.txt").read_text(encoding="utf-8")
    told = capsys.readouterr().err
    assert told.count("\n") == 1 and "程序内部出错" in told and "Traceback" not in told
    assert "ZeroDivisionError" in log and "in fail" in log
    assert "报告里的话" not in log


def test_an_unforeseen_error_is_told_even_where_no_log_can_be_written(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    blocked = tmp_path / "日志"
    blocked.write_text("", encoding="utf-8")
    monkeypatch.setattr(unexpected, "log_folder", lambda: blocked)

    assert unexpected.record(ZeroDivisionError()) == "程序内部出错，这个命令没有做完，原来的文件没有改动。"


@pytest.mark.parametrize("words", [
    pytest.param(["check", "{long}.docx"], id="to check"),
    pytest.param(["check", "{long}.db#1"], id="of a library"),
    pytest.param(["check", "{report}", "--previous", "{long}.txt"], id="last year's"),
    pytest.param(["export", "{report}", "-o", "{long}.docx"], id="to write"),
    pytest.param(["export", "{report}", "-o", "{long}.txt"], id="to write as text"),
])
def test_a_name_too_long_for_the_disk_is_an_expected_failure(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: list[str]
) -> None:
    report = tmp_path / "报告.txt"
    report.write_text("测试局2025年度法治政府建设年度报告\n一、主要举措和成效\n学法3次。", encoding="utf-8")

    status = run_command([each.format(report=report, long=tmp_path / ("长" * 300)) for each in words])

    assert status == 2
    assert "程序内部出错" not in capsys.readouterr().err
