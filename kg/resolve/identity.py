"""A Reading in, the document's share of the graph out: every thing with the id that it has in any document."""

from decimal import Decimal
from typing import Any

from kg.lexicon.families import families
from kg.lexicon.gazetteer import NATION, kind_of, level_of, name_of, parent_of
from kg.lexicon.rules import read_rules
from kg.lexicon.units import to_yuan
from kg.model import LOCUS, Clause, Link, Mention, Quantity, Reading, Tables, Thing, entity_class
from kg.model.entity import Family, Measure, Problem, Region
from kg.model.ids import entity_id, region_id
from kg.resolve.ledger import Ledger
from kg.resolve.reading import LEVEL_MARKS, owner_of, surface
from kg.resolve.time import interpret
from kg.resolve.values import NATIONAL, measured, valued

_NATIONAL_TYPES = frozenset({"Organization", "Policy", "Doctrine", "Pollutant", "Sector"})
_POOLED_FIELDS = ("position", "date", "status", "location")


def identify(reading: Reading) -> Tables:
    """Return one document's tables; merging them with other documents' is a union of rows by id."""
    return _Identifier(reading).tables()


class _Identifier:
    """One document's identification: the ids given so far, and the ledger they are entered in."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.mentions = reading.facts.mentions
        self.ledger = Ledger(reading.document)
        self.id_of: dict[str, str] = {}
        self.id_of_key: dict[tuple[str, str], str] = {}
        self.region_named: dict[str, str] = {}
        self.unknown = f"x-{reading.document.id}"
        self.here = self._scope_of_code(reading.locus.code)

    def tables(self) -> Tables:
        """Identify everything and return the rows."""
        links: dict[str, list[Link]] = {}
        for link in self.reading.links:
            links.setdefault(link.subject, []).append(link)
        self._enter_locus()
        for thing in sorted(self.reading.things, key=_regions_then_agencies):
            self._enter_thing(thing, links.get(thing.id, []))
        for link in self.reading.links:
            self._enter_link(link)
        for quantity in self.reading.facts.quantities:
            self._enter_quantity(quantity)
        for clause in self.reading.facts.clauses:
            self._enter_clause(clause)
        return self.ledger.tables(self.reading.locus)

    def _enter_locus(self) -> None:
        """Enter the regions the document speaks for, or is known to lie in, with the place that shows them."""
        locus = self.reading.locus
        rule = "locus.inferred" if locus.inferred else "locus.named"
        for code in filter(None, (locus.code, locus.within)):
            self._enter_division(code, ())
            self.ledger.cite(region_id(code), self._place_of_locus(code), rule)
        if locus.code is None and locus.candidates:
            self.ledger.note(self._place_of_locus(""), "locus", locus.candidates)

    def _place_of_locus(self, code: str) -> tuple[int, int]:
        regions = [mention for mention in self.mentions if mention.type == "Region"]
        for mention in [*(region for region in regions if region.term == code), *regions[:1]]:
            return mention.start, mention.end
        sentences = self.reading.document.sentences
        return (sentences[0].start, sentences[0].end) if sentences else (0, 0)

    def _enter_division(self, code: str, names: tuple[str, ...]) -> str:
        name, parent = name_of(code), parent_of(code)
        self.ledger.enter(
            Region(
                id=region_id(code),
                name=name,
                names=tuple(sorted({*names} - {name})),
                scope=code,
                code=code,
                level=level_of(code),
                kind="division",
                within=(region_id(parent),) if parent else (),
            )
        )
        if parent:
            self._enter_division(parent, ())
        return region_id(code)

    def _enter_thing(self, thing: Thing, links: list[Link]) -> None:
        mentions = [self.mentions[index] for index in thing.mentions]
        first = mentions[0]
        text = self.reading.document.normal.text
        names = tuple(dict.fromkeys(text[mention.start : mention.end] for mention in mentions))
        if thing.type == "Region" and first.term and name_of(first.term):
            key = self._enter_division(first.term, names)
        else:
            scope = self._scope(thing, first, links)
            natural = _body(first, scope) if thing.type == "Agency" else first.key
            key = entity_id(thing.type, scope, natural, *self._dates(thing, first))
            name = name_of(scope) + natural if thing.type == "Agency" else natural
            self.ledger.enter(
                entity_class(thing.type)(
                    id=key,
                    name=name,
                    names=tuple(sorted({*names} - {name})),
                    scope=scope,
                    **self._attributes(thing, mentions),
                )
            )
        self.id_of[thing.id] = self.id_of_key[first.type, first.key] = key
        if thing.type == "Region":
            self.region_named.update(dict.fromkeys((*names, *thing.surfaces), key))
        for mention in mentions:
            span = (mention.start, mention.end)
            self.ledger.cite(key, span, mention.rule)
            if len(mention.candidates) > 1:
                self.ledger.note(span, thing.type, mention.candidates)
            self._enter_family(key, mention)

    def _enter_family(self, campaign: str, mention: Mention) -> None:
        family = families().get(mention.family or "")
        if family is not None:
            key, span = entity_id("Family", NATIONAL, family.id), (mention.start, mention.end)
            self.ledger.enter(Family(id=key, name=family.zh, scope=NATIONAL))
            self.ledger.cite(key, span, "campaign.family")
            self.ledger.state(campaign, "family", key, span, "campaign.family")

    def _scope(self, thing: Thing, mention: Mention, links: list[Link]) -> str:
        """Return the code of the region a thing belongs to, cn for national ones, x-… where it can't be known."""
        if thing.type in _NATIONAL_TYPES or (thing.type == "Region" and mention.term):
            return NATIONAL
        if thing.type == "Agency":
            mark = mention.jurisdiction or LOCUS
            owner = owner_of(mark, self.reading.locus) if mark.startswith("@") else mark
            return self.here if owner == LOCUS else self._scope_of_code(owner)
        if thing.type == "Person":
            offices = [link.object for link in links if link.predicate == "position" and link.object in self.id_of]
            if mention.position and read_rules("levels")["office.national"].pattern.match(mention.position):
                return NATIONAL
            return self.ledger.entities[self.id_of[offices[0]]].scope if offices else self.here
        if thing.type == "Event":
            places = [link.object for link in links if link.predicate == "conductedIn"]
            if places and places[0] in self.id_of:
                return self.ledger.entities[self.id_of[places[0]]].scope
            return self.here if places else NATIONAL
        return self.here

    def _scope_of_code(self, code: str | None) -> str:
        return NATIONAL if code == NATION else code or self.unknown

    def _dates(self, thing: Thing, mention: Mention) -> tuple[str, ...]:
        """Return what else than its name tells one meeting from another."""
        if thing.type != "Event" or not mention.date:
            return ()
        start, end = interpret(mention.date, self.reading.document.date)
        return start or "", end or ""

    def _attributes(self, thing: Thing, mentions: list[Mention]) -> dict[str, Any]:
        fields = entity_class(thing.type).model_fields
        found: dict[str, Any] = {
            field: tuple(sorted({getattr(m, field) for m in mentions if getattr(m, field)}))
            for field in _POOLED_FIELDS
            if field in fields
        }
        if "medium" in fields:
            found["medium"] = tuple(sorted({medium for mention in mentions for medium in mention.medium}))
        if "investment" in fields:
            found["investment"] = self._investments(mentions)
        if thing.type == "Region":
            found["kind"] = kind_of(mentions[0].key)
        return found

    def _investments(self, mentions: list[Mention]) -> tuple[Decimal, ...]:
        """Return the sums in yuan stated inside a project's own name (某集团12亿元供热工程)."""
        sums = {
            to_yuan(quantity.value, quantity.unit)
            for quantity in self.reading.facts.quantities
            for mention in mentions
            if mention.start <= quantity.value_start and quantity.value_end <= mention.end
        }
        return tuple(sorted(amount for amount in sums if amount is not None))

    def _enter_link(self, link: Link) -> None:
        target = self.id_of.get(link.object)
        if link.object == LOCUS and self.reading.locus.code:
            target = region_id(self.reading.locus.code)
        subject = self.id_of[link.subject]
        if target is not None and subject != target:
            self.ledger.state(subject, link.predicate, target, (link.start, link.end), link.rule)

    def _enter_quantity(self, quantity: Quantity) -> None:
        region = self._region(quantity.region)
        scope = self.ledger.entities[region].scope if region else self.here
        document = self.reading.document
        indicator = measured(quantity)
        entity = valued(quantity, indicator, region, scope, document.id, document.date)
        span = (quantity.start, quantity.end)
        for found in (indicator, entity):
            self.ledger.enter(found)
            self.ledger.cite(found.id, span, quantity.rule)

    def _region(self, name: str | None) -> str | None:
        if name != LOCUS:
            return self.region_named.get(name or "")
        return region_id(self.reading.locus.code) if self.reading.locus.code else None

    def _enter_clause(self, clause: Clause) -> None:
        document, span = self.reading.document, (clause.start, clause.end)
        first, last = document.normal.to_source(*span)
        key = entity_id(clause.type, self.here, document.id, str(first), str(last))
        name = surface(document, *span)
        if clause.type == "Measure":
            self.ledger.enter(Measure(id=key, name=name, scope=self.here, status=clause.status, medium=clause.medium))
        else:
            self.ledger.enter(Problem(id=key, name=name, scope=self.here, medium=clause.medium))
        self.ledger.cite(key, span, clause.rule)
        joined = [("about", self.mentions[index]) for index in clause.about]
        if clause.type == "Measure" and clause.actor is not None:
            joined.append(("actor", self.mentions[clause.actor]))
        for predicate, mention in joined:
            target = self.id_of_key[mention.type, mention.key]
            self.ledger.state(key, predicate, target, span, clause.rule)


def _regions_then_agencies(thing: Thing) -> int:
    """Persons and events take their scope from agencies and regions, so those come first."""
    return {"Region": 0, "Agency": 1}.get(thing.type, 2)


def _body(mention: Mention, scope: str) -> str:
    """Return what a body is called inside its division: 生态环境厅 for both 甘肃省生态环境厅 and 省生态环境厅."""
    if mention.key.startswith(name_of(scope)) and mention.key != name_of(scope):
        return mention.key.removeprefix(name_of(scope))
    if mention.jurisdiction in LEVEL_MARKS:
        return read_rules("levels")["body.level"].pattern.sub("", mention.key)
    return mention.key
