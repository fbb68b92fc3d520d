"""The words of the command line, read and refused."""

from __future__ import annotations

import pytest

from models.errors import UserError
from ui.command_line.arguments import COMMANDS, help_on, read_arguments


def test_check_takes_several_files_and_its_options() -> None:
    arguments = read_arguments("check", ["甲.txt", "--json", "乙.docx", "--local", "本地.yaml", "--form=public"])

    assert arguments.files == ("甲.txt", "乙.docx")
    assert arguments.options == {"json": "", "local": "本地.yaml", "form": "public"}


def test_export_takes_one_file_its_output_head_and_profile() -> None:
    words = ["甲.txt", "-o", "乙.docx", "--head", "HEAD.yaml", "--profile", "33476.2", "--form", "review"]

    arguments = read_arguments("export", words)

    assert arguments.files == ("甲.txt",)
    assert arguments.options == {"output": "乙.docx", "head": "HEAD.yaml", "profile": "33476.2", "form": "review"}
    assert arguments.get("local") is None


def test_the_output_of_export_has_two_spellings() -> None:
    assert read_arguments("export", ["甲.txt", "--output", "乙.docx"]).options == {"output": "乙.docx"}


def test_words_after_two_dashes_are_files() -> None:
    assert read_arguments("check", ["--json", "--", "--甲.txt"]).files == ("--甲.txt",)


def test_demo_takes_a_folder_or_none() -> None:
    assert read_arguments("demo", []).files == ()
    assert read_arguments("demo", ["结果"]).files == ("结果",)


@pytest.mark.parametrize(("command", "words", "told"), [
    pytest.param("check", [], "没有写文件。", id="no file"),
    pytest.param("export", ["甲.txt"], "还要用 --output 写明输出到哪个文件。", id="no output"),
    pytest.param("check", ["甲.txt", "--from", "x"], "check 没有 --from 这个选项。", id="unknown option"),
    pytest.param("check", ["甲.txt", "--form", "final"],
                 "--form 后面不能写“final”，只能是 submission、public、review。", id="unknown form"),
    pytest.param("export", ["甲.txt", "-o"], "--output 后面还要写上输出文件。", id="option without value"),
    pytest.param("check", ["甲.txt", "--local="], "--local 后面还要写上文件。", id="option with an empty value"),
    pytest.param("check", ["甲.txt", "--json=1"], "--json 后面不用写内容。", id="value for a switch"),
    pytest.param("import", ["甲.txt", "乙.txt"], "import 一次只能处理一个文件，不认识：乙.txt。", id="a file too many"),
    pytest.param("demo", ["甲", "乙"], "demo 一次只能处理一个文件夹，不认识：乙。", id="a folder too many"),
])
def test_wrong_words_are_told_in_one_chinese_line(command: str, words: list[str], told: str) -> None:
    with pytest.raises(UserError) as error:
        read_arguments(command, words)

    assert str(error.value) == f"{told}用 main.py {command} --help 看怎么写。"


@pytest.mark.parametrize("name", COMMANDS)
def test_help_names_every_option(name: str) -> None:
    text = help_on(name)

    assert text.startswith(f"用法：main.py {name} {COMMANDS[name].files}")
    for option in COMMANDS[name].options:
        assert option.help in text and all(spelling in text for spelling in option.names)
