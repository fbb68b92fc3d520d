"""`export`: the kind of file by its ending, and what a 公开版 does not say."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from models.importers.reading import read_report
from ui.command_line.program import run_command

ROOT = Path(__file__).resolve().parents[3]
REPORT = ROOT / "tests" / "resources" / "reports" / "misnumbered.txt"
HEAD = """
issuing_organ_mark: 云峰县交通运输局文件
document_number: 云交〔2026〕4号
signatories: [林致远]
main_recipients: [中共云峰县委, 云峰县人民政府]
issuing_organ_signature: 云峰县交通运输局
date_of_issue: '2026-02-20'
secrecy_review: {by: 张三, date: '2026-03-10'}
"""
PRIVATE = """云峰县交通运输局2025年度法治政府建设年度报告
一、2025年度推进法治政府建设的主要举措和成效
当事人王建国不服，来电13912345678已答复，案号（2025）湘1103行初45号。副局长李明带队检查。
二、存在的不足和原因
案卷质量不高，主要原因是审核力量不足。
"""


@pytest.fixture
def head(tmp_path: Path) -> str:
    """Return a HEAD.yaml."""
    path = tmp_path / "HEAD.yaml"
    path.write_text(HEAD, encoding="utf-8")
    return str(path)


@pytest.mark.parametrize("form", ["submission", "public", "review"])
@pytest.mark.parametrize("ending", [".docx", ".html", ".txt"])
def test_the_ending_says_what_kind_of_file_is_written(
    ending: str, form: str, tmp_path: Path, head: str, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / f"报告{ending}"
    target.write_text("从前的文件", encoding="utf-8")

    status = run_command(["export", str(REPORT), "-o", str(target), "--form", form, "--head", head])

    told = capsys.readouterr().out
    assert status == (1 if form == "submission" else 0)
    assert f"：{target}" in told and "必须补上" in told
    assert set(tmp_path.iterdir()) == {target, Path(head)}
    read = read_report(target).report
    assert (read.head.document_number == "云交〔2026〕4号") == (form != "public")
    assert read.signature.date_of_issue == "2026年2月20日"


def test_another_ending_is_refused_with_the_four(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command(["export", str(REPORT), "-o", str(tmp_path / "报告.odt")]) == 2

    told = capsys.readouterr().err
    assert all(ending in told for ending in (".docx", ".pdf", ".html", ".txt"))
    assert told.count("\n") == 1 and not list(tmp_path.iterdir())


def test_a_public_export_tells_what_it_hides_and_what_it_does_not(
    tmp_path: Path, head: str, capsys: pytest.CaptureFixture[str]
) -> None:
    report, target = tmp_path / "稿.txt", tmp_path / "公开版.txt"
    report.write_text(PRIVATE, encoding="utf-8")

    assert run_command(["export", str(report), "-o", str(target), "--form", "public", "--head", head]) == 0

    told, text = capsys.readouterr().out, target.read_text(encoding="utf-8-sig")
    assert "当事人王某不服，来电139××××××××已答复，案号（2025）××号。副局长李明带队检查。" in text
    for line in ("案件当事人“王建国”改为“王某”，1 处", "手机号码“13912345678”改为", "工作人员姓名“李明”，1 处"):
        assert line in told


def test_head_yaml_says_what_is_hidden_and_what_stays(tmp_path: Path, head: str) -> None:
    report, target = tmp_path / "稿.txt", tmp_path / "公开版.html"
    report.write_text(PRIVATE, encoding="utf-8")
    Path(head).write_text(HEAD + "redactions: {李明: 隐去, 王建国: 王先生, '13912345678': 保留}\n", encoding="utf-8")
    words = ["export", str(report), "-o", str(target), "--head", head]

    assert run_command([*words, "--form", "public"]) == 0
    assert "当事人王先生不服，来电13912345678已答复" in target.read_text(encoding="utf-8")
    assert "副局长李某带队" in target.read_text(encoding="utf-8")
    run_command([*words, "--form", "submission"])
    assert "当事人王建国不服" in target.read_text(encoding="utf-8")


def test_words_of_head_yaml_that_stand_nowhere_stop_a_public_export(
    tmp_path: Path, head: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path(head).write_text(HEAD + "redactions: {王健国: 隐去}\n", encoding="utf-8")
    target = tmp_path / "公开版.html"

    status = run_command(["export", str(REPORT), "-o", str(target), "--form", "public", "--head", head])

    assert status == 2 and "王健国" in capsys.readouterr().err and not target.exists()


@pytest.mark.parametrize(("form", "says", "hides"), [
    ("submission", "王建国", "王某"), ("public", "王某", "王建国"), ("review", "王建国", "王某")])
def test_a_pdf_file_is_painted_without_a_window(form: str, says: str, hides: str, tmp_path: Path, head: str) -> None:
    report, target = tmp_path / "稿.txt", tmp_path / "报告.pdf"
    report.write_text(PRIVATE, encoding="utf-8")
    words = ["export", str(report), "-o", str(target), "--form", form, "--head", head]

    outcome = subprocess.run([sys.executable, str(ROOT / "main.py"), *words], capture_output=True, encoding="utf-8")

    assert (outcome.returncode, outcome.stderr) == (1 if form == "submission" else 0, "")
    assert f"：{target}" in outcome.stdout
    text = "".join(paragraph.text for paragraph in read_report(target).source.paragraphs)
    assert says in text and hides not in text


def test_without_a_painter_a_pdf_file_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command(["export", str(REPORT), "-o", str(tmp_path / "报告.pdf")]) == 2

    assert ".docx" in capsys.readouterr().err and not list(tmp_path.iterdir())
