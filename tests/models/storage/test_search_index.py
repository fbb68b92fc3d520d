"""The index follows the library, finds every piece of every text, and is thrown away rather than trusted."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from builders import a_report, fixed_clock
from models.domain.report import Attachment
from models.errors import UserError
from models.storage.search_hits import hit_in
from models.storage.search_index import SearchIndex, index_path, indexed_texts
from models.storage.store import ReportStore
from models.storage.summary import Hit
from models.text.grams import wanted


@pytest.fixture
def index(library: Path) -> Iterator[SearchIndex]:
    """Lend an index of the library."""
    made = SearchIndex(library)
    yield made
    made.close()


def brought_up(index: SearchIndex) -> SearchIndex:
    """Return `index` with all that was due in it."""
    progress = index.look()
    while progress.busy:
        progress = index.update()
    return index


def found(index: SearchIndex, typed: str) -> list[int]:
    return sorted(index.find(wanted(typed)))


def save(store: ReportStore, *introductions: str) -> None:
    for number, text in enumerate(introductions, start=1):
        store.save(replace(a_report(id=f"report-{number}"), introduction=text))


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        pytest.param("龘", [1], id="one sign"),
        pytest.param("龘靐", [1], id="two signs"),
        pytest.param("龘靐齉爩", [], id="pairs that do not join"),
        pytest.param("靐齉", [], id="across two lines"),
        pytest.param("１２３４５起", [2], id="full width"),
        pytest.param("abc-x", [2], id="capitals and marks"),
        pytest.param("鱻 12345", [2], id="two words"),
        pytest.param("龘 鱻", [], id="words of two reports"),
        pytest.param("*", [], id="a mark of the index's language"),
        pytest.param("\"", [], id="a quote"),
        pytest.param("NOT", [], id="a word of the index's language"),
        pytest.param("特此报告", [1, 2], id="in both"),
        pytest.param("云峰县交通运输局", [1, 2], id="the organ"),
        pytest.param("   ", [], id="nothing"),
    ],
)
def test_every_piece_of_text_is_found(store: ReportStore, index: SearchIndex, typed: str, numbers: list[int]) -> None:
    save(store, "龘靐\n齉爩", "鱻12345起，ABC-X。")

    assert found(brought_up(index), typed) == numbers


def test_the_index_finds_what_looking_through_all_texts_finds(store: ReportStore, index: SearchIndex) -> None:
    reports = [a_report(id="a", duties=2), a_report(id="b", attachments=(Attachment("x", "表", "", (("甲乙", "丙"),)),))]
    for report in reports:
        store.save(report)
    brought_up(index)
    words = {each.text[at:at + size] for report in reports for each in indexed_texts(report)
             for at in range(0, len(each.text), 7) for size in (1, 2, 3, 7)}

    for typed in words:
        there = [number for number, report in enumerate(reports, start=1)
                 if hit_in(indexed_texts(report), wanted(typed)) is not None]
        assert found(index, typed) == (there if typed.strip() else []), typed


def test_a_changed_report_is_found_by_its_new_words_only(store: ReportStore, index: SearchIndex) -> None:
    save(store, "龘靐")
    brought_up(index)
    save(store, "齉爩")

    assert (found(brought_up(index), "龘靐"), found(index, "齉爩")) == ([], [1])


def test_a_save_does_not_touch_the_index(store: ReportStore, library: Path) -> None:
    save(store, "龘靐")

    assert not index_path(library).exists()


def test_an_unchanged_library_gives_nothing_to_do(store: ReportStore, library: Path, index: SearchIndex) -> None:
    save(store, "龘靐", "齉爩")
    brought_up(index).close()
    again = SearchIndex(library)

    progress = again.look()

    assert progress.complete and not progress.busy
    again.close()


def test_words_of_a_deleted_report_leave_the_index_file(store: ReportStore, library: Path, index: SearchIndex) -> None:
    save(store, "龘靐齉爩" * 20, *["特此报告"] * 5)
    brought_up(index)
    assert "靐".encode() in index_path(library).read_bytes()
    store.delete("report-1")
    brought_up(index).close()

    assert "靐".encode() not in index_path(library).read_bytes()
    assert found(index, "特此报告") == [2, 3, 4, 5, 6]


def test_an_older_state_put_back_is_noticed(library: Path, index: SearchIndex) -> None:
    with ReportStore.open(library, fixed_clock) as store:
        save(store, "龘靐")
        backup = store.back_up("试验")
        save(store, "齉爩")
        brought_up(index)
        store.restore(backup)
        save(store, "鱻羴")

    assert (found(brought_up(index), "齉爩"), found(index, "鱻羴")) == ([], [1])


def spoil_all(path: Path) -> None:
    path.write_bytes(b"\xff" * path.stat().st_size)


def spoil_pages(path: Path) -> None:
    data = bytearray(path.read_bytes())
    for at in range(4096, len(data), 64):
        data[at:at + 32] = b"\xa5" * 32
    path.write_bytes(data)


def spoil_texts(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE documents SET texts=x'00', digest='other'")


def spoil_form(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version=99")


def spoil_table(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("DROP TABLE pairs")


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:5000])


def empty(path: Path) -> None:
    path.write_bytes(b"")


@pytest.mark.parametrize("spoil", [spoil_all, spoil_pages, spoil_texts, spoil_form, spoil_table, cut, empty])
def test_a_damaged_index_is_made_anew(store: ReportStore, library: Path, index: SearchIndex, spoil: object) -> None:
    save(store, "龘靐", "齉爩")
    brought_up(index).close()
    assert callable(spoil)
    spoil(index_path(library))

    for _ in range(3):  # the first looks may meet the damage, and say so in words
        try:
            brought_up(index)
            numbers = found(index, "龘靐")
        except UserError as error:
            assert "报告不受影响" in error.advice
        else:
            break
    assert numbers == [1]
    assert [number for number, _ in index.texts((1, 2))] == [1, 2]


def test_a_damaged_report_does_not_keep_the_others_from_being_found(library: Path, index: SearchIndex) -> None:
    with ReportStore.open(library, fixed_clock) as store:
        save(store, "龘靐", "齉爩")
    with sqlite3.connect(library) as connection:
        connection.execute("UPDATE parts SET key='nothing' WHERE report=1")
        connection.execute("UPDATE reports SET introduction=CAST(x'ff' AS TEXT) WHERE number=1")

    assert (found(brought_up(index), "齉爩"), found(index, "龘靐")) == ([2], [])
    assert not index.look().busy


def test_a_library_that_can_only_be_read_is_searched_without_a_file(store: ReportStore, library: Path) -> None:
    save(store, "龘靐")
    reader = SearchIndex(library, read_only=True)

    assert found(brought_up(reader), "龘靐") == [1]
    assert not index_path(library).exists()
    reader.close()


def test_a_reader_begins_with_what_the_file_holds(store: ReportStore, library: Path, index: SearchIndex) -> None:
    save(store, "龘靐")
    brought_up(index)
    reader = SearchIndex(library, read_only=True)

    assert reader.look().complete
    assert found(reader, "龘靐") == [1]
    reader.close()


def test_a_disk_that_cannot_be_written_is_a_clear_word(store: ReportStore, library: Path, index: SearchIndex) -> None:
    save(store, "龘靐")
    index_path(library).mkdir()

    with pytest.raises(UserError, match="检索没有整理好"):
        index.look()


def test_a_hit_shows_its_passage_with_the_words_marked() -> None:
    text = "一" * 40 + "规范\n行政处罚，处罚案件120件" + "二" * 100
    hit = hit_in(indexed_texts(replace(a_report(), introduction=text, parts=())), wanted("处罚 １２０"))

    assert isinstance(hit, Hit)
    assert hit.excerpt.startswith("…") and hit.excerpt.endswith("…") and "规范 行政处罚" in hit.excerpt
    assert [hit.excerpt[start:end] for start, end in hit.marks] == ["处罚", "处罚", "120"]
    assert (hit.place.field, text[hit.place.start:hit.place.end], hit.places) == ("introduction", "处罚", 3)


def test_the_passage_with_most_of_the_words_is_shown() -> None:
    hit = hit_in(indexed_texts(a_report()), wanted("处罚 120"))

    assert hit is not None and hit.place.entry == "t1"


def test_the_name_of_the_organ_alone_leads_to_no_place() -> None:
    report = replace(a_report(), organ=replace(a_report().organ, full_name="龘靐"))
    hit = hit_in(indexed_texts(report), wanted("龘靐"))

    assert hit is not None and hit.place.task == "" and hit.excerpt == "龘靐"
