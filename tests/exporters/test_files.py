"""Files written beside the old one and put in its place when they are whole."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from exporters.files import replacing
from models.errors import UserError


def write(path: Path, text: str = "新", wait: Callable[[float], None] = lambda seconds: None) -> None:
    with replacing(path, wait) as beside:
        beside.write_text(text, encoding="utf-8")


@pytest.fixture
def target(tmp_path: Path) -> Path:
    path = tmp_path / "报告.docx"
    path.write_text("旧", encoding="utf-8")
    return path


def failing(number: int) -> Callable[..., Any]:
    """Return a stand-in for a system call that fails with error `number`."""

    def fail(*arguments: Any, **options: Any) -> Any:
        raise OSError(number, os.strerror(number))

    return fail


def untouched(target: Path) -> bool:
    return target.read_text(encoding="utf-8") == "旧" and list(target.parent.iterdir()) == [target]


def test_a_new_file_is_written_whole(tmp_path: Path) -> None:
    write(tmp_path / "新报告.docx")

    assert [(path.name, path.read_text(encoding="utf-8")) for path in tmp_path.iterdir()] == [("新报告.docx", "新")]


def test_an_old_file_is_replaced_and_nothing_else_is_left(target: Path) -> None:
    write(target)

    assert target.read_text(encoding="utf-8") == "新"
    assert list(target.parent.iterdir()) == [target]


def test_the_old_file_stands_until_the_new_is_whole(target: Path) -> None:
    with replacing(target) as beside:
        beside.write_text("新", encoding="utf-8")
        assert beside.parent == target.parent
        assert target.read_text(encoding="utf-8") == "旧"


def test_a_failure_while_writing_leaves_the_old_file_alone(target: Path) -> None:
    with pytest.raises(ZeroDivisionError), replacing(target) as beside:
        beside.write_text("半", encoding="utf-8")
        1 / 0  # noqa: B018

    assert untouched(target)


def test_the_rights_of_the_old_file_are_kept(target: Path) -> None:
    target.chmod(0o640)

    write(target)

    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_a_link_stays_a_link(target: Path) -> None:
    link = target.with_name("快捷.docx")
    link.symlink_to(target)

    write(link)

    assert link.is_symlink()
    assert target.read_text(encoding="utf-8") == "新"


@pytest.mark.parametrize("failures", [1, 3, 5])
def test_a_target_held_for_a_moment_is_tried_again(
    target: Path, monkeypatch: pytest.MonkeyPatch, failures: int
) -> None:
    waits: list[float] = []
    rename = os.replace

    def held(source: Path, goal: Path) -> None:
        if len(waits) < failures:
            raise PermissionError(errno.EACCES, "sharing violation")
        rename(source, goal)

    monkeypatch.setattr(os, "replace", held)
    write(target, wait=waits.append)

    assert waits == [0.2] * failures
    assert target.read_text(encoding="utf-8") == "新"


def test_a_target_open_in_wps_gets_a_clear_word(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    waits: list[float] = []
    monkeypatch.setattr(os, "replace", failing(errno.EACCES))

    with pytest.raises(UserError) as told:
        write(target, wait=waits.append)

    assert str(told.value) == (
        "“报告.docx”可能正在 WPS 或 Word 中打开，没有写成，原来的文件没有变。请关闭后再导出，或另存为别的名字。")
    assert len(waits) == 5
    assert untouched(target)


@pytest.mark.parametrize(("call", "number", "word"), [
    ("fsync", errno.ENOSPC, "磁盘已满"), ("fsync", errno.EDQUOT, "磁盘已满"), ("fsync", errno.EIO, "磁盘出错"),
    ("replace", errno.EIO, "磁盘出错"), ("replace", errno.ENOSPC, "磁盘已满"), ("open", errno.EACCES, "没有权限"),
    ("open", errno.EROFS, "只读"), ("open", errno.ENOSPC, "磁盘已满"), ("open", errno.ENAMETOOLONG, "太长"),
    ("open", errno.ENOENT, "已经不在"), ("replace", errno.ENOENT, "已经不在"),
])
def test_every_failure_is_one_clear_sentence(
    target: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int, word: str
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(os, call, failing(number))
        with pytest.raises(UserError, match=word) as told:
            write(target)

    assert told.value.advice
    assert untouched(target)


def test_a_folder_that_cannot_be_flushed_does_no_harm(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    flush = os.fsync

    def only_files(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(errno.EINVAL, "not supported")
        flush(handle)

    monkeypatch.setattr(os, "fsync", only_files)
    write(target)

    assert target.read_text(encoding="utf-8") == "新"


def test_a_folder_as_target_is_refused(tmp_path: Path) -> None:
    (tmp_path / "报告.docx").mkdir()

    with pytest.raises(UserError, match="是一个文件夹"):
        write(tmp_path / "报告.docx")


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="文件夹“.*没有.*”不存在"):
        write(tmp_path / "没有" / "报告.docx")


def test_a_long_name_can_be_written(tmp_path: Path) -> None:
    path = tmp_path / ("长" * 80 + ".docx")

    write(path)

    assert path.read_text(encoding="utf-8") == "新"
