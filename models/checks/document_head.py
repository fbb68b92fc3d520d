"""Checks of the letter F: the title and the elements an upward document needs."""

from __future__ import annotations

from collections.abc import Iterator

from models.checks.excerpts import quoted_hit
from models.checks.finding import Draft, Severity
from models.checks.registry import Hit, check
from models.domain.place import HEAD, SIGNATURE, Place
from models.domain.report import ExportForm
from models.text.pattern import Pattern

TITLE = "《党政机关公文处理工作条例》第九条第（七）项：标题由发文机关名称、事由和文种组成"
UPWARD = "《党政机关公文处理工作条例》第九条"
_YEAR = Pattern(r"(?:19|20)\d\d|[二一][〇零○九][〇零○一二三四五六七八九]{2}")
_ORGAN = Pattern(
    r"[局厅委办院署站所处会社队]|政府|县委|市委|州委|区委|中心|街道|镇|乡|管委会|公司|集团|党组|总队|支队|法院"
)
_SUBJECT = Pattern(r"(?:推进)?(?:法治|法制)政府(?:部门)?(?:建设)?(?:工作)?|依法行政|关于|情况|年度")
_GENRE = Pattern(r"(?<!请示)报告(?:[（(][^（）()]{1,12}[）)])?$")


@check(
    "F001", slug="title-missing-year", severity=Severity.ERROR, basis=TITLE,
    message="{what}。请写明报告的年度，例如“××局2025年法治政府建设年度报告”里的“2025年”。",
)
def title_has_no_year(draft: Draft) -> Iterator[Hit]:
    """The title names the year reported on, so that the reports of two years can be told apart."""
    title = draft.report.head.title.strip()
    if _YEAR.search(title) is None:
        what = f"标题“{title}”没有写年份" if title else "报告没有标题"
        printed = draft.report.head.title
        yield quoted_hit(draft, Place(HEAD, "", "title", 0, len(printed)), printed, {"what": what})


@check(
    "F002", slug="title-form", severity=Severity.WARNING, basis=TITLE,
    message="标题“{title}”{lack}。标题写“机关名称+年份+法治政府建设+年度报告”。",
)
def title_lacks_organ_or_genre(draft: Draft) -> Iterator[Hit]:
    """The title names the organ and ends in the 文种 报告."""
    title = "".join(draft.report.head.title.split())
    if not title:
        return
    lacks = []
    organ = draft.report.organ
    named = any(name and name in title for name in (organ.full_name, organ.short_name))
    if title.startswith(("我", "本")) or not named and _ORGAN.search(_SUBJECT.sub("", title)) is None:
        lacks.append("没有写机关名称")
    if _GENRE.search(title) is None:
        lacks.append("没有用文种“报告”")
    if lacks:
        printed = draft.report.head.title
        words = {"title": title, "lack": "，也".join(lacks)}
        yield quoted_hit(draft, Place(HEAD, "", "title", 0, len(printed)), printed, words)


@check(
    "F003", slug="recipients-missing", severity=Severity.ERROR,
    basis="《法治政府建设与责任落实督察工作规定》：向本级党委和政府、上一级政府有关部门报告",
    message="没有主送机关。请在标题下面写明主送的党委、政府或上级部门，末尾用冒号。",
)
def recipients_are_missing(draft: Draft) -> Iterator[Hit]:
    """A report that is handed in names its main recipients."""
    if _submitted(draft) and not any(name.strip() for name in draft.report.head.main_recipients):
        yield Hit(place=Place(HEAD, "", "main_recipients"))


@check(
    "F004", slug="signatory-missing", severity=Severity.ERROR, basis=f"{UPWARD}第（六）项：上行文应当标注签发人姓名",
    message="没有签发人。上行文要标注签发人姓名，请填写签发报告的主要负责人。",
)
def signatory_is_missing(draft: Draft) -> Iterator[Hit]:
    """An upward document names who signed it; a letter has no place for it (GB/T 9704 10.1)."""
    head = draft.report.head
    if _submitted(draft) and not head.letter and not any(name.strip() for name in head.signatories):
        yield Hit(place=Place(HEAD, "", "signatories"))


@check(
    "F005", slug="document-number-missing", severity=Severity.ERROR, basis=f"{UPWARD}第（五）项：发文字号",
    message="没有发文字号。请按“机关代字〔年份〕顺序号”的格式填写，例如“云交〔2026〕4号”。",
)
def document_number_is_missing(draft: Draft) -> Iterator[Hit]:
    """A report that is handed in has a 发文字号."""
    if _submitted(draft) and not draft.report.head.document_number.strip():
        yield Hit(place=Place(HEAD, "", "document_number"))


@check(
    "F006", slug="date-missing", severity=Severity.ERROR, basis=f"{UPWARD}：成文日期署负责人签发的日期",
    message="没有成文日期。请在落款处写明签发的年、月、日，例如“2026年2月20日”。",
)
def date_of_issue_is_missing(draft: Draft) -> Iterator[Hit]:
    """A report that is handed in has a 成文日期."""
    if _submitted(draft) and not draft.report.signature.date_of_issue.strip():
        yield Hit(place=Place(SIGNATURE, "", "date_of_issue"))


@check(
    "F007", slug="organ-missing", severity=Severity.ERROR, basis=f"{UPWARD}：发文机关标志、发文机关署名",
    message="没有{what}。请填写发文机关的全称或规范化简称{more}。",
)
def organ_is_missing(draft: Draft) -> Iterator[Hit]:
    """A report that is handed in names the organ at its head and at its end."""
    if not _submitted(draft):
        return
    stored = draft.source is None
    marked = draft.report.head.issuing_organ_mark.strip() or (stored and draft.report.organ.mark)
    signature = draft.report.signature
    signed = signature.issuing_organ_signature.strip() or any(post.strip() for post in signature.stamp_posts)
    what = "和".join(name for name, there in (("发文机关标志", marked), ("发文机关署名", signed)) if not there)
    if not marked:
        yield Hit(place=Place(HEAD, "", "issuing_organ_mark"), words={"what": what, "more": "，标志后面加“文件”"})
    elif not signed:
        yield Hit(place=Place(SIGNATURE, "", "issuing_organ_signature"), words={"what": what, "more": ""})


def _submitted(draft: Draft) -> bool:
    """Return whether the elements of an upward document are needed: 公开版 has no head, 送审稿 is not numbered yet."""
    return draft.form is ExportForm.SUBMISSION
