"""Send requests to a store: by a deadline, repeated where that is safe, without showing secrets."""

from __future__ import annotations

import random
import time
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING
from urllib.parse import urlencode, urljoin, urlsplit

from claimstake.errors import ClaimstakeError, InputError, PartialAnswer, StoreRefused, StoreUnavailable
from claimstake.store.credentials import (
    NOBODY,
    PASSWORD,
    TOKEN,
    USER,
    Credentials,
    is_loopback,
    refuse_in_clear,
)
from claimstake.store.profiles import Scheme

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from requests import PreparedRequest, Response, Session

_CONNECT_SECONDS = 10.0
_BLOCK = 1 << 16
_WORDS = 300
_SHOWN = 2_000
# 408, 425 and 429 ask for a second try; 502 to 504 come from gateways; 500 is Virtuoso's word for a deadlock.
_TRY_AGAIN = frozenset({408, 425, 429, 500, 502, 503, 504})
_FIRST_PAUSE = 0.5
_LONGEST_PAUSE = 30.0


class NotThere(StoreUnavailable):
    """The store has nothing at an address: no such graph, or no such endpoint."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """How long and how often to try.

    Attributes:
        seconds: What one request may take, its retries included.
        retries: How often a request is repeated at most.
    """

    seconds: float = 600.0
    retries: int = 5


class Transport:
    """One connection pool to one store: a resource to be closed, hence a class.

    Args:
        location: How messages name the store.
        credentials: Who the user is.
        scheme: How a name and a password are sent at first; the store's answer may correct it.
        patience: How long and how often to try.
        ca_bundle: A file of certificates to trust instead of the usual ones.
        trace: Is told each request as one line without secrets.
    """

    def __init__(
        self,
        location: str,
        *,
        credentials: Credentials = NOBODY,
        scheme: Scheme = Scheme.BASIC,
        patience: Patience | None = None,
        ca_bundle: str | None = None,
        trace: Callable[[str], None] | None = None,
    ) -> None:
        from requests import Session

        self.location = location
        self.patience = patience or Patience()
        self._credentials = credentials
        self._scheme = scheme
        self._trace = trace
        self._session: Session = Session()
        self._session.auth = self._sign
        if ca_bundle:
            self._session.verify = ca_bundle

    def send(
        self,
        method: str,
        url: str,
        *,
        params: Mapping[str, str] | None = None,
        headers: Mapping[str, str] | None = None,
        body: bytes | IO[bytes] | None = None,
        seconds: float | None = None,
        repeatable: bool = True,
    ) -> Response:
        """Send a request and return the answer, its body unread.

        Args:
            method: The method.
            url: The address.
            params: What is added to the address.
            headers: Headers of this request.
            body: The body; a file is sent from its start, with its length.
            seconds: What the request may take, its retries included; None means the store's patience.
            repeatable: Whether sending it twice does the same as once.

        Raises:
            StoreUnavailable: There was no answer in time, or one that says the store cannot do it.
            StoreRefused: The store wants other credentials.
            InputError: The store cannot read what was sent.
        """
        refuse_in_clear(url, self._credentials)
        deadline = time.monotonic() + (self.patience.seconds if seconds is None else seconds)
        tries = 1 + (self.patience.retries if repeatable else 0)
        signed_anew = False
        while True:
            tries -= 1
            answer = self._try(method, url, params=params, headers=headers, body=body, deadline=deadline)
            if isinstance(answer, StoreUnavailable):
                may_help = True
            else:
                if answer.status_code < 300:
                    return answer
                may_help = answer.status_code in _TRY_AGAIN
                if answer.status_code == 401 and not signed_anew and self._relearn(answer):
                    signed_anew = True
                    tries += 1
                    continue
            pause = _pause(answer, tried=self.patience.retries - tries)
            if tries <= 0 or not may_help or time.monotonic() + pause >= deadline:
                raise answer if isinstance(answer, StoreUnavailable) else self._failure(answer)
            if not isinstance(answer, StoreUnavailable):
                answer.close()
            time.sleep(pause)

    def close(self) -> None:
        """Close the connections."""
        self._session.close()

    def _try(
        self,
        method: str,
        url: str,
        *,
        params: Mapping[str, str] | None,
        headers: Mapping[str, str] | None,
        body: bytes | IO[bytes] | None,
        deadline: float,
    ) -> Response | StoreUnavailable:
        from requests import RequestException

        left = max(0.1, deadline - time.monotonic())
        if self._trace is not None:
            self._trace(self._as_curl(method, url, params=params or {}, headers=headers or {}, body=body))
        if body is not None and not isinstance(body, bytes):
            body.seek(0)
        # What the environment says of proxies is for other machines.
        self._session.trust_env = not is_loopback(urlsplit(url).hostname or "")
        try:
            return self._session.request(
                method,
                url,
                params=params,
                headers=headers,
                data=body,
                timeout=(min(_CONNECT_SECONDS, left), left),
                # A redirect could lead credentials to another host.
                allow_redirects=False,
                stream=True,
            )
        except RequestException as error:
            _drop_frames(error)
            return self._no_answer(error, deadline=deadline)

    def _as_curl(
        self,
        method: str,
        url: str,
        *,
        params: Mapping[str, str],
        headers: Mapping[str, str],
        body: bytes | IO[bytes] | None,
    ) -> str:
        from shlex import quote

        address = f"{url}?{urlencode(params)}" if params else url
        words = ["curl", "-X", method, quote(address)]
        words += [f"-H {quote(f'{name}: {value}')}" for name, value in headers.items()]
        if self._credentials.token:
            words.append(f'-H "Authorization: Bearer ${TOKEN}"')
        elif self._credentials.user:
            words.append(f'--{self._scheme} -u "${USER}:${PASSWORD}"')
        if isinstance(body, bytes):
            shown = body.decode("utf-8", "replace") if len(body) <= _SHOWN else f"{body[:60].decode()}…"
            words.append(f"--data-binary {quote(shown)}")
        return self._credentials.masked(" ".join(words))

    def _sign(self, request: PreparedRequest) -> PreparedRequest:
        from requests.auth import HTTPBasicAuth, HTTPDigestAuth

        who = self._credentials
        if who.token:
            request.headers["Authorization"] = f"Bearer {who.token}"
        elif who.user and self._scheme is Scheme.DIGEST:
            request = HTTPDigestAuth(who.user, who.password)(request)
        elif who.user:
            name, password = who.user.encode(), who.password.encode()
            request = HTTPBasicAuth(name, password)(request)
        return request

    def _relearn(self, answer: Response) -> bool:
        """Take the scheme that the store asks for, if it is another one."""
        wanted = answer.headers.get("WWW-Authenticate", "").lower()
        other = next((scheme for scheme in Scheme if scheme.value in wanted), None)
        if not self._credentials.user or self._credentials.token or other in {None, self._scheme}:
            return False
        self._scheme = Scheme(other)
        answer.close()
        return True

    def _failure(self, answer: Response) -> ClaimstakeError:
        status = answer.status_code
        words = self._words(answer)
        answer.close()
        if status in {401, 403}:
            return self._refusal(answer)
        if 300 <= status < 400:
            target = urljoin(answer.url, answer.headers.get("Location", ""))
            return StoreUnavailable(
                f"{self.location} sends requests on to {self._credentials.masked(target)}.",
                cure="Redirects are not followed, for the sake of the credentials: give that address.",
            )
        if status == 404:
            return NotThere(
                f"{self.location} has nothing at {urlsplit(answer.url).path} (404).",
                cure="Correct the URL, or name the kind of store with --profile.",
            )
        if status in {400, 413, 422}:
            return InputError(f"{self.location} cannot use what was sent ({status}): {words}")
        return StoreUnavailable(f"{self.location} answered {status}: {words}", cure="Try again later.")

    def _no_answer(self, fault: Exception, *, deadline: float) -> StoreUnavailable:
        from requests import ConnectionError as NoConnection
        from requests import Timeout
        from requests.exceptions import ProxyError, SSLError

        if isinstance(fault, SSLError):
            return StoreUnavailable(
                f"The certificate of {self.location} is not trusted.",
                cure="Name the right certificates with --ca-bundle FILE.",
            )
        if isinstance(fault, Timeout) or time.monotonic() >= deadline:
            return StoreUnavailable(
                f"{self.location} did not answer in time.", cure="Give it more time, or try again later."
            )
        if isinstance(fault, ProxyError):
            return StoreUnavailable(
                f"The proxy on the way to {self.location} does not answer.", cure="Check HTTPS_PROXY."
            )
        what = (
            "broke off the connection"
            if isinstance(fault, NoConnection) and _was_open(fault)
            else "cannot be reached"
        )
        return StoreUnavailable(
            f"{self.location} {what}.", cure="See that the store runs there, and try again."
        )

    def _refusal(self, answer: Response) -> StoreRefused:
        wanted = answer.headers.get("WWW-Authenticate", "").split(" ")[0]
        if answer.status_code == 403:
            return StoreRefused(
                f"{self.location} does not let {self._credentials.user or 'this user'} do that (403).",
                cure="Ask for the right to write, or use another user.",
            )
        if self._credentials:
            return StoreRefused(
                f"{self.location} does not accept the credentials (401).",
                cure="Check CLAIMSTAKE_STORE_USER and CLAIMSTAKE_STORE_PASSWORD or CLAIMSTAKE_STORE_TOKEN.",
            )
        return StoreRefused(
            f"{self.location} wants credentials{f' ({wanted})' if wanted else ''}.",
            cure="Set CLAIMSTAKE_STORE_USER and CLAIMSTAKE_STORE_PASSWORD or CLAIMSTAKE_STORE_TOKEN.",
        )

    def _words(self, answer: Response) -> str:
        from urllib3.exceptions import HTTPError

        try:
            start = answer.raw.read1(4 * _WORDS, decode_content=True)
        except HTTPError:
            start = b""
        text = " ".join(start.decode("utf-8", "replace").split())[:_WORDS]
        return self._credentials.masked(text) or (answer.reason or "no reason given")


def read_body(answer: Response, *, location: str, seconds: float) -> Iterator[bytes]:
    """Read the body of an answer block by block.

    Raises:
        PartialAnswer: The body ends before its length, or breaks off.
        StoreUnavailable: The time is over.
    """
    from urllib3.exceptions import HTTPError, ReadTimeoutError

    deadline = time.monotonic() + seconds
    try:
        # read1 gives what is there; read would wait for a whole block, past any deadline.
        while block := answer.raw.read1(_BLOCK, decode_content=True):
            if time.monotonic() > deadline:
                raise _too_slow(location)
            yield block
    except ReadTimeoutError as error:
        raise _too_slow(location) from error
    except HTTPError as error:
        raise PartialAnswer(
            f"The answer of {location} breaks off.", cure="Try again; nothing of it was used."
        ) from error
    finally:
        answer.close()


def _drop_frames(error: BaseException) -> None:
    """Let go of the frames of an error and of those that led to it.

    urllib3 keeps such an error in a frame that the error itself holds. Through its callers that circle keeps
    open answers alive, which pyoxigraph wants to see end in the thread they began in.
    """
    step: BaseException | None = error
    while step is not None:
        step.__traceback__ = None
        step = step.__cause__ or step.__context__


def _too_slow(location: str) -> StoreUnavailable:
    return StoreUnavailable(f"{location} did not finish its answer in time.", cure="Give it more time.")


def _was_open(fault: Exception) -> bool:
    return any(word in str(fault) for word in ("aborted", "reset", "Broken pipe", "IncompleteRead"))


def _pause(answer: Response | StoreUnavailable, *, tried: int) -> float:
    """Wait as long as the store asks for, or a random time that doubles."""
    asked = "" if isinstance(answer, StoreUnavailable) else answer.headers.get("Retry-After", "")
    if asked.isdigit():
        return float(asked)
    if asked:
        from email.utils import parsedate_to_datetime

        try:
            return max(0.0, parsedate_to_datetime(asked).timestamp() - time.time())
        except ValueError:
            pass
    return random.uniform(0.0, min(_LONGEST_PAUSE, _FIRST_PAUSE * 2 ** max(0, tried)))  # noqa: S311
