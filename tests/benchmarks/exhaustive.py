"""What the suite tries a sample of, tried at length: long random sequences, many examples, every page and profile."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LONGEST = 3600  # seconds a single test may take

if __name__ == "__main__":
    sys.exit(subprocess.call([
        sys.executable, "-m", "pytest", "-q", "-m", "exhaustive or hypothesis", "--hypothesis-profile=whole",
        f"--timeout={LONGEST}", *sys.argv[1:],
    ], cwd=ROOT))
