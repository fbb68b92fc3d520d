"""The words of the command line, read and refused."""

from __future__ import annotations

import pytest

from models.errors import UserError
from ui.command_line.arguments import PARSERS, read_arguments


def test_check_takes_several_files_and_its_options() -> None:
    arguments = read_arguments(["check", "甲.txt", "乙.docx", "--json", "--local", "本地.yaml", "--form", "public"])

    assert (arguments.files, arguments.json) == (["甲.txt", "乙.docx"], True)
    assert (arguments.local, arguments.form) == ("本地.yaml", "public")


def test_check_is_of_the_submission_when_no_form_is_named() -> None:
    assert read_arguments(["check", "甲.txt"]).form == "submission"


def test_export_takes_one_file_its_output_head_and_profile() -> None:
    words = ["export", "甲.txt", "-o", "乙.docx", "--head", "HEAD.yaml", "--profile", "33476.2", "--form", "review"]

    arguments = read_arguments(words)

    assert (arguments.file, arguments.output, arguments.head) == ("甲.txt", "乙.docx", "HEAD.yaml")
    assert (arguments.profile, arguments.form, arguments.local) == ("33476.2", "review", None)


def test_import_goes_into_the_users_own_library_unless_told_otherwise() -> None:
    assert read_arguments(["import", "甲.txt"]).into is None
    assert read_arguments(["import", "甲.txt", "--into", "库.db"]).into == "库.db"


def test_demo_takes_a_folder_or_none() -> None:
    assert read_arguments(["demo"]).file is None
    assert read_arguments(["demo", "结果"]).file == "结果"


@pytest.mark.parametrize(("words", "told"), [
    pytest.param(["check"], "还缺少：文件。", id="no file"),
    pytest.param(["export", "甲.txt"], "还缺少：-o/--output。", id="no output"),
    pytest.param(["check", "甲.txt", "--from", "x"], "不认识：--from x。", id="unknown option"),
    pytest.param(["check", "甲.txt", "--form", "final"], "--form 不能是 'final'，只能是", id="unknown form"),
    pytest.param(["export", "甲.txt", "-o"], "-o/--output 后面还要写上内容。", id="option without value"),
    pytest.param(["check", "甲.txt", "--json=1"], "--json 后面不能写 '1'。", id="value for a switch"),
])
def test_wrong_words_are_told_in_chinese(words: list[str], told: str) -> None:
    with pytest.raises(UserError) as error:
        read_arguments(words)

    assert error.value.message.startswith(told)
    assert error.value.advice == f"用 main.py {words[0]} --help 看怎么写。"


@pytest.mark.parametrize("command", PARSERS)
def test_help_holds_no_english_sentence(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        read_arguments([command, "--help"])

    text = capsys.readouterr().out
    assert end.value.code == 0
    assert text.startswith(f"用法：main.py {command}")
    assert not {"usage:", "options:", "positional", "show this", "exit"} & set(text.split())
