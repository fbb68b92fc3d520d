"""An old file turned into .docx by Word, WPS or LibreOffice, whichever is installed, and read from there."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from models.importers.docx.reading import read_word
from models.importers.raw_line import RawText

SECONDS = 15.0
_PLACES = (  # where LibreOffice lies when it is not on the path
    "/usr/bin/soffice", "/usr/lib/libreoffice/program/soffice", "/opt/libreoffice/program/soffice",
    "C:/Program Files/LibreOffice/program/soffice.exe", "C:/Program Files (x86)/LibreOffice/program/soffice.exe",
)
# No macros, no questions, read-only, not among the recent files; 12 is .docx. Names come in variables of the
# environment: no file name can be taken for a command.
_AUTOMATION = """
$ErrorActionPreference = 'Stop'
$program = $null
foreach ($name in 'Word.Application', 'KWPS.Application', 'WPS.Application') {
  try { $program = New-Object -ComObject $name; break } catch { }
}
if ($null -eq $program) { exit 3 }
try {
  $program.Visible = $false
  $program.DisplayAlerts = 0
  $program.AutomationSecurity = 3
  $opened = $program.Documents.Open($env:READ_FROM, $false, $true, $false)
  $opened.SaveAs($env:WRITE_TO, 12)
  $opened.Close(0)
} finally { $program.Quit(0) }
"""


def read_through_office(path: Path) -> RawText | None:
    """Return the text of the file `path` as an office program of this machine reads it; None when none can."""
    ways: tuple[tuple[str, Callable[[Path, Path], bool]], ...] = (
        ("Word 或 WPS", _by_automation), ("LibreOffice", _by_libreoffice))
    with tempfile.TemporaryDirectory(prefix="fazhi-", ignore_cleanup_errors=True) as folder:
        source = Path(folder) / "source.doc"  # a copy, under a name that cannot mislead
        shutil.copyfile(path, source)
        target = Path(folder) / "converted" / "source.docx"
        target.parent.mkdir()
        for name, convert in ways:
            if convert(source, target) and target.is_file():
                raw = read_word(target)
                return raw._replace(notes=(f"文件太旧，由 {name} 转成 .docx 后读入", *raw.notes))
    return None


def _by_automation(source: Path, target: Path) -> bool:
    """Let Word or WPS on Windows convert `source` to `target`; return whether it did."""
    if sys.platform != "win32":
        return False
    names = {**os.environ, "READ_FROM": str(source), "WRITE_TO": str(target)}
    return _run(["powershell", "-NoProfile", "-NonInteractive", "-Command", _AUTOMATION], names)


def _by_libreoffice(source: Path, target: Path) -> bool:
    """Let LibreOffice, in a profile of its own, convert `source` to `target`; return whether it did."""
    program = shutil.which("soffice") or next((place for place in _PLACES if Path(place).is_file()), "")
    profile = (source.parent / "profile").as_uri()
    return bool(program) and _run([
        program, f"-env:UserInstallation={profile}", "--headless", "--norestore", "--nolockcheck", "--convert-to",
        "docx", "--outdir", str(target.parent), str(source),
    ], {**os.environ, "HOME": str(source.parent)})


def _unbound() -> None:
    """Give an office program the memory that the reading of a foreign file is not given."""
    import resource

    _, most = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (most, most))


def _run(command: list[str], environment: dict[str, str]) -> bool:
    """Run `command` with `environment` to its end; return whether it went well."""
    try:
        return subprocess.run(
            command, env=environment, timeout=SECONDS, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, check=False, preexec_fn=None if sys.platform == "win32" else _unbound,
        ).returncode == 0
    except (OSError, subprocess.SubprocessError):
        return False
