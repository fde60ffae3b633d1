"""A file's bytes in, a whole Document out."""

import hashlib

from kg.read import read_document


def test_source_is_untouched_and_ids_are_hashes_of_content() -> None:
    raw = "\ufeff  空气质量 改善，PM_{2.5}下降５％。\r\n".encode()
    document = read_document("a.txt", raw)
    assert document.source == raw.decode("utf-8")
    assert document.sha256 == hashlib.sha256(raw).hexdigest()
    assert document.id == hashlib.sha256(document.source.encode()).hexdigest()[:20]
    assert document.noise == ((0, 1),)
    assert document.normal.text == "空气质量 改善，PM2.5下降5%。"


def test_one_text_has_one_id_in_every_encoding() -> None:
    text = "全县森林覆盖率达到四成，河流水质总体良好。"
    ids = {read_document("a.txt", text.encode(encoding)).id for encoding in ("utf-8", "gb18030", "utf-16")}
    assert len(ids) == 1


def test_spans_lead_back_to_the_words_of_the_source() -> None:
    document = read_document("a.txt", "第2页\n优良天数比例 为 8 6.2 ％,同比上升。\n".encode())
    text = document.normal.text
    start, end = document.normal.to_source(text.index("为"), text.index("，"))
    assert document.source[start:end] == "为 8 6.2 ％"


def test_a_text_without_chinese_is_read_and_says_nothing() -> None:
    document = read_document("a.txt", b"no sentence here\n")
    assert (document.title, document.sections, len(document.sentences)) == (None, (), 1)
