"""The help page of all checks says what the checks are today."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

import models.checks.runner  # noqa: F401 — registers all checks
from models.checks.registry import registered
from models.resources import parse_yaml, resource_path

WRITER = Path(__file__).parent / "help_page.py"
NAMES = Path(__file__).parents[2] / "resources" / "check_names.yaml"
PAGE = resource_path("help", "checks.md").read_text(encoding="utf-8")


def test_the_page_is_what_registry_and_examples_make_of_it() -> None:
    code = "import help_page, sys; sys.stdout.buffer.write(help_page.page().encode())"
    made = subprocess.run([sys.executable, "-c", code], cwd=WRITER.parent, capture_output=True, check=True).stdout

    assert made.decode() == PAGE, "the page is stale: run python tests/models/checks/help_page.py"


def test_every_check_has_its_heading() -> None:
    headings = re.findall(r"^### .+（(\w+)）$", PAGE, re.MULTILINE)

    assert sorted(headings) == sorted(registered())


@pytest.mark.parametrize("slug", sorted({check.slug for check in registered().values()}))
def test_every_kind_of_finding_has_a_name(slug: str) -> None:
    names = parse_yaml(NAMES.read_text(encoding="utf-8"))["slugs"]

    assert re.search(r"[一-鿿]", names[slug])


def test_there_is_no_table_and_no_word_of_the_program() -> None:
    assert "\n|" not in PAGE
    assert not re.search(r"[a-z]+-[a-z]+", PAGE)
    assert "{" not in PAGE
