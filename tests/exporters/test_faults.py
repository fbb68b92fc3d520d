"""Faults of process and disk during an export: the last good Word file always stands (reliability R-02, R-05, R-19)."""

from __future__ import annotations

import os
import resource
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from benchmarks.export_faults import NAME, OLD, export, sweep
from exporters.docx import writer
from exporters.docx.template import template_path
from forked import TOLD, Say, run
from models.errors import UserError

pytestmark = [pytest.mark.faults, pytest.mark.skipif(os.name == "nt", reason="faults are injected on Linux only")]

NOBODY = 65534
as_root = pytest.mark.skipif(os.name != "nt" and os.geteuid() != 0, reason="only root may mount and change user")


def can_trace() -> bool:
    """Return whether strace is here and allowed to work."""
    if shutil.which("strace") is None:
        return False
    return subprocess.run(["strace", "-o", "/dev/null", "true"], capture_output=True).returncode == 0


@pytest.fixture
def folder() -> Iterator[Path]:
    """Yield a folder that any user may write in, an older file in it."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(name)
        path.chmod(0o777)
        (path / NAME).write_bytes(OLD)
        (path / NAME).chmod(0o666)
        yield path


def told(folder: Path, words: str, user: int | None = None) -> bool:
    """Return whether an export to `folder` by `user` ends in a sentence with `words`, the old file untouched."""
    def act(say: Say) -> None:
        export(folder / NAME)

    ending = run(act, user)
    assert ending.status == TOLD, ending
    return words in ending.lines[0] and (folder / NAME).read_bytes() == OLD and len(list(folder.iterdir())) == 1


@pytest.mark.skipif(not can_trace(), reason="strace is not here")
def test_no_failed_or_last_disk_operation_destroys_the_target(tmp_path: Path) -> None:
    """R-19, every third point; all of them by tests/benchmarks/export_faults.py."""
    found = sweep(tmp_path, step=3)

    assert found.points >= 20
    assert not found.violations


def test_a_file_size_limit_reads_as_a_full_disk(folder: Path) -> None:
    def act(say: Say) -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))
        export(folder / NAME)

    ending = run(act)

    assert ending.status == TOLD and "磁盘已满" in ending.lines[0]
    assert (folder / NAME).read_bytes() == OLD
    assert len(list(folder.iterdir())) == 1


@as_root
def test_a_folder_without_write_right_is_named(folder: Path) -> None:
    folder.chmod(0o555)

    assert told(folder, "没有权限写入文件夹", NOBODY)


@as_root
def test_a_full_disk_is_named(folder: Path) -> None:
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", folder], capture_output=True).returncode:
        pytest.skip("mounting is not allowed here")
    try:
        (folder / NAME).write_bytes(OLD)
        with (folder / "full").open("wb", buffering=0) as file, pytest.raises(OSError, match="space"):
            while True:
                file.write(b"x" * 4096)
        with pytest.raises(UserError, match="磁盘已满"):
            export(folder / NAME)
        assert (folder / NAME).read_bytes() == OLD
        assert len(list(folder.iterdir())) == 2
    finally:
        subprocess.run(["umount", "-l", folder], check=True)


@as_root
def test_a_read_only_target_is_left_alone(folder: Path) -> None:
    (folder / NAME).chmod(0o444)

    assert told(folder, "是只读文件", NOBODY)


def test_a_damaged_program_folder_is_said_so(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for broken in (folder / "没有.docx", folder / NAME):
        monkeypatch.setattr(writer, "template_path", lambda path=broken: path)
        with pytest.raises(UserError, match="空白文档读不出来"):
            export(folder / NAME)
    assert (folder / NAME).read_bytes() == OLD
    assert template_path().is_file()
