"""Work on a foreign file done in a process of its own, with limits: it cannot take the program along."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import NamedTuple, TypeVar

from models.errors import UserError

MEMORY = 512 * 1024 * 1024  # bytes of address space, libraries included
Given = TypeVar("Given")
Outcome = TypeVar("Outcome")
_ADVICE = "请确认它是一份报告；在 WPS 或 Word 中打开，另存为 .docx 后再试。"


class Limits(NamedTuple):
    """What a process may use: `seconds` by the clock, `work` seconds of computing where the system can bound them."""

    seconds: float
    work: int = 0  # 0: as long as the clock allows


def is_apart() -> bool:
    """Return whether this process is one that `run_apart` has started."""
    return multiprocessing.parent_process() is not None


def run_apart(work: Callable[[Given], Outcome], given: Given, name: str, limits: Limits) -> Outcome:
    """Return what `work`, a function of a module, makes of `given`; the file it works on is called `name`.

    UserError when `work` raises one, goes beyond `limits` or breaks down.
    """
    context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(work, given, name, limits, sender), daemon=True)
    process.start()
    sender.close()
    try:
        if not receiver.poll(limits.seconds):
            raise UserError(f"“{name}”读了太久，已停下。", _ADVICE)
        done, answer = receiver.recv()
    except (EOFError, OSError) as error:
        raise UserError(f"“{name}”读不下去，文件可能损坏或太大。", _ADVICE) from error
    finally:
        process.kill()
        process.join()
        receiver.close()
    if not done:
        raise UserError(*answer)
    outcome: Outcome = answer
    return outcome


def _work(
    work: Callable[[Given], Outcome], given: Given, name: str, limits: Limits, sender: Connection
) -> None:
    """Send what `work` makes of `given`, or the words of the UserError it was refused with."""
    _bound(limits)
    try:
        sender.send((True, work(given)))
    except UserError as error:
        sender.send((False, (error.message, error.advice)))
    except MemoryError:
        sender.send((False, (f"“{name}”太大，读不进来。", "请删去其中的图片或无关内容后再试。")))


def _bound(limits: Limits) -> None:
    """Bound memory and computing time of this process where the system can."""
    try:
        import resource
    except ImportError:  # Windows: the gate's limits and the clock stand alone
        return
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, most))  # an office program that is asked for help needs more
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if limits.work:
        resource.setrlimit(resource.RLIMIT_CPU, (limits.work, limits.work))
