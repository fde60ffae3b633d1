"""What can go wrong, in words a user can act on: what, which value, where, and what would be right."""


class KgError(Exception):
    """Base of every error this package raises on purpose; its text is shown to the user as it is."""


class InputError(KgError):
    """A text that cannot be used: empty, binary, undecodable, missing."""


class OutputError(KgError):
    """A place that cannot be written."""


class LexiconError(KgError):
    """A row of the lexicon that breaks its table's rules; names file and line."""


class StoreError(KgError):
    """A server that cannot be reached, refuses, breaks off, or is full; names it and what to do."""


class UsageError(KgError):
    """Arguments that do not fit together."""


class QueryError(UsageError):
    """A query that cannot be read or is not allowed; names line and column."""


class TimeLimitError(KgError):
    """A query that was stopped because it ran too long."""
