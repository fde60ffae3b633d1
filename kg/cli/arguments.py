"""Words of a command line in, values out, or the error that says what is wrong with them; exit statuses."""

import argparse
import sys

WELL, SOME_FAILED, WRONG_USAGE, NOTHING_DONE = 0, 1, 2, 3
FAULTY = 1
DEFAULT_BASE = "https://lvtu.example/"


def whole_number(text: str) -> int:
    """Return a whole number of 1 or more."""
    if not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number of 1 or more")
    return int(text)


def count(text: str) -> int:
    """Return a number of 0 or more."""
    if not text.isdigit():
        raise argparse.ArgumentTypeError(f"{text!r} is not a number; give 0 or more")
    return int(text)


def seconds(text: str) -> float:
    """Return a number of seconds above 0."""
    try:
        seconds = float(text)
    except ValueError:
        seconds = 0.0
    if not 0 < seconds < 1e9:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of seconds above 0")
    return seconds


def pair(text: str) -> tuple[str, str]:
    """Return the two sides of NAME=VALUE."""
    name, sign, value = text.partition("=")
    if not sign or not name:
        raise argparse.ArgumentTypeError(f"{text!r} is not NAME=VALUE, such as region=银川市")
    return name, value


def base_iri(text: str) -> str:
    """Return an absolute IRI that ends in / or :."""
    if not text.startswith(("http://", "https://", "urn:")) or any(mark in text for mark in ' <>"{}|\\^`#?'):
        raise argparse.ArgumentTypeError(f"{text!r} is not an absolute IRI; give one such as {DEFAULT_BASE}")
    return text if text.endswith(("/", ":")) else text + "/"


def complain(message: object, status: int) -> int:
    """Say what is wrong on standard error and return the exit status."""
    print(f"kg: {message}", file=sys.stderr)
    return status
