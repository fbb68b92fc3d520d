"""The commands on real files, libraries and folders, from words to exit status."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from builders import a_report

from models.domain.dismissal import Dismissal
from models.importers.reading import read_report
from models.storage.store import ReportStore
from ui.command_line.program import run_command

ROOT = Path(__file__).resolve().parents[3]
REPORTS = sorted((ROOT / "tests" / "resources" / "reports").glob("*.txt"))
SEEDS = ROOT.parent / "shared" / "seeds"
HEAVY = {
    "docx", "lxml", "openpyxl", "sqlalchemy", "alembic", "PySide6", "asyncio", "argparse", "importlib.metadata",
    "calendar",
}
HEAD = """
issuing_organ_mark: 云峰县交通运输局文件
document_number: 云交〔2026〕4号
signatories: [林致远]
main_recipients: [中共云峰县委, 云峰县人民政府]
issuing_organ_signature: 云峰县交通运输局
date_of_issue: '2026-02-20'
secrecy_review: {by: 张三, date: '2026-03-10'}
"""


def checked(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, list[dict[str, Any]]]:
    """Return exit status and objects of `check --json` with `words`."""
    status = run_command(["check", "--json", *words])
    objects: list[dict[str, Any]] = json.loads(capsys.readouterr().out)
    return status, objects


@pytest.fixture
def head(tmp_path: Path) -> str:
    """Return a HEAD.yaml."""
    path = tmp_path / "HEAD.yaml"
    path.write_text(HEAD, encoding="utf-8")
    return str(path)


@pytest.mark.parametrize("report", REPORTS, ids=lambda path: path.stem)
def test_a_file_is_checked_as_it_stands(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, [told] = checked(capsys, str(report))

    text = report.read_text(encoding="utf-8-sig")
    assert status == (1 if any(each["severity"] == "error" for each in told["findings"]) else 0)
    assert told["file"] == str(report) and told["title"]
    assert any(told["sections"][key]["present"] for key in told["sections"])
    assert all(each["excerpt"] is None or each["excerpt"] in text for each in told["findings"])


@pytest.mark.skipif(not SEEDS.exists(), reason="the two real reports are not at hand")
def test_the_faults_of_the_real_reports_are_found(capsys: pytest.CaptureFixture[str]) -> None:
    status, told = checked(capsys, *map(str, sorted(SEEDS.glob("*.txt"))))

    first, second = ({each["slug"] for each in report["findings"]} for report in told)
    assert status == 1
    assert told[0]["document_number"] == "州交〔2024〕4号" and told[0]["date"] is None
    assert {"missing-causes", "duty-not-standalone", "organ-missing", "date-missing"} <= first
    assert {"sum-mismatch", "numbering-gap"} <= second
    assert sum(each["slug"] == "sum-mismatch" for each in told[1]["findings"]) == 2


def test_over_several_files_the_worst_counts_and_all_are_printed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty = tmp_path / "空.txt"
    empty.write_bytes(b"")

    status = run_command(["check", "--json", str(REPORTS[0]), str(empty)])

    output = capsys.readouterr()
    good, bad = json.loads(output.out)
    assert status == 2
    assert good["title"] and bad["title"] is None and len(bad["errors"]) == 1
    assert output.err == f"{empty}：{bad['errors'][0]}\n"


def test_the_listing_names_what_is_wrong(capsys: pytest.CaptureFixture[str]) -> None:
    status = run_command(["check", str(REPORTS[0])])

    told = capsys.readouterr().out
    assert status == 1 and "[必改]" in told and "各部分：" in told


def test_a_public_form_wants_no_head(capsys: pytest.CaptureFixture[str]) -> None:
    slugs = [
        {each["slug"] for each in checked(capsys, str(REPORTS[0]), "--form", form)[1][0]["findings"]}
        for form in ("submission", "public")
    ]

    assert "signatory-missing" in slugs[0] and "signatory-missing" not in slugs[1]


def test_an_export_is_a_draft_until_nothing_is_missing(
    tmp_path: Path, head: str, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "报送版.docx"

    status = run_command(["export", str(REPORTS[0]), "-o", str(target), "--head", head])

    told = capsys.readouterr().out
    assert status == 1 and "草稿" in told and "- " in told
    read = read_report(target).report
    assert read.head.document_number == "云交〔2026〕4号" and read.head.signatories == ("林致远",)


def test_a_public_export_waits_for_the_secrecy_review(
    tmp_path: Path, head: str, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "公开版.docx"
    words = ["export", str(REPORTS[0]), "-o", str(target), "--form", "public"]

    assert run_command(words) == 2
    assert "保密审查" in capsys.readouterr().err and not target.exists()
    assert run_command([*words, "--head", head]) == 0
    assert target.exists()


def test_an_imported_file_is_checked_and_exported_from_the_library(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    library = tmp_path / "库" / "报告.db"

    assert run_command(["import", str(REPORTS[0]), "--into", str(library)]) == 0
    assert f"{library}#1" in capsys.readouterr().out
    status, [told] = checked(capsys, f"{library}#1")
    assert status == 1 and told["title"] == checked(capsys, str(REPORTS[0]))[1][0]["title"]
    assert run_command(["export", f"{library}#1", "-o", str(tmp_path / "出.docx"), "--form", "review"]) == 0


def test_a_second_report_of_an_organ_gets_its_profile(tmp_path: Path) -> None:
    library = tmp_path / "报告.db"
    run_command(["import", str(REPORTS[0]), "--into", str(library)])
    with ReportStore.open(library) as store:
        [organ] = store.organs()

    run_command(["import", str(REPORTS[0]), "--into", str(library)])

    with ReportStore.open(library) as store:
        assert store.organs() == (organ,)
        assert {store.load(each.id).organ.id for each in store.reports()} == {organ.id}


def test_a_library_in_use_takes_no_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    library = tmp_path / "报告.db"
    with ReportStore.open(library) as store:
        store.save(a_report())
        status = run_command(["import", str(REPORTS[0]), "--into", str(library)])
        assert len(store.reports()) == 1

    assert status == 2 and capsys.readouterr().err.startswith("没有读入：资料库已在")


def test_a_library_is_read_while_the_window_has_it_open(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with ReportStore.open(tmp_path / "报告.db") as store:
        store.save(a_report())
        status, [told] = checked(capsys, f"{store.path}#1")

    assert status in (0, 1) and told["organ"] == "云峰县交通运输局"


def test_the_demonstration_leaves_three_word_files_and_a_library(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for _ in range(2):  # the second one over the results of the first
        assert run_command(["demo", str(tmp_path / "演示")]) == 0

    assert {"演示.db", "报送版.docx", "公开版.docx", "送审稿.docx"} <= {each.name for each in (tmp_path / "演示").iterdir()}
    assert "必改 0 处" in capsys.readouterr().out


@pytest.mark.parametrize(("words", "told"), [
    pytest.param(["check", "没有.txt"], "没有.txt", id="absent file"),
    pytest.param(["check", "没有.db#1"], "找不到库文件", id="absent library"),
    pytest.param(["check", str(REPORTS[0]), "--local", "没有.yaml"], "没有.yaml", id="absent overlay"),
    pytest.param(["export", str(REPORTS[0]), "-o", "出.odt"], ".docx", id="output of another kind"),
    pytest.param(["export", str(REPORTS[0]), "-o", "没有/出.docx"], "没有", id="output folder absent"),
    pytest.param(["export", str(REPORTS[0]), "-o", "出.docx", "--profile", "旧"], "没有名为“旧”的版式", id="no such profile"),
    pytest.param(["export", str(REPORTS[0]), "-o", "出.docx", "--head", "没有.yaml"], "没有.yaml", id="absent head"),
    pytest.param(["import", "没有.docx", "--into", "库.db"], "没有.docx", id="import of an absent file"),
])
def test_what_cannot_be_done_is_one_line(
    words: list[str], told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)

    status = run_command(words)

    lines = capsys.readouterr().err.splitlines()
    assert status == 2 and len(lines) == 1 and told in lines[0] and "内部出错" not in lines[0]
    assert not list(tmp_path.iterdir())


def test_a_report_is_not_exported_onto_itself(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run_command(["demo", str(tmp_path)])
    source = tmp_path / "送审稿.docx"
    before = source.read_bytes()

    assert run_command(["export", str(source), "-o", str(source)]) == 2
    assert source.read_bytes() == before and "同一个" in capsys.readouterr().err


@pytest.mark.parametrize(("words", "allowed"), [
    pytest.param(["check", "--json", str(REPORTS[0])], set(), id="check"),
    pytest.param(["export", str(REPORTS[0]), "-o"], {"docx", "lxml", "argparse", "calendar"}, id="export"),
])
def test_a_command_loads_only_what_it_needs(words: list[str], allowed: set[str], tmp_path: Path) -> None:
    words = [*words, str(tmp_path / "出.docx")] if words[-1] == "-o" else words
    script = f"import main, sys; main.main({words!r}); print('loaded:', *sys.modules)"

    output = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, encoding="utf-8").stdout

    loaded = set(output.rpartition("loaded: ")[2].split())
    assert "models.checks.runner" in loaded
    assert not loaded & (HEAVY - allowed)


COPIED = "联合公安、市场监管部门开展非法营运专项整治，检查车辆1206辆次，纠正违法行为83起，约谈企业9家。"


def a_file(path: Path, year: int) -> Path:
    """Return `path` with a small report on `year` that says the same every year."""
    path.write_text(
        f"云峰县交通运输局{year}年度法治政府建设年度报告\n一、{year}年度主要举措和成效\n{COPIED}\n"
        f"二、存在的不足和原因\n案卷质量不高，主要是审核力量不足。\n三、{year + 1}年度主要安排\n加强案卷评查。\n", encoding="utf-8")
    return path


def test_a_file_is_held_against_last_years(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    older, newer = a_file(tmp_path / "去年.txt", 2024), a_file(tmp_path / "今年.txt", 2025)

    _, [told] = checked(capsys, str(newer), "--previous", str(older))

    assert [each["excerpt"] for each in told["findings"] if each["slug"] == "stale-copy"] == [COPIED]


def test_a_report_of_the_same_year_is_not_last_years(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    newer = str(a_file(tmp_path / "今年.txt", 2025))

    status, [told] = checked(capsys, newer, "--previous", newer)

    assert status == 2
    assert "上一年度" in told["errors"][0]


def test_a_stored_report_is_held_against_the_one_it_came_from(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    library = tmp_path / "库.db"
    topic = replace(a_report().parts[0].entries[0], text=COPIED)
    report = a_report().with_part(replace(a_report().parts[0], entries=(topic,)))
    with ReportStore.open(library) as store:
        store.save(replace(report, id="old", year=2024))
        store.save(replace(report, id="new", previous_id="old"))

    _, [told] = checked(capsys, f"{library}#new")

    assert "stale-copy" in {each["slug"] for each in told["findings"]}


def test_what_the_clerk_set_aside_counts_no_more(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    library = tmp_path / "库.db"
    report = replace(a_report(), introduction="现将情况报告如下：____")
    aside = Dismissal("W001", "placeholder-left", "introduction", "", "introduction", "将情况报告如下：", "____", "留给领导签字")
    with ReportStore.open(library) as store:
        store.save(replace(report, id="open"))
        store.save(replace(report, id="aside", dismissals=(aside,)))

    _, [before] = checked(capsys, f"{library}#open")
    _, [after] = checked(capsys, f"{library}#aside")
    run_command(["check", f"{library}#aside"])

    left = [each for each in before["findings"] if each["excerpt"] != "____"]
    assert len(before["findings"]) == len(left) + 1
    assert after == {**before, "file": f"{library}#aside", "findings": left}
    assert "（另有 1 个已忽略）" in capsys.readouterr().out
