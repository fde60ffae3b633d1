"""A graph's tables in, a graph to be asked out: by type, by name, by evidence, as networkx and as rdflib."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from kg.errors import KgError
from kg.graph.frames import frame, require
from kg.graph.select import Day, due, holding, of_things
from kg.lexicon.gazetteer import find, lies_in
from kg.model import DocumentRecord, Entity, Evidence, Statement, Tables
from kg.model.entity import Campaign, Indicator, Measure, Observation, Problem, Region, Target
from kg.rdf import DEFAULT_BASE
from kg.write import write_graph
from kg.write.drawing import draw, group_evidence
from kg.write.tables import TABLE_NAMES, read_tables
from kg.write.turtle import turtle_lines

if TYPE_CHECKING:
    import networkx
    import pyoxigraph
    import rdflib

    from kg.store import Cell

Kind = TypeVar("Kind", bound=Entity)

_MARKS = re.compile(r"[\s_{}“”‘’\"'《》〈〉「」]")


class KnowledgeGraph:
    """Documents, entities, statements and the evidence of each; a view of `tables`, which hold everything.

    >>> from kg.model import Evidence, Statement, Tables
    >>> from kg.model.entity import Campaign, Region
    >>> tables = Tables(
    ...     entities=(
    ...         Campaign(id="campaign/640100/1", name="清水行动", names=("清水",), scope="640100", medium=("water",)),
    ...         Region(id="region/640100", name="银川市", scope="640100", code="640100"),
    ...     ),
    ...     statements=(
    ...         Statement(
    ...             id="statement/1", subject="campaign/640100/1", predicate="conductedIn", object="region/640100"
    ...         ),
    ...     ),
    ...     evidence=(
    ...         Evidence(
    ...             id="evidence/1", about="statement/1", document="document/1", start=0, end=10,
    ...             quote="银川市开展清水行动", rule="relation.subject", confidence=0.8,
    ...         ),
    ...     ),
    ... )
    >>> graph = KnowledgeGraph(tables)
    >>> [campaign.name for campaign in graph.entities("Campaign")]
    ['清水行动']
    >>> (campaign,) = graph.find("清水")
    >>> (statement,) = graph.statements("conductedIn", subject=campaign.id)
    >>> graph.get(statement.object).name, graph.evidence_of(statement.id)[0].quote
    ('银川市', '银川市开展清水行动')
    >>> graph.to_networkx().number_of_edges()
    1
    """

    def __init__(self, tables: Tables) -> None:
        self.tables = tables

    def __repr__(self) -> str:
        tables = self.tables
        return (
            f"KnowledgeGraph({len(tables.documents)} documents, {len(tables.entities)} entities, "
            f"{len(tables.statements)} statements, {len(tables.evidence)} pieces of evidence)"
        )

    @property
    def documents(self) -> tuple[DocumentRecord, ...]:
        """The documents, by id."""
        return self.tables.documents

    def document(self, key: str) -> DocumentRecord:
        """Return a document by its id.

        Raises:
            KeyError: if the graph has no such document.
        """
        return self._documents[key]

    def entities(self, *types: str) -> Iterator[Entity]:
        """Yield the entities of the given types, of all types if none is given, by id."""
        for entity in self.tables.entities:
            if not types or type(entity).__name__ in types:
                yield entity

    def get(self, key: str) -> Entity | None:
        """Return an entity by its id, None if the graph has no such entity."""
        return self._entities.get(key)

    def find(self, name: str) -> tuple[Entity, ...]:
        """Return every entity that goes by a name or has it as its id, those it is the first name of before the others.

        Width, case, spaces, quotation marks and brackets do not count: ＰＭ２.５ and pm2.5 are PM2.5.
        """
        by_id = self.get(name)
        found = (by_id,) if by_id else self._by_name.get(_fold(name), ())
        return tuple(sorted(found, key=lambda entity: (entity.name != name, entity.id)))

    def statements(
        self, predicate: str | None = None, *, subject: str | None = None, target: str | None = None
    ) -> Iterator[Statement]:
        """Yield the statements with a predicate, a subject, an object (`target`), or any of these together."""
        rows = self.tables.statements
        if subject is not None:
            rows = self._by_subject.get(subject, ())
        elif target is not None:
            rows = self._by_target.get(target, ())
        for statement in rows:
            if predicate in (None, statement.predicate) and target in (None, statement.object):
                yield statement

    def evidence_of(self, key: str) -> tuple[Evidence, ...]:
        """Return the evidence of an entity or statement, in order of document and place."""
        return tuple(self._evidence.get(key, ()))

    def targets(
        self,
        region: str | None = None,
        indicator: str | None = None,
        *,
        before: Day | None = None,
        after: Day | None = None,
        inside: bool = False,
    ) -> list[Target]:
        """Return the targets that answer, by deadline and id.

        Args:
            region: a name, code or id; with `inside`, the divisions in it count too.
            indicator: words its name holds (PM2.5 finds PM2.5平均浓度), or its id.
            before, after: the last and first day a deadline may fall on: a date, '2025-12-31', '2025-12' or '2025'.
            inside: whether places inside the region count.
        """
        found = of_things(self._all(Target), self._regions(region, inside), self._indicators(indicator))
        return sorted(due(found, after, before), key=lambda target: (target.deadline_date or "~", target.id))

    def observations(
        self,
        region: str | None = None,
        indicator: str | None = None,
        *,
        since: Day | None = None,
        until: Day | None = None,
        inside: bool = False,
    ) -> list[Observation]:
        """Return the observations that answer, by the end of their period and id; arguments as for `targets`.

        Args:
            region: a name, code or id; with `inside`, the divisions in it count too.
            indicator: words its name holds, or its id.
            since, until: the first and last day their periods may reach to.
            inside: whether places inside the region count.
        """
        found = of_things(self._all(Observation), self._regions(region, inside), self._indicators(indicator))
        return sorted(holding(found, since, until), key=lambda seen: (seen.period_end or "~", seen.id))

    def campaigns(
        self, family: str | None = None, region: str | None = None, *, medium: str | None = None, inside: bool = False
    ) -> list[Campaign]:
        """Return the campaigns of a family (蓝天保卫战), conducted in a region, of an environmental medium, by id."""
        kin = None if family is None else {entity.id for entity in self.find(family)}
        places = self._regions(region, inside)
        return [
            campaign
            for campaign in self._all(Campaign)
            if (kin is None or campaign.id in kin or kin & self._objects(campaign.id, "family"))
            and (places is None or places & self._objects(campaign.id, "conductedIn"))
            and (medium is None or medium in campaign.medium)
        ]

    def measures(
        self, about: str | None = None, *, medium: str | None = None, status: str | None = None
    ) -> list[Measure]:
        """Return the measures about a campaign, project or place (a name or id), by id.

        Args:
            about: what they are about, or who acts.
            medium: air, water, soil, ecology, waste, noise, radiation, climate or general.
            status: planned, underway or done.
        """
        asked = self._ids(about)
        return [
            measure
            for measure in self._all(Measure)
            if (asked is None or asked & (self._objects(measure.id, "about") | self._objects(measure.id, "actor")))
            and (medium is None or medium in measure.medium)
            and (status is None or status == measure.status)
        ]

    def problems(self, about: str | None = None, *, medium: str | None = None) -> list[Problem]:
        """Return the problems of a campaign, project or place (a name or id), by id."""
        asked = self._ids(about)
        return [
            problem
            for problem in self._all(Problem)
            if (asked is None or asked & self._objects(problem.id, "about"))
            and (medium is None or medium in problem.medium)
        ]

    def to_arrow(self, what: str = "entities") -> Any:
        """Return a pyarrow table: 'documents', 'entities', 'statements', 'evidence', or one type with its own columns.

        A type's table ('Target', 'Campaign', …) names the things its columns point to, and has the first quote with
        its document beside each row.

        Raises:
            KgError: for a name that is neither.
        """
        return frame(self, what)

    def to_pandas(self, what: str = "entities") -> Any:
        """Return a table as `to_arrow` does, as a pandas DataFrame.

        Raises:
            KgError: for a name that is no table, or if pandas is not installed.
        """
        require("pandas")
        return frame(self, what).to_pandas()

    def to_polars(self, what: str = "entities") -> Any:
        """Return a table as `to_arrow` does, as a polars DataFrame.

        Raises:
            KgError: for a name that is no table, or if polars is not installed.
        """
        return require("polars").from_arrow(frame(self, what))

    def to_networkx(self) -> "networkx.MultiDiGraph[str]":
        """Return the graph as networkx: nodes and edges as in graph.graphml, an edge's id as its key."""
        import networkx

        drawing = draw(self.tables)
        graph: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
        for node in drawing.nodes:
            graph.add_node(node.id, **_attributes(node))
        for edge in drawing.edges:
            graph.add_edge(edge.source, edge.target, key=edge.id, **_attributes(edge))
        return graph

    def to_rdflib(self, base: str = DEFAULT_BASE) -> "rdflib.Graph":
        """Return the graph as rdflib; meant for small graphs (about a minute a million triples)."""
        import rdflib

        return rdflib.Graph().parse(data="".join(turtle_lines(self.tables, base)), format="turtle")

    def query(self, query: str, /, **parameters: object) -> "list[dict[str, Cell]]":
        """Return the rows of a SPARQL query or a prepared question, from a store in memory that is made once.

        Args:
            query: SPARQL, or the name of a question (see docs/questions.md).
            **parameters: of the question: text, numbers, and dates as ISO.

        Returns:
            A dictionary a row, from the name of a variable to its value: IRIs and words as str, numbers as int or
            Decimal, bool, date, None where it is not bound.

        Raises:
            UsageError: if there is no such question or parameter.
            QueryError: if the query cannot be read, or would do more than read.
        """
        from kg.store import fill, query_memory, question_from

        return query_memory(self._store, fill(question_from(query), parameters))

    def write(self, folder: str | Path, base: str = DEFAULT_BASE) -> list[Path]:
        """Write the graph in every format and return the files.

        Raises:
            OutputError: if the folder cannot be written.
        """
        return write_graph(self.tables, folder, base)

    def _all(self, model: type[Kind]) -> Iterator[Kind]:
        for entity in self.tables.entities:
            if isinstance(entity, model):
                yield entity

    def _ids(self, name: str | None) -> set[str] | None:
        return None if name is None else {entity.id for entity in self.find(name)}

    def _objects(self, subject: str, predicate: str) -> set[str]:
        return {statement.object for statement in self.statements(predicate, subject=subject)}

    def _regions(self, name: str | None, inside: bool) -> set[str] | None:
        """Return the ids of the regions that go by a name or code, and with `inside` of the divisions in them."""
        if name is None:
            return None
        regions = list(self._all(Region))
        named = {entity.id for entity in self.find(name)}
        called = {name, *find(name)}  # 甘肃 is 甘肃省, whatever the texts call it
        asked = [region for region in regions if region.id in named or region.code in called]
        found = {region.id for region in asked}
        if inside:
            codes = [region.code for region in asked if region.code]
            found |= {r.id for r in regions if r.code and any(lies_in(r.code, code) for code in codes)}
        return found

    def _indicators(self, words: str | None) -> set[str] | None:
        if words is None:
            return None
        asked = _fold(words)
        return {
            indicator.id
            for indicator in self._all(Indicator)
            if words == indicator.id or any(asked in _fold(name) for name in (indicator.name, *indicator.names))
        }

    @cached_property
    def _store(self) -> "pyoxigraph.Store":
        from kg.store import read_memory

        return read_memory(turtle_lines(self.tables))

    @cached_property
    def _documents(self) -> dict[str, DocumentRecord]:
        return {document.id: document for document in self.tables.documents}

    @cached_property
    def _entities(self) -> dict[str, Entity]:
        return {entity.id: entity for entity in self.tables.entities}

    @cached_property
    def _by_name(self) -> dict[str, list[Entity]]:
        found: dict[str, list[Entity]] = {}
        for entity in self.tables.entities:
            for name in {_fold(name) for name in (entity.name, *entity.names)}:
                found.setdefault(name, []).append(entity)
        return found

    @cached_property
    def _by_subject(self) -> dict[str, tuple[Statement, ...]]:
        return _grouped(self.tables.statements, "subject")

    @cached_property
    def _by_target(self) -> dict[str, tuple[Statement, ...]]:
        return _grouped(self.tables.statements, "object")

    @cached_property
    def _evidence(self) -> dict[str, list[Evidence]]:
        return group_evidence(self.tables)


