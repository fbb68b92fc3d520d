"""The program's own start, gone after the first paint of its window. Words: the data folder."""

from __future__ import annotations

import os
import sys

import main
from painted import FirstPaint, leave, when_running

if __name__ == "__main__":
    os.environ["XDG_DATA_HOME"] = sys.argv[1]
    when_running(lambda window: FirstPaint(window, leave))
    sys.exit(main.main([]))
