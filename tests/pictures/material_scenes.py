"""Scenes of the tab 材料: nothing delivered yet, two deliveries for a page, and those for other pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from models.domain.material import Material
from models.domain.place import INTRODUCTION, part_task
from ui.widgets.side_panel import GUIDANCE, MATERIALS

if TYPE_CHECKING:
    from ui.work_window import WorkWindow


def scenes(work: WorkWindow) -> Iterator[str]:
    """Bring `work` to each state of the tab, yield its name, and leave the report as it was."""
    opened = work.opened
    before = opened.report
    measures = part_task(before.parts[0].id)
    work.go_to_task(measures)
    work.body.show_side(True)
    work.side.show_tab(MATERIALS)
    yield "39-materials-none"
    delivered = (
        Material("m1", measures, "综合行政执法大队", "2026年1月12日", "执法大队2025年度法治工作材料.docx",
                 "全年作出行政处罚决定412件，罚没款159.01万元。\n法制审核9件，听证2件，没有被撤销、变更的。"),
        Material("m2", measures, "办公室", "2026年1月15日", "", "局党组会研究法治议题5次，局务会听取执法情况通报4次。"),
        Material("m3", INTRODUCTION, "法规股", "2026年1月9日", "", "县委全面依法治县委员会全年召开会议2次。"))
    opened.edit(replace(before, materials=delivered), "读入科室材料")
    yield "39-materials"
    work.side.materials.switch.click()
    yield "39-materials-elsewhere"
    opened.edit(before, "删除科室材料")
    work.side.show_tab(GUIDANCE)
