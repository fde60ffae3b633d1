"""A server's answer, or its silence, in; what happened and what to do out."""

import re
from http import HTTPStatus
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import requests

# The last is what Fuseki says, whose log has the reason.
_FULL = re.compile(
    r"no space left|disk (?:is )?full|disk quota|not enough (?:disk )?space|out of disk|insufficient storage|ENOSPC"
    r"|NodeTableThrift/Write",
    re.I,
)
_FORBIDDEN = re.compile(r"SECURITY:|no permission|access denied|read-only", re.I)
# Limits of Virtuoso, by the code of the error, with the line of virtuoso.ini that raises them.
_LIMITS = {"SR171": "MaxQueryExecutionTime", "SR325": "TransactionAfterImageLimit"}
_MARKUP = re.compile(rb"<(head|style|script)\b.*?</\1>|<[^>]*>", re.I | re.S)
_LENGTH = 200


class Failure(NamedTuple):
    """Why a request failed: whether trying again may help, what happened, what to do."""

    passing: bool
    what: str
    remedy: str


def server_words(content: bytes) -> str:
    """Return what a server wrote into an answer, without markup, on one line, cut after 200 characters.

    >>> server_words(b"<html><head><title>x</title></head><h1>Error</h1> no  room</html>")
    'Error no room'
    """
    text = _MARKUP.sub(b" ", content[:20_000]).decode("utf-8", "replace")
    line = " ".join(text.partition("SPARQL query:")[0].split())
    return line if len(line) <= _LENGTH else line[:_LENGTH] + " …"


def failure_of_response(response: "requests.Response", user: str | None, example: str) -> Failure | None:
    """Say why an answer is no success, None if it is one.

    Args:
        response: the answer.
        user: in whose name it was asked for, None for nobody's.
        example: an address as it looks for this kind of server, "" where the kind is not known.
    """
    if response.ok and response.status_code < HTTPStatus.MULTIPLE_CHOICES:
        return None
    words = server_words(response.content)
    status = response.status_code
    what = f"answered {status} {_reason(response)}".rstrip() + (f" (“{words}”)" if words else "")
    if status == HTTPStatus.INSUFFICIENT_STORAGE or _FULL.search(words):
        return Failure(False, f"its disk is full or fails: it {what}", "free space on it, then load again")
    if status == HTTPStatus.UNAUTHORIZED:
        if user is None:
            remedy = "it wants a name and password: give --user NAME, and the password in KG_PASSWORD or when asked"
        else:
            remedy = f"check the name {user!r} and the password"
        return Failure(False, what, remedy)
    if status == HTTPStatus.FORBIDDEN or _FORBIDDEN.search(words):
        who = "anybody without a name" if user is None else repr(user)
        return Failure(False, what, f"it does not let {who} do this; give --user NAME of one who may write")
    for code, limit in _LIMITS.items():
        if code in words:
            return Failure(False, what, f"raise {limit} in virtuoso.ini, then load again")
    if response.is_redirect:
        return Failure(False, what, f"give the address it points to: {response.headers['Location']}")
    if status in {HTTPStatus.NOT_FOUND, HTTPStatus.METHOD_NOT_ALLOWED}:
        shape = f", which looks like {example}" if example else ""
        return Failure(False, what, f"check the address{shape}, --store, and that the server takes updates")
    if status == HTTPStatus.REQUEST_ENTITY_TOO_LARGE:
        remedy = "raise the limit for requests of the server, or of the proxy before it (nginx: client_max_body_size)"
        return Failure(False, what, remedy)
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR or status in {
        HTTPStatus.TOO_MANY_REQUESTS,
        HTTPStatus.REQUEST_TIMEOUT,
    }:
        return Failure(True, what, "look into its log, and load again when it is well")
    return Failure(False, what, "check the address and --store")


def failure_of_error(error: "requests.RequestException", answered: bool, patience: float) -> Failure:
    """Say why there was no answer.

    Args:
        error: what the library raised.
        answered: whether the server has answered before, so that it may be starting anew now.
        patience: how many seconds an answer was waited for.
    """
    import requests
    from urllib3.exceptions import NewConnectionError

    if isinstance(error, requests.exceptions.SSLError):
        return Failure(
            False,
            f"its certificate is not accepted ({_cause(error)})",
            "name a file with its authority in REQUESTS_CA_BUNDLE",
        )
    reason = getattr(error.args[0], "reason", None) if error.args else None
    if isinstance(error, requests.ConnectTimeout | requests.exceptions.ProxyError) or isinstance(
        reason, NewConnectionError
    ):
        return Failure(
            answered, f"cannot be reached ({_cause(error)})", "start it, or check host and port of the address"
        )
    if isinstance(error, requests.Timeout):
        return Failure(True, f"was silent for {patience:.0f} s", "look into its log, and load again when it is well")
    if isinstance(error, requests.ConnectionError | requests.exceptions.ChunkedEncodingError):
        remedy = "look into its log, or that of a proxy before it, and load again"
        return Failure(True, f"broke off the connection ({_cause(error)})", remedy)
    return Failure(False, f"could not be asked ({_cause(error)})", "check the address")


def _reason(response: "requests.Response") -> str:
    return response.reason or ""


def _cause(error: BaseException) -> str:
    """Return the words of the error that lies deepest: what the operating system said, if it said anything."""
    deepest = error
    while (below := deepest.__cause__ or deepest.__context__) is not None:
        deepest = below
    said = deepest.strerror if isinstance(deepest, OSError) and deepest.strerror else str(deepest)
    return " ".join(said.split())[:_LENGTH] or type(deepest).__name__
