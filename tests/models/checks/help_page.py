"""Writes the help page of all checks, `resources/help/checks.md`: `python tests/models/checks/help_page.py`.

All is made of the registry and the examples: what a check says is what it says of its own first example.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib.util import module_from_spec, spec_from_file_location
from itertools import islice
from pathlib import Path
from types import ModuleType
from typing import Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from models.checks import runner  # noqa: E402 — found only now
from models.checks.finding import Draft, Finding, Severity  # noqa: E402
from models.checks.registry import Check, registered  # noqa: E402
from models.domain.organ import OrganKind  # noqa: E402
from models.resources import parse_yaml, resource_path  # noqa: E402
from models.standards.loader import load_standard  # noqa: E402

NAMES = ROOT / "tests" / "resources" / "check_names.yaml"
PAGE = "checks.md"
SHOWN = 2  # examples of each kind
LONGEST = 70  # characters of an example that is shown
BREAK = " ／ "  # between paragraphs
LEVELS = {Severity.ERROR: "必改", Severity.WARNING: "请核", Severity.HINT: "提示"}
ONE_TEXT = frozenset({
    "text", "title", "document_number", "date_of_issue", "introduction", "closing", "remark",
    "issuing_organ_signature", "issuing_organ_mark",
})
BESIDE = frozenset({"excerpt", "section", "field"})  # words of an example that are no text of it
HEAD = """# 检查些什么

报告写的时候，程序一直在检查，查出来的列在右边“问题”里。下面是全部 {count} 项检查，括号里是编号。

- **必改**：不改会被退回来。**请核**：多半有错，看一眼再定。**提示**：值得留意，可以不改。
- 写着“可以一键改正”的，在问题卡片上点一下就改好，也能撤销。没有把握的，程序不替人改。
- 确实不用改的，在卡片上点“忽略…”选一个理由。理由随报告保存，那处文字改了，问题会重新提出来。
- 下面的例子都是编的。"""


def page() -> str:
    """Return the help page as it should be."""
    names = parse_yaml(NAMES.read_text(encoding="utf-8"))
    checks = [check for _, check in sorted(registered().items())]
    make = drafts()
    lines = [HEAD.format(count=len(checks))]
    for letter, family in names["families"].items():
        of_family = [check for check in checks if check.code.startswith(letter)]
        if of_family:
            lines.append(f"\n## {family}")
        for check in of_family:
            lines += ["", f"### {names['slugs'].get(check.slug, check.slug)}（{check.code}）", "", *entry(check, make)]
    return "\n".join(lines) + "\n"


def drafts() -> Any:
    """Return the maker of drafts from examples that the tests of the checks use."""
    examples = _examples_module()
    standard = load_standard(OrganKind.DEPARTMENT)
    report = examples.complete_report(standard)
    return lambda example: examples.draft_from(example, report, standard)


def entry(check: Check, make: Any) -> Iterator[str]:
    """Yield the lines on `check`."""
    path = HERE / "examples" / f"{check.code}.yaml"
    examples = parse_yaml(path.read_text(encoding="utf-8")) if path.exists() else {}
    found = [finding for example in examples.get("flagged", ()) for finding in findings(check, make(example))]
    levels = sorted({finding.severity for finding in found} or {check.severity}, key=list(LEVELS).index)
    yield f"**{'或'.join(LEVELS[level] for level in levels)}**　{plain(message(check, found))}"
    yield ""
    yield from (f"- 会提出：{plain(text)}" for text in shown(examples.get("flagged", ())))
    right = shown(examples.get("clean", ()), lambda example: not runner.run_checks(make(example)))
    yield from (f"- 不会提出：{plain(text)}" for text in right)
    if any(finding.fix is not None for finding in found):
        yield "- 可以一键改正。"
    yield f"- 依据：{plain(check.basis)}"


def findings(check: Check, draft: Draft) -> list[Finding]:
    """Return what `check` finds in `draft`."""
    return [finding for finding in runner.run_checks(draft) if finding.code == check.code]


def message(check: Check, found: Sequence[Finding]) -> str:
    """Return what `check` says of the first of its examples; its sentence with gaps when nothing was `found`."""
    return found[0].message if found else re.sub(r"\{[a-z_]+\}", "……", check.message)


def shown(examples: Sequence[Any], wanted: Callable[[Any], bool] = lambda example: True) -> list[str]:
    """Return the texts of the shortest of the `wanted` of `examples` that are one text and not too long."""
    by_text = {text: example for example in examples if (text := text_of(example)).strip() and len(text) <= LONGEST}
    return list(islice((text for text in sorted(by_text, key=len) if wanted(by_text[text])), SHOWN))


def text_of(example: str | Mapping[str, Any]) -> str:
    """Return what `example` is about as one text; empty when it is no such thing."""
    if isinstance(example, str):
        return example
    words = example.keys() - BESIDE
    if words == {"file"}:
        return BREAK.join(line.strip() for line in example["file"])
    if words == {"problems"}:
        return BREAK.join("".join(map(str, problem.values())) for problem in example["problems"])
    [only] = words if len(words) == 1 else [""]
    return str(example[only]) if only in ONE_TEXT else ""


def plain(text: str) -> str:
    """Return `text` so that it is shown letter by letter, on one line."""
    line = BREAK.join(" ".join(each.split()) for each in text.splitlines() if each.strip())
    line = line.replace("{", "｛").replace("}", "｝")
    return re.sub(r"([\\`*_\[\]<>#|~])", r"\\\1", line)


def _examples_module() -> ModuleType:
    """Return the module beside this one that makes drafts of examples."""
    spec = spec_from_file_location("check_examples", HERE / "conftest.py")
    assert spec is not None and spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    resource_path("help", PAGE).write_text(page(), encoding="utf-8")
    print(f"{PAGE}：{len(registered())} 项")
