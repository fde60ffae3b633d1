"""Places with codes: divisions down to township, waters, basins and named areas, and the names they go by."""


def place_surfaces() -> tuple[str, ...]:
    """Return every surface the gazetteer knows."""
    return ("银川市", "永宁县", "黄河")
