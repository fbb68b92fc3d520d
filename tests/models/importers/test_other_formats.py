"""One report in every format that can be read: the same sentences, the same sections, whatever the way."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from exporters.docx.writer import manuscript_bytes
from foreign_report import FOOTNOTE, HIDDEN, SENTENCES, TABLE, a_whole_report
from word_files import CREATED, a_manuscript

from models.domain.source_document import ImportedReport
from models.importers import read_report
from models.layout.loader import load_layout
from models.samples import sample_report

FILES = Path(__file__).resolve().parents[2] / "resources" / "foreign"
FORMATS = ("doc", "rtf", "html", "pdf")


def letters(text: str) -> str:
    """Return `text` without blanks."""
    return "".join(text.split())


def text_of(imported: ImportedReport) -> str:
    """Return the text of the source, blanks apart."""
    return letters("".join(paragraph.text for paragraph in imported.source.paragraphs))


def sections_of(imported: ImportedReport) -> dict[str, tuple[bool, str]]:
    """Return presence and text of each section, blanks and the numbers of headings apart."""
    return {
        str(key): (reading.present, letters(reading.text or "")) for key, reading in imported.sections.items()
    }


@pytest.fixture(scope="module")
def word(tmp_path_factory: pytest.TempPathFactory) -> ImportedReport:
    """Return the report read from .docx."""
    path = tmp_path_factory.mktemp("word") / "report.docx"
    path.write_bytes(a_whole_report())
    return read_report(path)


@pytest.mark.parametrize("format", FORMATS)
def test_every_sentence_is_read(format: str) -> None:
    text = text_of(read_report(FILES / f"report.{format}"))

    missing = [
        sentence for sentence in (*SENTENCES, *(cell for row in TABLE for cell in row))
        if letters(sentence) not in text
    ]
    # LibreOffice writes both the deleted and the inserted words into a web page
    assert missing == ([SENTENCES[1]] if format == "html" else [])


@pytest.mark.parametrize("format", [each for each in FORMATS if each != "html"])
def test_the_sections_are_those_of_the_word_file(format: str, word: ImportedReport) -> None:
    read = read_report(FILES / f"report.{format}")

    assert sections_of(read) == sections_of(word)
    assert read.report.head.title == word.report.head.title
    assert read.report.signature == word.report.signature


def test_a_web_page_has_the_same_headings(word: ImportedReport) -> None:
    text = text_of(read_report(FILES / "report.html"))

    assert all(part.heading in text for part in word.report.parts)


@pytest.mark.parametrize("format", ["doc", "rtf"])
def test_what_is_no_text_is_listed(format: str) -> None:
    source = read_report(FILES / f"report.{format}").source

    assert {("脚注", FOOTNOTE), ("Word 中的隐藏文字", HIDDEN)} <= {(each.reason, each.text) for each in source.left_out}
    assert any("接受全部修订" in note for note in source.cleaned)


def test_names_do_not_matter(tmp_path: Path) -> None:
    for name in ("报告.wps", "报告.txt", "报告.docx", "报告"):
        path = tmp_path / name
        path.write_bytes((FILES / "report.doc").read_bytes())

        assert letters(SENTENCES[0]) in text_of(read_report(path))


@pytest.mark.layout
@pytest.mark.parametrize("format", FORMATS)
def test_the_sample_report_comes_back_from_every_format(format: str, tmp_path: Path) -> None:
    converted = converted_sample(tmp_path, format)
    word = read_report(tmp_path / "sample.docx")
    read = read_report(converted)

    text = text_of(read)
    body = [paragraph.text for paragraph in word.source.paragraphs if paragraph.section]
    missing = [each for each in body if letters(each.replace("\t", "")) not in text]
    assert missing == []
    assert sections_of(read) == sections_of(word)


def converted_sample(folder: Path, format: str) -> Path:
    """Return the sample report as LibreOffice writes it in `format`; skips with a word where it is missing."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is missing")
    sample = a_manuscript(sample_report())
    (folder / "sample.docx").write_bytes(manuscript_bytes(sample, load_layout(), CREATED))
    subprocess.run([
        program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", format,
        "--outdir", str(folder), str(folder / "sample.docx"),
    ], check=True, capture_output=True, timeout=100)
    return folder / f"sample.{format}"
