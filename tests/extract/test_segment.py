"""Both segmenters cut alike, and tag nearly alike."""

from pathlib import Path

from kg.extract import segment
from kg.extract.segment import tag_words


def test_words_tile_the_text() -> None:
    text = "2023年，PM2.5平均浓度为31微克/立方米。\n 我市 · **亿元\t🌲"
    assert "".join(word for word, _ in tag_words(text)) == text


def test_jieba_itself_cuts_as_its_compiled_form_does(samples: Path) -> None:
    text = (samples / "12-city-bulletin.txt").read_text("utf-8")
    plain, compiled = segment._tag_with_jieba(text), tag_words(text)
    assert [word for word, _ in plain] == [word for word, _ in compiled]
    same = sum(one == other for one, other in zip(plain, compiled, strict=True))
    assert same / len(plain) > 0.95
