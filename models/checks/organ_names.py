"""Checks of the letter X on the organ's own name: one name throughout, and nobody else's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from models.checks.excerpts import quoted_hit
from models.checks.finding import Draft, Passage, Severity
from models.checks.once import once_for_each
from models.checks.registry import Hit, check, hit_in, place_in
from models.comparison.organ_names import OrganName, cut, known_names, same_organ, same_region
from models.domain.organ import OrganKind
from models.domain.place import HEAD, SIGNATURE, Place
from models.domain.report import SectionKey
from models.domain.source_document import Role
from models.resources import read_yaml
from models.text.pattern import Pattern

FULL_NAME = "《党政机关公文处理工作条例》第九条：发文机关标志、署名用全称或者规范化简称"
_OF_TITLE = Pattern(r"^(.{2,40}?)(?:关于|[12]\d{3} ?年|二[〇零○]|推进法治|法治|法制|依法|贯彻|落实)")
_ORGAN_END = Pattern(r"(?:[局厅委办署]|委员会|办公室|政府|办事处|管委会|街道)$")
_BODY = frozenset({Role.BODY, Role.INTRODUCTION, Role.CLOSING})
# who a word by which an organ speaks of itself belongs to; 我委托 and 我乡村 are no such words
_SELF = Pattern(r"我(?:局(?!长会)|厅|委(?![托派员任])|镇(?!压|定|静)|乡(?![村镇下土])|街道|县(?!级))")
# who a sentence of the introduction or the end is about, and whose head a person is
_SUBJECTS = (
    Pattern(
        r"(?:^|[。\n])[#*\s]*(?:(?:19|20)\d\d ?年(?:度|以来)?[，,])?(?P<name>[一-鿿]{0,8}?[县市区州省旗盟][一-鿿]{2,14}?(?:局|委员会|厅))"
        r"(?=坚持|深入|认真|紧紧|全面|以(?!及)|严格|扎实|切实|始终|高度|积极|按照|在[^。，]{2,20}(?:领导|指导)下|将(?:继续|进一步|以|坚持|重点|围绕|着力|聚焦|深入|全面|认真))"
    ),
    Pattern(r"现[将就](?P<name>[一-鿿]{0,8}?[县市区州省旗盟][一-鿿]{2,14}?(?:局|委员会|厅))(?=(?:关于)?(?:19|20)\d\d ?年)"),
)
_HEADED_BY = Pattern(
    r"(?:^|[。，；、\n])(?P<name>[一-鿿]{0,8}?[县市区州省旗盟][一-鿿]{2,14}?局)(?:党组书记、局长|局长、党组书记|党委书记、局长)(?=[一-鿿])"
)
_QUOTED = Pattern(r"“[^“”\n]{0,200}”|《[^《》\n]{0,100}》")
_WITH_OTHERS = Pattern(r"我[局县市区州镇乡]|本[局县市区州镇乡]|与|联合|会同|签订|交流|考察|协作|来函|原")
# the town, or else the region, in the name of an organ; and the organs that are called after it
_PLACE = Pattern(r"(?:^|(?<=[省市县区州旗盟]))(?P<name>(?!委)[一-鿿]{2,3})(?P<unit>街道|[县市区旗镇乡])$")
_SIDES = frozenset("东西南北中上下大小新老前后内外")  # 江南区 and 江北区 are neighbours, no slip
_ORGANS_OF_A_PLACE = (
    "坚持|党工委|办事处|综合行政执法|综合执法|人民调解|司法所|人民政府|政府|党委(?!书记)|委员会|人大|便民服务|平安|派出所"
)
_OF_PLACES = frozenset({OrganKind.GOVERNMENT, OrganKind.TOWNSHIP, OrganKind.SUBDISTRICT})
_CALLED_BY_NAME = frozenset({OrganKind.DEPARTMENT, OrganKind.DEVELOPMENT_ZONE})
_JOINED = ("与", "同", "和", "、", "赴", "到", "向", "对")
_SHORTEST_OFFICE = 3  # characters: 市委 stands in every report
_COMMITTEE = frozenset({"委", "委员会", "党委"})
_SHORTEST_REGION, _LONGEST_REGION = 3, 8  # characters: 云峰县
_NO_REGION = frozenset("原前各全我本该理对由向至到在为与和经将被其把从及或是有让使请据按")


@check(
    "X004", slug="organ-name-inconsistent", severity=Severity.WARNING, basis=FULL_NAME,
    message="{where}写的是“{found}”，标题写的是“{title}”，像是两个单位。请核对，全文用同一个单位的全称或规范化简称。",
)
def name_in_title_and_at_the_end_differ(draft: Draft) -> Iterator[Hit]:
    """Title, 发文机关标志 and 署名 name the same organ, in full or in short."""
    title = organ_in_title(draft.report.head.title)
    if not title or _is_joint(title) or title.startswith(("我", "本")):
        return
    differing = [each for each in _formal_names(draft) if _differs(each[2], title)]
    if len(differing) > 1 and same_organ(differing[0][2], differing[1][2]):  # then it is the title that is wrong
        printed = draft.report.head.title
        words = {"where": "发文机关标志和落款", "found": differing[0][2], "title": title}
        yield quoted_hit(draft, Place(HEAD, "", "title", 0, len(printed)), printed, words)
        return
    for where, place, found in differing:
        words = {"where": where, "found": found, "title": title}
        if draft.source is None and place.task == HEAD:  # 版头 is no running text
            yield Hit(place=place, words=words)
        else:
            yield quoted_hit(draft, Place(place.task, "", place.field, 0, place.end), _printed(draft, place), words)


def _formal_names(draft: Draft) -> Iterator[tuple[str, Place, str]]:
    """Yield where the organ is named besides the title: what that is called, its place, the name."""
    head, signature = draft.report.head, draft.report.signature
    for where, task, field, name in (
        ("发文机关标志", HEAD, "issuing_organ_mark", head.issuing_organ_mark),
        ("落款", SIGNATURE, "issuing_organ_signature", signature.issuing_organ_signature),
    ):
        yield where, Place(task, "", field, 0, len(name)), name.strip().removesuffix("文件")


def _printed(draft: Draft, place: Place) -> str:
    """Return the name at `place` as it is printed."""
    return str(getattr(draft.report.head if place.task == HEAD else draft.report.signature, place.field))


def _differs(found: str, title: str) -> bool:
    """Return whether `found` is another organ than the one that the `title` begins with."""
    if found.endswith(title) or title.endswith(found) or _is_joint(found):
        return False
    if any(same_organ(each, title) for each in found.split()):
        return False
    return not same_organ("".join(found.split()), title)  # a name set with blanks


@check(
    "X005", slug="organ-name-inconsistent", severity=Severity.WARNING, basis=FULL_NAME,
    message="这里自称“{excerpt}”，报告单位却是“{organ}”，像是从别的单位的稿子里带过来的。请改成本单位的自称，并核对这一段的内容。",
)
def organ_speaks_as_another(draft: Draft) -> Iterator[Hit]:
    """An organ calls itself by one word: a town is no 我局. All places of one word are one finding."""
    organ = draft.report.organ.full_name or draft.report.organ.name
    foreign = _foreign_words(organ, draft.report.organ.kind) if organ else frozenset()
    hits: dict[str, Hit] = {}
    for passage, start, end in _said_by_another(draft.passages, foreign) if foreign else ():
        word = passage.text[start:end]
        if word in hits:
            hits[word] = hits[word]._replace(others=(*hits[word].others, place_in(passage, start, end)))
        else:
            hits[word] = hit_in(passage, start, end, organ=organ)
    yield from hits.values()


@once_for_each
def _said_by_another(passage: Passage, foreign: frozenset[str]) -> Sequence[tuple[Passage, int, int]]:
    """Return the words in `passage` by which only an organ of another kind calls itself: from, to."""
    if passage.role not in _BODY or not _holds(passage.text, foreign):
        return ()
    return [
        (passage, start, end) for start, end in _self_words(passage.text) if passage.text[start:end] in foreign
    ]


@check(
    "X006", slug="organ-name-inconsistent", severity=Severity.WARNING, local=True, basis=FULL_NAME,
    message="“{excerpt}”和报告单位“{organ}”{why}。请核对并改成本单位现在的名称。",
)
def text_names_the_organ_otherwise(draft: Draft) -> Iterator[Hit]:
    """The text calls the organ as it is called today, and lets no other organ of its kind act in its place."""
    organ = draft.report.organ.full_name or draft.report.organ.name
    name = cut(organ)
    yield from _nearly_own_place(draft, organ)
    if draft.report.organ.kind is OrganKind.PARTY_COMMITTEE and name.office in _COMMITTEE and len(name.region) > 2:
        yield from _other_committees(draft, name, organ)
    if len(name.region) < 2 or len(name.office) < _SHORTEST_OFFICE:
        return
    known = known_names().get(name.office)
    former = known.former if known is not None else frozenset[str]()
    for passage in draft.passages:
        if passage.role not in _BODY:
            continue
        if draft.report.organ.kind in _CALLED_BY_NAME:
            yield from _spoken_of(passage, organ, organ_in_title(draft.report.head.title))
        for office in former:
            if office in passage.text:
                for match in _former_pattern(name.region, office).finditer(passage.text):
                    yield hit_in(passage, *match.span(), organ=organ, why="不一致，是机构改革以前的名称或者不规范的简称")
        if name.office in passage.text:
            yield from _others_in(passage, name, organ)


def _nearly_own_place(draft: Draft, organ: str) -> Iterator[Hit]:
    """Yield where the town or the region of the organ stands with one character otherwise: 桂园街道 for 桂苑街道."""
    own = _PLACE.search(cut(organ).region)
    if own is None or draft.report.organ.kind not in _OF_PLACES:
        return
    pattern = _nearly(own["name"], own["unit"])
    for passage in draft.passages:
        if passage.role not in _BODY or own["unit"] not in passage.text:
            continue
        for match in pattern.finditer(passage.text):
            sentence = passage.text[match.end():match.end() + 40].split("。")[0].replace("参与", "")
            differing = set(match["name"]) ^ set(own["name"])
            joined = passage.text.endswith(_JOINED, 0, match.start()) or _WITH_OTHERS.search(sentence) is not None
            if differing and not differing <= _SIDES and not joined:
                yield hit_in(passage, *match.span("place"), organ=organ, why="只差一个字，像是地名写错了")


@lru_cache(maxsize=32)
def _nearly(name: str, unit: str) -> Pattern:
    """Return what finds `name` with one character written otherwise before `unit` and an organ of such a place."""
    names = "|".join(f"{name[:at]}[一-鿿]{name[at + 1:]}" for at in range(len(name)))
    return Pattern(f"(?P<place>(?P<name>{names}){unit})(?={_ORGANS_OF_A_PLACE})")


def _other_committees(draft: Draft, name: OrganName, organ: str) -> Iterator[Hit]:
    """Yield where the party committee of a region with a like name stands in the text: 中共沅坪县委 for 中共沅屏县委."""
    pattern = _committees(name.region[-1])
    for passage in draft.passages:
        for match in pattern.finditer(passage.text) if passage.role in _BODY and "中共" in passage.text else ():
            sentence = passage.text[match.end():match.end() + 40].split("。")[0]
            if _look_alike(match["region"], name.region) and _WITH_OTHERS.search(sentence) is None:
                yield hit_in(passage, *match.span(), organ=organ, why="只差一个字，像是地名写错了")


@lru_cache(maxsize=16)
def _committees(unit: str) -> Pattern:
    """Return what finds a party committee of a region of the level `unit` by its name."""
    return Pattern(rf"中共(?P<region>[一-鿿]{{2,{_LONGEST_REGION - 1}}}?{unit})委(?:员会)?(?![托派任])")


def _look_alike(region: str, own: str) -> bool:
    """Return whether `region` is `own` with one character written otherwise: 沅坪县 for 沅屏县."""
    return len(region) == len(own) and sum(one != other for one, other in zip(region, own, strict=True)) == 1


def _spoken_of(passage: Passage, organ: str, title: str) -> Iterator[Hit]:
    """Yield where the introduction or the end tells of another organ as of oneself, or a head is that of another.

    An organ that the `title` names is no other: then it is the 发文机关标志 that is wrong.
    """
    if passage.role in (Role.INTRODUCTION, Role.CLOSING) or passage.section is SectionKey.PLAN:
        patterns: tuple[Pattern, ...] = _SUBJECTS
    elif passage.section is SectionKey.FIRST_RESPONSIBLE and "书记" in passage.text:
        patterns = (_HEADED_BY,)
    else:
        return
    for pattern in patterns:
        for match in pattern.finditer(passage.text):
            name = match["name"]
            if not (same_organ(name, organ) or same_organ(name, title or organ) or organ.endswith(name)):
                yield hit_in(passage, *match.span("name"), organ=organ, why="不是一个单位，像是从别处的稿子里带过来的")


def organ_in_title(title: str) -> str:
    """Return the organ that `title` begins with; empty when it begins otherwise."""
    found = _OF_TITLE.search("".join(title.split()))
    return found[1] if found is not None and _ORGAN_END.search(found[1]) is not None else ""


def _is_joint(name: str) -> bool:
    """Return whether `name` holds two organs: 中共…委员会 …人民政府."""
    return "、" in name or (("中共" in name or "党委" in name) and "政府" in name)


def _foreign_words(organ: str, kind: OrganKind) -> frozenset[str]:
    """Return by which words `organ` cannot mean itself; none where its name does not tell."""
    own = {
        OrganKind.GOVERNMENT: "", OrganKind.TOWNSHIP: "乡" if "乡" in organ and "镇" not in organ else "镇",
        OrganKind.SUBDISTRICT: "街道", OrganKind.DEVELOPMENT_ZONE: "委", OrganKind.PARTY_COMMITTEE: "委",
    }.get(kind)
    if own is None:
        last = "委" if organ.endswith("委员会") else organ[-1:]
        if last not in ("局", "厅", "委"):
            return frozenset()
        own = last
    words = {f"我{each}" for each in ("局", "厅", "委", "镇", "乡", "街道") if each != own}
    if kind is OrganKind.DEPARTMENT and "县" not in organ and cut(organ).region[-1:] in ("区", "州", "省"):
        words.add("我县")
    return frozenset(words)


@lru_cache(maxsize=2048)
def _holds(text: str, words: frozenset[str]) -> bool:
    """Return whether one of `words` stands in `text`."""
    return any(word in text for word in words)


@lru_cache(maxsize=2048)
def _self_words(text: str) -> tuple[tuple[int, int], ...]:
    """Return where an organ speaks of itself in `text`, outside quotations."""
    plain = _QUOTED.sub(lambda match: "\u3000" * len(match.group()), text)
    return tuple(match.span() for match in _SELF.finditer(plain))


@lru_cache(maxsize=32)
def _former_pattern(region: str, office: str) -> Pattern:
    """Return what finds the organ of `region` under the former name `office`, 原… left out."""
    unit = region[-1]
    return Pattern(f"(?<!原)(?:{region}|(?<![一-鿿]){unit}|(?<=[在由经和与及]){unit}){office}")


def _others_in(passage: Passage, name: OrganName, organ: str) -> Iterator[Hit]:
    """Yield where an organ of the same kind and level, but of another region, is the subject of a sentence."""
    text, unit = passage.text, name.region[-1]
    at = text.find(name.office)
    while at >= 0:
        first = _subject_start(text, at)
        region = text[first:at]
        if _SHORTEST_REGION <= len(region) <= _LONGEST_REGION and region[-1] == unit and _is_name(region):
            end = at + len(name.office)
            sentence = text[end:end + 40].split("。")[0]
            if not same_region(region, name.region) and _WITH_OTHERS.search(sentence) is None:
                yield hit_in(passage, first, end, organ=organ, why="不是一个单位，像是从别处的稿子里带过来的")
        at = text.find(name.office, at + 1)


def _is_name(region: str) -> bool:
    """Return whether `region` may be a name and no beginning of a sentence: 总的来说,区 and 审签省 are none."""
    return region.isalpha() and _NO_REGION.isdisjoint(region) and not region[:-1].endswith(_led())


@cache
def _led() -> tuple[str, ...]:
    """Return the words for what a leader does with the papers of the organ itself: 审签省水利厅复议决定."""
    return tuple(read_yaml("wording", "tellings.yaml")["led"])


def _subject_start(text: str, at: int) -> int:
    """Return where the sentence that holds the place `at` begins, 现将 left out."""
    nearest = max(text.rfind(stop, max(0, at - _LONGEST_REGION - 3), at) for stop in "。；！\n")
    first = nearest + 1 if nearest >= 0 else max(0, at - _LONGEST_REGION - 3)
    lead = text.find("现将", first, at)
    return lead + 2 if lead >= 0 else first
