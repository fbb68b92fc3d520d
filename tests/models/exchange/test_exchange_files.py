"""Exchange files: whatever goes in comes out, and nothing damaged, foreign or hostile is taken."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import HealthCheck, given, settings

from builders import a_report
from made_reports import any_reports, exchange_with
from models.domain.report import Attachment, Picture, Report
from models.domain.source_document import SourceDocument, SourceParagraph
from models.errors import UserError
from models.exchange.container import DamagedExchange, packed, unpacked
from models.exchange.locking import WrongPassword
from models.exchange.manifest import NewerExchange
from models.exchange.reading import PasswordNeeded, exchange_of, read_exchange
from models.exchange.writing import bytes_of
from models.importers.gate import WORD_LIMIT, admit
from pictured import a_file

CHANGES = 500
PASSWORD = "云岭2026交换"


def with_pictures() -> Report:
    pictures = tuple(Picture(kind, a_file(60, 40, kind), "图") for kind in ("PNG", "JPEG"))
    report = replace(a_report(3), attachments=(Attachment("a1", "附图", pictures=pictures),))
    part = report.parts[0]
    return report.with_part(replace(part, entries=(replace(part.entries[0], pictures=pictures[:1]),)))


@pytest.fixture(scope="module")
def data() -> bytes:
    """Return a file with pictures, versions and a source."""
    report = with_pictures()
    source = SourceDocument("去年.docx", (SourceParagraph(0, "一、引言", level=1, number=1),), (), ("控制字符",))
    exchange = exchange_with(report, replace(report, introduction="旧的引言"), replace(report, closing="旧的结语"))
    return bytes_of(replace(exchange, source=source))


@settings(max_examples=40, suppress_health_check=list(HealthCheck), deadline=None)
@given(any_reports, any_reports)
def test_any_report_comes_back_with_its_versions(report: Report, older: Report) -> None:
    report = replace(report, id="report-1")
    exchange = exchange_with(report, replace(older, id="report-1"), report)

    assert exchange_of(bytes_of(exchange), "报告.fzbg") == exchange


def test_the_same_exchange_is_the_same_file(data: bytes) -> None:
    assert bytes_of(exchange_of(data, "报告.fzbg")) == data


def test_any_zip_program_opens_it(data: bytes) -> None:
    with ZipFile(BytesIO(data)) as archive:
        assert archive.testzip() is None
        assert json.loads(archive.read("report.json"))["reports"][0]["introduction"] == a_report().introduction
        assert json.loads(archive.read("report.json"))["reports"][0]["main_recipients"] == ["中共云峰县委", "云峰县人民政府"]


def test_a_picture_in_many_versions_is_in_the_file_once(data: bytes) -> None:
    with ZipFile(BytesIO(data)) as archive:
        assert sum(name.startswith("pictures/") for name in archive.namelist()) == 2


@pytest.mark.parametrize("seed", range(5))
def test_random_changes_of_one_byte_are_all_noticed(data: bytes, seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(CHANGES // 5):
        place, by = chance.randrange(len(data)), chance.randrange(1, 256)
        changed = bytearray(data)
        changed[place] ^= by

        with pytest.raises(UserError):
            exchange_of(bytes(changed), "报告.fzbg")


@pytest.mark.exhaustive
def test_a_change_of_any_byte_is_noticed(data: bytes) -> None:
    for place in range(len(data)):
        changed = bytearray(data)
        changed[place] ^= 1

        with pytest.raises(UserError):
            exchange_of(bytes(changed), "报告.fzbg")


def test_a_change_of_a_locked_file_is_noticed() -> None:
    locked = bytes_of(exchange_with(a_report()), PASSWORD)
    chance = random.Random(7)
    for _ in range(100):
        changed = bytearray(locked)
        changed[chance.randrange(len(locked))] ^= 1 << chance.randrange(8)

        with pytest.raises(UserError):
            exchange_of(bytes(changed), "报告.fzbg", PASSWORD)


@pytest.mark.parametrize(("member", "words"), [
    ("report.json", "报告正文"), ("source.json", "读入的原文"), ("versions/", "版本记录"), ("pictures/", "图片")])
def test_the_damaged_part_is_named(data: bytes, member: str, words: str) -> None:
    with ZipFile(BytesIO(data)) as archive:
        entry = next(each for each in archive.infolist() if each.filename.startswith(member))
    inside = entry.header_offset + 30 + len(entry.filename) + entry.compress_size // 2
    changed = bytearray(data)
    changed[inside] ^= 0xFF

    with pytest.raises(DamagedExchange, match=words):
        exchange_of(bytes(changed), "报告.fzbg")


@pytest.mark.parametrize("share", [0.01, 0.1, 0.3, 0.5, 0.9, 0.99, 0.9999])
def test_a_file_cut_short_is_damaged(data: bytes, share: float) -> None:
    with pytest.raises(DamagedExchange, match="没有复制完整"):
        exchange_of(data[:max(60, int(len(data) * share))], "报告.fzbg")


def test_a_file_with_something_behind_it_is_damaged(data: bytes) -> None:
    with pytest.raises(DamagedExchange):
        exchange_of(data + b"\0", "报告.fzbg")


def foreign_zip() -> bytes:
    made = BytesIO()
    with ZipFile(made, "w") as archive:
        archive.writestr("word/document.xml", "<w:document/>")
    return made.getvalue()


@pytest.mark.parametrize("data", [b"", b"PK", "一、引言".encode(), b"%PDF-1.7", foreign_zip()], ids=range(5))
def test_another_kind_of_file_is_refused_as_such(data: bytes) -> None:
    with pytest.raises(UserError, match="不是本程序的交换文件"):
        exchange_of(data, "报告.fzbg")


def resealed(data: bytes, change: Callable[[dict[str, bytes], dict[str, Any]], object]) -> bytes:
    """Return the file `data` after `change` of its members and its manifest, with all sums right again."""
    members = unpacked(data, "报告.fzbg")
    manifest = json.loads(members.pop("manifest.json"))
    change(members, manifest)
    manifest["members"] = {
        name: {"size": len(each), "sha256": sha256(each).hexdigest()} for name, each in sorted(members.items())}
    text = json.dumps(manifest, ensure_ascii=False, separators=(",", ":"))
    return packed({"manifest.json": text.encode(), **members})


def put(name: str, *keys: Any, value: Any) -> Callable[[dict[str, bytes], dict[str, Any]], None]:
    """Return the change that sets the place `keys` of the member `name`, or of the manifest, to `value`."""
    def change(members: dict[str, bytes], manifest: dict[str, Any]) -> None:
        held = manifest if name == "manifest" else json.loads(members[name])
        *way, last = keys
        target = held
        for key in way:
            target = target[key]
        target[last] = value
        if name != "manifest":
            members[name] = json.dumps(held).encode()
    return change


def show_picture(members: dict[str, bytes], data: bytes | None) -> None:
    """Let the first picture of the report be `data` instead; None: it has no bytes at all."""
    old = next(name for name in members if name.startswith("pictures/")).removeprefix("pictures/")
    del members[f"pictures/{old}"]
    new = sha256(data or b"").hexdigest()
    if data is not None:
        members[f"pictures/{new}"] = data
    members["report.json"] = members["report.json"].replace(old.encode(), new.encode())


FORGED = {
    "a year that is a text": put("report.json", "reports", 0, "year", value="2025"),
    "a year that is a truth value": put("report.json", "reports", 0, "year", value=True),
    "a text that is a number": put("report.json", "reports", 0, "introduction", value=5),
    "a text that is nothing": put("report.json", "reports", 0, "introduction", value=None),
    "an unknown kind of part": put("report.json", "parts", 0, "key", value="poem"),
    "an unknown column": put("report.json", "reports", 0, "colour", value="red"),
    "an unknown table": put("report.json", "poems", value=[]),
    "another text than the digest says": put("report.json", "reports", 0, "introduction", value="别的话"),
    "an entry of no part": put("report.json", "entries", 0, "part", value=99),
    "names instead of a list": put("report.json", "reports", 0, "main_recipients", value="县委"),
    "a list for a report": put("report.json", "reports", value=[]),
    "a lone surrogate": put("report.json", "reports", 0, "introduction", value="\ud800"),
    "another id": put("manifest", "report", "id", value="report-2"),
    "a version without its content": put("manifest", "versions", 0, "digest", value="0" * 64),
    "known is no list": put("manifest", "known", value="x"),
    "an unknown key": put("manifest", "colour", value="red"),
    "a moment that is none": put("manifest", "written_at", value="gestern"),
    "another format": put("manifest", "format", value="fzbg2"),
    "version nought": put("manifest", "version", value=0),
    "a version that is a text": put("manifest", "version", value="1"),
    "a member too many": lambda members, manifest: members.update({"../../evil.exe": b"MZ"}),
    "a member too few": lambda members, manifest: members.pop("report.json"),
    "no JSON": lambda members, manifest: members.update({"report.json": b"{"}),
    "a number that is none": lambda members, manifest: members.update({"report.json": b'{"reports": NaN}'}),
    "JSON without a bottom": lambda members, manifest: members.update({"report.json": b"[" * 200_000}),
    "a picture that is none": lambda members, manifest: show_picture(members, b"GIF89a"),
    "a picture that is not there": lambda members, manifest: show_picture(members, None),
    "a picture under another name": lambda members, manifest: members.update({f"pictures/{'0' * 64}": b"x"}),
}


@pytest.mark.parametrize("name", FORGED)
def test_a_forged_file_with_right_sums_is_refused_in_a_sentence(data: bytes, name: str) -> None:
    with pytest.raises(UserError):
        exchange_of(resealed(data, FORGED[name]), "报告.fzbg")


@pytest.mark.parametrize("key", ["version", "schema"])
def test_a_file_of_a_newer_program_is_refused_with_a_word(data: bytes, key: str) -> None:
    with pytest.raises(NewerExchange, match="由更新的版本写成"):
        exchange_of(resealed(data, put("manifest", key, value=99)), "报告.fzbg")


def test_a_column_that_came_later_has_its_default(data: bytes) -> None:
    def drop(members: dict[str, bytes], manifest: dict[str, Any]) -> None:
        held = json.loads(members["report.json"])
        del held["reports"][0]["preprinted"]
        members["report.json"] = json.dumps(held).encode()

    assert exchange_of(resealed(data, drop), "报告.fzbg").report == with_pictures()


def bomb(size: int, count: int = 1) -> bytes:
    """Return a file of right sums whose manifest is followed by `count` members of `size` noughts each."""
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        archive.comment = b"fzbg sha256 " + b"0" * 64
        archive.writestr("manifest.json", '{"format":"fzbg"}')
        for number in range(count):
            archive.writestr(f"versions/{number}.json", bytes(size))
    whole = made.getvalue()[:-64]
    return whole + sha256(whole).hexdigest().encode()


@pytest.mark.parametrize(("size", "count", "words"), [
    (21 * 1024 * 1024, 1, "解压后过大"), (15 * 1024 * 1024, 14, "解压后过大"), (1, 2_001, "内部部件过多")])
def test_a_bomb_is_refused_before_it_is_unpacked(size: int, count: int, words: str) -> None:
    with pytest.raises(UserError, match=words):
        exchange_of(bomb(size, count), "报告.fzbg")


def test_the_password_opens_it_and_full_width_letters_are_the_same() -> None:
    exchange = exchange_with(with_pictures())
    locked = bytes_of(exchange, "pass2026")

    assert exchange_of(locked, "报告.fzbg", "ｐａｓｓ２０２６") == exchange


def test_without_the_password_nothing_can_be_read() -> None:
    locked = bytes_of(exchange_with(a_report()), PASSWORD)

    assert not [word for word in ("云峰", "report-1", "introduction") if word.encode() in locked]
    with pytest.raises(PasswordNeeded, match="加了密码"):
        exchange_of(locked, "报告.fzbg")
    with pytest.raises(WrongPassword, match="密码不对"):
        exchange_of(locked, "报告.fzbg", PASSWORD[:-1])


def test_a_short_password_is_refused() -> None:
    with pytest.raises(UserError, match="至少要 8 个字符"):
        bytes_of(exchange_with(a_report()), "1234567")


def test_a_lock_of_other_terms_is_refused_before_the_key_is_made() -> None:
    """A key of a terabyte must not be asked for by a file."""
    locked = bytes_of(exchange_with(a_report()), PASSWORD)

    with pytest.raises(DamagedExchange):
        exchange_of(resealed(locked, put("manifest", "lock", "n", value=2 ** 40)), "报告.fzbg", PASSWORD)


def test_the_importer_says_what_it_is(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "报告.docx"
    path.write_bytes(data)

    with pytest.raises(UserError, match="是本程序的交换文件"):
        admit(path)


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "报告.fzbg"
    with path.open("wb") as stream:
        stream.truncate(WORD_LIMIT + 1)

    with pytest.raises(UserError, match="不会超过 50 MB"):
        read_exchange(path)
