"""The frozen Pydantic base of every value that passes between rooms."""

from pydantic import BaseModel, ConfigDict


class Value(BaseModel):
    """An immutable record; unknown fields are errors."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


class Span(Value):
    """A half-open range `[start, end)` of code points."""

    start: int
    end: int
