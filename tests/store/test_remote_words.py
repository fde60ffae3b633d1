"""What servers say is passed on in one short line."""

import pytest
import requests

from kg.store.remote_words import failure_of_error, server_words


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", ""),
        (b"  Line\n  by \t line ", "Line by line"),
        ("磁盘已满".encode(), "磁盘已满"),
        (b"\xff", "�"),
        (b"<html><head><title>T</title></head><style>p {}</style><p>Out of <b>order</b></p></html>", "Out of order"),
        (b"Virtuoso 37000 Error SP030: syntax\n\nSPARQL query:\nSELECT 1", "Virtuoso 37000 Error SP030: syntax"),
        (b"x" * 300, "x" * 200 + " …"),
    ],
)
def test_one_short_line(content: bytes, words: str) -> None:
    assert server_words(content) == words


@pytest.mark.parametrize(
    ("error", "answered", "passing", "what"),
    [
        (requests.ConnectTimeout("late"), False, False, "cannot be reached (late)"),
        (requests.ConnectTimeout("late"), True, True, "cannot be reached (late)"),
        (requests.ReadTimeout("late"), True, True, "was silent for 30 s"),
        (requests.exceptions.ChunkedEncodingError("short"), True, True, "broke off the connection (short)"),
        (requests.ConnectionError("gone"), False, True, "broke off the connection (gone)"),
        (requests.exceptions.SSLError("self-signed"), True, False, "its certificate is not accepted (self-signed)"),
        (requests.exceptions.InvalidHeader("x"), True, False, "could not be asked (x)"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_silence_has_words_too(error: requests.RequestException, answered: bool, passing: bool, what: str) -> None:
    failure = failure_of_error(error, answered, 30.0)
    assert (failure.passing, failure.what) == (passing, what)
