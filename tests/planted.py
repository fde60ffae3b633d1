"""Faults to plant in the graph of the samples, one at a time, each with what must be reported of it."""

from typing import NamedTuple


class Planted(NamedTuple):
    """A fault: the query that finds where to plant it (`?s` is its subject), the update, and the words expected.

    `{s}` in the update stands for the subject, `{o}` for what the query calls `?o`.
    """

    where: str
    update: str
    shape: str
    property: str | None
    zh: str
    en: str


_PIECE = "?s oa:hasSelector ?o . ?o oa:start ?from"

PLANTED: dict[str, Planted] = {
    "missing evidence": Planted(
        "?s a kg:Campaign ; kg:evidence ?o FILTER NOT EXISTS { ?s kg:evidence ?p FILTER (?p != ?o) }",
        """DELETE { ?e ?p ?v . ?x ?q ?e . ?y ?r ?w } WHERE { <{s}> kg:evidence ?e . ?e ?p ?v . ?x ?q ?e .
        ?e oa:hasSelector ?y . ?y ?r ?w }""",
        "CampaignShape-evidence",
        "kg:evidence",
        "缺少 证据 kg:evidence",
        "evidence kg:evidence is missing; at least 1 is needed",
    ),
    "wrong class of an object": Planted(
        "?s a kg:Agency ; kg:jurisdiction ?o",
        """DELETE { <{s}> kg:jurisdiction <{o}> . ?st rdf:object <{o}> }
        INSERT { <{s}> kg:jurisdiction <{s}> . ?st rdf:object <{s}> }
        WHERE { ?st rdf:subject <{s}> ; rdf:predicate kg:jurisdiction ; rdf:object <{o}> }""",
        "AgencyShape-jurisdiction",
        "kg:jurisdiction",
        "应为 地区 kg:Region",
        "it should be Region kg:Region",
    ),
    "span beyond the document": Planted(
        _PIECE,
        "DELETE { <{o}> oa:end ?n } INSERT { <{o}> oa:end 9999999 } WHERE { <{o}> oa:end ?n }",
        "DocumentShape-spans",
        "oa:end",
        "证据的终点超出文档的字数：终点 9999999",
        "a piece of evidence ends beyond the length of the document: it ends at 9999999",
    ),
    "number without unit": Planted(
        "?s a kg:Target ; kg:value ?n ; kg:unit ?o FILTER NOT EXISTS { ?s qudt:hasUnit ?q }",
        "DELETE WHERE { <{s}> kg:unit ?u }",
        "TargetShape-unitRule",
        None,
        "数值须有单位",
        "there is a number without a unit; a number needs one",
    ),
    "unknown property": Planted(
        "?s a kg:Person",
        "INSERT DATA { <{s}> kg:likes 'tea' }",
        "PersonShape",
        "kg:likes",
        "kg:likes 不是本体中的属性",
        "kg:likes is no property of the ontology",
    ),
    "unknown predicate of a statement": Planted(
        "?s a kg:Statement",
        "DELETE { <{s}> rdf:predicate ?p . ?a ?p ?b } INSERT { <{s}> rdf:predicate kg:likes } "
        "WHERE { <{s}> rdf:predicate ?p ; rdf:subject ?a ; rdf:object ?b }",
        "StatementShape-predicate",
        "rdf:predicate",
        "关系 rdf:predicate 是 kg:likes",
        "predicate rdf:predicate is kg:likes; it should be one of",
    ),
    "statement without its edge": Planted(
        "?s a kg:Statement",
        "DELETE { ?a ?p ?b } WHERE { <{s}> rdf:subject ?a ; rdf:predicate ?p ; rdf:object ?b }",
        "StatementShape-edge",
        None,
        "没有它所说的直接的边",
        "there is no direct edge from its subject to its object",
    ),
    "edge without its statement": Planted(
        "?s a kg:Person ; kg:leads ?o",
        "INSERT { <{s}> kg:leads ?c } WHERE { { SELECT (MIN(?x) AS ?c) WHERE { ?x a kg:Campaign } } }",
        "EdgeShape",
        "kg:leads",
        "这条边没有对应的陈述",
        "the edge has no statement that stands for it, and so no evidence: leads kg:leads",
    ),
    "confidence above 1": Planted(
        "?s kg:confidence ?o",
        "DELETE { <{s}> kg:confidence ?n } INSERT { <{s}> kg:confidence 1.5 } WHERE { <{s}> kg:confidence ?n }",
        "EvidenceShape-confidence",
        "kg:confidence",
        "应为 不大于 1",
        "confidence kg:confidence is “1.5” (xsd:decimal); it should be 1",
    ),
    "two prefLabels": Planted(
        "?s a kg:Campaign",
        "INSERT DATA { <{s}> skos:prefLabel '又名'@zh }",
        "CampaignShape-prefLabel",
        "skos:prefLabel",
        "有多个",
        "has several values",
    ),
    "source that is no document": Planted(
        "?s oa:hasSource ?d . ?o a kg:Region",
        "DELETE { <{s}> oa:hasSource ?d } INSERT { <{s}> oa:hasSource <{o}> } WHERE { <{s}> oa:hasSource ?d }",
        "EvidenceShape-hasSource",
        "oa:hasSource",
        "应为 文档 kg:Document",
        "it should be Document kg:Document",
    ),
    "redacted quantity with a value": Planted(
        "?s a kg:Observation ; kg:redacted false ; kg:value ?n",
        "DELETE DATA { <{s}> kg:redacted false } ; INSERT DATA { <{s}> kg:redacted true }",
        "ObservationShape-maskedRule",
        None,
        "隐去的数量不得有数值",
        "it is marked as left out by the author but has a number",
    ),
    "deadline on an observation": Planted(
        "?s a kg:Observation",
        "INSERT DATA { <{s}> kg:deadline '三年内'@zh }",
        "ObservationShape",
        "kg:deadline",
        "只有 Target 可以有",
        "does not belong here; only Target may have it",
    ),
    "locus that is no region": Planted(
        "?s a kg:Document ; kg:locus ?l . ?o a kg:Agency",
        "DELETE { <{s}> kg:locus ?l } INSERT { <{s}> kg:locus <{o}> } WHERE { <{s}> kg:locus ?l }",
        "DocumentShape-locus",
        "kg:locus",
        "应为 地区 kg:Region",
        "it should be Region kg:Region",
    ),
    "range whose high is below its value": Planted(
        "?s kg:value ?n FILTER (?n > 1)",
        "DELETE WHERE { <{s}> kg:high ?h } ; INSERT DATA { <{s}> kg:high 0.5 }",
        "",
        "kg:value",
        "应为 不大于 上限值 kg:high “0.5”",
        "it should be no more than upper end of a range kg:high “0.5”",
    ),
    "end before start of a period": Planted(
        "?s kg:periodStart ?b ; kg:periodEnd ?o",
        "DELETE WHERE { <{s}> kg:periodEnd ?e } ; INSERT DATA { <{s}> kg:periodEnd '1900-01-01'^^xsd:date }",
        "",
        "kg:periodStart",
        "应为 不大于 时期止 kg:periodEnd “1900-01-01”",
        "it should be no more than end of the period kg:periodEnd “1900-01-01”",
    ),
    "thing of no known class": Planted(
        "?s a kg:Doctrine FILTER NOT EXISTS { ?x ?p ?s }",
        "DELETE DATA { <{s}> a kg:Doctrine } ; INSERT DATA { <{s}> a kg:Slogan }",
        "ClassShape",
        "rdf:type",
        "类不在本体之中",
        "its class is none of the contract",
    ),
    "evidence of nothing": Planted(
        "?x kg:evidence ?s , ?o FILTER (?s != ?o)",
        "DELETE { ?x kg:evidence <{s}> } WHERE { ?x kg:evidence <{s}> }",
        "EvidenceShape-evidence",
        None,
        "缺少 指向它的 证据 kg:evidence",
        "evidence kg:evidence that leads to it is missing",
    ),
}
