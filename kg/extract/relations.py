"""A scan and its mentions in, stated relations out: the closed list of predicates, nothing from mere co-occurrence."""

from collections.abc import Sequence

from kg.extract.relations_bodies import relate_bodies
from kg.extract.relations_ground import Ground
from kg.extract.relations_issuers import relate_issuers
from kg.extract.relations_people import relate_people
from kg.extract.relations_topics import relate_topics
from kg.extract.scan import Scan
from kg.model import Mention, Relation


def relate_mentions(scan: Scan, mentions: Sequence[Mention]) -> list[Relation]:
    """Return the relations a text states between its mentions, each pair of things once."""
    ground = Ground(scan, mentions)
    found: dict[tuple[str, str, str, str], Relation] = {}
    related = (*relate_people(ground), *relate_bodies(ground), *relate_issuers(ground), *relate_topics(ground))
    for relation in related:
        subject = mentions[relation.subject]
        target = relation.object if isinstance(relation.object, str) else mentions[relation.object].key
        if subject.key != target:
            found.setdefault((subject.type, subject.key, relation.predicate, target), relation)
    return list(found.values())
