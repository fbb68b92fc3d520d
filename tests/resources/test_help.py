"""The help pages: placeholders resolve, links lead somewhere, names of the window are true."""

from __future__ import annotations

import re

import pytest

from models.resources import resource_path
from ui.app.actions import action_wordings
from ui.dialogs.help_dialog import help_pages, resolved

PAGES = help_pages()
every_page = pytest.mark.parametrize("name", PAGES)
WRITTEN = ("start", "filling", "duties", "importing", "exporting", "publishing", "versions",
           "reports", "materials", "trouble", "changes")


def test_every_subject_has_its_page() -> None:
    assert set(WRITTEN) <= set(PAGES)


@every_page
def test_page_begins_with_its_title(name: str) -> None:
    assert re.match(r"# \S", PAGES[name])


@every_page
def test_every_placeholder_resolves(name: str) -> None:
    text = resolved(PAGES[name], action_wordings())

    assert "{" not in text


@every_page
def test_every_link_leads_to_a_page(name: str) -> None:
    for target in re.findall(r"\]\(([^)]+)\)", PAGES[name]):
        if target.endswith(".md"):
            assert target.removesuffix(".md") in PAGES
        else:
            assert target.startswith("https://") or (resource_path("help") / target).exists()


@pytest.mark.parametrize("name", WRITTEN)
def test_page_is_short_enough_to_read(name: str) -> None:
    assert 200 <= len(PAGES[name]) <= (4000 if name == "changes" else 1600)  # the list of changes grows


@pytest.mark.parametrize("name", WRITTEN)
def test_files_named_in_a_page_are_there(name: str) -> None:
    for path in re.findall(r"`resources/([^`]+)`", PAGES[name]):
        assert resource_path(*path.split("/")).exists()


def test_changes_are_marked_by_kind() -> None:
    lines = [line for line in PAGES["changes"].splitlines() if line.startswith("- ")]

    assert lines
    assert all(re.match(r"- (新增|改进|修正)：", line) for line in lines)
