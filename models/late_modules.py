"""Modules of Python that others import and a command hardly ever needs are loaded at their first use.

`dataclasses` imports `inspect` for classes without a docstring (since Python 3.12 for those with slots too, which loads
it after all), `urllib.parse` `ipaddress` for addresses in brackets: with what these import a tenth of a `check`.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from importlib import import_module
from types import ModuleType
from typing import Any

SELDOM = ("inspect", "ipaddress")


def put_off(names: Iterable[str] = SELDOM) -> None:
    """Let each of `names` be loaded when something in it is first asked for; what is loaded already is left alone."""
    for name in names:
        if name not in sys.modules:
            sys.modules[name] = _StandIn(name)


class _StandIn(ModuleType):
    """Stands for a module that is not loaded yet, and goes on doing so where it was imported before."""

    def __getattr__(self, attribute: str) -> Any:
        """Return what the module itself has as `attribute`, loaded by now; AttributeError where it has none."""
        if attribute.startswith("__"):  # the import system asks, which needs nothing of the module
            raise AttributeError(attribute)
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        return getattr(import_module(self.__name__), attribute)
