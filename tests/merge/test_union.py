"""Merging is a union: grouping, order and repetition of the parts never matter."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from worked import build_tables

from kg.merge import merge
from kg.model import DocumentRecord, Entity, Evidence, Statement, Tables, Unresolved
from kg.model.entity import Campaign, Project, Region

_NAMES = st.lists(st.sampled_from(["甲", "乙", "丙"]), unique=True).map(sorted).map(tuple)
_SUMS = st.lists(st.sampled_from([Decimal("1.5"), Decimal("1.50"), Decimal(2)]), max_size=2).map(tuple)
_ENTITIES = st.one_of(
    st.builds(Campaign, id=st.sampled_from(["campaign/cn/1", "campaign/cn/2"]), name=st.just("净河行动"), names=_NAMES),
    st.builds(Project, id=st.just("project/cn/1"), name=st.just("截污工程"), investment=_SUMS),
    st.builds(Region, id=st.just("region/640100"), name=st.just("银川市"), level=st.sampled_from([None, "city"])),
)
_DOCUMENTS = st.builds(
    DocumentRecord,
    id=st.just("document/1"),
    names=_NAMES.filter(bool),
    sha256=st.just("0"),
    encoding=st.sampled_from(["utf-8", "gb18030"]),
    length=st.just(9),
    title=st.sampled_from([None, "通知", "方案"]),
)
_STATEMENTS = st.sampled_from(["1", "2"]).map(
    lambda key: Statement(id=f"statement/{key}", subject="campaign/cn/1", predicate="partOf", object="campaign/cn/2")
)
_EVIDENCE = st.sampled_from([1, 2, 3]).map(
    lambda start: Evidence(
        id=f"evidence/{start}",
        about="statement/1",
        document="document/1",
        start=start,
        end=start + 1,
        quote="河",
        rule="r",
        confidence=0.9,
    )
)
_UNRESOLVED = st.sampled_from([1, 2]).map(
    lambda start: Unresolved(document="document/1", start=start, end=start + 3, surface="朝阳区", reason="Region")
)


def _rows(rows: st.SearchStrategy[Entity]) -> st.SearchStrategy[tuple[Entity, ...]]:
    return st.lists(rows, max_size=3, unique_by=lambda row: getattr(row, "id", row)).map(tuple)


_TABLES = st.builds(
    Tables,
    documents=_rows(_DOCUMENTS),
    entities=_rows(_ENTITIES),
    statements=_rows(_STATEMENTS),
    evidence=_rows(_EVIDENCE),
    unresolved=_rows(_UNRESOLVED),
)


def _exact(tables: Tables) -> str:
    """1.5 and 1.50 are equal numbers but not equal bytes."""
    return repr(tables)


@settings(max_examples=40)
@given(_TABLES, _TABLES, _TABLES)
def test_merging_is_associative(first: Tables, second: Tables, third: Tables) -> None:
    whole = _exact(merge([first, second, third]))
    assert _exact(merge([merge([first, second]), third])) == whole
    assert _exact(merge([first, merge([second, third])])) == whole


@settings(max_examples=40)
@given(_TABLES, _TABLES)
def test_merging_is_commutative(first: Tables, second: Tables) -> None:
    assert _exact(merge([first, second])) == _exact(merge([second, first]))


@settings(max_examples=40)
@given(_TABLES)
def test_merging_is_idempotent(tables: Tables) -> None:
    once = merge([tables])
    assert _exact(merge([tables, tables])) == _exact(once)
    assert _exact(merge([once])) == _exact(once)


@settings(max_examples=6)
@given(st.permutations([build_tables(), Tables(), Tables(unresolved=build_tables().unresolved)]))
def test_merging_a_sorted_graph_with_parts_of_itself_changes_nothing(parts: list[Tables]) -> None:
    assert merge(parts) == build_tables()


_CITY = Region(id="region/640100", name="银川市", names=("银川",), scope="640100")


@pytest.mark.parametrize(
    ("first", "second", "pooled"),
    [
        (_CITY, _CITY.model_copy(update={"names": ("我市", "省会")}), {"names": ("我市", "省会", "银川")}),
        (_CITY, _CITY.model_copy(update={"level": "city"}), {"level": "city"}),
        (_CITY.model_copy(update={"kind": "b"}), _CITY.model_copy(update={"kind": "a"}), {"kind": "a"}),
    ],
    ids=["names-are-pooled", "known-beats-unknown", "first-in-sort-order"],
)
def test_entities_of_one_id_become_one(first: Region, second: Region, pooled: dict[str, object]) -> None:
    merged = merge([Tables(entities=(first,)), Tables(entities=(second,))])
    assert merged.entities == (_CITY.model_copy(update=pooled),)
