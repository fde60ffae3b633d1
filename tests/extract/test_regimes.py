"""Regimes: what a heading or a cue makes of the sentences after it."""

from collections.abc import Callable

import pytest

from kg.extract.phrases import read_phrases
from kg.extract.regimes import Regime, read_regimes
from kg.extract.scan import Scan

CASES = [
    pytest.param("近年来，我县关停了小煤窑。", [Regime.REPORT], id="a cue of the past"),
    pytest.param("各镇要加强巡查。", [Regime.PLAN], id="a duty"),
    pytest.param("但监管仍不到位。", [Regime.PROBLEM], id="a contrast"),
    pytest.param("主要河流各有其名。", [Regime.OTHER], id="no cue"),
    pytest.param("近年来，我县植树造林。山更绿。", [Regime.REPORT, Regime.REPORT], id="a cue holds for its paragraph"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_a_sentence_has_the_regime_its_heading_or_cue_sets(
    scan_of: Callable[[str], Scan], text: str, expected: list[Regime]
) -> None:
    scan = scan_of(text)
    assert read_regimes(scan, read_phrases(scan)) == expected
