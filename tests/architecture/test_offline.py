"""The program never uses the network: a whole session without one, every system call on sockets recorded (P-01)."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from architecture.sources import ROOT

TRACE = ["strace", "-f", "--seccomp-bpf", "-qq", "-e", "trace=network", "-o"]
REPORT = ROOT / "tests" / "resources" / "reports"


def without_network(*command: str) -> list[str]:
    """Return `command` put into a network namespace of its own; skips with a word where that cannot be had."""
    alone = ["unshare", "--net"] if hasattr(os, "geteuid") and os.geteuid() == 0 else ["unshare", "--user", "--net"]
    for tool in ("unshare", "strace"):
        if shutil.which(tool) is None:
            pytest.skip(f"{tool} is missing")
    probe = [*alone, *TRACE, os.devnull, "true"]
    if subprocess.run(probe, capture_output=True).returncode != 0:
        pytest.skip("no right to make a network namespace or to trace")
    return [*alone, *command]


@pytest.fixture
def session(tmp_path: Path) -> list[list[str]]:
    """Return the commands of a whole session without a window."""
    report = str(sorted(REPORT.glob("*.txt"))[0])
    library = str(tmp_path / "库.db")
    return [
        ["demo", str(tmp_path / "演示")],
        ["check", "--json", report, str(tmp_path / "演示" / "报送版.docx")],
        ["export", report, "-o", str(tmp_path / "输出.docx")],
        ["import", report, "--into", library],
        ["check", f"{library}#1"],
        ["check", str(tmp_path / "没有.txt")],
    ]


def test_a_session_without_network_opens_no_internet_socket(tmp_path: Path, session: list[list[str]]) -> None:
    trace = tmp_path / "trace"
    statuses = []
    for number, words in enumerate(session):
        traced = [*TRACE, f"{trace}.{number}", sys.executable, str(ROOT / "main.py"), *words]
        home = {**os.environ, "HOME": str(tmp_path)}
        outcome = subprocess.run(without_network(*traced), capture_output=True, text=True, env=home)
        assert "程序内部出错" not in outcome.stderr
        statuses.append(outcome.returncode)

    calls = "".join(path.read_text(encoding="utf-8") for path in tmp_path.glob("trace.*"))
    assert statuses[-1] == 2 and max(statuses[:-1]) < 2
    assert "AF_INET" not in calls
