"""Turtle reads back as the same triples in two parsers, under every base."""

import io

import pyoxigraph
import pytest
import rdflib
from worked import build_tables

from kg.rdf import DEFAULT_BASE
from kg.write.turtle import write_turtle


def _written(base: str) -> bytes:
    stream = io.BytesIO()
    write_turtle(build_tables(), base, stream)
    return stream.getvalue()


def _read_by_oxigraph(turtle: bytes) -> rdflib.Graph:
    triples = [quad.triple for quad in pyoxigraph.parse(turtle, format=pyoxigraph.RdfFormat.TURTLE)]
    lines = pyoxigraph.serialize(triples, format=pyoxigraph.RdfFormat.N_TRIPLES)
    assert lines is not None
    return rdflib.Graph().parse(data=lines, format="nt")


_BASES = [DEFAULT_BASE, "urn:lvtu:", "https://example.org/a/../b/"]


@pytest.mark.parametrize("base", _BASES)
def test_two_parsers_read_the_same_triples(base: str) -> None:
    turtle = _written(base)
    read = rdflib.Graph().parse(data=turtle, format="turtle")
    assert set(read) == set(_read_by_oxigraph(turtle))


@pytest.mark.parametrize("base", _BASES)
def test_every_iri_of_the_graph_begins_with_the_base(base: str) -> None:
    subjects = {str(subject) for subject in rdflib.Graph().parse(data=_written(base), format="turtle").subjects()}
    assert all(subject.startswith(f"{base}id/") for subject in subjects)


def test_every_subject_has_one_block() -> None:
    blocks = _written(DEFAULT_BASE).decode().split("\n\n")[1:]
    subjects = [block.split(" ", 1)[0] for block in blocks]
    assert len(subjects) == len(set(subjects))
