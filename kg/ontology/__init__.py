"""Model classes in, the four files of schema/ out."""

from kg.ontology.json_files import context, json_schema
from kg.ontology.owl import ontology
from kg.ontology.shacl import shapes
from kg.ontology.vocabulary import local_names
from kg.rdf import DEFAULT_BASE

__all__ = ["local_names", "schema_files"]


def schema_files(base: str = DEFAULT_BASE) -> dict[str, str]:
    """Return the published contract by file name: OWL, SHACL, JSON Schema and JSON-LD context."""
    return {
        "ontology.ttl": ontology(base),
        "shapes.ttl": shapes(base),
        "entities.schema.json": json_schema(base),
        "context.jsonld": context(base),
    }
