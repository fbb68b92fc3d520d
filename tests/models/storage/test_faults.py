"""Faults of process and disk, through the store itself (reliability R-01, R-02, R-05)."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from benchmarks.disk_faults import ACTIONS, sweep
from benchmarks.kill_rounds import run_rounds
from builders import a_report, fixed_clock
from forked import DONE, Say, run
from models.domain.report import Report
from models.errors import UserError
from models.storage.digest import digest_of
from models.storage.store import ReportStore

pytestmark = [pytest.mark.faults, pytest.mark.skipif(os.name == "nt", reason="faults are injected on Linux only")]

NOBODY = 65534
as_root = pytest.mark.skipif(os.name != "nt" and os.geteuid() != 0, reason="only root may mount and change user")


def _can_trace() -> bool:
    """Return whether strace is here and allowed to work."""
    if shutil.which("strace") is None:
        return False
    return subprocess.run(["strace", "-o", "/dev/null", "true"], capture_output=True).returncode == 0


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """Lend a folder that any user may enter; pytest's own are closed to others."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


def large_report() -> Report:
    """Return a report of a few megabytes."""
    return a_report(introduction="依法行政" * 500_000)


@contextmanager
def explained(*words: str) -> Iterator[None]:
    """Expect a UserError that says one of `words` and what to do."""
    with pytest.raises(UserError) as failure:
        yield
    assert any(word in failure.value.message for word in words), failure.value.message
    assert failure.value.advice


def test_killed_at_any_moment_nothing_acknowledged_is_lost(tmp_path: Path) -> None:
    """R-01, the fast set; 1,000 rounds by tests/benchmarks/kill_rounds.py."""
    tally = run_rounds(tmp_path, rounds=12)

    assert tally.clean, tally
    assert tally.killed == 12 and tally.acknowledged >= 4, tally


@pytest.mark.skipif(not _can_trace(), reason="strace is missing or not allowed to trace")
@pytest.mark.parametrize(("name", "step"), [
    ("save", 31), ("back up", 47), ("restore", 107), ("delete", 231), ("upgrade", 71), ("create", 37),
])
def test_any_disk_operation_may_fail_or_be_the_last(tmp_path: Path, name: str, step: int) -> None:
    """R-02, every `step`-th point; all of them by tests/benchmarks/disk_faults.py."""
    found = sweep(ACTIONS[name], tmp_path, step)

    assert found.violations == []
    assert found.points >= 4


def test_a_full_disk_by_limit_leaves_text_and_library_whole(library: Path) -> None:
    with ReportStore.open(library, fixed_clock) as store:
        store.save(a_report())

    def fill(say: Say) -> None:
        import resource  # not on Windows

        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))
        store = ReportStore.open(library, fixed_clock)
        with explained("磁盘"):
            store.save(large_report())
        assert store.load("report-1") == a_report()
        store.save(a_report(closing="小改动仍能保存"))

    ending = run(fill)

    assert ending.status == DONE, ending.lines
    with ReportStore.open(library, fixed_clock) as store:
        assert store.load("report-1").closing == "小改动仍能保存"


@contextmanager
def small_disk(folder: Path) -> Iterator[None]:
    """Mount 1 MB at `folder`; the test is skipped where that is not allowed."""
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)], capture_output=True)
    if mounted.returncode:
        pytest.skip("mounting is not allowed here")
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=False)


@as_root
def test_a_full_disk_is_explained_and_saving_goes_on_once_there_is_room(tmp_path: Path) -> None:
    with small_disk(tmp_path):
        store = ReportStore.open(tmp_path / "库.db", fixed_clock)
        store.save(a_report())
        ballast = tmp_path / "占位"
        with ballast.open("wb", buffering=0) as file, pytest.raises(OSError):
            while True:
                file.write(bytes(4096))

        with explained("磁盘已满", "磁盘读写出错"):
            store.save(large_report())
        with explained("没有做成", "磁盘"):
            store.back_up("手动")
        assert store.load("report-1") == a_report()

        ballast.unlink()
        store.save(a_report(closing="又能保存"))
        assert store.load("report-1").closing == "又能保存"
        store.close()


@as_root
def test_a_stick_pulled_out_is_explained(tmp_path: Path) -> None:
    with small_disk(tmp_path):
        store = ReportStore.open(tmp_path / "库.db", fixed_clock)
        store.save(a_report())
        subprocess.run(["umount", "-l", str(tmp_path)], check=True)

        with explained("找不到"):
            store.save(a_report())
        with explained("关闭前没有做成备份"):
            store.close()


