"""Graphs into SPARQL stores and prepared questions on them."""
