"""Who the user is to a store; a secret is never part of a text that is shown."""

from __future__ import annotations

import base64
from dataclasses import dataclass, field
from ipaddress import ip_address
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from claimstake.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

USER = "CLAIMSTAKE_STORE_USER"
PASSWORD = "CLAIMSTAKE_STORE_PASSWORD"  # noqa: S105 - the name of a variable
TOKEN = "CLAIMSTAKE_STORE_TOKEN"  # noqa: S105
_MASK = "***"


@dataclass(frozen=True, slots=True, kw_only=True)
class Credentials:
    """A name with its password, or a token; left out of `repr`."""

    user: str = ""
    password: str = field(default="", repr=False)
    token: str = field(default="", repr=False)

    def __bool__(self) -> bool:
        return bool(self.user or self.token)

    def masked(self, text: str) -> str:
        """Replace every secret in a text, also as a header carries it."""
        pair = base64.b64encode(f"{self.user}:{self.password}".encode()).decode()
        for secret in (self.password, self.token, pair if self.password else ""):
            if secret:
                text = text.replace(secret, _MASK)
        return text


NOBODY = Credentials()


def read_credentials(
    url: str, *, environment: Mapping[str, str], password_file: Path | None = None
) -> Credentials:
    """Find the credentials for a store: a file, the environment, then netrc.

    Args:
        url: The store.
        environment: The variables of the process; `HOME` tells where `.netrc` lies, unless `NETRC` does.
        password_file: A file whose first line is the password, for the user of the environment.

    Raises:
        UsageError: A file cannot be read, or a password has no user.
    """
    token = environment.get(TOKEN, "")
    user = environment.get(USER, "")
    password = _first_line(password_file) if password_file else environment.get(PASSWORD, "")
    if password and not user:
        raise UsageError("There is a password but no user name.", cure=f"Set {USER}.")
    if token or user:
        return Credentials(user=user, password=password, token=token)
    return _from_netrc(urlsplit(url).hostname or "", environment=environment)


def refuse_in_clear(url: str, credentials: Credentials) -> None:
    """Refuse to send credentials over a connection that others can read.

    Raises:
        UsageError: The URL is plain http and its host another machine.
    """
    parts = urlsplit(url)
    if credentials and parts.scheme == "http" and not is_loopback(parts.hostname or ""):
        raise UsageError(
            f"The credentials for {parts.hostname} would travel in the clear over http.",
            cure="Use https, or remove them from the environment and netrc.",
        )


def is_loopback(host: str) -> bool:
    """Tell whether a host is this machine."""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def _first_line(path: Path) -> str:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise UsageError(f"The password file {path} cannot be read: {error.strerror}.") from error
    return lines[0] if lines else ""


def _from_netrc(host: str, *, environment: Mapping[str, str]) -> Credentials:
    from netrc import NetrcParseError, netrc
    from pathlib import Path

    path = Path(environment.get("NETRC") or Path(environment.get("HOME", "")) / ".netrc")
    if not path.is_file():
        return NOBODY
    try:
        found = netrc(str(path)).authenticators(host)
    except (NetrcParseError, OSError) as error:
        # The parser's own message may quote the line with the password.
        raise UsageError(
            f"{path} cannot be used: {type(error).__name__}.",
            cure="Correct it and keep it to yourself (chmod 600).",
        ) from None
    return Credentials(user=found[0], password=found[2] or "") if found else NOBODY
