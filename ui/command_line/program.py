"""The way from words to a command, and from its failures to one Chinese line."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from models.errors import UserError
from ui.command_line.arguments import COMMANDS, HELP, USAGE, Arguments, help_on, read_arguments
from ui.command_line.outcome import COULD_NOT, DONE

if TYPE_CHECKING:
    from ui.command_line.exporting import Exporter


def run_command(words: list[str], export_pdf: Exporter | None = None) -> int:
    """Run the command that `words` name and return the exit status; nothing is ever raised to the user.

    `export_pdf` paints PDF files; None refuses them.
    """
    command, *rest = words
    if command in HELP:
        print(USAGE)
        return DONE
    if command not in COMMANDS:
        print(f"没有“{command}”这个命令。{USAGE}", file=sys.stderr)
        return COULD_NOT
    if set(HELP) & set(rest):
        print(help_on(command))
        return DONE
    try:
        status = dispatch(command, read_arguments(command, rest), export_pdf)
        if sys.stdout is not None:  # closed by whoever called
            sys.stdout.flush()
        return status
    except BrokenPipeError:  # whoever read the output has had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except UserError as error:
        print(error, file=sys.stderr)
    except KeyboardInterrupt:
        print("已按你的要求停下。", file=sys.stderr)
    except Exception as error:
        from ui.command_line.unexpected import record

        print(record(error), file=sys.stderr)
    return COULD_NOT


def dispatch(command: str, arguments: Arguments, export_pdf: Exporter | None) -> int:
    """Run `command` with `arguments`; each command loads only what it needs."""
    form = arguments.get("form") or "submission"
    if command == "check":
        from ui.command_line.checking import check

        return check(
            arguments.files, "json" in arguments.options, form, arguments.get("local"), arguments.get("previous"))
    if command == "export":
        from ui.command_line.exporting import Wishes, export

        wishes = Wishes(form, arguments.get("local"), arguments.get("head"), arguments.get("profile"))
        return export(arguments.files[0], arguments.options["output"], wishes, export_pdf)
    if command == "import":
        from ui.command_line.importing import import_file

        return import_file(arguments.files[0], arguments.get("into"))
    from ui.command_line.demonstration import demonstrate

    return demonstrate(arguments.files[0] if arguments.files else None)
