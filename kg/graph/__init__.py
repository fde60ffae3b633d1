"""Tables in, a graph to be asked out: typed access, frames for data tools, and what differs between two graphs."""

from kg.graph.difference import Difference, compare
from kg.graph.knowledge_graph import KnowledgeGraph, read_graph

__all__ = ["Difference", "KnowledgeGraph", "compare", "read_graph"]
