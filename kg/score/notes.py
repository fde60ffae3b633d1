"""Errors of one document in, lines that show them in their context out."""

from kg.score.matching import Annotation, Pairs

_CONTEXT = 12


class Notes:
    """Errors of one document, filed by kind, each with the words around it where the document's text is there."""

    def __init__(self, errors: dict[str, list[str]], name: str, text: str) -> None:
        self.errors, self.name, self.text = errors, name, text

    def add(self, kind: str, error: str) -> None:
        """Note an error of a kind in words."""
        self.errors.setdefault(kind, []).append(f"{self.name[:8]}  {error}")

    def entity(self, kind: str, entity: Annotation) -> None:
        """Note an entity by its fullest name, at the first place that has it."""
        name = entity["name"]
        at = self.text.find(name)
        self.add(f"{kind} {entity['type']}", self._around(at, at + len(name)) if at >= 0 else name)

    def unmatched(self, kind: str, golds: list[Annotation], systems: list[Annotation], pairs: Pairs) -> None:
        """Note the gold facts of a kind that no system fact matches, and the other way round."""
        found, used = {i for i, _ in pairs}, {j for _, j in pairs}
        for i, gold in enumerate(golds):
            if i not in found:
                self.add(f"missed {kind}", self.read(gold))
        for j, system in enumerate(systems):
            if j not in used:
                self.add(f"spurious {kind}", self.read(system))

    def read(self, item: Annotation) -> str:
        """Return the words of a quantity or clause, with what a quantity was read as."""
        words = self._around(*item["span"]) if self.text else said(item)
        read = [str(item[field]) for field in ("indicator", "value", "unit", "deadline") if item.get(field)]
        return f"{words}  ({' '.join(read)})" if read else words

    def _around(self, start: int, end: int) -> str:
        before, after = self.text[max(0, start - _CONTEXT) : start], self.text[end : end + _CONTEXT]
        return f"{before}[{self.text[start:end]}]{after}".replace("\n", " ")


def said(item: Annotation) -> str:
    """Return the words of a fact, or its span where the file lacks them."""
    return str(item.get("text") or item.get("evidence") or item["span"])
