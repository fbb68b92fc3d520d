"""The worker thread: values and exceptions come back, stale results do not."""

from __future__ import annotations

import threading
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from ui.app.tasks import TaskQueue


@pytest.fixture
def queue(qapp: Any) -> Any:
    made = TaskQueue("test")
    yield made
    made.stop()


def fail_test(error: Exception) -> None:
    raise AssertionError("this must not fail") from error


def test_value_comes_back_on_the_gui_thread(queue: TaskQueue, qtbot: Any) -> None:
    seen: list[tuple[int, threading.Thread]] = []

    queue.run(lambda: 6 * 7, lambda value: seen.append((value, threading.current_thread())), fail_test)
    qtbot.waitUntil(lambda: bool(seen))

    assert seen == [(42, threading.main_thread())]
    assert not queue.busy


def test_function_runs_in_a_thread_of_its_own(queue: TaskQueue, qtbot: Any) -> None:
    seen: list[threading.Thread] = []

    queue.run(threading.current_thread, seen.append, fail_test)
    qtbot.waitUntil(lambda: bool(seen))

    assert seen[0] is not threading.main_thread()


def test_exception_comes_back(queue: TaskQueue, qtbot: Any) -> None:
    seen: list[Exception] = []

    queue.run(lambda: 1 // 0, lambda value: fail_test(ValueError(value)), seen.append)
    qtbot.waitUntil(lambda: bool(seen))

    assert isinstance(seen[0], ZeroDivisionError)


def test_only_the_newest_of_a_topic_answers(queue: TaskQueue, qtbot: Any) -> None:
    gate = threading.Event()
    called: list[int] = []
    seen: list[int] = []

    def number(value: int) -> int:
        gate.wait(5)
        called.append(value)
        return value

    for value in (1, 2, 3):
        queue.run(lambda value=value: number(value), seen.append, fail_test, "checks")  # type: ignore[misc]
    gate.set()
    qtbot.waitUntil(lambda: not queue.busy)

    assert seen == [3]
    assert 2 not in called


def test_waiting_delivers_the_answers(queue: TaskQueue) -> None:
    seen: list[int] = []
    for value in range(3):
        queue.run(lambda value=value: value, seen.append, fail_test)  # type: ignore[misc]

    assert queue.wait(5)
    assert seen == [0, 1, 2]


def test_waiting_gives_up(queue: TaskQueue) -> None:
    gate = threading.Event()
    queue.run(lambda: gate.wait(5), lambda _: None, fail_test)

    assert not queue.wait(0.01)
    gate.set()
    assert queue.wait(5)


def test_a_worker_that_is_still_busy_when_it_is_stopped_says_nothing_afterwards(queue: TaskQueue) -> None:
    gate = threading.Event()
    answers: list[object] = []
    queue.run(gate.wait, answers.append, answers.append)
    worker = next(each for each in threading.enumerate() if each.name == "test")
    queue.stop(0)
    gate.set()
    worker.join(5)
    QApplication.processEvents()

    assert answers == []


def test_a_queue_that_goes_while_its_worker_is_busy_is_not_spoken_to(qapp: Any) -> None:
    """To emit a signal of an object that is being destroyed in another thread ended the process once."""
    owner = QObject()
    queue = TaskQueue("tests", owner)
    begun, may_end = threading.Event(), threading.Event()
    answers: list[bool] = []

    def slow() -> bool:
        begun.set()
        return may_end.wait(10)

    queue.run(slow, answers.append, fail_test)
    worker = queue._thread
    assert worker is not None and begun.wait(10)
    shiboken6.delete(owner)
    queue._inbox.put(None)
    may_end.set()
    worker.join(10)
    QApplication.processEvents()

    assert not worker.is_alive()
    assert answers == []
