"""Make the program's own environment when it is missing, then run the program, its tests or its benchmarks.

Every Python since 3.6 must be able to read this file, so that an older one can say which one is needed.
"""

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import List, Set

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
STAMP = VENV / "prepared"  # what has been done in the environment, one word a line
OLDEST, NEWEST = (3, 11), (3, 13)  # the Qt binding has no wheel for a newer one
LOCK, TEST_LOCK = ROOT / "requirements.lock", ROOT / "tests" / "requirements.lock"  # the second holds the first
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1", "libGL.so.1": "libgl1", "libglib-2.0.so.0": "libglib2.0-0",
    "libfontconfig.so.1": "libfontconfig1", "libdbus-1.so.3": "libdbus-1-3", "libxkbcommon.so.0": "libxkbcommon0",
}
WINDOW_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0", "libxcb-icccm.so.4": "libxcb-icccm4", "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1", "libxcb-image.so.0": "libxcb-image0", "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb-render-util.so.0": "libxcb-render-util0", "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
CHECKS = {
    "flake8": ["-m", "flake8"], "mypy": ["-m", "mypy"],
    "import-linter": ["-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"],
    "pytest": ["-m", "pytest", "-n", "auto"],  # last: its own summary closes the output; one process a core
}


def say(text: str) -> None:
    """Print `text`, also where the console cannot show Chinese by itself."""
    try:
        print(text, flush=True)
    except UnicodeEncodeError:
        sys.stdout.buffer.write(text.encode("utf-8") + b"\n")


def hand_over() -> int:
    """Run this file again with a Python that suits; say which one is needed when this PC has none."""
    probe = "import sys; sys.exit(not %r <= sys.version_info[:2] <= %r)" % (OLDEST, NEWEST)
    for version in ("3.11", "3.12", "3.13"):
        command = ["py", "-" + version] if os.name == "nt" else ["python" + version]
        if shutil.which(command[0]) and subprocess.call(command + ["-c", probe], stderr=subprocess.DEVNULL) == 0:
            return subprocess.call(command + [str(ROOT / "start.py")] + sys.argv[1:])
    say("本程序需要 Python 3.11、3.12 或 3.13，现在用的是 %d.%d。请安装其中一个，再用它运行 start.py。" % sys.version_info[:2])
    return 2


def missing_packages(window: bool) -> List[str]:
    """Return the Debian packages that are missing; `window` counts those of a window on screen too."""
    libraries = dict(QT_LIBRARIES, **(WINDOW_LIBRARIES if window else {}))
    known = subprocess.check_output(["/sbin/ldconfig", "-p"]).decode("utf-8", "replace")
    missing = [package for library, package in libraries.items() if library + " " not in known]
    if importlib.util.find_spec("ensurepip") is None:
        missing.append("python3-venv")
    if shutil.which("fc-list") is None:
        missing.append("fontconfig")
    elif subprocess.check_output(["fc-list", ":lang=zh"]).strip():
        return missing
    return missing + ["fonts-wqy-zenhei"]


def complete_system(window: bool) -> bool:
    """Name the missing packages of a Debian-like system and install them as root; return whether none is missing."""
    if not sys.platform.startswith("linux") or shutil.which("apt-get") is None:
        return True
    missing = missing_packages(window)
    if missing and os.geteuid() == 0:
        say("系统缺少这些软件包，正在安装：" + " ".join(missing))
        apt = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", "-o", "DPkg::Lock::Timeout=600"]
        subprocess.call(apt + ["update"])
        subprocess.call(apt + ["install", "-y", "--no-install-recommends"] + missing, stdout=subprocess.DEVNULL)
        missing = missing_packages(window)
    if missing:
        say("系统还缺少这些软件包，请让管理员安装：apt-get install " + " ".join(missing))
    return not missing


def prepare(lock: Path, window: bool) -> str:
    """Return the Python of an environment that holds what `lock` lists; an empty text means it could not be made."""
    python = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    done: Set[str] = set(STAMP.read_text("utf-8").splitlines()) if STAMP.exists() and python.exists() else set()
    digests = {each: hashlib.sha256(each.read_bytes()).hexdigest() for each in (LOCK, TEST_LOCK)}
    system = "window" if window else "offscreen"
    if {sys.base_prefix, system, digests[lock]} <= done:
        return str(python)
    complete = complete_system(window)
    if not {sys.base_prefix, digests[lock]} <= done:
        say("正在准备运行环境（.venv），第一次约需一两分钟……")
        wheels = ["--no-index", "--find-links", str(ROOT / "wheels")] if (ROOT / "wheels").is_dir() else []
        anew = sys.base_prefix not in done  # none yet, made with another Python, or not to its end
        pip = [str(python), "-m", "pip", "install", "-qq", "--disable-pip-version-check", "--require-hashes"]
        if anew and subprocess.call([sys.executable, "-m", "venv", "--clear", str(VENV)]) != 0 \
                or subprocess.call(pip + ["--only-binary", ":all:", "-r", str(lock)] + wheels) != 0:
            say("运行环境没有装好，原因见上。没有网络时，请把所需的 .whl 文件放在 start.py 旁边的 wheels 文件夹里。")
            return ""
        subprocess.call([str(python), "-m", "compileall", "-qq", "models", "exporters", "ui"], cwd=str(ROOT))
        done = {sys.base_prefix, digests[LOCK], digests[lock]}
    STAMP.write_text("\n".join(done | ({system} if complete else set())) + "\n", "utf-8")
    return str(python)


def run_checks(python: str, words: List[str]) -> int:
    """Run every static check and test, `words` going to pytest; return 1 when anything failed."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    failed = [name for name, command in CHECKS.items()
              if subprocess.call([python] + command + (words if name == "pytest" else []), cwd=str(ROOT)) != 0]
    say("没有通过：" + "、".join(failed) if failed else "静态检查和测试全部通过。")
    return 1 if failed else 0


def run_program(python: str, words: List[str], window: bool) -> int:
    """Run the program with `words`; without words and without a screen, the demonstration in its stead."""
    command = [python, str(ROOT / "main.py")] + words
    if not words and not window:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        say("没有找到显示器，改为不开窗口运行演示（main.py demo），结果放在：%s" % (ROOT / "results"))
        return subprocess.call(command + ["demo", str(ROOT / "results")])
    method = os.environ.get("QT_IM_MODULE", "") + os.environ.get("XMODIFIERS", "")
    if "fcitx" in method and not list(VENV.glob("lib/*/site-packages/PySide6/Qt/plugins/*inputcontexts/*fcitx*")):
        os.environ["QT_IM_MODULE"] = "ibus"  # fcitx answers as ibus, and Qt brings that plugin
    return subprocess.call(command)


def main(words: List[str]) -> int:
    """Do what `words` say; return the exit status."""
    if not OLDEST <= sys.version_info[:2] <= NEWEST:
        return hand_over()
    screen = not sys.platform.startswith("linux") or any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY")))
    task = words[0] if words and words[0] in ("test", "bench") else ""
    python = prepare(TEST_LOCK if task else LOCK, screen and not words)
    if python and task == "test":
        return run_checks(python, words[1:])
    if python and task == "bench":
        return subprocess.call([python, str(ROOT / "tests" / "benchmarks" / "run.py")] + words[1:], cwd=str(ROOT))
    return run_program(python, words, screen) if python else 2


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
