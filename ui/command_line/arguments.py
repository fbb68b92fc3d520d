"""The words of the command line: what may be said, and the help on it.

Read by hand: argparse speaks English and costs a tenth of the time that a check takes.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from models.domain.report import ExportForm
from models.errors import UserError
from models.importers.kinds import SUFFIXES

USAGE = """用法：
  main.py                              打开窗口
  main.py check 文件… [选项]           检查文件或库里的报告
  main.py export 文件 -o 输出文件      导出 Word 文件、PDF 文件、网页或纯文本
  main.py import 文件 [--into 库文件]  把文件读入库中
  main.py demo [文件夹]                用内置样例从头到尾做一遍
在命令后面加 --help 看它的全部选项。库里的报告写作“库文件#编号”，例如 法治年报.db#1。"""
HELP = ("-h", "--help")


class Option(NamedTuple):
    """One option: its spellings, what follows it (empty: nothing, it is a switch), help, and the values allowed."""

    names: tuple[str, ...]
    follows: str
    help: str
    values: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """The name under which its value is kept."""
        return self.names[-1].lstrip("-")


class Command(NamedTuple):
    """One command: what it does, the files it takes (`least` to `most`, None is any number), its options."""

    summary: str
    files: str
    files_help: str
    least: int
    most: int | None
    options: tuple[Option, ...] = ()
    required: str = ""  # key of the option that must be given


class Arguments(NamedTuple):
    """What the words said: the files, and the options given, a switch with an empty value."""

    files: tuple[str, ...]
    options: dict[str, str]

    def get(self, key: str) -> str | None:
        """Return the value of the option `key`; None when it was not given."""
        return self.options.get(key)


LOCAL = Option(("--local",), "文件", "本地要求文件（.yaml），叠加在国家要求之上")
FORM = Option(
    ("--form",), "形式", "submission 报送版（默认）、public 公开版、review 送审稿", tuple(form.value for form in ExportForm))
PREVIOUS = Option(("--previous",), "文件", "上一年度的报告（文件或库文件#编号），用来查照抄和没有落实的安排")
READABLE = "、".join(SUFFIXES)
READ_OR_STORED = f"{READABLE} 文件，交换文件（.fzbg），或库里的报告（库文件#编号）"
COMMANDS = {
    "check": Command(
        "检查报告，列出必改、请核、提示三级问题。", "文件…", READ_OR_STORED, 1, None,
        (Option(("--json",), "", "输出 JSON 数组，一个文件一个对象"), LOCAL, FORM, PREVIOUS)),
    "export": Command(
        "把一份报告导出为 Word 文件、PDF 文件、网页或纯文本。", "文件", READ_OR_STORED, 1, 1,
        (Option(("-o", "--output"), "输出文件", "写到哪个文件，结尾 .docx、.pdf、.html、.txt 决定是哪种，已有的会被替换"), FORM,
         Option(("--head",), "HEAD.yaml", "补上或改换版头、落款、版记要素的文件"), LOCAL,
         Option(("--profile",), "版式", "常用 或 33476.2，优先于 HEAD.yaml 里写的")), "output"),
    "import": Command(
        "把一份文件读入库中。", "文件", f"{READABLE} 文件", 1, 1,
        (Option(("--into",), "库文件", "读入哪个库，默认为本人的库"),)),
    "demo": Command(
        "用内置样例从头到尾做一遍：入库、检查、导出三种 Word 文件。", "[文件夹]", "结果放在哪里，默认为当前位置的 results", 0, 1),
}


def read_arguments(name: str, words: list[str]) -> Arguments:
    """Return what `words` say to the command `name`; UserError when they cannot be read."""
    command = COMMANDS[name]
    spelled = {spelling: option for option in command.options for spelling in option.names}
    files: list[str] = []
    options: dict[str, str] = {}
    rest = iter(words)
    for word in rest:
        if word == "--":
            files += rest
        elif word.startswith("-") and word != "-":
            spelling, mark, value = word.partition("=")
            if spelling not in spelled:
                raise wrong(name, f"{name} 没有 {spelling} 这个选项。")
            option = spelled[spelling]
            options[option.key] = value_of(name, option, value if mark else None, rest)
        else:
            files.append(word)
    if len(files) < command.least:
        raise wrong(name, f"没有写{command.files.rstrip('…')}。")
    if command.most is not None and len(files) > command.most:
        raise wrong(name, f"{name} 一次只能处理一个{command.files.strip('[]')}，不认识：{' '.join(files[command.most:])}。")
    if command.required and command.required not in options:
        raise wrong(name, f"还要用 --{command.required} 写明输出到哪个文件。")
    return Arguments(tuple(files), options)


def value_of(name: str, option: Option, attached: str | None, rest: Iterator[str]) -> str:
    """Return the value of `option` of the command `name`: `attached` by =, or the next of `rest`."""
    if not option.follows:
        if attached is not None:
            raise wrong(name, f"{option.names[-1]} 后面不用写内容。")
        return ""
    value = next(rest, "") if attached is None else attached
    if not value:
        raise wrong(name, f"{option.names[-1]} 后面还要写上{option.follows}。")
    if option.values and value not in option.values:
        raise wrong(name, f"{option.names[-1]} 后面不能写“{value}”，只能是 {'、'.join(option.values)}。")
    return value


def wrong(name: str, message: str) -> UserError:
    """Return the error that the words to the command `name` are wrong as `message` says."""
    return UserError(message, f"用 main.py {name} --help 看怎么写。")


def help_on(name: str) -> str:
    """Return the help on the command `name`."""
    command = COMMANDS[name]
    lines = [f"用法：main.py {name} {command.files} {'[选项]' if command.options else ''}".rstrip(), "", command.summary, ""]
    lines += [f"  {command.files}", f"      {command.files_help}"]
    for option in command.options:
        must = "（必须写）" if option.key == command.required else ""
        lines += [f"  {'，'.join(option.names)} {option.follows}".rstrip(), f"      {option.help}{must}"]
    return "\n".join([*lines, f"  {'，'.join(HELP)}", "      显示这段说明"])
