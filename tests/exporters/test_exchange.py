"""An exchange file is whole on the disk, or the old one stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from builders import a_report
from exporters import exchange as exporting
from exporters.exchange import write_exchange
from made_reports import exchange_with
from models.errors import UserError
from models.exchange.reading import read_exchange


@pytest.mark.parametrize("password", ["", "云岭2026交换"], ids=["open", "locked"])
def test_what_was_written_is_read(tmp_path: Path, password: str) -> None:
    path = tmp_path / "报告.fzbg"

    write_exchange(exchange_with(a_report()), path, password)

    assert read_exchange(path, password) == exchange_with(a_report())


def test_a_file_that_is_not_read_back_as_it_was_leaves_the_old_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "报告.fzbg"
    write_exchange(exchange_with(a_report()), path)
    before = path.read_bytes()
    monkeypatch.setattr(exporting, "bytes_of", lambda exchange, password: before)

    with pytest.raises(UserError, match="核对不成"):
        write_exchange(exchange_with(a_report(introduction="新的")), path)

    assert path.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == [path.name]
