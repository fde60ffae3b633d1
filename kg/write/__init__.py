"""Tables in, one file format each: `WRITERS` lists them, `write_graph` writes them all."""

from kg.write.files import prepare_folder, write_texts
from kg.write.formats import WRITERS, write_graph

__all__ = ["WRITERS", "prepare_folder", "write_graph", "write_texts"]
