"""Model classes and an example in, docs/ontology.md out: every class and property in Chinese and English."""

from collections.abc import Iterator

from kg.model import Means
from kg.model.field import Label
from kg.ontology.rows import BORROWED, PropertyRow
from kg.ontology.vocabulary import classes, in_namespace, properties

_INTRODUCTION = """\
# The ontology · 本体

What a built `graph.ttl` may say. This page is written by `make schema` from the model. The same contract for machines
is [schema/ontology.ttl](../schema/ontology.ttl) (OWL) and [schema/shapes.ttl](../schema/shapes.ttl) (SHACL);
`kg validate DIR` holds a graph against it. `kg:` stands for `https://lvtu.example/ontology#`, or the same under
the base that `kg build` was given.

`graph.ttl` 所能表达的内容。本页由 `make schema` 从模型生成；供机器读取的同一约定见
[schema/ontology.ttl](../schema/ontology.ttl)（OWL）和 [schema/shapes.ttl](../schema/shapes.ttl)（SHACL），
`kg validate DIR` 按此检查图谱。`kg:` 即 `https://lvtu.example/ontology#`，或 `kg build` 所给基址下的同名部分。
"""
_RELATIONS = """
A relation between two things is stated twice: as the direct edge (`?agency kg:leads ?campaign`), which questions
follow, and as a `kg:Statement` with `rdf:subject`, `rdf:predicate` and `rdf:object`, which carries the evidence.
Targets and observations carry their evidence themselves. ⊑ marks what a property specialises, ≈ what is like it.

两物之间的关系记两次：一条直接的边（`?agency kg:leads ?campaign`），供查询；一个 `kg:Statement`
（`rdf:subject`、`rdf:predicate`、`rdf:object`），附有证据。目标与观测值的证据直接附在其上。
⊑ 表示是其特例，≈ 表示近似。
"""
_DATATYPES = {
    "words": "text @zh",
    "token": "xsd:string",
    "day": "xsd:date, xsd:gYearMonth, xsd:gYear",
    "decimal": "xsd:decimal",
    "integer": "xsd:integer",
    "boolean": "xsd:boolean",
}


def ontology_page(example: str) -> str:
    """Return the page as Markdown; the example is Turtle of one target and its evidence."""
    return "".join(f"{line}\n" for line in _lines(example))


def _lines(example: str) -> Iterator[str]:
    yield _INTRODUCTION
    yield "## Classes · 类\n"
    yield "| class 类 | name 名称 | definition 定义 | the same thing if equal in 同一的依据 | under 上位类 |"
    yield "| --- | --- | --- | --- | --- |"
    for row in classes():
        parents = ", ".join(f"`{in_namespace(name)}`" for name in row.parents)
        yield _row(f"`kg:{row.name}`", _names(row.label), _both(row.means), _both(row.key) if row.key else "", parents)
    yield "\n## Properties · 属性"
    yield _RELATIONS
    yield from _table(properties())
    yield "\n## Properties of other vocabularies · 其他词表的属性\n"
    yield from _table(BORROWED)
    yield "\n## A target and its evidence · 一个目标及其证据\n"
    yield "From the bundled samples. 出自附带的示例文本。\n"
    yield f"```turtle\n{example.strip()}\n```"


def _table(rows: tuple[PropertyRow, ...]) -> Iterator[str]:
    yield "| property 属性 | name 名称 | of 定义域 | value 值域 | how many 数量 | definition 定义 | like 对应 |"
    yield "| --- | --- | --- | --- | --- | --- | --- |"
    for row in rows:
        like = [f"⊑ `{row.aligned}`"] if row.aligned else []
        like += [f"≈ `{name}`" for name in row.near]
        value = _classes(row.range) if row.range else _DATATYPES.get(row.kind, "IRI")
        many = f"{row.least}..{'n' if row.most is None else row.most}"
        yield _row(
            f"`{row.name}`", _names(row.label), _classes(row.domain), value, many, _both(row.means), "<br>".join(like)
        )


def _classes(names: tuple[str, ...]) -> str:
    own = [row.name for row in classes() if row.key]
    every = [name for name in own if name not in {"Document", "Statement"}]
    rest = [name for name in names if name not in every]
    if set(every) <= set(names):
        return ", ".join(["every entity 一切实体", *rest])
    return ", ".join(names)


def _names(label: Label) -> str:
    return f"{label.zh}<br>{label.en}"


def _both(text: Label | Means) -> str:
    return f"{text.zh}<br>{text.en}"


def _row(*cells: str) -> str:
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"
