"""The words of the command line: what may be said, and the help on it."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterable
from typing import NoReturn, TypeAlias

from models.domain.report import ExportForm
from models.errors import UserError

Arguments: TypeAlias = argparse.Namespace

USAGE = """用法：
  main.py                              打开窗口
  main.py check 文件… [选项]           检查 .txt、.docx 文件或库里的报告
  main.py export 文件 -o 输出.docx     导出 Word 文件
  main.py import 文件 [--into 库]      把文件读入库中
  main.py demo [文件夹]                用内置样例从头到尾做一遍
在命令后面加 --help 看它的全部选项。库里的报告写作“库文件#编号”，例如 法治年报.db#1。"""
FORMS = tuple(form.value for form in ExportForm)
ERRORS = (  # argparse speaks English; its sentences of Python 3.11 to 3.13
    (r"the following arguments are required: (?P<what>.+)", "还缺少：{what}。"),
    (r"unrecognized arguments: (?P<what>.+)", "不认识：{what}。"),
    (r"argument (?P<name>.+?): invalid choice: (?P<what>'.*?'|\S+) \(choose from (?P<choices>.+)\)",
     "{name} 不能是 {what}，只能是 {choices}。"),
    (r"argument (?P<name>.+?): expected .*argument.*", "{name} 后面还要写上内容。"),
    (r"argument (?P<name>.+?): ignored explicit argument (?P<what>.+)", "{name} 后面不能写 {what}。"),
)


def told(message: str) -> str:
    """Return argparse's own `message` in Chinese."""
    for pattern, sentence in ERRORS:
        match = re.fullmatch(pattern, message)
        if match:
            return sentence.format(**match.groupdict())
    return "命令的写法不对。"


class ChineseHelp(argparse.RawDescriptionHelpFormatter):
    """Help whose fixed words are Chinese."""

    def add_usage(
        self, usage: str | None, actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup], prefix: str | None = None,
    ) -> None:
        """Add the line on usage under a Chinese `prefix`."""
        super().add_usage(usage, actions, groups, prefix or "用法：")


class CommandParser(argparse.ArgumentParser):
    """The words of one command; what it cannot read is a UserError."""

    def __init__(self, command: str, summary: str, files: str, several: bool = False, optional: bool = False) -> None:
        """Prepare the parser of `command`, which takes `files`: one, `several`, or none when `optional`."""
        super().__init__(
            f"main.py {command}", description=summary, formatter_class=ChineseHelp, add_help=False, allow_abbrev=False)
        names = self.add_argument_group("参数")
        many = "+" if several else "?" if optional else None
        names.add_argument("files" if several else "file", nargs=many, metavar=files, help=FILES_HELP[command])
        self.options = self.add_argument_group("选项")
        self.options.add_argument("-h", "--help", action="help", help="显示这段说明")

    def error(self, message: str) -> NoReturn:
        """Raise what is wrong with the words, told by argparse in `message`."""
        raise UserError(told(message), f"用 {self.prog} --help 看怎么写。")

    def add_standard_choices(self) -> None:
        """Add what `check` and `export` share: local requirements and the form of the report."""
        self.options.add_argument("--local", metavar="文件", help="本地要求文件（.yaml），叠加在国家要求之上")
        self.options.add_argument(
            "--form", choices=FORMS, default=ExportForm.SUBMISSION.value, metavar="形式",
            help="submission 报送版（默认）、public 公开版、review 送审稿")


FILES_HELP = {
    "check": ".txt、.docx 文件，或库里的报告（库文件#编号）",
    "export": ".txt、.docx 文件，或库里的报告（库文件#编号）",
    "import": ".txt 或 .docx 文件",
    "demo": "结果放在哪个文件夹，默认为当前位置的 results",
}


def check_parser() -> CommandParser:
    """Return the parser of `check`."""
    parser = CommandParser("check", "检查报告，列出必改、请核、提示三级问题。", "文件", several=True)
    parser.options.add_argument("--json", action="store_true", help="输出 JSON 数组，一个文件一个对象")
    parser.add_standard_choices()
    return parser


def export_parser() -> CommandParser:
    """Return the parser of `export`."""
    parser = CommandParser("export", "把一份报告导出为 Word 文件。", "文件")
    parser.options.add_argument("-o", "--output", required=True, metavar="输出.docx", help="写到哪个文件，已有的会被替换")
    parser.add_standard_choices()
    parser.options.add_argument("--head", metavar="HEAD.yaml", help="补上或改换版头、版记要素的文件")
    parser.options.add_argument("--profile", metavar="版式", help="版式：常用 或 33476.2")
    return parser


def import_parser() -> CommandParser:
    """Return the parser of `import`."""
    parser = CommandParser("import", "把一份文件读入库中。", "文件")
    parser.options.add_argument("--into", metavar="库文件", help="读入哪个库，默认为本人的库")
    return parser


def demo_parser() -> CommandParser:
    """Return the parser of `demo`."""
    return CommandParser("demo", "用内置样例从头到尾做一遍：入库、检查、导出三种 Word 文件。", "文件夹", optional=True)


PARSERS: dict[str, Callable[[], CommandParser]] = {
    "check": check_parser, "export": export_parser, "import": import_parser, "demo": demo_parser,
}


def read_arguments(words: list[str]) -> Arguments:
    """Return what `words`, the first of them a command, say; UserError when they cannot be read."""
    return PARSERS[words[0]]().parse_args(words[1:])
