"""A real web process on a data folder of its own, to be killed and started again."""

import os
import shutil
import signal
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

from django.conf import settings

from benchmarks.servers import wait_for
from tests.databases import free_port


@dataclass
class Server:
    """The product's own web process; `database` is a SQLite file or an address."""

    folder: Path
    address: str = ""
    tracer: list[str] = field(default_factory=list)
    port: int = field(default_factory=free_port)
    process: "subprocess.Popen[bytes] | None" = None

    def __post_init__(self) -> None:
        # The tests sign the passes of entrants with the keys of their own installation.
        shutil.copy(settings.DATA / "keys.json", self.folder / "keys.json")

    @property
    def log(self) -> Path:
        """What the process says."""
        return self.folder / "web.log"

    def start(self) -> None:
        """Starts it and waits until it listens."""
        environ = {
            **os.environ,
            "PYTHONPATH": os.pathsep.join(sys.path),
            "DJANGO_SETTINGS_MODULE": "hoithi.config.settings",
            "HOITHI_DATA": str(self.folder),
            "DATABASE_URL": self.address,
            "PORT": str(self.port),
        }
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [*self.tracer, sys.executable, "-m", "hoithi.config.web"],
                env=environ,
                stdin=subprocess.PIPE,
                stderr=log,
                stdout=log,
            )
        wait_for(self.port, self.process)

    def end(self, how: signal.Signals = signal.SIGKILL) -> None:
        """Kills it, or lets it end by itself with SIGTERM, and waits until it is gone."""
        if self.process is not None:
            self.process.send_signal(how)
            self.process.wait(30)
            self.process = None
