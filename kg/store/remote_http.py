"""Requests to one server: authenticated as it asks, repeated while that may help, failures in words."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from kg.errors import StoreError, UsageError
from kg.store.remote_words import Failure, failure_of_error, failure_of_response, server_words

if TYPE_CHECKING:
    import requests

# Seconds before the second and each further try; 31 in all, about what a server needs to start anew.
WAITS = (1.0, 2.0, 4.0, 8.0, 16.0)

# Seconds to connect, and seconds without a byte of an answer: putting a large graph in place takes minutes. Where
# triples are sent the first also holds for each piece to be taken, and a busy server may stop for a while.
_TIMEOUT = (10.0, 1800.0)
_SENDING = (300.0, 1800.0)


@dataclass(frozen=True)
class Login:
    """Who loads; the password is shown nowhere."""

    user: str
    password: str = field(repr=False)


class ServerError(StoreError):
    """A request that failed for good; `in_doubt` where not every try was refused, so that it may have been done."""

    def __init__(self, message: str, in_doubt: bool) -> None:
        super().__init__(message)
        self.in_doubt = in_doubt


class Stream:
    """A request's body made piece by piece, anew for each try."""

    def __init__(self, pieces: Callable[[], Iterator[bytes]]) -> None:
        self._pieces = pieces

    def __iter__(self) -> Iterator[bytes]:
        return self._pieces()


class Connection:
    """One server as its user names it.

    Args:
        url: the address, without name and password.
        login: who loads, None for a server that asks for nobody's name.
        sleep: waits some seconds between two tries.

    Raises:
        UsageError: if the address is none.
    """

    def __init__(self, url: str, login: Login | None = None, sleep: Callable[[float], None] = time.sleep) -> None:
        import requests

        self.url = _checked(url)
        self.title = "the server"
        self.example = ""
        self.software = ""
        self._login = login
        self._sleep = sleep
        self._answered = False
        self._session = requests.Session()
        # Without this, requests would take a name and a password from ~/.netrc.
        self._session.auth = _nobody

    @property
    def has_login(self) -> bool:
        """Whether requests are made in somebody's name."""
        return self._login is not None

    def look(self) -> "requests.Response":
        """Ask the address itself the smallest question and return the answer, of any status but 401."""
        headers = {"Accept": "application/sparql-results+json"}
        question = {"query": "ASK {}"}
        return self._send("asked what it is", "GET", "", any_status=True, params=question, headers=headers)

    def query(self, path: str, text: str, purpose: str) -> list[dict[str, str]]:
        """Return the rows of a SPARQL query: variable to the value's text.

        Raises:
            StoreError: if the server does not answer, or not in full.
        """
        headers = {"Accept": "application/sparql-results+json"}
        response = self._send(purpose, "POST", path, data={"query": text}, headers=headers)
        try:
            rows = response.json()["results"]["bindings"]
            found = [{name: term["value"] for name, term in row.items()} for row in rows]
        except (ValueError, KeyError, TypeError) as error:
            words = server_words(response.content)
            raise self._error(purpose, Failure(False, f"answered with something else (“{words}”)", "")) from error
        # Virtuoso answers 200 with a part of the rows when its time for a query is over.
        if "X-SQL-State" in response.headers:
            raise self._error(purpose, Failure(False, "answered in part, out of time", "raise its time for a query"))
        return found

    def update(self, path: str, text: str, purpose: str, *, tries: int = len(WAITS) + 1, **options: Any) -> None:
        """Send a SPARQL update; `settled` as in `write`."""
        headers = {"Content-Type": "application/sparql-update"}
        self._send(purpose, "POST", path, tries, data=text.encode(), headers=headers, **options)

    def write(self, method: str, path: str, parameters: dict[str, str], body: bytes | Stream, purpose: str) -> None:
        """Send N-Triples by the Graph Store Protocol."""
        headers = {"Content-Type": "application/n-triples"}
        self._send(purpose, method, path, params=parameters, data=body, headers=headers, timeout=_SENDING)

    def _send(
        self,
        purpose: str,
        method: str,
        path: str,
        tries: int = len(WAITS) + 1,
        any_status: bool = False,
        settled: Callable[[], bool] | None = None,
        **request: Any,
    ) -> "requests.Response":
        """Send a request until it succeeds, and return the answer.

        Args:
            purpose: what the server was asked to do, for messages.
            tries: how often at most.
            any_status: whether an answer that is no success is one to return.
            settled: asked after a failure whether what was wanted has come about all the same.

        Raises:
            ServerError: if it fails for good, or as often as it may be tried.
        """
        import requests

        for number in range(1, tries + 1):
            try:
                response = self._once(method, path, **request)
            except requests.RequestException as error:
                failure = failure_of_error(error, self._answered, _TIMEOUT[1])
            else:
                self._answered = True
                self.software = response.headers.get("Server", "")
                found = failure_of_response(response, self._login.user if self._login else None, self.example)
                if found is None or (any_status and response.status_code != 401):
                    return response
                failure = found
            if not failure.passing or number == tries:
                raise self._error(purpose, failure, number)
            self._sleep(WAITS[min(number, len(WAITS)) - 1])
            if settled is not None and settled():
                return requests.Response()
        raise AssertionError("unreachable")

    def _once(self, method: str, path: str, **request: Any) -> "requests.Response":
        """Send a request once; where the server asks for a name, give it in the way the server asks for it."""
        address = self.url + path
        options: dict[str, Any] = {"timeout": _TIMEOUT, "allow_redirects": False, **request}
        response = self._session.request(method, address, **options)
        if response.status_code == 401 and self._login and self._session.auth is _nobody:
            self._session.auth = _authentication(response.headers.get("WWW-Authenticate", ""), self._login)
            response = self._session.request(method, address, **options)
        return response

    def _error(self, purpose: str, failure: Failure, tries: int = 1) -> ServerError:
        often = f", {tries} times" if tries > 1 else ""
        remedy = f"; {failure.remedy}" if failure.remedy else ""
        message = f"{self.title} at {self.url}: {failure.what} when {purpose}{often}{remedy}"
        if self._login and self._login.password:
            message = message.replace(self._login.password, "…")
        return ServerError(message, in_doubt=failure.passing or tries > 1)


def _nobody(request: "requests.PreparedRequest") -> "requests.PreparedRequest":
    return request


def _authentication(challenge: str, login: Login) -> Any:
    from requests.auth import HTTPBasicAuth, HTTPDigestAuth

    if "digest" in challenge.lower():
        # The library writes the name into a header as it is, which takes only ASCII; the password is hashed.
        if not login.user.isascii():
            raise StoreError(f"user {login.user!r}: this server's digest authentication takes only ASCII names")
        return HTTPDigestAuth(login.user, login.password)
    # UTF-8, as RFC 7617 has it; the library itself would take Latin-1.
    return HTTPBasicAuth(login.user.encode(), login.password.encode())


def _checked(url: str) -> str:
    """Return the address without a last slash.

    >>> _checked("http://127.0.0.1:3030/lvtu/")
    'http://127.0.0.1:3030/lvtu'
    """
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        raise UsageError(
            f"the address cannot be understood ({error}); give one such as http://127.0.0.1:3030/lvtu"
        ) from error
    if parts.username is not None or parts.password is not None:
        raise UsageError("the address must not hold a name or password; give --user NAME and set KG_PASSWORD")
    if parts.scheme not in {"http", "https"} or not host or parts.query or parts.fragment:
        raise UsageError(f"{url!r} is not the address of a server; give one such as http://127.0.0.1:3030/lvtu")
    return url.rstrip("/")
