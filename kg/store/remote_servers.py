"""The servers that a graph can be loaded into: their paths, how they are told apart, how each puts a graph in place.

What each one guarantees, as measured with Fuseki 5.6.0 (TDB2), Virtuoso 7.2.5 and Oxigraph 0.5.13:

- Fuseki: one PUT of the whole graph is one transaction. Readers see the old graph until it is the new one; a PUT
  that breaks off changes nothing. No staging graph: MOVE would copy all index blocks once more, and many small
  requests fill the disk (4.9 million triples in requests of 50,000: 40 GB instead of 5 GB).
- Oxigraph: a bulk POST is ingested at once when it ends, so into an empty graph it goes directly. PUT is no
  transaction, and MOVE takes ten times as long and 1.8 kB of memory a triple; so a graph that is there is replaced by
  one update that removes and adds what differs from a staging graph, at 1 kB a triple. Readers see old or new.
- Virtuoso: COPY from a staging graph is one transaction. It is made without a log (sql:log-enable 0), and then a
  checkpoint: the log would be too small for 5 million triples (TransactionAfterImageLimit, SR325), and what it replays
  after a crash is wrong where COPY removes and adds the same triple (half of 20,949 were missing). A server that dies
  before the checkpoint holds the old graph. Readers see the old graph until the commit, and a part of the new one for
  the fraction of a second that a commit of millions of triples takes.
- GraphDB: MOVE from a staging graph is one transaction, as in all of RDF4J (tried with RDF4J's own server).
"""

from typing import Literal, NamedTuple

from kg.errors import StoreError
from kg.store.remote_http import Connection

# Without a filter on the names, which would make Virtuoso look at every triple.
_GRAPHS_BY_SCAN = "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }"
_GRAPHS_BY_NAME = "SELECT ?g { GRAPH ?g {} }"


class Server(NamedTuple):
    """One kind of server.

    Attributes:
        name: as `--store` takes it.
        title: as its makers write it.
        example: an address as its users type it.
        way: how a graph comes into its place.
        whole: whether all triples go in one request, or 50,000 at a time.
        query: path of SPARQL queries below the address.
        update: path of SPARQL updates.
        graphs: path of the Graph Store Protocol.
        suffix: what is added to the last path of the three in somebody's name.
        listing: query for the names of all graphs.
        endings: paths that users append to the address and that are taken off.
    """

    name: str
    title: str
    example: str
    way: Literal["put", "difference", "copy", "move"]
    whole: bool
    query: str
    update: str
    graphs: str
    suffix: str = ""
    listing: str = _GRAPHS_BY_SCAN
    endings: tuple[str, ...] = ()


SERVERS = {
    server.name: server
    for server in (
        Server(
            "fuseki",
            "Apache Jena Fuseki",
            "http://127.0.0.1:3030/lvtu",
            "put",
            whole=True,
            query="/query",
            update="/update",
            graphs="/data",
            listing=_GRAPHS_BY_NAME,
            endings=("/query", "/sparql", "/update", "/data"),
        ),
        Server(
            "virtuoso",
            "Virtuoso",
            "http://127.0.0.1:8890",
            "copy",
            whole=False,
            query="/sparql",
            update="/sparql",
            graphs="/sparql-graph-crud",
            suffix="-auth",
            endings=("/sparql", "/sparql-auth"),
        ),
        Server(
            "oxigraph",
            "Oxigraph",
            "http://127.0.0.1:7878",
            "difference",
            whole=True,
            query="/query",
            update="/update",
            graphs="/store",
            listing=_GRAPHS_BY_NAME,
            endings=("/query", "/update", "/store"),
        ),
        Server(
            "graphdb",
            "GraphDB",
            "http://127.0.0.1:7200/repositories/lvtu",
            "move",
            whole=False,
            query="",
            update="/statements",
            graphs="/rdf-graphs/service",
            endings=("/statements",),
        ),
    )
}

# Header of an answer and how its value begins, for each kind.
_SIGNS = (
    ("Fuseki-Request-Id", "", "fuseki"),
    ("Server", "virtuoso", "virtuoso"),
    ("Server", "oxigraph", "oxigraph"),
    ("Server", "graphdb", "graphdb"),
)


def find_server(connection: Connection) -> Server:
    """Ask a server what it is.

    Raises:
        StoreError: if it does not answer, or does not show what it is.
    """
    response = connection.look()
    for header, start, name in _SIGNS:
        if header in response.headers and response.headers[header].lower().startswith(start):
            return SERVERS[name]
    if response.ok and "/repositories/" in connection.url:
        return SERVERS["graphdb"]
    addresses = ", ".join(f"{server.example} ({server.title})" for server in SERVERS.values())
    raise StoreError(
        f"{connection.url}: what kind of server this is cannot be told from its answer ({response.status_code}); "
        f"check the address, such as {addresses}, or name the kind with --store {'|'.join(SERVERS)}"
    )
