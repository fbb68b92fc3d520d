"""Exchange files in the window: written, opened, merged, with a real library and real files."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from builders import a_report, fixed_clock
from colleague import Colleague
from exporters.exchange import write_exchange
from models.comparison.merging import Choice
from models.domain.report import Report
from models.exchange.exchange import Exchange
from models.exchange.handing import gathered
from models.exchange.reading import read_exchange
from models.storage.store import ReportStore
from models.storage.summary import Shelf
from office import Office, answer
from ui.app.flows import is_exchange
from ui.dialogs.exchange_dialog import ExchangeChoice, ExchangeDialog, PasswordDialog
from ui.dialogs.merge_dialog import MergeDialog

PASSWORD = "云岭2026交换"


@pytest.fixture
def begun(office: Office) -> Office:
    """Return an office with a small report open, which was saved."""
    office.create(a_report())
    settle(office)
    return office


def settle(office: Office) -> None:
    """Wait until reader and library have answered, also what they asked each other."""
    flow = office.window.ways_in().exchanges
    for _ in range(4):
        assert flow._reader.wait(30) and office.session.library.queue.wait(30)


def export(office: Office, path: Path, monkeypatch: pytest.MonkeyPatch, password: str = "") -> None:
    """Write the report that is open to `path`."""
    monkeypatch.setattr(ExchangeDialog, "ask", lambda report, folder, parent: ExchangeChoice(path, True, password))
    answer(monkeypatch, 1)
    assert office.window.work is not None
    action = next(each for each in office.window.work.actions() if each.objectName() == "exchange")
    action.trigger()
    settle(office)


def open_file(office: Office, path: Path) -> None:
    office.window.ways_in().import_source(path)
    settle(office)


def merge_by(monkeypatch: pytest.MonkeyPatch, choice: Choice | None) -> list[MergeDialog]:
    """Let the merge dialog choose `choice` for the rest and be accepted; None leaves it. Return those shown."""
    shown: list[MergeDialog] = []

    def leave(dialog: MergeDialog) -> int:
        shown.append(dialog)
        if choice is not None:
            dialog.choose_rest(choice)
        return int(choice is not None)

    monkeypatch.setattr(MergeDialog, "exec", leave)
    return shown


def present(office: Office) -> Report:
    assert office.session.opened is not None
    return office.session.opened.report


def names(office: Office) -> list[str]:
    with ReportStore.open_to_read(office.path) as store:
        return [each.name for each in store.revisions.of("report-1")]


def test_the_open_report_is_written_and_opened_elsewhere(
    begun: Office, colleague: Colleague, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun.write("还没有存的话")
    export(begun, colleague.file, monkeypatch)
    colleague.take()

    assert colleague.store.load("report-1").introduction == "还没有存的话"
    assert names(begun)[0] == "交换文件 2026-01-20 14:32"


def test_a_stored_report_is_written_from_the_list(
    begun: Office, colleague: Colleague, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun.window.show_start()
    settle(begun)
    monkeypatch.setattr(
        ExchangeDialog, "ask", lambda report, folder, parent: ExchangeChoice(colleague.file, False, PASSWORD))
    answer(monkeypatch, 1)
    panel = begun.window.start_page.panel
    assert panel is not None
    panel.exchange_requested.emit("report-1")
    settle(begun)

    assert read_exchange(colleague.file, PASSWORD).report == a_report()


def test_a_report_that_is_new_here_is_stored_and_opened(office: Office, colleague: Colleague) -> None:
    colleague.hand(a_report())

    open_file(office, colleague.file)

    assert present(office) == a_report()
    assert office.session.opened is not None and office.session.opened.saved
    assert [each.id for each in office.session.library.contents.organs] == ["organ-1"]


def test_a_locked_file_asks_until_the_password_fits(
    office: Office, colleague: Colleague, monkeypatch: pytest.MonkeyPatch
) -> None:
    colleague.hand(a_report(), PASSWORD)
    asked: list[str] = []

    def ask(name: str, problem: str, parent: object) -> str:
        asked.append(problem)
        return PASSWORD if problem else "falsch12"

    monkeypatch.setattr(PasswordDialog, "ask", ask)
    open_file(office, colleague.file)

    assert present(office) == a_report()
    assert asked[0] == "" and asked[1].startswith("密码不对")


def test_a_locked_file_without_a_password_stays_closed(
    office: Office, colleague: Colleague, monkeypatch: pytest.MonkeyPatch
) -> None:
    colleague.hand(a_report(), PASSWORD)
    monkeypatch.setattr(PasswordDialog, "ask", lambda name, problem, parent: "")

    open_file(office, colleague.file)

    assert office.session.opened is None


def test_what_only_the_colleague_wrote_is_taken_in_one_step(
    begun: Office, colleague: Colleague, monkeypatch: pytest.MonkeyPatch
) -> None:
    export(begun, colleague.file, monkeypatch)
    colleague.take()
    theirs = a_report(introduction="同事写的")
    colleague.hand(theirs)
    [*_] = shown = merge_by(monkeypatch, Choice.MINE)  # nothing is left to choose

    open_file(begun, colleague.file)
    begun.wait_saved()

    assert len(shown) == 1 and shown[0].undecided == 0
    assert present(begun) == theirs
    opened = begun.session.opened
    assert opened is not None and opened.undo_label == "合并交换文件"
    assert {"合并之前 2026-01-20 14:32", "对方 2026-01-20 14:32 的交换文件"} <= set(names(begun))
    opened.undo()
    assert present(begun) == a_report()


@pytest.mark.parametrize(("choice", "expected"), [(Choice.MINE, "我写的"), (Choice.THEIRS, "同事写的")])
@pytest.mark.parametrize("closed", [False, True], ids=["open", "in the list"])
def test_what_both_wrote_is_merged_and_both_stay_as_versions(
    begun: Office, colleague: Colleague, monkeypatch: pytest.MonkeyPatch, choice: Choice, expected: str, closed: bool
) -> None:
    export(begun, colleague.file, monkeypatch)
    colleague.take()
    begun.write("我写的")
    begun.wait_saved()
    theirs = a_report(introduction="同事写的", closing="同事的结语")
    colleague.hand(theirs)
    if closed:
        begun.window.show_start()
        settle(begun)
    merge_by(monkeypatch, choice)

    open_file(begun, colleague.file)
    begun.wait_saved()

    assert (present(begun).introduction, present(begun).closing) == (expected, "同事的结语")
    with ReportStore.open_to_read(begun.path) as store:
        kept = [store.revisions.load(each.number) for each in store.revisions.of("report-1") if each.name]
    assert theirs in kept and a_report(introduction="我写的") in kept


def test_what_is_marked_done_alone_is_taken_in_without_a_question(
    begun: Office, colleague: Colleague, monkeypatch: pytest.MonkeyPatch
) -> None:
    export(begun, colleague.file, monkeypatch)
    colleague.take()
    colleague.hand(a_report(completed=frozenset({"head"})))

    open_file(begun, colleague.file)

    assert present(begun).completed == {"head"}


def test_a_merge_that_is_left_changes_nothing(
    begun: Office, colleague: Colleague, monkeypatch: pytest.MonkeyPatch
) -> None:
    export(begun, colleague.file, monkeypatch)
    colleague.take()
    colleague.hand(a_report(introduction="同事写的"))
    before = names(begun)
    merge_by(monkeypatch, None)

    open_file(begun, colleague.file)

    assert present(begun) == a_report() and names(begun) == before


@pytest.mark.parametrize(("words", "told"), [("", "完全一样"), ("我写的", "只有你改过")], ids=["same", "mine is newer"])
def test_a_file_with_nothing_new_is_told(
    begun: Office, colleague: Colleague, monkeypatch: pytest.MonkeyPatch, words: str, told: str
) -> None:
    export(begun, colleague.file, monkeypatch)
    if words:
        begun.write(words)
    asked = answer(monkeypatch, 0)

    open_file(begun, colleague.file)

    assert told in asked[0]


@pytest.mark.parametrize(("shelf", "told"), [(Shelf.ARCHIVE, "已经归档"), (Shelf.TRASH, "在回收站里")])
def test_a_report_that_was_put_away_is_not_merged(
    begun: Office, colleague: Colleague, monkeypatch: pytest.MonkeyPatch, shelf: Shelf, told: str
) -> None:
    export(begun, colleague.file, monkeypatch)
    begun.window.show_start()
    begun.session.library.change(lambda store: store.shelves.put("report-1", shelf))
    settle(begun)
    asked = answer(monkeypatch, 0)

    open_file(begun, colleague.file)

    assert told in asked[0] and begun.session.opened is None


def test_a_damaged_file_is_told_and_nothing_happens(
    office: Office, colleague: Colleague, monkeypatch: pytest.MonkeyPatch
) -> None:
    colleague.hand(a_report())
    colleague.file.write_bytes(colleague.file.read_bytes()[:-1])
    asked = answer(monkeypatch, 0)

    open_file(office, colleague.file)

    assert "已损坏" in asked[0] and office.session.opened is None


def test_the_button_of_the_start_page_asks_for_a_file(
    office: Office, colleague: Colleague, monkeypatch: pytest.MonkeyPatch
) -> None:
    colleague.hand(a_report())
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *words: (str(colleague.file), ""))

    office.window.start_page.exchange_button.click()
    settle(office)

    assert present(office) == a_report()


def test_another_report_that_is_open_is_saved_first(begun: Office, colleague: Colleague) -> None:
    other = replace(a_report(), id="report-2")
    colleague.store.save(other)
    known = gathered(colleague.store, other, 1, fixed_clock()).known
    write_exchange(Exchange(other, fixed_clock(), known), colleague.file)
    begun.write("刚写的")

    open_file(begun, colleague.file)
    begun.wait_saved()

    assert present(begun) == other
    assert "刚写的" in begun.stored()


@pytest.mark.parametrize("name", ["报告.fzbg", "报告.zip", "没有的.fzbg"])
def test_an_exchange_file_is_known_by_name_or_content(colleague: Colleague, name: str) -> None:
    colleague.hand(a_report())
    path = colleague.file.with_name(name)
    if path.suffix == ".zip":
        path.write_bytes(colleague.file.read_bytes())

    assert is_exchange(path)
    assert not is_exchange(colleague.file.with_name("没有的.docx"))
