"""Exchange files on the command line: checked and exported like stored reports."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from builders import a_report
from exporters.exchange import write_exchange
from made_reports import exchange_with
from ui.command_line.program import run_command

PASSWORD = "云岭2026交换"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return an exchange file without a password."""
    path = tmp_path / "报告.fzbg"
    write_exchange(exchange_with(a_report()), path)
    return path


def test_an_exchange_file_is_checked(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status = run_command(["check", str(file), "--json"])

    [told] = json.loads(capsys.readouterr().out)
    assert status == 1 and told["title"] == a_report().head.title and told["findings"]


def test_an_exchange_file_is_exported(file: Path) -> None:
    target = file.with_suffix(".docx")

    assert run_command(["export", str(file), "-o", str(target), "--form", "review"]) == 0
    assert target.exists()


@pytest.mark.parametrize(("password", "damage", "words"), [
    (PASSWORD, False, "加了密码"), ("", True, "已损坏")], ids=["locked", "damaged"])
def test_what_cannot_be_opened_is_told_in_a_line(
    file: Path, capsys: pytest.CaptureFixture[str], password: str, damage: bool, words: str
) -> None:
    write_exchange(exchange_with(a_report()), file, password)
    if damage:
        file.write_bytes(file.read_bytes()[:-100])

    assert run_command(["check", str(file)]) == 2
    told = capsys.readouterr()
    assert words in told.err + told.out and "Traceback" not in told.err


def test_an_exchange_file_is_not_read_in_as_a_text(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command(["import", str(file), "--into", str(file.with_suffix(".db"))]) == 2
    assert "是本程序的交换文件" in capsys.readouterr().err
