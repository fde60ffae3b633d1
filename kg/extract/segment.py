"""A text in, jieba's words out; a word in, its part-of-speech tag out.

rjieba is jieba's algorithm and dictionary compiled: the words are the same, some twenty times faster. Where it is
not built for a platform, jieba itself does the work; about one tag in a hundred then differs. Few words are ever
asked for their tag, and cutting alone takes two thirds of the time that tagging every word does.
"""

from collections.abc import Sequence
from functools import cache, lru_cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any

# A word that is cut when it stands alone is none of the dictionary's: jieba's tag for such words.
_UNKNOWN = "x"


class Tags:
    """The tags of a text's words, each found when it is asked for."""

    __slots__ = ("_words",)

    def __init__(self, words: Sequence[str]) -> None:
        self._words = words

    def __getitem__(self, index: int) -> str:
        return tag_of(self._words[index])

    def between(self, first: int, last: int) -> list[str]:
        """Return the tags of the words `[first, last)`."""
        return [tag_of(word) for word in self._words[first:last]]


def cut_words(text: str) -> list[str]:
    """Return the words of a text in order; joined, they are the text.

    >>> cut_words("治理扬尘")
    ['治理', '扬尘']
    """
    cutter = _compiled()
    words: list[str] = cutter.cut(text) if cutter else import_module("jieba").lcut(text)
    return words


@lru_cache(maxsize=1 << 17)
def tag_of(word: str) -> str:
    """Return the tag of a word: n, v, ns …; x for punctuation and for what the dictionary lacks.

    >>> tag_of("治理"), tag_of("，")
    ('v', 'x')
    """
    tagger = _compiled()
    if tagger is None:
        return _tag_with_jieba(word)
    tagged = tagger.tag(word)
    return tagged[0][1] if len(tagged) == 1 else _UNKNOWN


@cache
def _compiled() -> Any:
    return import_module("rjieba") if find_spec("rjieba") else None


def _tag_with_jieba(word: str) -> str:
    """Tag by jieba's dictionary, and a word it lacks as the last of the pieces its tagger sees in it."""
    posseg = import_module("jieba.posseg")
    posseg.dt.initialize()
    tags: dict[str, str] = posseg.dt.word_tag_tab
    return tags.get(word) or str(posseg.lcut(word)[-1].flag)
