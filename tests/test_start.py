"""start.py makes its environment once, from a wheels folder when there is one, and says what is missing."""

from __future__ import annotations

import ast
import hashlib
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import start

PROGRAM = 'import os, sys\nprint("words:", *sys.argv[1:], os.environ.get("QT_QPA_PLATFORM"))\n'
OFFSCREEN = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "QT_IM_MODULE", "XMODIFIERS")


def a_wheel(folder: Path) -> Path:
    """Write the wheel of an empty package into `folder`."""
    folder.mkdir()
    path = folder / "nothing_much-1.0-py3-none-any.whl"
    info = "nothing_much-1.0.dist-info"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("nothing_much.py", "")
        archive.writestr(f"{info}/METADATA", "Metadata-Version: 2.1\nName: nothing-much\nVersion: 1.0\n")
        archive.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        archive.writestr(f"{info}/RECORD", "")
    return path


def a_project(root: Path) -> Path:
    """Return `root` as a project of one dependency that lies in wheels/."""
    wheel = a_wheel(root / "wheels")
    lock = f"nothing-much==1.0 --hash=sha256:{hashlib.sha256(wheel.read_bytes()).hexdigest()}\n"
    (root / "tests").mkdir()
    (root / "requirements.lock").write_text(lock, encoding="utf-8")
    (root / "tests" / "requirements.lock").write_text(lock, encoding="utf-8")
    (root / "main.py").write_text(PROGRAM, encoding="utf-8")
    (root / "start.py").write_text(Path(start.__file__).read_text(encoding="utf-8"), encoding="utf-8")
    return root


def started(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run start.py in `root` with `words`, without a screen and with the package index out of reach."""
    environment = {key: value for key, value in os.environ.items() if key not in OFFSCREEN}
    environment.update(PIP_INDEX_URL="http://127.0.0.1:9/", PIP_CONFIG_FILE=os.devnull, PYTHONIOENCODING="utf-8")
    command = [sys.executable, str(root / "start.py"), *words]
    return subprocess.run(command, capture_output=True, text=True, env=environment, cwd=root.parent)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a project that was started once."""
    root = a_project(tmp_path_factory.mktemp("甲 乙"))
    outcome = started(root, "check", "报告.txt")
    assert outcome.returncode == 0, outcome.stderr
    assert "正在准备运行环境" in outcome.stdout and "words: check 报告.txt" in outcome.stdout
    return root


def test_the_second_start_finds_all_in_place(project: Path) -> None:
    outcome = started(project, "check")

    assert outcome.stdout.splitlines() == ["words: check None"]


def test_without_a_screen_and_words_the_demonstration_runs(project: Path) -> None:
    outcome = started(project)

    assert "没有找到显示器" in outcome.stdout and str(project / "results") in outcome.stdout
    assert f"words: demo {project / 'results'} offscreen" in outcome.stdout


def test_a_changed_lock_is_installed_anew(project: Path) -> None:
    with (project / "requirements.lock").open("a", encoding="utf-8") as lock:
        lock.write("# changed\n")

    assert "正在准备运行环境" in started(project, "check").stdout
    assert "正在准备运行环境" not in started(project, "check").stdout


def test_a_package_that_is_not_the_locked_one_is_refused_each_time(project: Path) -> None:
    lock = project / "requirements.lock"
    whole = lock.read_text(encoding="utf-8")
    lock.write_text("nothing-much==1.0 --hash=sha256:" + "0" * 64 + "\n", encoding="utf-8")
    wheel = next((project / ".venv").rglob("nothing_much-1.0.dist-info"))
    shutil.rmtree(wheel)  # as if it had never been installed

    outcomes = [started(project, "check") for _ in range(2)]

    lock.write_text(whole, encoding="utf-8")
    assert [outcome.returncode for outcome in outcomes] == [2, 2]
    assert all("没有装好" in outcome.stdout and "words:" not in outcome.stdout for outcome in outcomes)


def test_an_environment_that_was_not_finished_is_made_anew(project: Path) -> None:
    (project / ".venv" / "prepared").unlink()
    (project / ".venv" / "left_over").touch()

    assert started(project, "check").stdout.splitlines()[-1] == "words: check None"
    assert not (project / ".venv" / "left_over").exists()


def test_a_python_of_3_6_can_read_the_file() -> None:
    assert ast.parse(Path(start.__file__).read_text(encoding="utf-8"), feature_version=(3, 6)).body


@pytest.mark.parametrize("version", [(3, 8, 18), (3, 10, 13), (3, 14, 0)], ids=["3.8", "3.10", "3.14"])
def test_another_python_says_which_one_is_needed(
    version: tuple[int, ...], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(start.shutil, "which", lambda name: None)
    with monkeypatch.context() as patch:
        patch.setattr(sys, "version_info", version)
        status = start.main(["check"])

    assert status == 2
    assert f"需要 Python 3.11、3.12 或 3.13，现在用的是 {version[0]}.{version[1]}。" in capsys.readouterr().out


def bare_debian(monkeypatch: pytest.MonkeyPatch, user: int) -> None:
    """Pretend to be `user` on a Debian where no library and no face is installed."""
    monkeypatch.setattr(start.sys, "platform", "linux")
    monkeypatch.setattr(start.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(start.subprocess, "check_output", lambda command: b"")
    monkeypatch.setattr(start.importlib.util, "find_spec", lambda name: None)
    monkeypatch.setattr(start.os, "geteuid", lambda: user, raising=False)


def test_a_bare_debian_is_told_what_it_lacks(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    bare_debian(monkeypatch, user=1000)

    assert not start.complete_system(window=True)
    told = capsys.readouterr().out
    assert {"libegl1", "libgl1", "libglib2.0-0", "libfontconfig1", "libdbus-1-3", "libxkbcommon0", "libxcb-cursor0",
            "python3-venv", "fonts-wqy-zenhei"} <= set(told.split())


def test_root_installs_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    bare_debian(monkeypatch, user=0)
    done: list[list[str]] = []
    monkeypatch.setattr(start.subprocess, "call", lambda command, **words: done.append(command) or 0)

    start.complete_system(window=False)

    assert [command[command.index("DPkg::Lock::Timeout=600") + 1] for command in done] == ["update", "install"]
    assert "fonts-wqy-zenhei" in done[1] and "libxcb-cursor0" not in done[1]


@pytest.mark.parametrize(("method", "expected"), [
    pytest.param("fcitx", "ibus", id="fcitx answers as ibus"),
    pytest.param("ibus", "ibus", id="ibus stays"),
    pytest.param("xim", "xim", id="others stay"),
])
def test_the_input_method_is_one_that_qt_brings(method: str, expected: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_IM_MODULE", method)
    monkeypatch.delenv("XMODIFIERS", raising=False)
    seen: list[str] = []
    monkeypatch.setattr(start.subprocess, "call", lambda command: seen.append(os.environ["QT_IM_MODULE"]) or 0)

    start.run_program("python", [], window=True)

    assert seen == [expected]
