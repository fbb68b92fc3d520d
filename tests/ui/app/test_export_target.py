"""A file of the same name: replaced without a word only while nobody has touched it since we wrote it."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from ui.app.export_target import OTHER_NAME, REPLACE, free_name, settled_target
from ui.dialogs import messages


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Answer the question with the last verb; return what was asked. Another verb is put in as first item."""
    said: list[str] = []

    def ask(_parent: object, _title: str, text: str, verbs: tuple[str, ...], detail: str = "") -> int:
        answer = verbs.index(said.pop(0)) if said and said[0] in verbs else len(verbs) - 1
        said.append(text + detail)
        return answer

    monkeypatch.setattr(messages, "ask", ask)
    return said


def test_nothing_is_asked_where_no_file_is(tmp_path: Path, asked: list[str]) -> None:
    assert settled_target(tmp_path / "年报.docx", (), None) == tmp_path / "年报.docx"
    assert not asked


def test_a_file_as_we_wrote_it_is_replaced_without_a_word(tmp_path: Path, asked: list[str]) -> None:
    path = tmp_path / "年报.docx"
    path.write_bytes(b"as exported")

    assert settled_target(path, {sha256(b"as exported").hexdigest()}, None) == path
    assert not asked


@pytest.mark.parametrize("ours", [(), {sha256(b"as exported").hexdigest()}, {""}])
def test_the_clerk_is_asked_before_a_file_edited_elsewhere_is_replaced(
    ours: tuple[str, ...], tmp_path: Path, asked: list[str]
) -> None:
    path = tmp_path / "年报.docx"
    path.write_bytes(b"edited in WPS")

    assert settled_target(path, ours, None) is None  # Esc: nothing is written
    assert "年报.docx" in asked[0] and "年报（2）.docx" in asked[0]


def test_another_name_is_offered_first_and_is_free(tmp_path: Path, asked: list[str]) -> None:
    for name in ("年报.docx", "年报（2）.docx"):
        (tmp_path / name).write_bytes(b"edited")
    asked.append(OTHER_NAME)

    assert settled_target(tmp_path / "年报.docx", (), None) == tmp_path / "年报（3）.docx"


def test_the_clerk_may_replace_it_all_the_same(tmp_path: Path, asked: list[str]) -> None:
    (tmp_path / "年报.docx").write_bytes(b"edited")
    asked.append(REPLACE)

    assert settled_target(tmp_path / "年报.docx", (), None) == tmp_path / "年报.docx"


def test_a_name_with_dots_keeps_them(tmp_path: Path) -> None:
    (tmp_path / "年报v1.2.docx").write_bytes(b"")

    assert free_name(tmp_path / "年报v1.2.docx").name == "年报v1.2（2）.docx"
