"""The index by which all reports are searched: a file beside the library, made from it and never needed to keep text.

It is a file of its own for four reasons. The gate of the library refuses virtual tables, which a full-text index is.
Backups hold the reports alone. A damaged index is thrown away and made anew without a word. And a save never writes it:
it follows when no report is open, report by report, told by the digests which ones have changed.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import NamedTuple

from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from models.domain.report import Report
from models.domain.report_texts import report_texts
from models.errors import UserError
from models.storage.connection import connect, connected_to_read
from models.storage.content import stored_report
from models.storage.failures import DamagedLibrary, told
from models.storage.sessions import Sessions
from models.text.grams import Wanted, tokens

INDEX_ID = 0x46415A49  # "FAZI", in the header of each index
FORM = 1  # of the tables, the folding and the pairs: an index of another form is made anew
CHUNK = 0.05  # seconds of indexing between two looks whether something else is to be done
MERGED_PAGES = 200  # of the index at one go, when what was deleted is taken out of it
_MERGED = 2  # fewer changes than that: nothing was left to merge
_TABLES = f"""
    PRAGMA application_id={INDEX_ID};
    CREATE TABLE documents (number INTEGER PRIMARY KEY, digest TEXT NOT NULL, texts BLOB NOT NULL);
    CREATE TABLE removals (due INTEGER NOT NULL);
    CREATE VIRTUAL TABLE pairs USING fts5(words, content='', columnsize=0, tokenize='ascii');
    CREATE VIRTUAL TABLE signs USING fts5(words, content='', columnsize=0, detail=none, tokenize='ascii');
    PRAGMA user_version={FORM};
"""
_FAILURE = "检索没有整理好"
_TRANSIENT = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR,
              sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_NOMEM}


class IndexedText(NamedTuple):
    """A text of a report and where it stands (as in `Place`); an empty `task` is the name of the organ."""

    task: str
    entry: str
    field: str
    text: str


@dataclass(frozen=True, slots=True)
class Progress:
    """How many of the library's reports can be searched."""

    done: int
    total: int
    busy: bool = False  # whether `update` has something to do

    @property
    def complete(self) -> bool:
        """Whether all of them can."""
        return self.done >= self.total


