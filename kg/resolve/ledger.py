"""Entities, statements and evidence of one document in, its tables out: spans turned into quotes of the source."""

from typing import Any

from kg.lexicon.confidence import confidence_of
from kg.model import Document, DocumentRecord, Entity, Evidence, Locus, Statement, Tables, Unresolved
from kg.model.ids import document_id, evidence_id, region_id, statement_id


class Ledger:
    """The rows of one document as they are found; spans are of the normalised text, rows hold spans of the source."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.id = document_id(document.id)
        self.entities: dict[str, Entity] = {}
        self._statements: dict[str, Statement] = {}
        self._evidence: dict[str, Evidence] = {}
        self._unresolved: list[Unresolved] = []

    def enter(self, entity: Entity) -> None:
        """Enter an entity, pooling what is said of it in several places."""
        known = self.entities.get(entity.id)
        if known is None:
            self.entities[entity.id] = entity
        elif known != entity:
            pooled: dict[str, Any] = {}
            for field in type(entity).model_fields:
                old, new = getattr(known, field), getattr(entity, field)
                several = isinstance(old, tuple)
                pooled[field] = tuple(sorted({*old, *new})) if several else old if old is not None else new
            self.entities[entity.id] = type(entity)(**pooled)

    def state(self, subject: str, predicate: str, target: str, span: tuple[int, int], rule: str) -> None:
        """Enter a statement and the place that makes it."""
        key = statement_id(subject, predicate, target)
        self._statements[key] = Statement(id=key, subject=subject, predicate=predicate, object=target)
        self.cite(key, span, rule)

    def cite(self, about: str, span: tuple[int, int], rule: str) -> None:
        """Enter the place that shows an entity or statement, and the rule that read it."""
        start, end = self.document.normal.to_source(*span)
        key = evidence_id(about, self.id, start, end, rule)
        self._evidence[key] = Evidence(
            id=key,
            about=about,
            document=self.id,
            start=start,
            end=end,
            quote=self.document.source[start:end],
            rule=rule,
            confidence=confidence_of(rule),
        )

    def note(self, span: tuple[int, int], reason: str, candidates: tuple[str, ...]) -> None:
        """Note a place that more than one thing answers to."""
        start, end = self.document.normal.to_source(*span)
        surface = self.document.source[start:end]
        self._unresolved.append(
            Unresolved(document=self.id, start=start, end=end, surface=surface, reason=reason, candidates=candidates)
        )

    def tables(self, locus: Locus) -> Tables:
        """Return the rows, sorted by id, with the document's own record."""
        document = self.document
        record = DocumentRecord(
            id=self.id,
            names=(document.name,),
            sha256=document.sha256,
            encoding=document.encoding,
            length=len(document.source),
            title=document.title,
            date=document.date,
            speaker=document.speaker,
            issuer=document.issuer,
            number=document.number,
            locus=region_id(locus.code) if locus.code else None,
            within=region_id(locus.within) if locus.within else None,
        )
        return Tables(
            documents=(record,),
            entities=tuple(self.entities[key] for key in sorted(self.entities)),
            statements=tuple(self._statements[key] for key in sorted(self._statements)),
            evidence=tuple(self._evidence[key] for key in sorted(self._evidence)),
            unresolved=tuple(self._unresolved),
        )
