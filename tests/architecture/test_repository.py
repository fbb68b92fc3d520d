"""The files beside the code: data, lock files, layers, what is committed."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Hashable
from pathlib import Path
from typing import Any

import pytest
import yaml
from architecture.sources import ROOT

DATA = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "resources").rglob("*.y*ml"))
TOP = {"main.py", "start.py", "setup.cfg", "requirements.in", "requirements.lock", "README.md", "LICENSE",
       "ui", "models", "exporters", "resources", "tests"}


class StrictLoader(yaml.SafeLoader):
    """A loader that takes no key twice; plain YAML lets the later one win unseen."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        keys = [self.construct_object(key, deep=True) for key, value in node.value]
        twice = {key for key in keys if keys.count(key) > 1}
        assert not twice, f"line {node.start_mark.line + 1}: {twice} twice"
        return super().construct_mapping(node, deep)


def committed() -> list[Path]:
    """Return the committed files; skips outside a git work tree."""
    git = shutil.which("git")
    if git is None or not (ROOT / ".git").exists():
        pytest.skip("not a git work tree: nothing to tell what is committed")
    listing = subprocess.run([git, "-C", str(ROOT), "ls-files", "-z"], capture_output=True, check=True)
    names = listing.stdout.decode("utf-8").rstrip("\0").split("\0")
    return [ROOT / name for name in names if (ROOT / name).exists()]


@pytest.mark.parametrize("name", DATA)
def test_every_data_file_reads_without_a_key_twice(name: str) -> None:
    assert yaml.load((ROOT / name).read_text(encoding="utf-8"), Loader=StrictLoader) is not None  # noqa: S506


def test_resources_hold_data_only() -> None:
    assert not list((ROOT / "resources").rglob("*.py"))


def test_the_layers_hold() -> None:
    command = "from importlinter.cli import lint_imports_command; lint_imports_command()"

    outcome = subprocess.run([sys.executable, "-c", command, "--no-cache"], cwd=ROOT, capture_output=True, text=True)

    assert outcome.returncode == 0, outcome.stdout


def pins(name: str) -> dict[str, str]:
    """Return package and version pinned in the lock file `name`."""
    found = re.findall(r"^([\w.-]+)==([\w.]+)", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE)
    return dict(found)


@pytest.mark.parametrize("name", ["requirements.lock", "tests/requirements.lock"])
def test_every_pin_has_its_hashes_and_no_source_is_named(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")

    entries = re.split(r"\n(?=\S)", text.strip())

    assert all(re.match(r"[\w.-]+==", entry) and "--hash=sha256:" in entry for entry in entries)
    assert "://" not in text and "index" not in text


def test_the_set_for_tests_holds_the_set_of_the_program() -> None:
    assert pins("requirements.lock").items() <= pins("tests/requirements.lock").items()


def test_the_wanted_packages_are_all_pinned() -> None:
    for name in ("requirements", "tests/requirements"):
        wanted = re.findall(r"^([A-Za-z][\w-]*)", (ROOT / f"{name}.in").read_text(encoding="utf-8"), re.MULTILINE)

        assert {package.lower() for package in wanted} <= set(pins(f"{name}.lock"))


def test_the_qt_binding_is_the_one_that_keeps_its_references() -> None:
    assert pins("requirements.lock")["pyside6-essentials"] == "6.8.3"


def test_the_top_level_stays_small() -> None:
    names = {path.relative_to(ROOT).parts[0] for path in committed()}

    assert {name for name in names if not name.startswith(".")} <= TOP


def test_no_committed_file_names_this_machine_or_a_package_source() -> None:
    words = (f"{ROOT}/", f"{Path.home()}/", "index-" + "url", "py" + "pi.org")
    texts = {path: path.read_text(encoding="utf-8", errors="ignore") for path in committed()}

    assert not [(str(path.relative_to(ROOT)), word) for path, text in texts.items() for word in words if word in text]
