"""Steps done one after the other, each as soon as it can be, while the window is watched."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from time import perf_counter
from typing import TypeAlias

from PySide6.QtCore import QTimer

from hand import Hand, NotThere, note
from watcher import Watcher

PATIENCE = 60.0  # seconds a step may wait for what it needs
BETWEEN = 5  # milliseconds between two steps
FIRST = 1000  # milliseconds until the hand is at the mouse

Step: TypeAlias = tuple[str, Callable[[], bool], Callable[[], object]]  # its name, when it can be done, what it does
Steps: TypeAlias = Iterator[Step]


class Walk:
    """Does the steps one after the other, each as soon as it can be done, and watches the window."""

    def __init__(self, steps: Steps, hand: Hand) -> None:
        """Begin as soon as the event loop runs."""
        self.steps = steps
        self.hand = hand
        self.watcher = Watcher()
        self.now: Step | None = None
        self.since = perf_counter()
        self.done = 0
        QTimer.singleShot(FIRST, self.go_on)

    def go_on(self) -> None:
        """Do the next step when it can be done; end when there is none, or none comes to be."""
        self.watcher.pause()
        if self.now is None:
            self.now = next(self.steps, None)
            self.since = perf_counter()
        if self.now is None:
            self.end("")
            return
        name, ready, act = self.now
        able = self._is_able(ready)
        self.watcher.resume()
        QTimer.singleShot(BETWEEN, self.go_on)  # also where a dialog opens an event loop of its own
        if able:
            self.now, self.watcher.step = None, f"{self.done} {name}"
            self.done += 1
            try:
                act()
            except NotThere as missing:
                self.end(f"{name}: {missing}")
        elif perf_counter() - self.since > PATIENCE:
            self.end(f"{name}: never came")

    def _is_able(self, ready: Callable[[], bool]) -> bool:
        try:
            return self.hand.is_in_front() and ready()
        except RuntimeError:  # a dialog has just gone
            return False

    def end(self, failure: str) -> None:
        """Tell what it took and leave the program as a click on its cross would."""
        busy = sorted(self.watcher.longest.items(), key=lambda each: -each[1].processor)
        print(json.dumps({
            "failure": failure, "steps": self.done, "actions": self.hand.actions, "counts": self.hand.counts,
            "busy": busy[:12],
        }, ensure_ascii=False), flush=True)
        if failure:
            note(failure)
        os._exit(1 if failure else 0)
