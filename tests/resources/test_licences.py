"""The list of third-party licences names every shipped package, with the licence the package itself states."""

from __future__ import annotations

import re
from importlib.metadata import metadata

import pytest

from models.resources import resource_path

ALLOWED = {"MIT", "MIT-0", "MIT-CMU", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "PSF-2.0", "MPL-2.0",
           "LGPL-3.0-only"}
SPELLED = {  # names older than the common list of licences
    "Apache Software License": "Apache-2.0", "PSFL": "PSF-2.0",
    "BSD-3-Clause, Apache-2.0, dependency licenses": "BSD-3-Clause",
}


def listed() -> dict[str, tuple[str, str]]:
    """Return package -> version and licence as resources/help/licences.md states them."""
    text = resource_path("help", "licences.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| ([\w.-]+)(?:（.*?）)? \| ([\d.]+) \| (\S+) \|", text, re.MULTILINE)
    return {name.lower(): (version, licence) for name, version, licence in rows}


def locked() -> dict[str, str]:
    """Return package -> version as the lock file pins them."""
    lock = resource_path("..", "requirements.lock").read_text(encoding="utf-8")
    return dict(re.findall(r"^([\w.-]+)==([\w.]+)", lock, re.MULTILINE))


def test_every_shipped_package_is_listed_in_its_version() -> None:
    assert {name: version for name, (version, licence) in listed().items()} == locked()


def test_every_licence_lets_an_office_use_the_program() -> None:
    assert {licence for version, licence in listed().values()} <= ALLOWED


def classified(name: str) -> str:
    """Return the licence that the package `name` states among its classifiers alone."""
    [said] = [each for each in metadata(name).get_all("Classifier", []) if each.startswith("License :: ")]
    return said.rpartition(" :: ")[2]


@pytest.mark.parametrize("name", listed())
def test_the_licence_is_the_one_the_package_states(name: str) -> None:
    said = metadata(name).get("License-Expression") or metadata(name)["License"] or classified(name)

    assert listed()[name][1] in SPELLED.get(said, said).split(" OR ")