def test_a_vanished_folder_is_explained_and_nothing_is_written_elsewhere(tmp_path: Path) -> None:
    folder = tmp_path / "资料"
    folder.mkdir()
    store = ReportStore.open(folder / "库.db", fixed_clock)
    store.save(a_report())
    folder.rename(tmp_path / "移走")

    with explained("找不到"):
        store.save(a_report(closing="新"))
    with explained("找不到"):
        store.load("report-1")
    assert not folder.exists()

    (tmp_path / "移走").rename(folder)
    store.save(a_report(closing="新"))
    assert store.load("report-1").closing == "新"
    store.close()


def test_a_library_replaced_by_a_folder_is_explained(library: Path) -> None:
    store = ReportStore.open(library, fixed_clock)
    library.unlink()
    library.mkdir()

    with explained("没有保存"):
        store.save(a_report())
    store.close()


@as_root
@pytest.mark.parametrize(("file_mode", "folder_mode"), [(0o444, 0o777), (0o644, 0o555), (0o666, 0o555)],
                         ids=["read-only file", "another's file", "read-only folder"])
def test_a_library_that_cannot_be_written_is_read(open_folder: Path, file_mode: int, folder_mode: int) -> None:
    path = open_folder / "库.db"
    with ReportStore.open(path, fixed_clock) as store:
        store.save(a_report())
    path.chmod(file_mode)
    open_folder.chmod(folder_mode)

    def read(say: Say) -> None:
        with ReportStore.open(path, fixed_clock) as reader:
            assert reader.read_only and reader.holder == "" and "不能写入" in reader.notice
            assert reader.load("report-1") == a_report()
            with explained("不能写入"):
                reader.save(a_report(closing="新"))

    ending = run(read, user=NOBODY)
    assert ending.status == DONE, ending.lines


@as_root
def test_a_library_made_read_only_while_open_is_explained(open_folder: Path) -> None:
    open_folder.chmod(0o777)
    path = open_folder / "库.db"

    def write(say: Say) -> None:
        store = ReportStore.open(path, fixed_clock)
        store.save(a_report())
        path.chmod(0o444)
        with explained("没有保存：文件或它所在的文件夹不能写入"):
            store.save(a_report(closing="新"))
        assert store.load("report-1") == a_report()

    ending = run(write, user=NOBODY)
    assert ending.status == DONE, ending.lines


@as_root
def test_a_folder_without_permission_is_explained(open_folder: Path) -> None:
    def create(say: Say) -> None:
        with explained("不能写入"):
            ReportStore.open(open_folder / "库.db", fixed_clock)
        with explained("不能建立文件夹"):
            ReportStore.open(open_folder / "下级" / "库.db", fixed_clock)

    ending = run(create, user=NOBODY)
    assert ending.status == DONE, ending.lines


@as_root
def test_a_library_that_may_not_be_read_is_explained(open_folder: Path) -> None:
    path = open_folder / "库.db"
    ReportStore.open(path, fixed_clock).close()
    path.chmod(0o600)

    def read(say: Say) -> None:
        for opening in (ReportStore.open, ReportStore.open_to_read):
            with explained("没有权限"):
                opening(path, fixed_clock)

    ending = run(read, user=NOBODY)
    assert ending.status == DONE, ending.lines


@pytest.mark.parametrize("name", ["库" * 120 + ".db", "/".join(["层" * 60] * 30) + "/库.db"], ids=["name", "path"])
def test_a_path_that_is_too_long_is_explained(tmp_path: Path, name: str) -> None:
    with explained("路径太长", "不能建立文件夹"):
        ReportStore.open(tmp_path / name, fixed_clock)


def test_a_deep_path_with_odd_characters_works(tmp_path: Path) -> None:
    path = tmp_path / "/".join(["很深的 文件夹#?%41&'"] * 8) / "库 [1].db"
    assert len(str(path).encode()) > 260

    with ReportStore.open(path, fixed_clock) as store:
        store.save(a_report())
        assert store.load("report-1") == a_report()
    assert store.backups()[0].reason == "关闭程序"


@pytest.mark.parametrize("broken", ["commit", "text read back", "digest read back"])
def test_no_mark_is_given_when_commit_or_reading_back_fails(
    library: Path, monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    store = ReportStore.open(library, fixed_clock)
    store.save(a_report())
    if broken == "commit":
        monkeypatch.setattr("sqlalchemy.engine.default.DefaultDialect.do_commit", _failing)
    else:
        other = (a_report(closing="别的"), digest_of(a_report(closing="新")))
        digest = (a_report(closing="新"), "0" * 64)
        monkeypatch.setattr(
            "models.storage.store.stored_report", lambda *_: other if broken == "text read back" else digest)

    with explained("没有保存"):
        store.save(a_report(closing="新"))

    monkeypatch.undo()
    assert store.load("report-1") == a_report(closing="特此报告。" if broken == "commit" else "新")
    store.close()


def _failing(*_: object) -> None:
    """Fail as the engine does when the disk does."""
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = sqlite3.SQLITE_IOERR
    raise error
