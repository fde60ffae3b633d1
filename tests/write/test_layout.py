"""The layout keeps nodes apart, puts what belongs to a place around it, and never moves between runs."""

from itertools import pairwise
from math import dist

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.write.layout import lay_out

_NODES = [f"n{number:02}" for number in range(30)]
_PAIRS = st.lists(st.tuples(st.sampled_from(_NODES), st.sampled_from(_NODES)), max_size=60)


@settings(max_examples=50)
@given(_PAIRS, st.sets(st.sampled_from(_NODES), max_size=4).map(sorted))
def test_nodes_do_not_share_a_place(edges: list[tuple[str, str]], centres: list[str]) -> None:
    places = lay_out(_NODES, edges, centres)
    assert set(places) == set(_NODES)
    assert len({(round(place.x, 1), round(place.y, 1)) for place in places.values()}) == len(_NODES)


def test_leaves_stand_nearer_to_their_centre_than_to_another() -> None:
    edges = [("a", f"a{n}") for n in range(9)] + [("b", f"b{n}") for n in range(9)] + [("a0", "b0")]
    places = lay_out(sorted({node for edge in edges for node in edge}), edges, ["a", "b"])
    for name, place in places.items():
        if len(name) == 2:
            own, other = places[name[0]], places["ab".replace(name[0], "")]
            assert dist(place[:2], own[:2]) < dist(place[:2], other[:2])


def test_what_has_more_edges_is_larger() -> None:
    places = lay_out(["a", "b", "c"], [("a", "b"), ("a", "c")])
    assert places["a"].size > places["b"].size == places["c"].size


def test_a_chain_longer_than_the_call_stack_is_laid_out() -> None:
    nodes = [f"{number:05}" for number in range(20_000)]
    assert len(lay_out(nodes, list(pairwise(nodes)))) == len(nodes)


def test_places_are_the_same_to_the_last_bit() -> None:
    places = lay_out(["a", "b", "c"], [("a", "b"), ("a", "c")])
    assert [(place.x.hex(), place.y.hex()) for place in places.values()] == [
        ("0x0.0p+0", "0x0.0p+0"),
        ("-0x1.04397fc68a706p+3", "0x1.dcc62c22c4fc2p+2"),
        ("0x1.346bc55eb2829p+0", "-0x1.b749892be1e71p+3"),
    ]
