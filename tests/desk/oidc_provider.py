"""An OpenID Connect provider for tests: a real server on this machine that signs real tokens, and can be told to cheat."""

from __future__ import annotations

import base64
import hashlib
import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import KeySet, OctKey, RSAKey

CLIENT, SECRET = "desk-1", "the client's own secret"


class FakeProvider:
    """``who`` is signed in there; ``cheat`` changes one thing about the next tokens."""

    def __init__(self) -> None:
        self.who: dict[str, Any] = {"sub": "u-1", "email": "salma@example.org", "email_verified": True}
        self.cheat = ""
        self.codes: dict[str, dict[str, str]] = {}
        self.key = RSAKey.generate_key(2048, {"kid": "k1", "use": "sig"}, private=True)
        self.other = RSAKey.generate_key(2048, {"kid": "k1", "use": "sig"}, private=True)
        provider = self

        class Handler(BaseHTTPRequestHandler):
            def log_message(self, *_: Any) -> None:
                pass

            def answer(self, value: Any, status: int = 200) -> None:
                body = json.dumps(value).encode()
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def do_GET(self) -> None:
                parts = urlsplit(self.path)
                if parts.path == "/.well-known/openid-configuration":
                    self.answer(provider.description())
                elif parts.path == "/keys":
                    self.answer(KeySet([provider.key]).as_dict(private=False))
                elif parts.path == "/authorize":
                    asked = {k: v[0] for k, v in parse_qs(parts.query).items()}
                    code = f"code-{len(provider.codes) + 1}"
                    provider.codes[code] = asked
                    self.send_response(302)
                    self.send_header("Location", f"{asked['redirect_uri']}?{urlencode({'code': code, 'state': asked['state']})}")
                    self.end_headers()
                else:
                    self.answer({}, 404)

            def do_POST(self) -> None:
                form = {k: v[0] for k, v in parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode()).items()}
                self.answer(*provider.token(form, self.headers.get("Authorization", "")))

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.issuer = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def description(self) -> dict[str, Any]:
        at = self.issuer
        return {
            "issuer": "https://somebody.else" if self.cheat == "description" else at, "authorization_endpoint": f"{at}/authorize",
            "token_endpoint": f"{at}/token", "jwks_uri": f"{at}/keys", "id_token_signing_alg_values_supported": ["RS256"],
        }  # fmt: skip

    def token(self, form: dict[str, str], authorization: str) -> tuple[dict[str, Any], int]:
        told = base64.b64decode(authorization.removeprefix("Basic ")).decode() if authorization else ""
        asked = self.codes.pop(form.get("code", ""), None)
        proof = base64.urlsafe_b64encode(hashlib.sha256(form.get("code_verifier", "").encode()).digest()).decode().rstrip("=")
        if (
            asked is None
            or told != f"{CLIENT}:{SECRET}"
            or asked["redirect_uri"] != form.get("redirect_uri")
            or proof != asked["code_challenge"]
        ):
            return {"error": "invalid_grant"}, 400
        now = int(time.time())
        claims = {"iss": self.issuer, "aud": CLIENT, "iat": now, "exp": now + 300, "nonce": asked["nonce"], **self.who}
        header, key = {"alg": "RS256", "kid": "k1"}, self.key
        if self.cheat == "expired":
            claims.update(iat=now - 900, exp=now - 600)
        elif self.cheat == "audience":
            claims["aud"] = "another-client"
        elif self.cheat == "issuer":
            claims["iss"] = "https://somebody.else"
        elif self.cheat == "nonce":
            claims["nonce"] = "replayed"
        elif self.cheat == "no nonce":
            del claims["nonce"]
        elif self.cheat == "signature":
            key = self.other
        if self.cheat == "shared secret":
            return {
                "access_token": "a",
                "token_type": "Bearer",
                "id_token": jwt.encode({"alg": "HS256"}, claims, OctKey.import_key(SECRET)),
            }, 200
        id_token = jwt.encode(header, claims, key)
        if self.cheat == "unsigned":
            parts = [json.dumps({"alg": "none"}), json.dumps(claims)]
            id_token = ".".join(base64.urlsafe_b64encode(p.encode()).decode().rstrip("=") for p in parts) + "."
        if self.cheat == "no token":
            return {"access_token": "a", "token_type": "Bearer"}, 200
        return {"access_token": "a", "token_type": "Bearer", "id_token": id_token}, 200

    def stop(self) -> None:
        self.server.shutdown()
        self.server.server_close()
