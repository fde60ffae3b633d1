"""A result of validation in, the fault in words of both languages out: what is wrong, and what would be right."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import rdflib
from rdflib import RDF, SH
from rdflib.collection import Collection
from rdflib.term import Node

from kg.model import Means
from kg.validate.names import Names
from kg.validate.parts import Result

# Shapes whose focus node is not the thing at fault: its document, or its class.
_SPANS, _CLASS = "DocumentShape-spans", "ClassShape"


class Fault(NamedTuple):
    """One fault: whose, by which shape, at which property, what is wrong and would be right, and the value."""

    subject: str
    name: str
    kinds: tuple[str, ...]
    shape: str
    property: str | None
    value: str | None
    zh: str
    en: str


def faults(result: Result, shapes: rdflib.Graph, names: Names) -> Iterator[Fault]:
    """Yield the fault that a result stands for, or those: of all evidence that ends there, of all things of a class."""
    shape = names.short(result.shape).removeprefix("kg:")
    path = result.path if isinstance(result.path, rdflib.URIRef) else None
    wrong = _wrong(result, shapes, names)
    subjects = [result.focus]
    if shape == _SPANS and result.value is not None:
        subjects = names.evidence_ending(result.focus, result.value)
        wrong, path = _beyond(result, wrong, names), names.iri("oa:end")
    elif shape == _CLASS:
        subjects, path = names.things(result.focus), RDF.type
    for subject in subjects:
        yield Fault(
            str(subject),
            names.title(subject),
            tuple(names.short(kind) for kind in names.types(subject)),
            shape,
            names.short(path) if path is not None else None,
            names.short(result.value) if result.value is not None and result.value != subject else None,
            wrong.zh,
            wrong.en,
        )


def _beyond(result: Result, wrong: Means, names: Names) -> Means:
    length = ", ".join(str(value) for value in names.values(result.focus, str(names.iri("kg:length"))))
    document = names.called(result.focus)
    return Means(
        f"{wrong.zh}：终点 {result.value}，{document.zh} 只有 {length} 个码位",
        f"{wrong.en}: it ends at {result.value}, {document.en} has {length} code points",
    )


def _wrong(result: Result, shapes: rdflib.Graph, names: Names) -> Means:
    messages = {text.language: str(text) for text in _messages(result.shape, shapes)}
    if messages:
        return _placed(Means(messages["zh"], messages["en"]), result, names)
    kind = str(result.component).rsplit("#", 1)[-1].removesuffix("ConstraintComponent")
    asked = _Asked(result, shapes, names)
    said = getattr(asked, f"on_{kind.lower()}", asked.on_other)
    found: Means = said()
    return found


def _messages(shape: Node, shapes: rdflib.Graph) -> Iterator[rdflib.Literal]:
    for holder in (shape, *shapes.objects(shape, SH.sparql)):
        for message in shapes.objects(holder, SH.message):
            assert isinstance(message, rdflib.Literal)
            yield message


def _placed(said: Means, result: Result, names: Names) -> Means:
    """Add to a shape's own words which edge or value they are about."""
    if result.component != SH.SPARQLConstraintComponent or result.path is None or result.value is None:
        return said
    edge, value = names.label(result.path), names.called(result.value)
    return Means(f"{said.zh}：{edge.zh} → {value.zh}", f"{said.en}: {edge.en} → {value.en}")