class SearchIndex:
    """The index of the library at `library`. One thread calls it; the file stays open until `close`."""

    def __init__(self, library: Path, read_only: bool = False) -> None:
        """Use the file beside `library`; where that may not be written, an index in memory is made of what it lacks."""
        self.path = index_path(library)
        self._library = library
        self._read_only = read_only
        self._sessions = Sessions(library)
        self._connection: sqlite3.Connection | None = None
        self._due: list[tuple[int, str]] = []  # number and digest of reports that are to be read
        self._gone: list[int] = []
        self._total = 0

    def look(self) -> Progress:
        """Compare index and library; what differs is due. UserError when either cannot be read."""
        with told(_FAILURE), connected_to_read(self._library) as connection:
            held = dict(connection.execute("SELECT number, digest FROM reports ORDER BY change"))
        with self._rescued() as index:
            known = dict(index.execute("SELECT number, digest FROM documents"))
        self._due = [(number, digest) for number, digest in held.items() if known.get(number) != digest]
        self._gone = [number for number in known if number not in held]
        self._total = len(held)
        return self._progress()

    def update(self, seconds: float = CHUNK) -> Progress:
        """Read what is due, the newest first, for about `seconds`; UserError when the index cannot be written."""
        end = monotonic() + seconds
        with self._sessions.reading(_FAILURE) as session, self._rescued() as index, _transaction(index):
            for number in self._gone:
                _remove(index, number)
                index.execute("INSERT INTO removals VALUES (1)")
            self._gone = []
            while self._due and monotonic() < end:
                number, digest = self._due[-1]
                _remove(index, number)
                _add(index, number, digest, _texts_of(session, number))
                self._due.pop()
            if not self._due:
                _merge_removals(index)
        return self._progress()

    def find(self, wanted: Wanted) -> tuple[int, ...]:
        """Return the short numbers of the reports in which all of `wanted` stands, in no order."""
        if not wanted.words:
            return ()
        found: set[int] | None = None
        with self._rescued() as index:
            for table, expression in (("pairs", wanted.pairs), ("signs", wanted.signs)):
                if expression:
                    rows = index.execute(f"SELECT rowid FROM {table} WHERE {table} MATCH ?", (expression,))
                    numbers = {number for number, in rows}
                    found = numbers if found is None else found & numbers
        return tuple(found or ())

    def texts(self, numbers: Iterable[int]) -> Iterator[tuple[int, list[IndexedText]]]:
        """Yield each of `numbers` that is indexed, with the texts of its report as they stood then."""
        with self._rescued() as index:
            for number in numbers:
                row = index.execute("SELECT texts FROM documents WHERE number=?", (number,)).fetchone()
                if row is not None:
                    yield number, _unpacked(row[0])

    def close(self) -> None:
        """Close the file."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _progress(self) -> Progress:
        """Return how far the index is."""
        with self._rescued() as index:
            merging = index.execute("SELECT 1 FROM removals").fetchone() is not None
        return Progress(self._total - len(self._due), self._total, bool(self._due or self._gone or merging))

    @contextmanager
    def _rescued(self) -> Iterator[sqlite3.Connection]:
        """Lend the open index. What shows that it is damaged inside throws it away: the next `look` finds all due."""
        try:
            if self._connection is None:
                self._connection = self._opened()
            yield self._connection
        except (sqlite3.Error, zlib.error, ValueError) as error:
            code = getattr(error, "sqlite_errorcode", None)
            self.close()
            if code is None or code & 0xFF not in _TRANSIENT:
                self._discard()
            raise UserError(f"{_FAILURE}。", "报告不受影响；稍后再搜索，程序会重新整理。") from error

    def _opened(self) -> sqlite3.Connection:
        """Return a connection to the index, made where it is missing or of another form."""
        if self._read_only:
            return self._opened_to_read()
        connection: sqlite3.Connection | None = None
        try:
            connection = connect(self.path, "rwc")
            if _is_index(connection):
                connection.execute("PRAGMA synchronous=NORMAL")  # not worth more: it can be made again
                return connection
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorcode & 0xFF in _TRANSIENT:
                if connection is not None:
                    connection.close()
                raise
        if connection is not None:
            connection.close()
        self._discard()
        connection = connect(self.path, "rwc")
        connection.execute("PRAGMA synchronous=NORMAL")
        connection.executescript(_TABLES)
        return connection

    def _opened_to_read(self) -> sqlite3.Connection:
        """Return an index in memory with the content of the file, as far as that is one and can be read."""
        memory = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        with suppress(sqlite3.Error), closing(connect(self.path, "ro")) as file:
            if _is_index(file):
                file.backup(memory)
                return memory
        memory.executescript(_TABLES)
        return memory

    def _discard(self) -> None:
        """Throw the file away; one that cannot be removed now is tried again the next time."""
        for path in (self.path, self.path.with_name(f"{self.path.name}-journal")):
            with suppress(OSError):
                path.unlink(missing_ok=True)


def index_path(library: Path) -> Path:
    """Return the index file of the library at `library`."""
    return library.with_name(f"{library.name}.index")


def indexed_texts(report: Report) -> list[IndexedText]:
    """Return what is searched of `report`: the names of its organ, which lead to no place, and every text."""
    names = dict.fromkeys((report.organ.full_name, report.organ.short_name))
    texts = (IndexedText(place.task, place.entry, place.field, text) for place, text in report_texts(report))
    return [each for each in (*(IndexedText("", "", "", name) for name in names), *texts) if each.text]


def _is_index(connection: sqlite3.Connection) -> bool:
    """Return whether `connection` leads to a whole index of the present form."""
    marks = [connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")]
    return marks == [INDEX_ID, FORM]


def _texts_of(session: Session, number: int) -> list[IndexedText]:
    """Return what is searched of the report `number`; of a damaged one nothing, which is told when it is opened."""
    try:
        return indexed_texts(stored_report(session, number)[0])
    except DamagedLibrary:
        return []
    except DBAPIError as error:
        if getattr(error.orig, "sqlite_errorcode", None) is None:  # text that is none, seen by the Python module
            return []
        raise


def _add(index: sqlite3.Connection, number: int, digest: str, texts: list[IndexedText]) -> None:
    told_of = tokens(each.text for each in texts)
    index.execute("INSERT INTO documents VALUES (?, ?, ?)", (number, digest, _packed(texts)))
    index.execute("INSERT INTO pairs (rowid, words) VALUES (?, ?)", (number, told_of.pairs))
    index.execute("INSERT INTO signs (rowid, words) VALUES (?, ?)", (number, told_of.signs))


def _remove(index: sqlite3.Connection, number: int) -> None:
    """Take the report `number` out; an index without content wants to be told again what it holds."""
    row = index.execute("SELECT texts FROM documents WHERE number=?", (number,)).fetchone()
    if row is None:
        return
    told_of = tokens(each.text for each in _unpacked(row[0]))
    for table, words in zip(("pairs", "signs"), told_of, strict=True):
        index.execute(f"INSERT INTO {table} ({table}, rowid, words) VALUES ('delete', ?, ?)", (number, words))
    index.execute("DELETE FROM documents WHERE number=?", (number,))


def _merge_removals(index: sqlite3.Connection) -> None:
    """Rewrite a piece of the index, so that the words of deleted reports leave the file in the end."""
    if index.execute("SELECT 1 FROM removals").fetchone() is None:
        return
    before = index.total_changes
    for table in ("pairs", "signs"):
        index.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('merge', ?)", (-MERGED_PAGES,))
    if index.total_changes - before < 2 * _MERGED:
        index.execute("DELETE FROM removals")


@contextmanager
def _transaction(index: sqlite3.Connection) -> Iterator[None]:
    """Commit what is done inside together, or nothing of it."""
    index.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        with suppress(sqlite3.Error):
            index.execute("ROLLBACK")
        raise
    index.execute("COMMIT")


def _packed(texts: list[IndexedText]) -> bytes:
    return zlib.compress(json.dumps(texts, ensure_ascii=False, separators=(",", ":")).encode("utf-8"), level=1)


def _unpacked(packed: bytes) -> list[IndexedText]:
    return [IndexedText._make(row) for row in json.loads(zlib.decompress(packed))]
