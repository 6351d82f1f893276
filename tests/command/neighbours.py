"""What an installation has around it: a site with a certificate, and a server of time."""

import ssl
import struct
import threading
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from socketserver import BaseRequestHandler, UDPServer
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tests.make import AT

WORTH = {True: "thử", False: "lạ"}


@dataclass
class Neighbours:
    """Their addresses, and what they are told to do."""

    folder: Path
    site: str = ""
    time: str = ""
    ahead: float = 0.0
    """Seconds by which the server of time differs."""
    headers: dict[str, str] = field(
        default_factory=lambda: {"Strict-Transport-Security": "max-age=31536000"}
    )
    servers: list[Any] = field(default_factory=list)

    def certified(self, *, name: str = "localhost", days: int = 90, trusted: bool = True) -> str:
        """Starts a site with such a certificate; its address."""
        chain = self.folder / f"{name}-{days}-{trusted}.pem"
        authority = _authority(self.folder, trusted=trusted)
        chain.write_bytes(_certificate(authority, name, days))
        server = HTTPServer(("127.0.0.1", 0), _page(self.headers))
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(chain)
        server.socket = context.wrap_socket(server.socket, server_side=True)
        self.run(server)
        return f"https://localhost:{server.server_port}"

    def run(self, server: Any) -> None:
        """Serves until the test ends."""
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        self.servers.append(server)

    def leave(self) -> None:
        """Stops all of them."""
        for server in self.servers:
            server.shutdown()
            server.server_close()


def settled(folder: Path) -> Neighbours:
    """A site that machines trust which believe `trusted.pem`, and a right clock."""
    folder.mkdir()
    made = Neighbours(folder)
    made.site = made.certified()
    clock = UDPServer(("127.0.0.1", 0), _clock(made))
    made.run(clock)
    made.time = f"127.0.0.1:{clock.server_address[1]}"
    return made


def _page(headers: dict[str, str]) -> type[BaseHTTPRequestHandler]:
    class Page(BaseHTTPRequestHandler):
        def do_HEAD(self) -> None:
            self.send_response(200)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()

        def log_message(self, *args: object) -> None:
            """Says nothing."""

    return Page


def _clock(told: Neighbours) -> type[BaseRequestHandler]:
    class Clock(BaseRequestHandler):
        def handle(self) -> None:
            now = time.time() + told.ahead + 2_208_988_800
            stamp = struct.pack("!II", int(now), int(now % 1 * 2**32))
            answer = bytes([0x1C, 2]) + bytes(30) + stamp + stamp
            self.request[1].sendto(answer, self.client_address)

    return Clock


def _authority(folder: Path, *, trusted: bool) -> tuple[x509.Certificate, Any]:
    """A certificate authority; the trusted one is in the file that the machine believes."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name(
        [x509.NameAttribute(NameOID.ORGANIZATION_NAME, f"Cơ quan chứng thực {WORTH[trusted]}")]
    )
    made = _signed(name, name, key.public_key(), key, days=365, is_authority=True)
    if trusted:
        (folder / "trusted.pem").write_bytes(made.public_bytes(serialization.Encoding.PEM))
    return made, key


def _certificate(authority: tuple[x509.Certificate, Any], name: str, days: int) -> bytes:
    issuer, issuer_key = authority
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    made = _signed(subject, issuer.subject, key.public_key(), issuer_key, days=days)
    private = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    return private + made.public_bytes(serialization.Encoding.PEM)


def _signed(
    subject: x509.Name,
    issuer: x509.Name,
    key: Any,
    by: Any,
    *,
    days: int,
    is_authority: bool = False,
) -> x509.Certificate:
    name = subject.get_attributes_for_oid(NameOID.COMMON_NAME)
    names = [x509.DNSName(str(one.value)) for one in name] or [x509.DNSName("authority")]
    now = datetime.now(UTC)
    begins, ends = min(AT, now) - timedelta(days=400), max(AT, now) + timedelta(days=days)
    over = min(AT, now) - timedelta(days=1)
    builder = x509.CertificateBuilder(
        issuer, subject, key, x509.random_serial_number(), begins, ends if days else over
    )
    builder = builder.add_extension(x509.SubjectAlternativeName(names), critical=False)
    builder = builder.add_extension(x509.BasicConstraints(is_authority, None), critical=True)
    return builder.sign(by, hashes.SHA256())
