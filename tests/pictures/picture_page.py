"""One page that shows all pictures of a folder: scenes down, screens and looks across."""

from __future__ import annotations

from html import escape
from pathlib import Path

PAGE = """<!doctype html>
<html lang="zh"><meta charset="utf-8"><title>{title}</title>
<style>
body {{ font: 14px sans-serif; margin: 24px; color: #1D2733; background: #F4F6F9; }}
section {{ margin-bottom: 32px; }}
div {{ display: flex; gap: 16px; overflow-x: auto; }}
figure {{ margin: 0; flex: none; width: 560px; }}
img {{ width: 100%; border: 1px solid #DDE3EA; }}
</style>
<h1>{title}</h1>
{sections}</html>
"""


def write_page(folder: Path) -> Path:
    """Write `folder`/index.html, which shows the pictures in the folders below it, and return its path."""
    screens = sorted(each.name for each in folder.iterdir() if each.is_dir())
    scenes = sorted({each.stem for screen in screens for each in (folder / screen).glob("*.png")})
    sections = "".join(_section(folder, scene, screens) for scene in scenes)
    page = folder / "index.html"
    page.write_text(PAGE.format(title=f"法治年报助手：{len(scenes)} 个画面", sections=sections), encoding="utf-8")
    return page


def _section(folder: Path, scene: str, screens: list[str]) -> str:
    figures = "".join(
        f'<figure><a href="{screen}/{escape(scene)}.png"><img loading="lazy" src="{screen}/{escape(scene)}.png" '
        f'alt="{escape(scene)}"></a><figcaption>{escape(screen)}</figcaption></figure>'
        for screen in screens if (folder / screen / f"{scene}.png").is_file())
    return f"<section><h2>{escape(scene)}</h2><div>{figures}</div></section>\n"
