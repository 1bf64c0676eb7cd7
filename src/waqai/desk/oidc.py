"""Signing in through an OpenID Connect provider: the code flow with PKCE, state and nonce, and an ID token that is checked in full.

Needs the extra ``oidc``. What a person may do is not the provider's to say: it tells who somebody is, the desk's accounts tell the role.
"""

from __future__ import annotations

import secrets
import threading
import time
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from waqai.desk.config import Oidc
from waqai.errors import UsageError

INSTALL = "OpenID Connect needs {name}. Install it with: pip install 'waqai[desk,oidc]'"
# How long somebody may take at the provider, and how many may be on their way at once.
WAIT_SECONDS, MOST_WAITING = 600.0, 5000
TIMEOUT, LEEWAY, REFRESH = 10.0, 60, 3600.0
# Signatures by public key only: "none" and shared secrets are never accepted.
ALGORITHMS = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA")


class OidcError(Exception):
    """Signing in did not work; the text is for the log, the person is told to try again or to ask an admin."""


@dataclass(frozen=True, slots=True)
class Identity:
    """Who the provider says somebody is. ``email`` is ``None`` unless the provider has verified it."""

    issuer: str
    subject: str
    email: str | None


@dataclass(frozen=True, slots=True)
class _Waiting:
    browser: str
    nonce: str
    verifier: str
    back: str
    path: str
    until: float


class Provider:
    """One provider. Its addresses and keys are fetched when somebody first signs in.

    Raises:
        UsageError: the extra is not installed, or the settings cannot be used.
    """

    def __init__(self, settings: Oidc) -> None:
        try:
            import authlib.integrations.requests_client  # noqa: F401
            import joserfc  # noqa: F401
        except ModuleNotFoundError as e:
            raise UsageError(INSTALL.format(name=e.name)) from e
        self.settings = settings
        if not _safe(settings.issuer):
            raise UsageError(f"{settings.issuer}: a provider is reached over https. Give its issuer address: --oidc https://…")
        self._lock = threading.Lock()
        self._waiting: dict[str, _Waiting] = {}
        self._about: tuple[float, dict[str, Any]] | None = None
        self._keys: Any = None

    # The provider's description and keys

    def _get(self, url: str) -> dict[str, Any]:
        import requests

        if not _safe(url):
            raise OidcError(f"{url}: not https")
        try:
            r = requests.get(url, timeout=TIMEOUT, allow_redirects=False)
            r.raise_for_status()
            found = r.json()
        except (requests.RequestException, ValueError) as e:
            raise OidcError(f"{url}: {e}") from e
        if not isinstance(found, dict):
            raise OidcError(f"{url}: not an object")
        return found

    def about(self) -> dict[str, Any]:
        """The provider's description, fetched once an hour."""
        if self._about is None or time.monotonic() - self._about[0] > REFRESH:
            found = self._get(self.settings.issuer.rstrip("/") + "/.well-known/openid-configuration")
            if found.get("issuer") != self.settings.issuer:
                raise OidcError(f"the provider calls itself {found.get('issuer')!r}, not {self.settings.issuer!r}")
            self._about = time.monotonic(), found
        return self._about[1]

    def _key_set(self, fresh: bool = False) -> Any:
        from joserfc.jwk import KeySet

        if self._keys is None or fresh:
            self._keys = KeySet.import_key_set(self._get(self.about()["jwks_uri"]))  # type: ignore[arg-type]
        return self._keys

    def _client(self, back: str) -> Any:
        from authlib.integrations.requests_client import OAuth2Session

        s = self.settings
        return OAuth2Session(
            s.client_id, s.client_secret or None, scope="openid email", redirect_uri=back, code_challenge_method="S256",
            token_endpoint_auth_method="client_secret_basic" if s.client_secret else "none",
        )  # fmt: skip

    # The two halves of signing in

    def begin(self, browser: str, back: str, path: str) -> str:
        """The provider's address to send a person to.

        Args:
            browser: a random word in the person's cookie; the answer must come back with it.
            back: the desk's address for the answer.
            path: where to go afterwards.

        Raises:
            OidcError: the provider does not answer, or too many are signing in.
        """
        nonce, verifier = secrets.token_urlsafe(24), secrets.token_urlsafe(48)
        url, state = self._client(back).create_authorization_url(
            self.about()["authorization_endpoint"], nonce=nonce, code_verifier=verifier
        )
        now = time.monotonic()
        with self._lock:
            self._waiting = {k: w for k, w in self._waiting.items() if w.until > now}
            if len(self._waiting) >= MOST_WAITING:
                raise OidcError("too many are signing in")
            self._waiting[state] = _Waiting(browser, nonce, verifier, back, path, now + WAIT_SECONDS)
        return str(url)

    def finish(self, state: str, browser: str, code: str) -> tuple[Identity, str]:
        """Who came back, and where to go. Each state is good for one answer.

        Raises:
            OidcError: the answer is not to a question of ours, or its token does not hold.
        """
        with self._lock:
            waiting = self._waiting.pop(state, None)
        if waiting is None or waiting.until < time.monotonic() or not secrets.compare_digest(waiting.browser.encode(), browser.encode()):
            raise OidcError("the answer belongs to no sign-in of this browser")
        try:
            token = self._client(waiting.back).fetch_token(
                self.about()["token_endpoint"], code=code, code_verifier=waiting.verifier, timeout=TIMEOUT
            )
        except OidcError:
            raise
        except Exception as e:
            raise OidcError(f"the code was not exchanged: {type(e).__name__}") from e
        told = self._checked(str(token.get("id_token") or ""), waiting.nonce, str(token.get("access_token") or ""))
        email = told.get("email") if told.get("email_verified") is True else None
        return Identity(self.settings.issuer, str(told["sub"]), str(email) if email else None), waiting.path

    def _checked(self, id_token: str, nonce: str, access_token: str) -> dict[str, Any]:
        """The claims of an ID token whose signature, issuer, audience, times and nonce hold."""
        from authlib.oidc.core import CodeIDToken
        from joserfc import jwt
        from joserfc.errors import JoseError

        def decode(fresh: bool) -> Any:
            return jwt.decode(id_token, self._key_set(fresh), algorithms=list(ALGORITHMS))

        try:
            try:
                token = decode(False)
            except (JoseError, ValueError):
                token = decode(True)  # the provider may have new keys
            options = {"iss": {"value": self.settings.issuer}, "aud": {"value": self.settings.client_id}}
            params = {"nonce": nonce, "client_id": self.settings.client_id, "access_token": access_token}
            claims = CodeIDToken(token.claims, token.header, options, params)
            claims.validate(leeway=LEEWAY)
        except (JoseError, ValueError, KeyError, TypeError) as e:
            raise OidcError(f"the ID token does not hold: {type(e).__name__}: {e}") from e
        return dict(token.claims)


def _safe(url: str) -> bool:
    """https, or http on this very machine."""
    parts = urlsplit(url)
    return parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in ("localhost", "127.0.0.1", "::1"))
