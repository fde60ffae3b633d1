"""Strings with a way back: a normalised text knows which characters of its source each of its own stands for."""

from array import array


class NormalText:
    """A normalised text and, for each of its characters, the offset of that character in the source.

    Offsets count Unicode code points; spans are half-open. Equal texts over equal offsets are equal.

    >>> normal = NormalText("PM2.5浓度", array("I", [0, 1, 3, 4, 5, 7, 8]))
    >>> normal.to_source(0, 5)
    (0, 6)
    """

    __slots__ = ("offsets", "text")

    def __init__(self, text: str, offsets: "array[int]") -> None:
        if len(text) != len(offsets):
            raise ValueError(f"{len(text)} characters but {len(offsets)} offsets")
        self.text = text
        self.offsets = offsets

    def to_source(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the source that stands for `[start, end)` of the normalised text."""
        if start >= end:
            at = self.offsets[start] if start < len(self.offsets) else (self.offsets[-1] + 1 if self.offsets else 0)
            return at, at
        first, last = self.offsets[start], self.offsets[end - 1]
        return (first, last + 1) if first <= last else (last, first + 1)  # a line printed in mirror order counts down

    def __eq__(self, other: object) -> bool:
        return isinstance(other, NormalText) and (self.text, self.offsets) == (other.text, other.offsets)

    def __hash__(self) -> int:
        return hash(self.text)

    def __reduce__(self) -> tuple[object, ...]:
        return NormalText, (self.text, self.offsets)
