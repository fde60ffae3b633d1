"""Model classes in, the JSON Schema of the tables' rows and the JSON-LD context of the graph out."""

import json
from typing import Any

from pydantic.json_schema import models_json_schema

from kg.model import ENTITY_TYPES, DocumentRecord, Evidence, Statement, Unresolved
from kg.model.value import Value
from kg.ontology.vocabulary import properties
from kg.rdf import Terms

# Prefixes that the graph's own data use; those of the ontology and shapes are not needed to read it.
_PREFIXES = ("dcterms", "kg", "oa", "prov", "qudt", "rdf", "skos", "xsd")
_DATATYPES = {
    "words": {"@language": "zh"},
    "token": {},
    "reference": {"@type": "@id"},
    "day": {},
    "decimal": {"@type": "xsd:decimal"},
    "integer": {"@type": "xsd:integer"},
    "boolean": {"@type": "xsd:boolean"},
}
_BORROWED: dict[str, Any] = {
    "prefLabel": {"@id": "skos:prefLabel", "@language": "zh"},
    "altLabel": {"@id": "skos:altLabel", "@language": "zh", "@container": "@set"},
    "title": {"@id": "dcterms:title", "@language": "zh"},
    "publisher": {"@id": "dcterms:publisher", "@language": "zh"},
    "identifier": {"@id": "dcterms:identifier", "@language": "zh"},
    "subject": {"@id": "rdf:subject", "@type": "@id"},
    "predicate": {"@id": "rdf:predicate", "@type": "@id"},
    "object": {"@id": "rdf:object", "@type": "@id"},
    "hasSource": {"@id": "oa:hasSource", "@type": "@id"},
    "hasSelector": {"@id": "oa:hasSelector", "@type": "@id"},
    "start": {"@id": "oa:start", "@type": "xsd:integer"},
    "end": {"@id": "oa:end", "@type": "xsd:integer"},
    "exact": {"@id": "oa:exact"},
    "hasUnit": {"@id": "qudt:hasUnit", "@type": "@id"},
}


def json_schema(base: str) -> str:
    """Return the JSON Schema of every row of the tables: documents, all entity types, statements, evidence."""
    rows: list[type[Value]] = [row.model for row in ENTITY_TYPES]
    rows += [DocumentRecord, Statement, Evidence, Unresolved]
    _, schema = models_json_schema(
        [(model, "serialization") for model in rows],
        title="Rows of an lvtu graph",
        ref_template="#/$defs/{model}",
    )
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"{base}schema/entities.schema.json",
        "anyOf": [{"$ref": f"#/$defs/{model.__name__}"} for model in rows],
    }
    return _dumped(head | schema)


def context(base: str) -> str:
    """Return the JSON-LD context under which the graph's terms are plain words."""
    prefixes = Terms(base).prefixes
    entries: dict[str, Any] = {"@version": 1.1, "@base": f"{base}id/"}
    entries |= {prefix: prefixes[prefix] for prefix in _PREFIXES}
    entries |= {"id": "@id", "type": "@type"}
    entries |= {row.model.__name__: f"kg:{row.model.__name__}" for row in ENTITY_TYPES}
    entries |= {"Document": "kg:Document", "Statement": "kg:Statement"}
    entries |= _BORROWED
    for row in properties():
        entries[row.name.removeprefix("kg:")] = {"@id": row.name} | _DATATYPES[row.kind]
    return _dumped({"@context": entries})


def _dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
