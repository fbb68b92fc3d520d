"""Reports made up by lot in the forms real ones take, each with what a reader should find in it."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import NamedTuple

import yaml

KEYS = ("measures", "problems", "causes", "first_responsible", "plan", "other")
ONES = "一二三四五六七八九十"
ORGANS = ("云峰县交通运输局", "南华县水务局", "柳塘镇人民政府", "东江市市场监督管理局", "青屏州林业局", "北河街道办事处", "石桥开发区管委会")
CHROME = ("索引号：000014672/2025-00318", "发布日期：2025-02-28", "当前位置：首页 > 政务公开 > 法治政府", "字体：【大 中 小】", "来源：本站 浏览次数：",
          "【打印】【关闭】", "字体:[ ]", "索 引 号 | 0001 | 主题分类 | 其他 |", "信息来源：法规股", "分享到：")
AFTER = ("上一篇：关于公开征求意见的公告", "扫一扫在手机打开当前页", "主办单位：云峰县人民政府办公室", "【打印】【关闭】")


@dataclass(slots=True)
class Block:
    """What should be found of one block. `lines` are sentences that must stand in its text, all of them."""

    present: bool = False
    standalone: bool = False
    heading: str | None = None
    lines: list[str] = field(default_factory=list)


class Labelled(NamedTuple):
    """A report made up: its lines, its blocks by key, and how it was laid out (for messages)."""

    lines: tuple[str, ...]
    blocks: dict[str, Block]
    layout: dict[str, str]


@cache
def wordings() -> dict[str, dict[str, list[str]]]:
    """Return the headings and sentences reports are made of."""
    path = Path(__file__).parent / "resources" / "labelled_wordings.yaml"
    loaded: dict[str, dict[str, list[str]]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return loaded


def labelled_report(seed: int) -> Labelled:
    """Return the report that the lot `seed` makes."""
    return _Writer(random.Random(seed)).written()


class _Writer:
    """Draws the layout of one report, then writes it part by part."""

    def __init__(self, lot: random.Random) -> None:
        self.lot = lot
        self.year = lot.randint(2019, 2025)
        self.organ = lot.choice(ORGANS)
        self.blocks = {key: Block() for key in KEYS}
        self.layout = {
            "top": lot.choice(("一、",) * 6 + ("一、 ", "一.", "第一部分 ", "第一章 ", "（一）", "bare", "## 一、", "**一、", "## ")),
            "measures": lot.choice(("one", "one", "one", "spread", "apart")),
            "responsible": lot.choice(("own", "own", "nested", "enumerated", "sentence", "absent")),
            "causes": lot.choice(("inside", "inside", "subheading", "part", "absent")),
            "plan": lot.choice(("own",) * 5 + ("combined", "absent")),
            "items": lot.choice(("headed", "run in", "enumerated", "plain")),
            "order": lot.choice(("usual", "usual", "responsible first", "responsible second", "shuffled")),
            "run_in": lot.choice(("no",) * 5 + ("yes",)),
            "breaks": lot.choice(("none", "none", "blank", "torn")),
        }
        if self.layout["top"] in ("bare", "## ") and self.layout["measures"] == "spread":
            self.layout["measures"] = "one"
        self.lower = ("1.", "1、") if self.layout["top"] == "（一）" else ("（一）", "(一)", "1.", "1、", "（一） ")

    def written(self) -> Labelled:
        """Return the report."""
        parts = [self._measures(), self._problems(), self._own_responsible(), self._plan(), self._other()]
        order = self._order([part for part in parts if part])
        lines = self._front()
        number = 0
        for group in order:
            for heading, body in group:
                lines += self._headed(heading, number, body)
                number += 1
        lines += self._end()
        return Labelled(tuple(self._broken(lines)), self.blocks, self.layout)

    def _order(self, parts: list[list[tuple[str, list[str]]]]) -> list[list[tuple[str, list[str]]]]:
        """Return `parts` in the order drawn."""
        own = self.blocks["first_responsible"]
        place = next((n for n, part in enumerate(parts) if own.standalone and part[0][0] == own.heading), None)
        if self.layout["order"].startswith("responsible") and place is not None:
            parts.insert(0 if self.layout["order"].endswith("first") else 1, parts.pop(place))
        elif self.layout["order"] == "shuffled" and len(parts) > 2:
            middle = parts[1:]
            self.lot.shuffle(middle)
            parts[1:] = middle
        return parts

    def _front(self) -> list[str]:
        """Return what stands before the first part."""
        lot, year, organ = self.lot, self.year, self.organ
        title = lot.choice((
            [f"{organ}{year}年度法治政府建设年度报告"], [f"{organ}关于{year}年度法治政府建设情况的报告"], [organ, f"{year}年法治政府建设工作报告"],
            [f"{organ}关于{year}年", "法治政府建设情况的报告"], [f"{year}年法治政府建设工作总结"], [f"关于{year}年法治政府建设工作情况的报告"], []))
        lines = lot.sample(CHROME, lot.choice((0, 0, 1, 3)))
        if title and lot.random() < 0.15:
            lines += ["".join(title), "发布时间：2025-01-17 10:20 来源：法规股"]
        if title and lot.random() < 0.1:
            lines += [f"{organ}文件", "云交〔2025〕4号　　签发人：林致远"]
        lines += title
        if title and lot.random() < 0.1:
            lines += [lot.choice((organ, f"（{year + 1}年1月20日）"))]
        lines += lot.choice(([], [], ["县委、县政府："], ["中共云峰县委、云峰县人民政府：", ""]))
        return [*lines, self._say("introduction")]

    def _end(self) -> list[str]:
        """Return what stands after the last part."""
        lot = self.lot
        lines = [self._say("closing")] if lot.random() < 0.3 else []
        lines += lot.choice(([], [self.organ, f"{self.year + 1}年1月20日"], [f"{self.organ}　{self.year + 1}年2月3日"]))
        return [*lines, *lot.sample(AFTER, lot.choice((0, 0, 2)))]

    def _headed(self, heading: str, number: int, body: list[str]) -> list[str]:
        """Return the part with `heading` in the style drawn, its heading run into the text when that was drawn."""
        top = self.layout["top"]
        shown = heading
        if top not in ("bare", "## "):
            shown = top.replace("一", ONES[number]) + heading
        if top == "## ":
            shown = f"## {heading}"
        if top.startswith("**"):
            return [f"{shown}**", *body]
        if self.layout["run_in"] == "yes" and top in ("一、", "（一）") and body and body[0][0] not in "（(123456789":
            return [f"{shown}。{body[0]}", *body[1:]]
        return [shown, *body]

    def _measures(self) -> list[tuple[str, list[str]]]:
        """Return the part or parts of the measures, the first responsible nested there when that was drawn."""
        block, lot = self.blocks["measures"], self.lot
        block.present = block.standalone = True
        if self.layout["measures"] == "spread":
            headings = lot.sample(wordings()["headings"]["measure_topics"], lot.randint(2, 5))
            groups = [self._say_all("measures", lot.randint(1, 3)) for _ in headings]
        elif self.layout["measures"] == "apart":
            headings = lot.choice((["主要举措", "取得的成效"], ["工作开展情况", "主要成效"], ["主要成效", "主要做法"]))
            groups = [self._say_all("measures", 3), self._say_all("measures", 2)]
        else:
            headings, groups = [self._word("measures")], [self._say_all("measures", lot.randint(3, 6))]
        block.heading = headings[0]
        parts = []
        for place, (heading, said) in enumerate(zip(headings, groups, strict=True)):
            block.lines += said
            body = self._items(said, self._topic_titles(len(said)))
            parts.append((heading, self._nest_responsible(body) if place == 0 else body))
        return parts

    def _topic_titles(self, count: int) -> list[str]:
        """Return `count` headings of topics."""
        return self.lot.sample(wordings()["headings"]["measure_topics"], count)

    def _nest_responsible(self, body: list[str]) -> list[str]:
        """Return `body` with the first responsible in it, as a topic, as 二是 or in a sentence, as drawn."""
        block, how = self.blocks["first_responsible"], self.layout["responsible"]
        if how == "nested" and self.layout["items"] in ("headed", "run in"):
            said = self._say_all("first_responsible", 2)
            heading = self._word("first_responsible")
            mark = self._mark(len([line for line in body if line[:1] in "（(123456789"]))
            block.present, block.lines, block.heading = True, said, f"{mark}{heading}"
            return [*body, f"{mark}{heading}", "".join(said)] if self.layout["items"] == "headed" else [
                *body, f"{mark}{heading}。{''.join(said)}"]
        if how in ("nested", "enumerated", "sentence"):
            sentence = self._say("first_nested")
            block.present, block.lines = True, [sentence]
            tail = f"一是强化学习。{self._say('measures')}二是压实责任。{sentence}" if how == "enumerated" else sentence
            body[-1] += tail
        return body

    def _problems(self) -> list[tuple[str, list[str]]]:
        """Return the part of the problems, with causes and plan as drawn."""
        block, causes, lot = self.blocks["problems"], self.blocks["causes"], self.lot
        combined = self.layout["plan"] == "combined"
        said = self._say_all("problems", lot.randint(2, 4))
        heading = self._word("problems_and_plan" if combined else "problems")
        while self.layout["causes"] in ("part", "absent") and "原因" in heading:
            heading = self._word("problems_and_plan" if combined else "problems")
        block.present = block.standalone = True
        block.heading, block.lines = heading, list(said)
        how = self.layout["causes"]
        extra: list[tuple[str, list[str]]] = []
        if how == "inside":
            why = self._say_all("causes", 1)
            said = [said[0] + why[0], *said[1:]] if lot.random() < 0.5 else [*said[:-1], said[-1] + why[0]]
            causes.present, causes.lines = True, why
        body = self._counted(said)
        if how == "subheading":
            why = self._say_all("bare_causes", 2)
            one, two = self._mark(0), self._mark(1)
            first, second = f"{one}{lot.choice(('存在的不足', '主要问题', '存在问题'))}", f"{two}{self._word('causes')}"
            body = [first, *self._counted(said, plain=True), second, *self._counted(why, plain=True)]
            causes.present, causes.heading, causes.lines = True, second, why
        elif how == "part":
            why = self._say_all("bare_causes", 2)
            extra = [(self._word("causes"), self._counted(why))]
            causes.present = causes.standalone = True
            causes.heading, causes.lines = extra[0][0], why
        if combined:
            plan = self.blocks["plan"]
            plan.present, plan.lines = True, self._say_all("plan", 3)
            opening = lot.choice(wordings()["sentences"]["plan_opening"][:2]).format(Y=self.year, N=self.year + 1)
            tail = [opening, *self._counted(plan.lines, plain=True)]
            if how == "subheading":
                plan.heading = f"{self._mark(2)}下一步工作打算"
                tail = [plan.heading, *tail[1:]]
            if extra:
                extra[0][1].extend(tail)
            else:
                body += tail
        return [(heading, body), *extra]

    def _own_responsible(self) -> list[tuple[str, list[str]]]:
        """Return the part of the first responsible when it has one of its own."""
        if self.layout["responsible"] != "own":
            return []
        said = self._say_all("first_responsible", self.lot.randint(2, 4))
        heading = self._word("first_responsible")
        self.blocks["first_responsible"] = Block(True, True, heading, said)
        return [(heading, self._counted(said))]

    def _plan(self) -> list[tuple[str, list[str]]]:
        """Return the part of the plan when it has one of its own."""
        if self.layout["plan"] != "own":
            return []
        said, heading = self._say_all("plan", self.lot.randint(2, 4)), self._word("plan")
        self.blocks["plan"] = Block(True, True, heading, said)
        opening = [self._say("plan_opening")] if self.lot.random() < 0.4 else []
        return [(heading, [*opening, *self._counted(said)])]

    def _other(self) -> list[tuple[str, list[str]]]:
        """Return the part on other matters, in some reports."""
        if self.lot.random() < 0.7:
            return []
        said, heading = self._say_all("other", 1), self._word("other")
        self.blocks["other"] = Block(True, True, heading, said)
        return [(heading, said)]

    def _items(self, said: list[str], titles: Sequence[str]) -> list[str]:
        """Return the sentences `said` under `titles` in the style drawn."""
        how = self.layout["items"]
        if how == "headed":
            return [line for n, (title, text) in enumerate(zip(titles, said, strict=True))
                    for line in (f"{self._mark(n)}{title}", text)]
        if how == "run in":
            return [f"{self._mark(n)}{title}。{text}" for n, (title, text) in enumerate(zip(titles, said, strict=True))]
        return self._counted(said)

    def _counted(self, said: list[str], plain: bool = False) -> list[str]:
        """Return `said` as 一是…二是… in one paragraph, numbered lines, or plain paragraphs."""
        how = self.layout["items"]
        if how == "enumerated":
            return ["".join(f"{ONES[n]}是{text}" for n, text in enumerate(said))]
        if how == "plain" or plain:
            return list(said)
        return [f"{self._mark(n)}{text}" for n, text in enumerate(said)]

    def _mark(self, place: int) -> str:
        """Return the number of the second level for the item `place`."""
        self.layout.setdefault("mark", self.lot.choice(self.lower))
        return self.layout["mark"].replace("一", ONES[place]).replace("1", str(place + 1))

    def _word(self, key: str) -> str:
        """Return a heading for the block `key`."""
        return self.lot.choice(wordings()["headings"][key]).format(Y=self.year, N=self.year + 1)

    def _say(self, key: str) -> str:
        """Return a sentence for `key`."""
        return self._say_all(key, 1)[0]

    def _say_all(self, key: str, count: int) -> list[str]:
        """Return `count` sentences for `key`, figures drawn so that no two are the same."""
        chosen = self.lot.sample(wordings()["sentences"][key], min(count, len(wordings()["sentences"][key])))
        figured = ["".join(str(self.lot.randint(2, 900)) if c == "#" else c for c in text) for text in chosen]
        return [text.replace("{Y}", str(self.year)).replace("{N}", str(self.year + 1)) for text in figured]

    def _broken(self, lines: list[str]) -> list[str]:
        """Return `lines` with blank lines between, or paragraphs torn in the middle of a sentence."""
        how = self.layout["breaks"]
        if how == "blank":
            return [each for line in lines for each in (line, "")]
        if how != "torn":
            return lines
        torn: list[str] = []
        for line in lines:
            comma = line.find("，", 40)
            if comma > 0 and self.lot.random() < 0.3:
                torn += [line[:comma + 1], "", line[comma + 1:]]
            else:
                torn.append(line)
        return torn
