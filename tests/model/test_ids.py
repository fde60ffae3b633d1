"""Ids are content hashes of delimited keys."""

from hypothesis import given
from hypothesis import strategies as st

from kg.model.ids import digest, entity_id, statement_id


def test_ids_are_ascii_and_stable() -> None:
    assert entity_id("Campaign", "640100", "蓝天保卫战") == "campaign/640100/" + digest(
        "Campaign", "640100", "蓝天保卫战"
    )
    assert statement_id("a", "leads", "b").isascii()
    assert len(digest("甲")) == 20


@given(st.lists(st.text(), min_size=1, max_size=4), st.lists(st.text(), min_size=1, max_size=4))
def test_different_keys_have_different_digests(one: list[str], other: list[str]) -> None:
    assert (digest(*one) == digest(*other)) == (one == other)