def _fold(name: str) -> str:
    return _MARKS.sub("", unicodedata.normalize("NFKC", name)).casefold()


def _grouped(statements: tuple[Statement, ...], end: str) -> dict[str, tuple[Statement, ...]]:
    found: dict[str, list[Statement]] = {}
    for statement in statements:
        found.setdefault(getattr(statement, end), []).append(statement)
    return {key: tuple(rows) for key, rows in found.items()}


def _attributes(row: Any) -> dict[str, Any]:
    fields: dict[str, Any] = row._asdict()
    return {name: value for name, value in fields.items() if name not in {"id", "source", "target"} and value != ""}


def read_graph(folder: Path) -> KnowledgeGraph:
    """Read the graph that `kg build` or `KnowledgeGraph.write` left in a folder.

    Raises:
        KgError: if the folder holds no build, or one that cannot be read.
    """
    tables = Path(folder) / "tables"
    missing = [f"{name}.parquet" for name in TABLE_NAMES if not (tables / f"{name}.parquet").is_file()]
    if missing:
        raise KgError(f"{folder}: no built graph here (tables/{missing[0]} is missing); make one with `kg build`")
    try:
        return KnowledgeGraph(read_tables(tables))
    except (OSError, ValueError, KeyError) as error:
        raise KgError(f"{tables}: cannot be read as a graph ({error}); build it again with `kg build`") from error
