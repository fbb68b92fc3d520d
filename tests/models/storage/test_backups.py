from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.storage.backups import Backup, backup_folder, list_backups, next_backup_path, superfluous

MEGABYTE = 1024 * 1024
START = datetime(2026, 1, 20, 14, 32, 5)


def backups_at(*moments: datetime, size: int = 1000) -> tuple[Backup, ...]:
    """Return backups made at `moments` in that order, newest first."""
    made = [Backup(Path(f"{number}.db"), number, at, "定时", size) for number, at in enumerate(moments, start=1)]
    return tuple(reversed(made))


def kept(backups: tuple[Backup, ...], largest_total: int = 200 * MEGABYTE) -> list[Backup]:
    """Return those of `backups` that stay."""
    gone = superfluous(backups, largest_total)
    return [backup for backup in backups if backup not in gone]


def test_ten_newest_stay_whatever_their_time() -> None:
    backups = backups_at(*(START for _ in range(30)))

    assert kept(backups) == list(backups[:10])


def test_two_weeks_of_days_eight_of_weeks_and_every_year_stay() -> None:
    moments = [START + timedelta(hours=6 * each) for each in range(4 * 500)]
    newest_day = moments[-1].date()

    stay = [backup.at for backup in kept(backups_at(*moments))]

    assert stay[:10] == moments[:-11:-1]
    assert {newest_day - timedelta(days=each) for each in range(14)} <= {at.date() for at in stay}
    assert len({at.isocalendar()[:2] for at in stay}) == 8 + 1  # and the last week of 2026, kept for its year
    assert {at.year for at in stay} == {2026, 2027}
    assert len(stay) == 10 + 11 + 5 + 1  # the 10 newest fall on 3 days, the 14 days in 3 weeks


def test_of_each_year_the_last_one_stays() -> None:
    backups = backups_at(*(datetime(year, month, 1) for year in range(2000, 2026) for month in range(1, 13)))

    assert {backup.at for backup in kept(backups)} >= {datetime(year, 12, 1) for year in range(2000, 2026)}


def test_over_the_limit_the_oldest_go_first_and_those_of_a_year_last() -> None:
    moments = [datetime(2020, 6, 1), datetime(2021, 6, 1), *(START + timedelta(minutes=each) for each in range(5))]
    backups = backups_at(*moments, size=MEGABYTE)

    assert [backup.sequence for backup in kept(backups, 4 * MEGABYTE)] == [7, 6, 2, 1]
    assert [backup.sequence for backup in kept(backups, 2 * MEGABYTE)] == [7, 2]


def test_the_newest_stays_also_when_it_alone_is_over_the_limit() -> None:
    assert [backup.sequence for backup in kept(backups_at(START, START, size=300 * MEGABYTE))] == [2]


CLOCK_STEPS = st.one_of(
    st.timedeltas(timedelta(0), timedelta(hours=3)),
    st.sampled_from([
        timedelta(days=-1), timedelta(days=1), timedelta(days=3650), timedelta(days=-3650), timedelta(hours=-1),
        timedelta(days=-9000), timedelta(0)]),
)


@settings(max_examples=settings.default.max_examples // 4)
@given(steps=st.lists(CLOCK_STEPS, min_size=1, max_size=100), size=st.sampled_from([1000, 30 * MEGABYTE]))
def test_newest_is_never_removed_whatever_the_clock_does(steps: list[timedelta], size: int) -> None:
    """R-09: up to 100 backups an example; each backup is thinned out after, as in the program."""
    present: tuple[Backup, ...] = ()
    now = START
    for sequence, step in enumerate(steps, start=1):
        now = min(max(now + step, datetime(1990, 1, 1)), datetime(2190, 1, 1))
        present = (Backup(Path(f"{sequence}.db"), sequence, now, "定时", size), *present)
        present = tuple(kept(present))

        assert present[0].sequence == sequence
        assert len(present) == 1 or sum(backup.size for backup in present) <= 200 * MEGABYTE
        assert [backup.sequence for backup in present] == sorted((b.sequence for b in present), reverse=True)


@settings(max_examples=settings.default.max_examples // 4)
@given(steps=st.lists(CLOCK_STEPS, min_size=10, max_size=60))
def test_below_the_limit_the_ten_newest_stay_whatever_the_clock_does(steps: list[timedelta]) -> None:
    now = START
    moments = [now := min(max(now + step, datetime(1990, 1, 1)), datetime(2190, 1, 1)) for step in steps]
    backups = backups_at(*moments)

    assert set(backups[:10]) <= set(kept(backups))


def test_backups_are_found_by_their_names_alone(tmp_path: Path) -> None:
    library = tmp_path / "法治年报.db"
    folder = backup_folder(library)
    folder.mkdir()
    for name in (
        "法治年报-000002-20200101-000000-定时.db", "法治年报-000010-20190101-000000-关闭程序.db",
        "法治年报-000003-20200101-000000-定时.part", "别的-000004-20200101-000000-定时.db",
        "法治年报-000005-20209901-000000-定时.db", "随手复制.db",
    ):
        (folder / name).touch()

    assert [backup.sequence for backup in list_backups(library)] == [10, 2]
    assert next_backup_path(library, "读入/之前", START).name == "法治年报-000011-20260120-143205-读入之前.db"


@pytest.mark.parametrize("reason", ["", "../..", "很长" * 60, "a b-c.db"])
def test_any_reason_gives_a_name_that_is_found_again(tmp_path: Path, reason: str) -> None:
    library = tmp_path / "[甲] 库.db"
    path = next_backup_path(library, reason, START)
    path.parent.mkdir()
    path.touch()

    assert [backup.path for backup in list_backups(library)] == [path]


def test_label_says_when_and_why() -> None:
    assert backups_at(START)[0].label == "2026年1月20日14:32（定时）"
