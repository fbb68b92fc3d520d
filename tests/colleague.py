"""Another computer without a network to ours: a library of its own, and the stick between both."""

from __future__ import annotations

from pathlib import Path

from builders import fixed_clock
from exporters.exchange import write_exchange
from models.domain.report import Report
from models.exchange.handing import gathered, take_in_new
from models.exchange.reading import read_exchange
from models.storage.store import ReportStore


class Colleague:
    """Another computer: a library of its own and the stick between both."""

    def __init__(self, folder: Path) -> None:
        self.store = ReportStore.open(folder / "同事.db", fixed_clock)
        self.file = folder / "报告.fzbg"

    def take(self) -> None:
        """Take in the file on the stick."""
        take_in_new(self.store, read_exchange(self.file), 10)

    def hand(self, report: Report, password: str = "") -> None:
        """Save `report` and put it on the stick."""
        self.store.save(report)
        write_exchange(gathered(self.store, report, 10, fixed_clock()), self.file, password)
