"""The rows that describe classes and properties, and those properties of the graph that no model field declares."""

from typing import NamedTuple

from kg.model import ENTITY_TYPES, Entity, Means
from kg.model.field import FieldKind, Label, field_of


class ClassRow(NamedTuple):
    """A class of the graph: its labels, meaning, the classes above it, and what makes two of it the same thing."""

    name: str
    label: Label
    means: Means
    parents: tuple[str, ...] = ()
    key: Label | None = None


class PropertyRow(NamedTuple):
    """A property of the graph: its kind, labels, meaning, the classes it joins, and what is like it outside.

    Attributes:
        least: how many of it a subject has at least.
        most: how many it has at most; None for any number.
        aligned: an outside property that it specialises: whatever that one concludes is true here.
        near: outside properties that say the same of some of its subjects only.
    """

    name: str
    kind: FieldKind
    label: Label
    means: Means
    domain: tuple[str, ...]
    range: tuple[str, ...] = ()
    least: int = 0
    most: int | None = None
    aligned: str | None = None
    symmetric: bool = False
    near: tuple[str, ...] = ()


TYPES = tuple(row.model.__name__ for row in ENTITY_TYPES)
_EVIDENCE, _SELECTOR = ("oa:SpecificResource",), ("oa:TextPositionSelector",)
_SCOPE, _NAME, _NAMES = (field_of(Entity, name) for name in ("scope", "name", "names"))
_SPATIAL = "dcterms:spatial"

# The project's own: scope, evidence, and what is said of documents and evidence.
FIXED: tuple[PropertyRow, ...] = (
    PropertyRow("kg:scope", "token", _SCOPE.label, _SCOPE.means, TYPES, (), 1, 1),
    PropertyRow(
        "kg:evidence",
        "reference",
        Label("证据", "evidence"),
        Means(
            "陈述此物或此关系的原文位置；仅因包含所述地区而列入的区划可以没有。",
            "A place in a text that states it; a division that only lies around a stated one may have none.",
        ),
        (*TYPES, "Statement"),
        _EVIDENCE,
        1,
    ),
    PropertyRow(
        "kg:rule",
        "token",
        Label("规则", "rule"),
        Means("找到证据的规则的编号。", "Id of the rule that found the evidence."),
        _EVIDENCE,
        (),
        1,
        1,
    ),
    PropertyRow(
        "kg:confidence",
        "decimal",
        Label("置信度", "confidence"),
        Means(
            "规则在标注文档上正确的比例，0 到 1。", "Share of right facts of the rule on annotated documents, 0 to 1."
        ),
        _EVIDENCE,
        (),
        1,
        1,
    ),
    PropertyRow(
        "kg:fileName",
        "token",
        Label("文件名", "file name"),
        Means("文档来自的文件名。", "Name of a file the document came in."),
        ("Document",),
        (),
        1,
    ),
    PropertyRow(
        "kg:length",
        "integer",
        Label("字数", "length"),
        Means(
            "文档的 Unicode 码位数；证据的位置以此计。", "How many code points it has; places of evidence count them."
        ),
        ("Document",),
        (),
        1,
        1,
    ),
    PropertyRow(
        "kg:speaker",
        "words",
        Label("讲话人", "speaker"),
        Means("讲话或报告的人。", "Who gives the speech or report."),
        ("Document",),
        (),
        0,
        1,
        "dc:creator",
    ),
    PropertyRow(
        "kg:locus",
        "reference",
        Label("所述区划", "division it speaks for"),
        Means("文档所代表的区划，即其中的“我市”“全区”。", "The division it speaks for: what 我市 and 全区 mean in it."),
        ("Document",),
        ("Region",),
        0,
        1,
        _SPATIAL,
    ),
    PropertyRow(
        "kg:locusWithin",
        "reference",
        Label("所述区划在", "speaks for a part of"),
        Means(
            "所述区划不明时，所知的上级区划。", "The division around the one it speaks for, where only that is known."
        ),
        ("Document",),
        ("Region",),
        0,
        1,
        _SPATIAL,
    ),
)

# Those of other vocabularies, as the graph uses them.
BORROWED: tuple[PropertyRow, ...] = (
    PropertyRow("skos:prefLabel", "words", _NAME.label, _NAME.means, TYPES, (), 1, 1),
    PropertyRow("skos:altLabel", "words", _NAMES.label, _NAMES.means, TYPES),
    PropertyRow(
        "qudt:hasUnit",
        "reference",
        Label("QUDT 单位", "QUDT unit"),
        Means("QUDT 词表中的同一单位（如有）。", "The same unit in QUDT's vocabulary, where it has one."),
        ("Observation", "Target"),
        (),
        0,
        1,
    ),
    PropertyRow(
        "rdf:subject",
        "reference",
        Label("主体", "subject"),
        Means("关系从何物出发。", "What the relation starts from."),
        ("Statement",),
        TYPES,
        1,
        1,
    ),
    PropertyRow(
        "rdf:predicate",
        "reference",
        Label("关系", "predicate"),
        Means("是哪一种关系；主体与客体之间另有一条直接的边。", "Which relation; the direct edge stands beside it."),
        ("Statement",),
        ("rdf:Property",),
        1,
        1,
    ),
    PropertyRow(
        "rdf:object",
        "reference",
        Label("客体", "object"),
        Means("关系指向何物。", "What the relation leads to."),
        ("Statement",),
        TYPES,
        1,
        1,
    ),
    PropertyRow(
        "oa:hasSource",
        "reference",
        Label("出处", "source"),
        Means("证据所在的文档。", "The document the evidence stands in."),
        _EVIDENCE,
        ("Document",),
        1,
        1,
    ),
    PropertyRow(
        "oa:hasSelector",
        "reference",
        Label("选择器", "selector"),
        Means("证据在文档中的位置与引文。", "Where in the document it stands, and its words."),
        _EVIDENCE,
        _SELECTOR,
        1,
        1,
    ),
    PropertyRow(
        "oa:start",
        "integer",
        Label("起点", "start"),
        Means("引文第一个码位之前的码位数。", "How many code points stand before the quote."),
        _SELECTOR,
        (),
        1,
        1,
    ),
    PropertyRow(
        "oa:end",
        "integer",
        Label("终点", "end"),
        Means(
            "到引文末尾为止的码位数，不超过文档的字数。", "Code points up to its end; never more than the document has."
        ),
        _SELECTOR,
        (),
        1,
        1,
    ),
    PropertyRow(
        "oa:exact",
        "token",
        Label("引文", "quote"),
        Means("原文的文字。", "The words of the text."),
        _SELECTOR,
        (),
        1,
        1,
    ),
    PropertyRow(
        "dcterms:title",
        "words",
        Label("标题", "title"),
        Means("文档的标题。", "Title of the document."),
        ("Document",),
        (),
        0,
        1,
    ),
    PropertyRow(
        "dcterms:date",
        "day",
        Label("日期", "date"),
        Means("文档的日期，知道到哪一级就写到哪一级。", "Its date, as far as the text shows it."),
        ("Document",),
        (),
        0,
        1,
    ),
    PropertyRow(
        "dcterms:publisher",
        "words",
        Label("发文机关", "issuer"),
        Means("发文机关，按原文写法。", "Who issued it, in the words of the text."),
        ("Document",),
        (),
        0,
        1,
    ),
    PropertyRow(
        "dcterms:identifier",
        "words",
        Label("文号", "document number"),
        Means("发文字号。", "The number it was issued under."),
        ("Document",),
        (),
        0,
        1,
    ),
)
