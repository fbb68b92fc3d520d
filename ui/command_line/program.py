"""The way from words to a command, and from its failures to one Chinese line."""

from __future__ import annotations

import sys

from models.errors import UserError
from ui.command_line.arguments import PARSERS, USAGE, Arguments, read_arguments
from ui.command_line.outcome import COULD_NOT, DONE
from ui.command_line.unexpected import record


def run_command(words: list[str]) -> int:
    """Run the command that `words` name and return the exit status; nothing is ever raised to the user."""
    if words[0] in ("-h", "--help"):
        print(USAGE)
        return DONE
    if words[0] not in PARSERS:
        print(f"没有“{words[0]}”这个命令。{USAGE}", file=sys.stderr)
        return COULD_NOT
    try:
        return dispatch(words[0], read_arguments(words))
    except UserError as error:
        print(error, file=sys.stderr)
    except Exception as error:
        print(record(error), file=sys.stderr)
    except KeyboardInterrupt:
        print("已按你的要求停下。", file=sys.stderr)
    return COULD_NOT


def dispatch(command: str, arguments: Arguments) -> int:
    """Run `command` with `arguments`; each command loads only what it needs."""
    if command == "check":
        from ui.command_line.checking import check

        return check(arguments.files, arguments.json, arguments.form, arguments.local)
    if command == "export":
        from ui.command_line.exporting import Wishes, export

        wishes = Wishes(arguments.form, arguments.local, arguments.head, arguments.profile)
        return export(arguments.file, arguments.output, wishes)
    if command == "import":
        from ui.command_line.importing import import_file

        return import_file(arguments.file, arguments.into)
    from ui.command_line.demonstration import demonstrate

    return demonstrate(arguments.file)
