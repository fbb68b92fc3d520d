"""Word 97 to 2003 files: text, numbers, tables and revisions out of the binary; damage is told in one sentence."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from models.errors import UserError
from models.importers.binary_word.compound import CompoundFile
from models.importers.binary_word.document import DocumentReader
from models.importers.binary_word.reading import read_binary_word
from models.importers.binary_word.structure import open_streams
from models.importers.office_programs import converting
from models.importers.raw_line import RawLine, RawText

FILE = Path(__file__).resolve().parents[3] / "resources" / "foreign" / "report.doc"


@pytest.fixture(scope="module")
def data() -> bytes:
    """Return the bytes of the report."""
    return FILE.read_bytes()


@pytest.fixture(scope="module")
def raw(data: bytes) -> RawText:
    """Return what is read of the report."""
    return read_binary_word(data, FILE)


def test_automatic_numbers_and_levels_are_resolved(raw: RawText) -> None:
    headings = [(line.text.split("、")[0][:4], line.outline) for line in raw.lines if line.outline]

    assert headings == [("一", 1), ("（一）坚", 2), ("（二）严", 2), ("二", 1), ("三", 1), ("四", 1)]


def test_table_rows_keep_their_cells(raw: RawText) -> None:
    assert [line.cells for line in raw.lines if line.cells] == [
        ("执法门类", "检查（次）", "处罚（件）"), ("道路运输", "560", "70"), ("水路运输", "210", "30")]


def test_revisions_are_read_as_accepted(raw: RawText) -> None:
    line = next(line.text for line in raw.lines if "研究法治议题" in line.text)

    assert "法治议题6次" in line
    assert "文件带有修订痕迹：按“接受全部修订”读入，已删除的文字没有读入" in raw.notes
    assert "文件里的批注没有读入" in raw.notes


def test_rare_characters_stay_whole(raw: RawText) -> None:
    assert any("林㳘𠮷" in line.text and "４５.５万元" in line.text for line in raw.lines)


def test_the_way_it_was_read_is_told(raw: RawText) -> None:
    assert any("由程序直接读出" in note for note in raw.notes)


def test_a_deleted_paragraph_mark_joins_two_paragraphs(data: bytes) -> None:
    reader = DocumentReader(open_streams(data))
    end = reader._text.index("\r")
    reader._flags[end] |= 1

    assert reader.main_text()[0].text == "云峰县交通运输局2025年法治政府建设年度报告"


def changed(data: bytes, place: int, value: int, size: str = "<H") -> bytes:
    """Return `data` with the number at `place` of the WordDocument stream set to `value`."""
    stream = CompoundFile(data).stream("WordDocument")
    begin = data.index(stream[:512])
    whole = bytearray(data)
    struct.pack_into(size, whole, begin + place, value)
    return bytes(whole)


def test_a_locked_file_is_refused_with_a_word(data: bytes) -> None:
    flags, = struct.unpack_from("<H", CompoundFile(data).stream("WordDocument"), 10)

    with pytest.raises(UserError, match="加了打开密码"):
        read_binary_word(changed(data, 10, flags | 0x100), FILE)


@pytest.mark.parametrize(("place", "value", "size"), [
    (0, 0x1234, "<H"), (2, 1, "<H"), (0x4C, -5, "<i"), (0x4C, 0x7FFFFFFF, "<i"), (0x9A + 8 * 33, 0x7FFFFFFF, "<I"),
    (0x9A + 8 * 33 + 4, 3, "<I"),
], ids=["magic", "version", "negative length", "huge length", "pieces beyond", "no pieces"])
def test_a_head_that_lies_is_told(data: bytes, place: int, value: int, size: str) -> None:
    with pytest.raises(UserError) as refused:
        read_binary_word(changed(data, place, value, size), FILE)
    assert refused.value.advice


@pytest.mark.parametrize("share", [0.05, 0.2, 0.4, 0.6, 0.8, 0.95])
def test_a_file_that_was_cut_is_told(data: bytes, share: float) -> None:
    with pytest.raises(UserError, match="损坏"):
        read_binary_word(data[:int(len(data) * share)], FILE)


def test_a_chain_that_runs_in_a_circle_ends(data: bytes) -> None:
    whole = bytearray(data)
    first, = struct.unpack_from("<I", data, 76)
    begin = (first + 1) * 512
    for sector in range(128):
        struct.pack_into("<I", whole, begin + 4 * sector, (sector + 1) % 20)

    with pytest.raises(UserError, match="损坏"):
        read_binary_word(bytes(whole), FILE)


def test_an_older_file_goes_through_another_office_program(data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    old = changed(data, 2, 0x65)
    told = RawText((RawLine("正文"),), notes=("文件太旧，由 LibreOffice 转成 .docx 后读入",))
    monkeypatch.setattr(converting, "read_through_office", lambda path: told)

    assert read_binary_word(old, FILE) == told


def test_without_any_office_program_an_older_file_is_refused(data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(converting, "_by_libreoffice", lambda source, target: False)

    with pytest.raises(UserError, match="Word 97 以前") as refused:
        read_binary_word(changed(data, 2, 0x65), FILE)
    assert "另存为 .docx" in refused.value.advice


@pytest.mark.layout
def test_libreoffice_converts_what_it_is_given() -> None:
    if not any(Path(place).exists() for place in converting._PLACES):
        pytest.skip("LibreOffice is missing")

    converted = converting.read_through_office(FILE)

    assert converted is not None
    assert converted.lines[1].text == "2025年法治政府建设年度报告"
    assert converted.notes[0] == "文件太旧，由 LibreOffice 转成 .docx 后读入"
