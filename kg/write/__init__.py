"""Tables in, one file format each: `WRITERS` lists them, `write_graph` writes them all."""

from kg.write.files import prepare_folder, write_texts
from kg.write.formats import WRITERS, write_graph
from kg.write.state import read_state, write_state

__all__ = ["WRITERS", "prepare_folder", "read_state", "write_graph", "write_state", "write_texts"]
