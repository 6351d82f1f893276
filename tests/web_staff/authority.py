"""An authority elsewhere that vouches for officials: a real server with real signed tokens."""

import base64
import hashlib
import json
import secrets
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa
from jwt.algorithms import RSAAlgorithm

CLIENT, SECRET = "hoi-thi", "mat-khau-cua-trang"


@dataclass
class Authority:
    """Keeps whom it let through until the site asks by code; lies where a test tells it to."""

    key: Any = field(default_factory=lambda: rsa.generate_private_key(65537, 2048))
    signs_with: Any = None
    """Another key than the one it publishes."""
    lies: dict[str, Any] = field(default_factory=dict)
    """Claims that the token states instead of the right ones."""
    without_token: bool = False
    codes: dict[str, tuple[dict[str, Any], str]] = field(default_factory=dict)
    server: Any = None

    @property
    def address(self) -> str:
        """The issuer."""
        return f"http://127.0.0.1:{self.server.server_port}"

    def start(self) -> None:
        """Serves in a thread."""
        self.server = HTTPServer(("127.0.0.1", 0), _handler(self))
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def stop(self) -> None:
        """Stops serving."""
        self.server.shutdown()
        self.server.server_close()

    def signs_in(self, asked: str, **person: Any) -> dict[str, str]:
        """Somebody signs in there: with what the browser comes back to the site."""
        wish = {name: value[0] for name, value in parse_qs(urlsplit(asked).query).items()}
        assert (wish["client_id"], wish["code_challenge_method"]) == (CLIENT, "S256")
        code = secrets.token_urlsafe()
        self.codes[code] = (person, wish["code_challenge"])
        return {"code": code, "state": wish["state"]}

    def configuration(self) -> dict[str, Any]:
        """What it says of itself."""
        return {
            "issuer": self.address,
            "authorization_endpoint": f"{self.address}/authorize",
            "token_endpoint": f"{self.address}/token",
            "jwks_uri": f"{self.address}/keys",
            "userinfo_endpoint": f"{self.address}/userinfo",
        }

    def keys(self) -> dict[str, Any]:
        """With which keys it signs."""
        public = json.loads(RSAAlgorithm.to_jwk(self.key.public_key()))
        return {"keys": [public | {"kid": "1", "use": "sig", "alg": "RS256"}]}

    def token(self, form: Mapping[str, list[str]]) -> tuple[int, dict[str, Any]]:
        """A token for a code, once, for who knows the verifier and the secret."""
        person, challenge = self.codes.pop(form["code"][0], ({}, ""))
        digest = hashlib.sha256(form["code_verifier"][0].encode()).digest()
        proved = base64.urlsafe_b64encode(digest).rstrip(b"=").decode() == challenge
        if not person or not proved or form["client_secret"] != [SECRET]:
            return 400, {"error": "invalid_grant"}
        now = int(time.time())
        claims = {"iss": self.address, "aud": CLIENT, "iat": now, "exp": now + 60, **person}
        signed = jwt.encode(
            claims | self.lies, self.signs_with or self.key, "RS256", headers={"kid": "1"}
        )
        answer = {"access_token": "x", "token_type": "Bearer", "id_token": signed}
        if self.without_token:
            del answer["id_token"]
        return 200, answer


def _handler(authority: Authority) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            if "configuration" in self.path:
                self._say(200, authority.configuration())
            elif self.path == "/keys":
                self._say(200, authority.keys())
            else:
                self._say(404, {})

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            self._say(*authority.token(parse_qs(body)))

        def _say(self, status: int, answer: Any) -> None:
            data = json.dumps(answer).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *args: object) -> None:
            """Says nothing."""

    return Handler
