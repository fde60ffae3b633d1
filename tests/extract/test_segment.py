"""Both segmenters cut alike, and tag nearly alike."""

from pathlib import Path

from kg.extract import segment
from kg.extract.segment import Tags, cut_words, tag_of


def test_words_tile_the_text() -> None:
    text = "2023年，PM2.5平均浓度为31微克/立方米。\n 我市 · **亿元\t🌲"
    assert "".join(cut_words(text)) == text


def test_tags_are_those_of_the_words() -> None:
    words = cut_words("银川市治理扬尘。")
    tags = Tags(words)
    assert words == ["银川市", "治理", "扬尘", "。"]
    assert [tags[0], *tags.between(1, 4)] == ["ns", "v", "ng", "x"]


def test_jieba_itself_cuts_and_tags_as_its_compiled_form_does(samples: Path) -> None:
    import jieba

    text = (samples / "12-city-bulletin.txt").read_text("utf-8")
    words = cut_words(text)
    assert jieba.lcut(text) == words
    same = sum(segment._tag_with_jieba(word) == tag_of(word) for word in words)
    assert same / len(words) > 0.95
