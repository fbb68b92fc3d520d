"""Everything one can do by a key, in one table: wording, key, where it belongs in the menu."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class ActionKind:
    """An action: `text` with its access key, and its keys."""

    text: str
    keys: tuple[str, ...]

    @property
    def wording(self) -> str:
        """How help and tooltips name the action."""
        return f"{self.name}（{self.keys[0]}）" if self.keys else self.name

    @property
    def name(self) -> str:
        """The text without its access key."""
        return self.text.partition("(&")[0].rstrip("…")


ACTIONS = {
    "save": ActionKind("立即保存(&S)", ("Ctrl+S",)),
    "undo": ActionKind("撤销(&U)", ("Ctrl+Z",)),
    "redo": ActionKind("重做(&R)", ("Ctrl+Y",)),
    "find": ActionKind("查找(&F)", ("Ctrl+F",)),
    "replace": ActionKind("替换(&H)…", ("Ctrl+H",)),
    "find_next": ActionKind("下一处(&N)", ("F3",)),
    "find_previous": ActionKind("上一处(&P)", ("Shift+F3",)),
    "phrases": ActionKind("常用语(&J)…", ("Ctrl+J",)),
    "review": ActionKind("核对(&C)", ("F7",)),
    "next_problem": ActionKind("下一个问题(&D)", ("F8",)),
    "previous_problem": ActionKind("上一个问题(&V)", ("Shift+F8",)),
    "next_spot": ActionKind("同一问题的下一处(&B)", ("Ctrl+F8",)),
    "fix_problem": ActionKind("改正这个问题(&Y)", ("Alt+Return", "Alt+Enter")),
    "fix_alike": ActionKind("改正全部同类问题(&A)", ()),
    "dismiss_problem": ActionKind("忽略这个问题(&I)…", ("Alt+Delete",)),
    "previous_task": ActionKind("上一项(&L)", ("Alt+Up",)),
    "next_task": ActionKind("下一项(&T)", ("Alt+Down",)),
    "next_open": ActionKind("接着填下一个没完成的(&O)", ("Alt+PgDown",)),
    "mark_done": ActionKind("标为完成(&M)", ("Ctrl+Return", "Ctrl+Enter")),
    "next_pane": ActionKind("换到下一栏(&G)", ("F6",)),
    "recent": ActionKind("最近改动(&E)…", ("Ctrl+Shift+E",)),
    "last_edit": ActionKind("回到上一处改动(&L)", ("Shift+F5",)),
    "focus": ActionKind("专注写作(&Z)", ("F11",)),
    "targets": ActionKind("字数目标(&W)…", ()),
    "fold_tasks": ActionKind("收起或展开任务清单(&K)", ()),
    "fold_side": ActionKind("收起或展开右侧栏(&J)", ()),
    "larger_text": ActionKind("正文字放大(&I)", ("Ctrl++", "Ctrl+=")),
    "smaller_text": ActionKind("正文字缩小(&O)", ("Ctrl+-",)),
    "usual_text": ActionKind("正文字恢复原大(&U)", ("Ctrl+0",)),
    "preview": ActionKind("预览(&Q)", ("F9", "Ctrl+F2")),
    "print": ActionKind("打印(&P)…", ("Ctrl+P",)),
    "export": ActionKind("导出(&E)…", ("F12",)),
    "exchange": ActionKind("导出交换文件(&J)…", ()),
    "versions": ActionKind("版本(&R)…", ("Ctrl+Shift+S",)),
    "new": ActionKind("新建年度报告(&N)…", ("Ctrl+N",)),
    "open": ActionKind("读入已有报告(&O)…", ("Ctrl+O",)),
    "close": ActionKind("关闭报告(&W)", ("Ctrl+W",)),
    "faces": ActionKind("字体(&T)…", ()),
    "size": ActionKind("显示大小(&S)…", ()),
    "look": ActionKind("外观(&L)…", ()),
    "tour": ActionKind("导览(&G)", ()),
    "help": ActionKind("帮助(&H)", ("F1",)),
    "quit": ActionKind("退出(&X)", ()),
}


def action_wordings() -> dict[str, str]:
    """Return how each action is called, with its key, for the help pages."""
    return {name: kind.wording for name, kind in ACTIONS.items()}


def make_action(name: str, owner: QWidget, act: Callable[[], object]) -> QAction:
    """Return the action `name` of `owner`, which its keys trigger anywhere in its window."""
    kind = ACTIONS[name]
    made = QAction(kind.text, owner)
    made.setObjectName(name)
    made.setShortcuts([QKeySequence(key) for key in kind.keys])
    made.triggered.connect(lambda: act())
    owner.addAction(made)
    return made
