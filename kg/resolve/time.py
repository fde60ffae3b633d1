"""Words for a time and the document's date in, ISO dates out. PROVISIONAL."""


def interpret(words: str, document_date: str | None) -> tuple[str | None, str | None]:
    """Return nothing yet."""
    return None, None
