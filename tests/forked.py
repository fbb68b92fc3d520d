"""A child process made by fork: starts at once with all modules loaded, waits for the word, may be killed or traced."""

from __future__ import annotations

import os
import select
import signal
import traceback
from collections.abc import Callable
from dataclasses import dataclass

from models.errors import UserError

DONE, TOLD, BROKEN = 0, 3, 1
Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Ending:
    """How a child ended: `status` as of os.waitstatus_to_exitcode, and the lines it said."""

    status: int
    lines: tuple[str, ...]

    @property
    def killed(self) -> bool:
        """Whether a signal ended it."""
        return self.status < 0

    @property
    def explained(self) -> bool:
        """Whether it ended well or with a UserError, never with a traceback."""
        return self.killed or self.status in (DONE, TOLD)


class Forked:
    """A forked child that runs `action` once `go` was called; `user` is the uid it runs as, None the present one."""

    def __init__(self, action: Callable[[Say], None], user: int | None = None) -> None:
        gate, self._gate = os.pipe()
        self._lines, said = os.pipe()
        waiting, ready = os.pipe()
        self.pid = os.fork()
        if self.pid == 0:
            _serve(action, gate, said, user, (self._gate, ready))
        for end in (gate, said, ready):
            os.close(end)
        os.read(waiting, 1)  # from now on the child does nothing but wait: whoever traces it sees its action alone
        os.close(waiting)

    def go(self) -> Forked:
        """Let the child begin."""
        os.write(self._gate, b"!")
        os.close(self._gate)
        return self

    def wait_for_word(self, seconds: float) -> None:
        """Return when the child has said something or ended, or when `seconds` have passed."""
        select.select([self._lines], [], [], seconds)

    def kill(self) -> None:
        """Kill the child without warning."""
        os.kill(self.pid, signal.SIGKILL)

    def finish(self) -> Ending:
        """Wait for the child's end and return it; a half line it was killed in does not count."""
        chunks = []
        while chunk := os.read(self._lines, 65536):
            chunks.append(chunk)
        os.close(self._lines)
        _pid, status = os.waitpid(self.pid, 0)
        lines = b"".join(chunks).decode("utf-8", errors="replace").split("\n")[:-1]
        return Ending(os.waitstatus_to_exitcode(status), tuple(lines))


def run(action: Callable[[Say], None], user: int | None = None) -> Ending:
    """Run `action` in a child to its end."""
    return Forked(action, user).go().finish()


def _serve(
    action: Callable[[Say], None], gate: int, said: int, user: int | None, unused: tuple[int, int]
) -> None:
    """Be the child: close `unused`, wait for the word, act, and leave without any of the parent's clearing up."""
    def say(text: str) -> None:
        os.write(said, f"{text}\n".encode())

    status = BROKEN
    try:
        for end in unused:  # the parent hears of the last one that all is ready
            os.close(end)
        os.read(gate, 1)
        if user is not None:
            os.setgroups([])
            os.setgid(user)
            os.setuid(user)
        action(say)
        status = DONE
    except UserError as error:
        say(f"{error.message}|{error.advice}")
        status = TOLD
    except Exception:
        say(traceback.format_exc())
    finally:
        os._exit(status)
