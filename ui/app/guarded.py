"""Python overrides of Qt's virtual methods that never let an exception out.

PySide6 6.8 ends the process when an exception raised in C code (IndexError of a list) leaves an override that Qt
called on behalf of Python. Caught here, it goes the way of all uncaught exceptions: to the crash guard.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


def guarded(fallback: R) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Return a decorator for an override: an exception is handed to `sys.excepthook` and `fallback` is returned."""

    def decorate(method: Callable[P, R]) -> Callable[P, R]:
        @wraps(method)
        def call(*arguments: P.args, **words: P.kwargs) -> R:
            try:
                return method(*arguments, **words)
            except Exception as error:
                sys.excepthook(type(error), error, error.__traceback__)
                return fallback

        return call

    return decorate
