"""A scan of a text, for the tests of single recognizers."""

from collections.abc import Callable

import pytest

from kg.extract.scan import Scan
from kg.read import read_document


@pytest.fixture
def scan_of() -> Callable[[str], Scan]:
    """Read and scan a text."""
    return lambda text: Scan(read_document("sample.txt", text.encode()))
