"""The report says what became of every input, and nothing of the machine it was made on."""

from worked import DOCUMENT, build_tables

from kg.write.report import report


def test_a_document_is_reported_with_what_it_gave() -> None:
    (_, document) = report(build_tables())["documents"]
    assert document == {
        "name": "甲.txt",
        "status": "used",
        "id": DOCUMENT,
        "names": ["甲.txt"],
        "title": "工作报告",
        "date": "2023-07",
        "locus": "region/640100",
        "within": None,
        "characters": 500,
        "entities": {
            "Agency": 1,
            "Campaign": 1,
            "Indicator": 1,
            "Measure": 1,
            "Person": 1,
            "Pollutant": 1,
            "Project": 1,
            "Region": 1,
            "Target": 1,
        },
        "statements": {"conductedIn": 2, "leads": 2},
        "evidence": 13,
    }


def test_what_was_not_used_is_reported_by_its_place_below_the_common_folder() -> None:
    statuses = [
        ("/home/me/texts/a/甲.txt", "used", ""),
        ("/home/me/texts/乙.txt", "used", ""),
        ("/home/me/texts/b/丙.txt", "duplicate", "/home/me/texts/b/丙.txt: same content as /home/me/texts/乙.txt"),
        ("/home/me/texts/丁.pdf", "failed", "/home/me/texts/丁.pdf: no text"),
    ]
    unused = [entry for entry in report(build_tables(), statuses)["documents"] if entry["status"] != "used"]
    assert unused == [
        {"name": "b/丙.txt", "status": "duplicate", "reason": "b/丙.txt: same content as 乙.txt"},
        {"name": "丁.pdf", "status": "failed", "reason": "丁.pdf: no text"},
    ]


def test_unresolved_mentions_name_their_candidates() -> None:
    assert report(build_tables())["unresolved"] == [
        {
            "document": "甲.txt",
            "span": [3, 6],
            "surface": "朝阳区",
            "reason": "Region",
            "candidates": ["110105", "220104"],
        }
    ]


def test_counts_are_by_type_and_predicate() -> None:
    counts = report(build_tables())["counts"]
    assert counts["statements"] == {"conductedIn": 2, "leads": 2}
    assert (counts["documents"], counts["entities"]["Region"], counts["unresolved"]) == (2, 2, 1)