class _Asked:
    """What a constraint asked for, and what it got."""

    def __init__(self, result: Result, shapes: rdflib.Graph, names: Names) -> None:
        self._result, self._shapes, self._names = result, shapes, names
        self._own = (
            names.label(result.path) if isinstance(result.path, rdflib.URIRef) else _against(result, shapes, names)
        )
        self._value = names.called(result.value) if result.value is not None else Means("", "")

    def on_mincount(self) -> Means:
        least = self._asked(SH.minCount)
        return self._said("缺少", "is missing", f"至少要有 {least} 个", f"at least {least} is needed", ahead=True)

    def on_maxcount(self) -> Means:
        most = self._asked(SH.maxCount)
        path = self._result.path
        found = self._names.values(self._result.focus, str(path)) if isinstance(path, rdflib.URIRef) else []
        shown = f": {', '.join(self._names.short(value) for value in found)}" if found else ""
        return self._said(
            f"有多个{shown}", f"has several values{shown}", f"至多一个（{most}）", f"at most {most} is allowed"
        )

    def on_class(self) -> Means:
        return self._instead(self._names.label(self._asked(SH["class"])))

    def on_or(self) -> Means:
        members = Collection(self._shapes, self._asked(SH["or"]))
        choices = [self._shapes.value(row, kind) for row in members for kind in (SH["class"], SH.datatype)]
        labels = [self._names.label(choice) for choice in choices if choice is not None]
        return self._instead(Means("或 ".join(row.zh for row in labels), " or ".join(row.en for row in labels)))

    def on_datatype(self) -> Means:
        return self._instead(self._names.label(self._asked(SH.datatype)))

    def on_hasvalue(self) -> Means:
        wanted = self._names.label(self._asked(SH.hasValue))
        return self._said(f"缺少 {wanted.zh}", f"lacks {wanted.en}", "请补上", "it must be there")

    def on_in(self) -> Means:
        allowed = ", ".join(self._names.short(choice) for choice in Collection(self._shapes, self._asked(SH["in"])))
        return self._instead(Means(f"其中之一：{allowed}", f"one of {allowed}"))

    def on_languagein(self) -> Means:
        return self._instead(Means("@zh 的文字", "text marked @zh"))

    def on_nodekind(self) -> Means:
        return self._instead(Means("IRI", "an IRI"))

    def on_pattern(self) -> Means:
        pattern = self._asked(SH.pattern)
        return self._instead(Means(f"符合 {pattern}", f"to match {pattern}"))

    def on_mininclusive(self) -> Means:
        least = self._asked(SH.minInclusive)
        return self._instead(Means(f"不小于 {least}", f"{least} or more"))

    def on_maxinclusive(self) -> Means:
        most = self._asked(SH.maxInclusive)
        return self._instead(Means(f"不大于 {most}", f"{most} or less"))

    def on_minlength(self) -> Means:
        return self._instead(Means("非空文字", "a text that is not empty"))

    def on_lessthan(self) -> Means:
        return self._compared(SH.lessThan, "小于", "less than")

    def on_lessthanorequals(self) -> Means:
        return self._compared(SH.lessThanOrEquals, "不大于", "no more than")

    def on_closed(self) -> Means:
        path = self._result.path
        domain = self._names.domain(path) if path is not None else None
        if domain is None:
            return self._said(
                "不是本体中的属性",
                "is no property of the ontology",
                "请改用 docs/ontology.md 所列的属性",
                "use one that docs/ontology.md lists",
            )
        return self._said(
            "不应出现在这里",
            "does not belong here",
            f"只有 {'、'.join(domain)} 可以有",
            f"only {', '.join(domain)} may have it",
        )

    def on_other(self) -> Means:
        return self._said("不符合约定", "breaks the contract", "见 shapes.ttl", "see shapes.ttl")

    def _asked(self, parameter: rdflib.URIRef) -> Node:
        found = self._shapes.value(self._result.shape, parameter)
        assert found is not None, f"{self._result.shape} asks for no {parameter}"
        return found

    def _instead(self, right: Means) -> Means:
        return self._said(
            f"是 {self._value.zh}", f"is {self._value.en}", f"应为 {right.zh}", f"it should be {right.en}"
        )

    def _compared(self, parameter: rdflib.URIRef, zh: str, en: str) -> Means:
        other = self._asked(parameter)
        label = self._names.label(other)
        found = ", ".join(self._names.short(value) for value in self._names.values(self._result.focus, str(other)))
        return self._instead(Means(f"{zh} {label.zh} {found}", f"{en} {label.en} {found}"))

    def _said(self, zh: str, en: str, zh_right: str, en_right: str, ahead: bool = False) -> Means:
        first = f"{zh} {self._own.zh}" if ahead else f"{self._own.zh} {zh}"
        return Means(f"{first}；{zh_right}", f"{self._own.en} {en}; {en_right}")


def _against(result: Result, shapes: rdflib.Graph, names: Names) -> Means:
    """Return the label of a path that is followed backwards."""
    path = shapes.value(result.shape, SH.path)
    inverse = shapes.value(path, SH.inversePath) if path is not None else None
    if inverse is None:
        return Means("", "it")
    label = names.label(inverse)
    return Means(f"指向它的 {label.zh}", f"{label.en} that leads to it")
